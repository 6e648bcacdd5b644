"""Reading XLSX: which sheet, which texts, which formats mean a date.

The parts are read by a streaming parser of the standard library. A reader that first allots the
whole rectangle between the first and the last cell can be made to take all memory, and with it the
program, by two cells in opposite corners; here only filled cells cost anything.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from smartcity_desktop.tables.cell_text import CellReader, unescape
from smartcity_desktop.tables.package import damaged, unpack
from smartcity_desktop.tables.worksheet import read_worksheet
from smartcity_desktop.tables.xml_part import DamagedPartError, elements, parse_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smartcity_desktop.tables.table import Row

_NOTHING = b"<nothing/>"
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NOT_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTER = re.compile("[dmyhs]", re.IGNORECASE)


def read_xlsx(data: bytes, name: str) -> tuple[Row, ...]:
    """Return the filled rows of the first visible sheet that has any.

    Raises:
        InputError: no spreadsheet, damaged, protected by a password, or too large.
    """
    parts = unpack(data, name)
    try:
        book_path = _target_of(parts, "", "officeDocument")
        cells = CellReader(
            _shared_strings(parts, book_path),
            _date_styles(parts, book_path),
            since_1904=_counts_since_1904(parts, book_path),
        )
        for sheet in _sheets(parts, book_path):
            rows = read_worksheet(sheet, cells, name)
            if any(cell.strip() for row in rows for cell in row.cells):
                return rows
    except DamagedPartError as error:
        raise damaged(name) from error
    return ()


def _relations(parts: Mapping[str, bytes], of: str) -> Iterator[dict[str, str]]:
    """Yield the relations of a part, their targets as paths in the archive."""
    folder, file = posixpath.split(of)
    part = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"), _NOTHING)
    for relation in elements(part, "Relationship"):
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
        yield {**relation, "Target": target.lstrip("/")}


def _target_of(parts: Mapping[str, bytes], of: str, kind: str) -> str:
    """Return the path of the one related part of a kind, empty when there is none."""
    for relation in _relations(parts, of):
        if relation.get("Type", "").endswith(f"/{kind}"):
            return relation["Target"]
    return ""


def _part(parts: Mapping[str, bytes], path: str) -> bytes:
    try:
        return parts[path]
    except KeyError:
        raise DamagedPartError(f"no part {path}") from None


def _sheets(parts: Mapping[str, bytes], book_path: str) -> Iterator[bytes]:
    """Yield the visible worksheets in the order of their tabs."""
    targets = {
        relation.get("Id", ""): relation["Target"]
        for relation in _relations(parts, book_path)
        if relation.get("Type", "").endswith("/worksheet")
    }
    for sheet in elements(_part(parts, book_path), "sheet"):
        if sheet.get("state", "visible") == "visible" and sheet.get("id", "") in targets:
            yield _part(parts, targets[sheet["id"]])


def _shared_strings(parts: Mapping[str, bytes], book_path: str) -> list[str]:
    reader = _SharedStrings()
    parse_part(parts.get(_target_of(parts, book_path, "sharedStrings"), _NOTHING), reader)
    return reader.strings


class _SharedStrings:
    """Collects the texts that cells point to; how to pronounce them is left out."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._pieces: list[str] = []
        self._taking = False
        self._phonetic = False

    def start(self, element: str, attributes: dict[str, str]) -> None:
        del attributes
        if element == "si":
            self._pieces = []
        elif element == "rPh":
            self._phonetic = True
        elif element == "t":
            self._taking = not self._phonetic

    def end(self, element: str) -> None:
        if element == "si":
            self.strings.append(unescape("".join(self._pieces)))
        elif element == "rPh":
            self._phonetic = False
        elif element == "t":
            self._taking = False

    def text(self, data: str) -> None:
        if self._taking:
            self._pieces.append(data)


def _counts_since_1904(parts: Mapping[str, bytes], book_path: str) -> bool:
    properties = elements(_part(parts, book_path), "workbookPr")
    return any(p.get("date1904", "0") in ("1", "true") for p in properties)


def _date_styles(parts: Mapping[str, bytes], book_path: str) -> frozenset[str]:
    part = parts.get(_target_of(parts, book_path, "styles"), _NOTHING)
    own = {
        f.get("numFmtId", ""): _is_date(f.get("formatCode", "")) for f in elements(part, "numFmt")
    }
    styles = _CellStyles()
    parse_part(part, styles)
    return frozenset(
        str(number)
        for number, format_id in enumerate(styles.format_ids)
        if own.get(format_id, format_id.isdecimal() and int(format_id[:4]) in _DATE_FORMATS)
    )


def _is_date(format_code: str) -> bool:
    """Whether a number format shows a date or a time: a date letter outside of quoted text."""
    return bool(_DATE_LETTER.search(_NOT_FORMAT.sub("", format_code)))


class _CellStyles:
    """Collects the number format of each style that cells name by its position."""

    def __init__(self) -> None:
        self.format_ids: list[str] = []
        self._inside = False

    def start(self, element: str, attributes: dict[str, str]) -> None:
        if element == "cellXfs":
            self._inside = True
        elif element == "xf" and self._inside:
            self.format_ids.append(attributes.get("numFmtId", "0"))

    def end(self, element: str) -> None:
        if element == "cellXfs":
            self._inside = False

    def text(self, data: str) -> None:
        """Styles carry no text."""
