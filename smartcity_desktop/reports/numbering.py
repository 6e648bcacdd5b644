"""Document numbers from the organiser's template; what is not known yet stays open for a pen."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

PLACEHOLDERS = ("number", "declaration", "day", "month", "month_roman", "year")

OPEN = "……………"
"""Room to write the running number by hand."""

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def is_template(template: str) -> bool:
    """Whether a template uses only the known placeholders, and those plainly."""
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        return False
    return all(
        name is None or (name in PLACEHOLDERS and not spec and not conversion)
        for _, name, spec, conversion in parts
    )


def document_number(template: str, number: str, declaration: int, moment: datetime) -> str:
    """Fill a template in.

    Args:
        template: empty when the organiser gave none; then the number alone is printed.
        number: the running number, or empty to leave it open for writing by hand.
        declaration: number of the declaration.
        moment: local time of the declaration; gives day, month and year.
    """
    return (template or "{number}").format(
        number=number or OPEN,
        declaration=declaration,
        day=f"{moment.day:02}",
        month=f"{moment.month:02}",
        month_roman=_ROMAN[moment.month - 1],
        year=moment.year,
    )
