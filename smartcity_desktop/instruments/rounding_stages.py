"""The stages after which an instrument rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.rules import STAGE_ORDER, Rounding, RoundingMode, Stage
from smartcity_desktop.instruments.limits import MOST_DECIMALS

if TYPE_CHECKING:
    from smartcity_desktop.domain.rules import CombineAt
    from smartcity_desktop.instruments.section import Section

_MOST = 20


def read_rounding(section: Section, combine_at: CombineAt | None) -> tuple[Rounding, ...]:
    """Return the declared roundings; none means that everything stays exact."""
    if not section.has("rounding"):
        return ()
    found: list[Rounding] = []
    for table in section.sections("rounding", _MOST, least=0):
        after = table.choice("after", Stage)
        decimals = table.whole("decimals", 0, MOST_DECIMALS)
        mode = table.choice("mode", RoundingMode)
        table.close()
        if after is None:
            continue
        if any(after is rounding.after for rounding in found):
            table.fault("after", message('After "{stage}" is rounded twice. Keep one of them.',
                                         stage=after.value))  # fmt: skip
        elif combine_at is not None:
            _check_order(table, combine_at, found, after)
        found.append(Rounding(after, decimals, mode or RoundingMode.HALF_UP))
    return tuple(found)


def _check_order(
    table: Section, combine_at: CombineAt, earlier: list[Rounding], after: Stage
) -> None:
    order = STAGE_ORDER[combine_at]
    late = [r.after for r in earlier if order.index(r.after) > order.index(after)]
    if late:
        table.fault(
            "after",
            message(
                'With combine_at = "{unit}" the stage "{stage}" comes before "{later}". The order '
                "is: {order}.",
                unit=combine_at.value,
                stage=after.value,
                later=late[0].value,
                order=", ".join(stage.value for stage in order),
            ),
        )
