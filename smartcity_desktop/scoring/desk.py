"""The judge's desk: every act on the sheets of one open panel file, durable when it returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import empty_sheet
from smartcity_desktop.scoring import edits
from smartcity_desktop.scoring.wording import clean_note
from smartcity_desktop.sealing.sheet_payload import read_sheet, write_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.store.panel_file import PanelFile


class Desk:
    """Records what the judge does. No score comes before enrolment, none against a conflict.

    Attributes:
        panel: the open file. instrument: read from the file's own bytes.
    """

    def __init__(self, panel: PanelFile, instrument: Instrument, clock: Clock) -> None:
        """Work on an open panel file."""
        self.panel = panel
        self.instrument = instrument
        self._clock = clock
        self._regions = {region.code: region for region in panel.issue.regions}
        self._ids = tuple(i.id for i in instrument.indicators())

    def region(self, code: str) -> Region:
        """Return an assigned region; raises InputError for any other code."""
        if code not in self._regions:
            raise InputError(
                message(
                    "{region} is not one of the regions of this panel file. Nothing was changed.",
                    region=code,
                )
            )
        return self._regions[code]

    def sealed_sheets(self) -> tuple[ScoreSheet, ...]:
        """Return every sheet that any seal of this file ever froze."""
        payloads = self.panel.seals.sheets().values()
        return tuple(read_sheet(payload, self._ids) for payload in payloads)

    def excused(self) -> dict[str, str]:
        """Return the reason by region for every conflict of interest of this judge."""
        known = {c.region: c.reason for c in self.panel.issue.conflicts}
        return {**known, **dict(self.panel.keys.declared_conflicts())}

    def sheet(self, code: str) -> ScoreSheet:
        """Return a region's sheet, an empty one where nothing was recorded yet."""
        region = self.region(code)
        payload = self.panel.sheets.payload(code)
        if payload is not None:
            return read_sheet(payload, self._ids)
        return empty_sheet(self.panel.issue.judge.id, code, region.name, len(self._ids))

    def sheets(self) -> dict[str, ScoreSheet]:
        """Return every sheet on which anything was recorded, by region code."""
        return {
            code: read_sheet(data, self._ids) for code, data in self.panel.sheets.payloads().items()
        }

    def is_finished(self, sheet: ScoreSheet) -> bool:
        """Whether a sheet may be sealed: nothing on it is neither scored nor abstained."""
        return not sheet.open_indicators(self._ids)

    def record_score(self, code: str, indicator: str, value: int) -> ScoreSheet:
        """Record one value (value x 10**decimals); it is on the disk when this returns."""
        return self._change(
            code, "score", lambda s: edits.record_score(s, self.instrument, indicator, value)
        )

    def clear_score(self, code: str, indicator: str) -> ScoreSheet:
        """Open an indicator again."""
        return self._change(
            code, "clear", lambda s: edits.clear_score(s, self.instrument, indicator)
        )

    def abstain(self, code: str, indicator: str, reason: str) -> ScoreSheet:
        """Leave one indicator unscored, with a reason."""
        return self._change(
            code, "abstain", lambda s: edits.abstain(s, self.instrument, indicator, reason)
        )

    def recuse(self, code: str, reason: str) -> ScoreSheet:
        """Leave the whole region unscored because of a conflict of interest."""
        return self._change(code, "recuse", lambda s: edits.recuse(s, reason), scores=False)

    def report_absent(self, code: str, reason: str) -> ScoreSheet:
        """Report that the region did not appear."""
        return self._change(code, "absent", lambda s: edits.report_absent(s, reason), scores=False)

    def resume(self, code: str) -> ScoreSheet:
        """Take back a recusal or a reported absence."""
        return self._change(code, "resume", edits.resume)

    def write_note(self, code: str, indicator: str, text: str) -> ScoreSheet:
        """Set a note on an indicator, or on the region (``*``); an empty text removes it."""
        return self._change(
            code,
            "note",
            lambda s: edits.write_note(s, self.instrument, indicator, text),
            scores=False,
        )

    def attach_evidence(self, code: str, indicator: str, name: str, content: bytes) -> ScoreSheet:
        """Keep a file as evidence; its bytes and its mention become durable together."""
        cleaned = clean_note(name).replace("\n", " ")
        with self.panel.transaction():
            evidence = self.panel.evidence.add(cleaned, content, self.now())
            return self._change(
                code,
                "evidence",
                lambda s: edits.attach_evidence(s, self.instrument, indicator, evidence),
                scores=False,
            )

    def detach_evidence(self, code: str, indicator: str, sha256: str) -> ScoreSheet:
        """Take a file away from an indicator."""
        return self._change(
            code,
            "no_evidence",
            lambda s: edits.detach_evidence(s, indicator, sha256),
            scores=False,
        )

    def undo(self) -> tuple[str, ...]:
        """Take the latest step back, at most to the last seal; returns the regions concerned."""
        return self.panel.sheets.undo(self.now())

    def redo(self) -> tuple[str, ...]:
        """Do again what undo took back; returns the regions concerned."""
        return self.panel.sheets.redo(self.now())

    def expect_enrolled(self) -> None:
        """Refuse to score before the judge has confirmed and declared.

        Raises:
            RuleError: the judge has not enrolled yet.
        """
        if self.panel.keys.current() is None:
            raise RuleError(
                message(
                    "Judge {judge} {name} has not confirmed this panel file yet. Declare "
                    "conflicts of interest and set a passphrase first (enrol); then score.",
                    judge=self.panel.issue.judge.id,
                    name=self.panel.issue.judge.name,
                )
            )

    def expect_free(self, code: str) -> None:
        """Refuse to score against a conflict of interest.

        Raises:
            RuleError: this judge has one with the region.
        """
        reason = self.excused().get(code)
        if reason is not None:
            raise RuleError(
                message(
                    "Judge {judge} has a conflict of interest with {region} {name} ({reason}), "
                    "so it cannot be scored. No score was changed.",
                    judge=self.panel.issue.judge.id,
                    region=code,
                    name=self.region(code).name,
                    reason=reason,
                )
            )

    def _change(
        self,
        code: str,
        kind: str,
        edit: Callable[[ScoreSheet], ScoreSheet],
        *,
        scores: bool = True,
    ) -> ScoreSheet:
        self.expect_enrolled()
        before = self.sheet(code)
        if scores:
            self.expect_free(code)
        after = edit(before)
        if after == before:
            return before
        now = self.now()
        after = after.touched(now)
        self.panel.sheets.record(code, write_sheet(after, self._ids), kind, now)
        return after

    def now(self) -> str:
        """Return the present as files carry it."""
        return write_instant(self._clock())
