"""What a spreadsheet cell says, as exact text."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.tables.table import Oddity
from smartcity_desktop.tables.xml_part import DamagedPartError

if TYPE_CHECKING:
    from collections.abc import Sequence

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_LAST_DAY = 2_958_465
"""31 December 9999 as spreadsheets count days."""


_TRUTH = {"0": "FALSE", "1": "TRUE"}


class CellReader(Struct, frozen=True):
    """Reads stored cells with the help of what the workbook keeps once for all of them.

    Attributes:
        strings: the texts that cells point to.
        date_styles: positions (as text) of the cell styles that show a date or a time.
        since_1904: days are counted from 1904, as old Macintosh files do.
    """

    strings: Sequence[str] = ()
    date_styles: frozenset[str] = frozenset()
    since_1904: bool = False

    def read(self, kind: str, style: str, raw: str, *, formula: bool) -> tuple[str, Oddity | None]:
        """Return what a cell says, and what is odd about it.

        Args:
            kind: its type as stored: ``n``, ``s``, ``str``, ``inlineStr``, ``b``, ``e``, ``d``.
            style: the position of its style.
            raw: what is stored.
            formula: whether a formula stands behind it.

        Raises:
            DamagedPartError: the cell points to a text that is not there.
        """
        if kind in ("s", "str", "inlineStr") and raw:
            return self._shared(raw) if kind == "s" else unescape(raw), None
        if not raw:
            return "", Oddity.UNCOMPUTED if formula and kind != "str" else None
        if kind == "b":
            return _TRUTH.get(raw, raw), None
        if kind == "d":
            return raw, Oddity.DATE
        return self._number(style, raw) if kind == "n" else (raw, Oddity.ERROR)

    def _number(self, style: str, raw: str) -> tuple[str, Oddity | None]:
        if style in self.date_styles:
            return date_text(raw, since_1904=self.since_1904) or raw, Oddity.DATE
        number = number_text(raw)
        return (raw, Oddity.ERROR) if number is None else (number, None)

    def _shared(self, raw: str) -> str:
        position = int(raw) if raw.isdecimal() and len(raw) <= 9 else len(self.strings)
        if position >= len(self.strings):
            raise DamagedPartError(f"no shared text {raw[:20]}")
        return self.strings[position]


def unescape(text: str) -> str:
    """Return the text with ``_x000D_`` and its like as the characters they stand for."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


@lru_cache(maxsize=4096)
def number_text(raw: str) -> str | None:
    """Return a stored number as people see it: ``35.1`` for ``35.100000000000001``, ``3`` for 3.0.

    Spreadsheets compute in binary doubles and store up to 17 digits; the shortest text that names
    the same double is the one that was typed. None when the raw text is no finite number.
    """
    if not _NUMBER.fullmatch(raw.strip()):
        return None
    number = Decimal(repr(float(raw)))
    if not number.is_finite():
        return None
    return format(number.normalize(), "f") if number else "0"


@lru_cache(maxsize=4096)
def date_text(raw: str, *, since_1904: bool) -> str | None:
    """Return a stored day number as ISO 8601: a date, a date with time, or a time alone.

    None when the raw text is no day number that a spreadsheet can show.
    """
    if not _NUMBER.fullmatch(raw.strip()):
        return None
    serial = Decimal(raw.strip())
    if not 0 <= serial <= _LAST_DAY:
        return None
    days = int(serial)
    seconds = round((serial - days) * 86_400)
    # The other system counts a 29 February 1900 that never was.
    start = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30 + (days < 61))
    moment = start + timedelta(days=days, seconds=seconds)
    time = moment.strftime("%H:%M" if moment.second == 0 else "%H:%M:%S")
    if days == 0:
        return time
    day = moment.date().isoformat()
    return f"{day} {time}" if seconds else day
