"""Reading CSV as spreadsheets and people write it."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.tables.limits import LARGEST_FILE
from smartcity_desktop.tables.table import Row, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

DELIMITERS = ";\t,"
"""Recognised delimiters; the earlier one wins where the header names as many of both."""

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SEPARATOR_LINE = re.compile(r'"?sep=(?P<delimiter>[;,\t])"?\r?\n?')
_QUOTED = re.compile(r'"[^"]*"')


def read_csv(data: bytes, name: str) -> Iterator[Row]:
    """Yield the lines of a CSV file, blank ones included.

    Args:
        data: the whole file: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252.
        name: of the file, for the sentences.

    Raises:
        InputError: the bytes are no text, or a quotation mark is never closed.
    """
    text = _decode(data, name)
    lines = io.StringIO(text, newline="")
    delimiter, skipped = _delimiter(text)
    if skipped:
        lines.readline()
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    csv.field_size_limit(LARGEST_FILE)
    started = 0
    try:
        for cells in reader:
            yield Row(started + skipped + 1, tuple(cells))
            started = reader.line_num
    except csv.Error as error:
        raise refusal(
            name,
            message(
                "The text from line {line} on cannot be split into cells: a quotation mark is "
                "opened and not closed, or stands in the middle of a quoted cell. Correct it, or "
                "save the table again from a spreadsheet.",
                line=started + skipped + 1,
            ),
        ) from error


def _decode(data: bytes, name: str) -> str:
    """Return the text; a mark at its beginning is dropped."""
    encodings = ["utf-16"] if data.startswith(_UTF16_MARKS) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise refusal(
        name,
        message(
            "The text is neither in {encodings}. Open it in a spreadsheet and save it as "
            '"CSV UTF-8" or as XLSX.',
            encodings=", ".join(e.removesuffix("-sig").upper() for e in encodings),
        ),
    )


def _delimiter(text: str) -> tuple[str, int]:
    """Return the delimiter and how many lines only announce it (``sep=;``)."""
    announced = _SEPARATOR_LINE.match(text)
    if announced:
        return announced["delimiter"], 1
    header = next((line for line in io.StringIO(text, newline="") if line.strip(" ;,\t\r\n")), "")
    bare = _QUOTED.sub("", header)
    return max(DELIMITERS, key=bare.count), 0
