"""The invented judges at work: each enrols, scores, seals and hands over, like a real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.demonstration.papers import PASSPHRASE
from smartcity_desktop.demonstration.scores import ABSTENTION
from smartcity_desktop.domain.score_entry import EntryKind, ScoreEntry
from smartcity_desktop.scoring.desk import Desk
from smartcity_desktop.scoring.enrolling import KeyMaking, enrol_judge
from smartcity_desktop.scoring.entering import enter_scores
from smartcity_desktop.scoring.handing_over import hand_over
from smartcity_desktop.scoring.seal import seal_panel_file
from smartcity_desktop.store.panel_file import open_panel_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smartcity_desktop.demonstration.plot import Plot
    from smartcity_desktop.demonstration.scores import InventedSheet
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.scoring.seal import Sealed

CHEAP = 12
"""log2 of the scrypt cost: the rehearsal's passphrase protects nothing."""
RECUSAL = "Pernah menjadi konsultan daerah ini"
CORRECTION = "Salah ketik pada indikator pertama, diperbaiki setelah dibacakan"


class Jury(Struct, frozen=True):
    """What all invented judges have in common."""

    instrument: Instrument
    plot: Plot
    clock: Clock
    random_bytes: Callable[[int], bytes]

    def work(self, path: Path, handed_over: Path) -> Sealed:
        """Let the judge of one panel file do his whole work; returns his last seal."""
        with open_panel_file(path, self.clock) as panel:
            making = KeyMaking(PASSPHRASE, self.random_bytes, self.clock, CHEAP)
            signer = enrol_judge(panel, making, {})
            desk = Desk(panel, self.instrument, self.clock)
            judge = panel.issue.judge.id
            regions = {region.code for region in panel.issue.regions}
            enter_scores(desk, self._entries(judge, regions), self.clock)
            sealed = seal_panel_file(desk, signer, "", self.clock)
            hand_over(desk, handed_over)
            who, region, indicator, value = self.plot.correction
            if who == judge:
                desk.record_score(region, indicator, value)
                sealed = seal_panel_file(desk, signer, CORRECTION, self.clock)
                hand_over(desk, handed_over)
            return sealed

    def _entries(self, judge: str, regions: set[str]) -> Iterator[ScoreEntry]:
        for sheet in self.plot.sheets:
            if sheet.judge != judge or sheet.region not in regions:
                continue
            if (judge, sheet.region) in self.plot.recusals:
                yield ScoreEntry(sheet.region, "*", EntryKind.RECUSE, note=RECUSAL)
            else:
                yield from self._scores(sheet)

    def _scores(self, sheet: InventedSheet) -> Iterator[ScoreEntry]:
        notes = dict(sheet.notes)
        for indicator, value in zip(self.instrument.indicators(), sheet.values, strict=True):
            note = notes.get(indicator.id, "")
            if value is None:
                yield ScoreEntry(sheet.region, indicator.id, EntryKind.ABSTAIN, note=ABSTENTION)
            else:
                yield ScoreEntry(sheet.region, indicator.id, EntryKind.SCORE, value, note)
