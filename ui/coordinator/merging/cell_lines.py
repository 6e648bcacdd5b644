"""Differences and disputes as lines of a table: no widgets here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.merging.difference import SheetChange
from smartcity_desktop.sealing.receipt import receipt_of
from ui.item_models.cells_model import CellLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.question import Question, Rival
    from smartcity_desktop.merging.difference import SheetDifference
    from ui.words import Words

NOTHING = "—"
_CHANGES = {
    SheetChange.ADDED: message("added"),
    SheetChange.WITHDRAWN: message("taken out of the seal"),
    SheetChange.CHANGED: message("changed"),
}
_STATES = {
    None: message("left open"),
    SheetState.SCORED: message("scored"),
    SheetState.RECUSED: message("not scored, conflict of interest"),
    SheetState.ABSENT: message("reported absent"),
}


class CellLines:
    """Writes lines in the words of the screen."""

    def __init__(self, instrument: Instrument, regions: Iterable[Region], words: Words) -> None:
        """Take scales and names."""
        self._indicators = instrument.indicators()
        self._scales = {indicator.id: indicator.scale for indicator in self._indicators}
        self._titles = {i.id: f"{i.id}  {words.text(i.name)}" for i in self._indicators}
        self._regions = {region.code: region for region in regions}
        self._words = words

    def changes(self, differences: Iterable[SheetDifference]) -> list[CellLine]:
        """Return every cell that differs from one seal to the next; what changed comes first."""
        lines = []
        for each in sorted(differences, key=lambda d: d.change is SheetChange.ADDED):
            said = message("only words or evidence") if each.words else _CHANGES[each.change]
            lines.append(self._head(each.region, self._words.say(said)))
            lines += [
                CellLine(
                    self._titles[cell.indicator],
                    tuple(self._figure(cell.indicator, v) for v in (cell.before, cell.after)),
                    each.region,
                )
                for cell in each.cells
            ]
        return lines

    def seals(self, questions: Iterable[Question]) -> tuple[str, ...]:
        """Return the digests of all seals that are in dispute, as columns."""
        found = {rival.seal for question in questions for rival in question.rivals}
        return tuple(sorted(found))

    def disputes(self, questions: Iterable[Question], seals: Sequence[str]) -> list[CellLine]:
        """Return what each seal says, region by region, where they differ."""
        lines = []
        for question in questions:
            if not question.region:
                continue
            rivals = {rival.seal: rival for rival in question.rivals}
            sides = [rivals.get(seal) for seal in seals]
            lines.append(self._head(question.region))
            if any(side is not None and side.state is not SheetState.SCORED for side in sides):
                states = tuple(map(self._state, sides))
                said = self._words.say(message("The whole sheet"))
                lines.append(CellLine(said, states, question.region))
            for place, indicator in enumerate(self._indicators):
                values = [_value(side, place) for side in sides]
                if len({v for v, side in zip(values, sides, strict=True) if _has(side)}) > 1:
                    figures = tuple(self._figure(indicator.id, value) for value in values)
                    lines.append(CellLine(self._titles[indicator.id], figures, question.region))
        return lines

    def answers(self, question: Question) -> list[str]:
        """Return what may be decided, a sentence an answer."""
        return [self._words.say(self._answer(answer)) for answer in question.answers]

    def _answer(self, answer: tuple[str, ...]) -> Message:
        match answer:
            case ("void", digest, code):
                region = self._regions[code]
                return message(
                    "Seal {receipt} does not count for {code} {name}",
                    receipt=receipt_of(digest), code=code, name=region.name,
                )  # fmt: skip
            case ("void", digest):
                return message("Seal {receipt} does not count at all", receipt=receipt_of(digest))
            case ("admit", digest):
                return message("Seal {receipt} counts although it is late",
                               receipt=receipt_of(digest))  # fmt: skip
            case ("key", judge, thumbprint):
                return message("The key with the fingerprint {thumbprint} of judge {judge} stands",
                               thumbprint=thumbprint, judge=judge)  # fmt: skip
            case _:
                return message("{answer}", answer=" ".join(answer))

    def _head(self, code: str, said: str = "") -> CellLine:
        region = self._regions.get(code)
        name = region.name if region is not None else code
        below = " · ".join(part for part in (code, said) if part)
        return CellLine(f"{name}\n{below}", (), code, heads=True)

    def _state(self, side: Rival | None) -> str:
        return NOTHING if side is None else self._words.say(_STATES[side.state])

    def _figure(self, indicator: str, value: int | None) -> str:
        return NOTHING if value is None else self._words.value(self._scales[indicator], value)


def _has(side: Rival | None) -> bool:
    return side is not None and bool(side.values)


def _value(side: Rival | None, place: int) -> int | None:
    return side.values[place] if side is not None and side.values else None
