"""What a judge does on the sheet that is shown: every act goes to the open file from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.scoring import edits
from smartcity_desktop.scoring.sheet_lines import SheetLine, sheet_lines
from ui.judge.acts import Act

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.scoring.desk import Desk
    from ui.judge.state import JudgeState

Place = tuple[str, str]
"""A region's code and an indicator."""


class Before(Struct, frozen=True):
    """What stood at an indicator before the judge's last act there."""

    value: int | None
    abstained: str


class SheetActs:
    """Acts on one region's sheet.

    Attributes:
        code: the region that is shown.
        replaced: what another score took the place of, by region and indicator.
        drafts: texts that were typed and could not be taken, by region, indicator and field.
    """

    def __init__(self, state: JudgeState) -> None:
        """Act on an open file; no region is shown yet."""
        self.state = state
        self.code = ""
        self.replaced: dict[Place, Before] = {}
        self.drafts: dict[tuple[str, str, str], str] = {}
        self._doubts: dict[Place, bool] = {}

    def sheet(self) -> ScoreSheet:
        """Return the sheet as the judge sees it now."""
        return self.state.sheet(self.code)

    def lines(self) -> dict[str, SheetLine]:
        """Return what stands at every indicator."""
        return sheet_lines(self.sheet(), self.state.ids)

    def before(self, indicator: str) -> Before | None:
        """Return what stood at an indicator before the last act there, if anything did."""
        return self.replaced.get((self.code, indicator))

    def score(self, indicator: str, value: int) -> bool:
        """Score an indicator; the same value again does nothing."""
        line = self.lines()[indicator]
        if line.value == value:
            return True
        return self._replace(
            indicator, line, lambda: self.state.record_score(self.code, indicator, value)
        )

    def clear(self, indicator: str) -> None:
        """Take a score or an abstention away."""
        line = self.lines()[indicator]
        if not line.is_open:
            self._replace(indicator, line, lambda: self.state.clear_score(self.code, indicator))

    def abstain(self, indicator: str, reason: str) -> bool:
        """Leave an indicator unscored, with a reason."""
        line = self.lines()[indicator]
        if reason and line.abstained == reason:
            return True
        return self._replace(
            indicator, line, lambda: self.state.abstain(self.code, indicator, reason)
        )

    def go_back(self, indicator: str) -> None:
        """Let what stood there before stand again."""
        before = self.replaced.pop((self.code, indicator), None)
        if before is None:
            return
        if before.abstained:
            self.state.abstain(self.code, indicator, before.abstained)
        elif before.value is not None:
            self.state.record_score(self.code, indicator, before.value)

    def note(self, indicator: str, text: str) -> bool:
        """Set a note on an indicator, or a remark on the region (``*``)."""
        return self.state.write_note(self.code, indicator, text)

    def is_doubtful(self, indicator: str) -> bool:
        """Whether it is to be looked at again, as the judge said last."""
        place = (self.code, indicator)
        return self._doubts.get(place, place in self.state.facts.marks.doubts)

    def drop_saved_doubts(self) -> None:
        """Forget what the judge said of doubts that the file now says as well."""
        saved = self.state.facts.marks.doubts
        self._doubts = {p: said for p, said in self._doubts.items() if (p in saved) is not said}

    def doubt(self, indicator: str, *, doubtful: bool) -> None:
        """Mark an indicator, or the region (``*``), to be looked at again, or unmark it."""
        code = self.code
        self._doubts[(code, indicator)] = doubtful

        def save(desk: Desk) -> tuple[str, ...]:
            jottings = desk.panel.jottings
            if doubtful:
                jottings.doubt(code, indicator, desk.now())
            else:
                jottings.settle(code, indicator)
            return ()

        self.state.act(Act(save, ()))

    def attach(self, place: Place, name: str, content: bytes) -> None:
        """Keep a file as evidence; it is shown when it is on the disk."""
        code, indicator = place

        def save(desk: Desk) -> tuple[str, ...]:
            desk.attach_evidence(code, indicator, name, content)
            return (code,)

        self.state.act(Act(save, (code,)))

    def detach(self, indicator: str, sha256: str) -> None:
        """Take a file away from an indicator."""
        code = self.code
        self.state.edit(
            code,
            lambda s: edits.detach_evidence(s, indicator, sha256),
            lambda desk: desk.detach_evidence(code, indicator, sha256),
        )

    def resume(self) -> None:
        """Take back that this judge does not score the region."""
        code = self.code
        self.state.edit(code, edits.resume, lambda desk: desk.resume(code))

    def _replace(self, indicator: str, line: SheetLine, act: Callable[[], bool]) -> bool:
        """Do it, and remember what stood there; the memory comes first, for the screen reads it."""
        place = (self.code, indicator)
        kept = self.replaced.get(place)
        if line.is_open:
            self.replaced.pop(place, None)
        else:
            self.replaced[place] = Before(line.value, line.abstained)
        if act():
            return True
        self.replaced.pop(place, None)
        if kept is not None:
            self.replaced[place] = kept
        return False
