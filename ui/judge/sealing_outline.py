"""What the judge reads before sealing, as lines below each other; no widgets here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import REGION_NOTE, SheetState
from smartcity_desktop.scoring.changes_since_seal import ChangeKind
from ui.judge.cell_words import CellWords
from ui.widgets.state_mark import MarkShape

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.scoring.changes_since_seal import SheetChange
    from smartcity_desktop.scoring.desk_facts import DeskFacts, SealFacts
    from smartcity_desktop.scoring.sealing_plan import OpenRegion, SealPlan
    from ui.words import Words

UNFOLDED_BELOW = 8
"""A list as short as this is shown at once."""


class Line(Struct, frozen=True):
    """One line of the outline.

    Attributes:
        text: one or two lines of plain text.
        shape: the mark before it; None for none.
        place: (region, indicator or nothing) to which it leads; None where it leads nowhere.
        unfolded: whether what is below it is shown at first.
    """

    text: str
    shape: MarkShape | None = None
    place: tuple[str, str] | None = None
    below: tuple[Line, ...] = ()
    unfolded: bool = False


class Outline:
    """Makes the lines from a plan."""

    def __init__(self, facts: DeskFacts, plan: SealPlan, words: Words) -> None:
        """Take what is to be said."""
        self._facts, self._plan, self._words = facts, plan, words
        self._regions = {region.code: region for region in facts.issue.regions}
        self._names = {i.id: words.text(i.name) for i in facts.instrument.indicators()}
        self._cells = CellWords(facts.instrument, words)

    def lines(self) -> tuple[Line, ...]:
        """Return every section that is not empty: first what asks for attention."""
        plan = self._plan
        changed = [c for c in plan.changes if c.kind is not ChangeKind.ADDED]
        seal = self._facts.seals[-1].number if self._facts.seals else 0
        sections = (
            self._section(message("To look at again: {count}", count=len(plan.doubts)),
                          [self._doubt(*place) for place in plan.doubts], unfolded=True),
            self._section(message("Changed since seal {seal}: {count}", seal=seal,
                                  count=len(changed)),
                          [self._change(change) for change in changed], unfolded=True),
            self._section(message("Stay open: {count}", count=len(plan.open)),
                          [self._open(region) for region in plan.open], unfolded=True),
            self._section(message("Conflict of interest, nothing to score: {count}",
                                  count=len(plan.excused)),
                          [self._excused(*each) for each in plan.excused]),
            self._section(message("Will be sealed: {count}", count=len(plan.sheets)),
                          [self._sheet(sheet) for sheet in plan.sheets]),
            self._section(message("Seals in this file: {count}", count=len(self._facts.seals)),
                          [self._seal(each) for each in reversed(self._facts.seals)]),
        )  # fmt: skip
        return tuple(section for section in sections if section is not None)

    def seals(self) -> tuple[Line, ...]:
        """Return the seals alone, newest first."""
        return tuple(self._seal(each) for each in reversed(self._facts.seals))

    def _section(self, title: Message, below: list[Line], *, unfolded: bool = False) -> Line | None:
        if not below:
            return None
        shown = unfolded or len(below) < UNFOLDED_BELOW
        return Line(self._words.say(title), below=tuple(below), unfolded=shown)

    def _region(self, code: str, *more: str) -> str:
        region = self._regions.get(code)
        if region is None:
            return "\n".join(part for part in (code, " · ".join(more)) if part)
        second = " · ".join(part for part in (code, region.province, *more) if part)
        return f"{region.name}\n{second}"

    def _indicator(self, indicator: str) -> str:
        if indicator == REGION_NOTE:
            return self._words.say(message("the whole region"))
        return f"{indicator} {self._names[indicator]}"

    def _doubt(self, code: str, indicator: str) -> Line:
        text = self._region(code, self._indicator(indicator))
        place = (code, "" if indicator == REGION_NOTE else indicator)
        return Line(text, MarkShape.DOUBT, place)

    def _open(self, region: OpenRegion) -> Line:
        if not region.begun:
            told = self._words.say(message("not begun"))
            return Line(self._region(region.region, told), MarkShape.EMPTY, (region.region, ""))
        told = self._words.say(message("{count} not scored", count=len(region.missing)))
        missing = tuple(
            Line(self._indicator(indicator), MarkShape.EMPTY, (region.region, indicator))
            for indicator in region.missing
        )
        place = (region.region, region.missing[0] if region.missing else "")
        return Line(self._region(region.region, told), MarkShape.PARTLY, place, missing)

    def _excused(self, code: str, reason: str) -> Line:
        return Line(self._region(code, reason), MarkShape.LEFT_OUT)

    def _sheet(self, sheet: ScoreSheet) -> Line:
        say = self._words.say
        shape = MarkShape.FINISHED if sheet.state is SheetState.SCORED else MarkShape.LEFT_OUT
        told = [say(self._cells.state(sheet))]
        if self._facts.sealed.get(sheet.region) == sheet:
            told.append(say(message("as in seal {seal}", seal=self._facts.seals[-1].number)))
            shape = MarkShape.SEALED
        return Line(self._region(sheet.region, *told), shape, (sheet.region, ""))

    def _change(self, change: SheetChange) -> Line:
        withdrawn = change.kind is ChangeKind.WITHDRAWN
        told = message("taken out of the seal") if withdrawn else message("changed")
        cells = tuple(
            Line(f"{self._indicator(cell.indicator)}\n{self._cells.change(change, cell)}",
                 None,
                 (change.region, "" if cell.indicator == REGION_NOTE else cell.indicator))
            for cell in change.cells
        )  # fmt: skip
        return Line(
            self._region(change.region, self._words.say(told)),
            MarkShape.PARTLY,
            (change.region, ""),
            cells,
            unfolded=True,
        )

    def _seal(self, seal: SealFacts) -> Line:
        say, words = self._words.say, self._words
        first = say(message("Seal {number}, {moment}", number=seal.number,
                            moment=words.moment(seal.at)))  # fmt: skip
        second = say(message("Receipt {receipt}", receipt=seal.receipt))
        # The figure stands on the line of its word.
        sheets = say(message("score sheets: {count}", count=len(seal.sheets)))
        parts = [sheets.replace(" ", "\u00a0")]
        if seal.reason:
            parts.append(say(message("Reason: {reason}", reason=seal.reason)))
        codes = tuple(Line(self._region(code)) for code in sorted(seal.sheets))
        return Line(f"{first}\n{second} · {' · '.join(parts)}", MarkShape.SEALED, None, codes)
