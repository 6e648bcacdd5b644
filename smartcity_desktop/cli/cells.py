"""Scores as they stand in the cells of sheets, for people who compare them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.domain.rounding import write_decimal

if TYPE_CHECKING:
    from smartcity_desktop.cli.session import Session
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.question import Rival
    from smartcity_desktop.merging.difference import SheetDifference

NO_VALUE = "-"

STATES = {
    "scored": message("the same scores"),
    "recused": message("not scored by this judge"),
    "absent": message("reported absent"),
}
LEFT_OPEN = message("left open")


class Cells:
    """Writes the integers of sheets as the numbers that people typed."""

    def __init__(self, instrument: Instrument) -> None:
        """Take the scales of the indicators."""
        self._scales = {each.id: each.scale for each in instrument.indicators()}

    def figure(self, indicator: str, value: int | None) -> str | None:
        """Return a value with a decimal point, None where there is none."""
        scale = self._scales[indicator]
        return None if value is None else write_decimal(scale.exact(value), scale.decimals)

    def figures(self, rival: Rival) -> dict[str, str | None]:
        """Return the values of a whole sheet by indicator; empty where it is left open."""
        return {
            indicator: self.figure(indicator, value)
            for indicator, value in zip(self._scales, rival.values, strict=False)
        }

    def shown(self, session: Session, indicator: str, value: int | None) -> str:
        """Return a value as the language of the screen writes it."""
        from smartcity_desktop.language.numbers import localise_figures

        figure = self.figure(indicator, value)
        return NO_VALUE if figure is None else localise_figures(figure, session.language)

    def rivals(self, session: Session, rivals: tuple[Rival, ...]) -> list[Message]:
        """Return a line for each rival, with the values in which they differ."""
        rows = [dict(zip(self._scales, rival.values, strict=False)) for rival in rivals]
        differing = [i for i in self._scales if len({row.get(i) for row in rows if row}) > 1]
        return [
            self._rival(session, rival, [(i, row[i]) for i in differing if row])
            for rival, row in zip(rivals, rows, strict=True)
        ]

    def _rival(
        self, session: Session, rival: Rival, values: list[tuple[str, int | None]]
    ) -> Message:
        from smartcity_desktop.sealing.receipt import receipt_of

        said: list[str] = []
        if rival.state is None:
            said.append(session.translate(LEFT_OPEN))
        elif rival.state.value != "scored":
            said.append(session.translate(STATES[rival.state.value]))
        else:
            said += [f"{i} {self.shown(session, i, value)}" for i, value in values]
        fields = {
            "receipt": receipt_of(rival.seal),
            "issue": rival.issue,
            "said": ", ".join(said) or session.translate(STATES["scored"]),
        }
        if rival.paper:
            return message("     {receipt} (paper, {issue}): {said}", **fields)
        return message("     {receipt} ({issue}): {said}", **fields)

    def changes(self, session: Session, difference: SheetDifference) -> Message:
        """Return what became of one region's sheet from one seal to the next, cell by cell."""
        region = difference.region
        if difference.change.value == "withdrawn":
            return message("{region}: withdrawn by this seal", region=region)
        if not difference.cells:
            return message("{region}: only words or evidence changed", region=region)
        cells = ", ".join(
            f"{cell.indicator} {self.shown(session, cell.indicator, cell.before)} \u2192 "
            f"{self.shown(session, cell.indicator, cell.after)}"
            for cell in difference.cells
        )
        return message("{region}: {cells}", region=region, cells=cells)
