"""Opening a table: what the bytes are decides, never the name of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.domain.system_error import describe_refusal
from smartcity_desktop.tables.assembling import assemble
from smartcity_desktop.tables.csv_text import read_csv
from smartcity_desktop.tables.limits import LARGEST_FILE
from smartcity_desktop.tables.table import Table, refusal
from smartcity_desktop.tables.workbook import read_xlsx

if TYPE_CHECKING:
    from pathlib import Path

_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")

_NOT_A_TABLE = message("This is a web page or data for programs. Save the table as XLSX or CSV.")
_OTHER_FILES = (
    (
        b"SQLite format 3\0",
        message("This is a panel file or an assessment file. Give the list as XLSX or CSV."),
    ),
    (b"%PDF-", message("This is a PDF. Give the XLSX or CSV file that it was made from.")),
    (b"<", _NOT_A_TABLE),
    (b"{", _NOT_A_TABLE),
)


def read_table_file(path: Path) -> Table:
    """Read a table from the disk; see `read_table`.

    Raises:
        InputError: the file cannot be opened, or what `read_table` refuses.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise refusal(path.name, describe_refusal(error)) from error
    return read_table(data, path.name)


def read_table(data: bytes, name: str) -> Table:
    """Read a CSV or XLSX table as people fill it.

    CSV: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252; the delimiter ``;``,
    ``,`` or tab is the one that parts the header line. XLSX: the first visible sheet that is not
    empty; formulas count by their saved result and are never evaluated.

    Args:
        data: the whole file.
        name: of the file, as it is shown to people.

    Raises:
        InputError: what the bytes are instead of a table, or every cell that cannot be text.
    """
    if len(data) > LARGEST_FILE:
        raise refusal(
            name,
            message(
                "The file is larger than {most} MB. Save only the sheet with the list.",
                most=LARGEST_FILE // 2**20,
            ),
        )
    other = _something_else(data)
    if other:
        raise refusal(name, other)
    if data.startswith(_ARCHIVES):
        return assemble(name, read_xlsx(data, name))
    return assemble(name, read_csv(data, name))


def _something_else(data: bytes) -> Message | None:
    """Return the sentence for bytes that are neither CSV nor XLSX."""
    if not data.strip():
        return message("The file is empty.")
    if data.startswith(_COMPOUND):
        if _ENCRYPTED_STREAM in data:
            return message("The spreadsheet is protected by a password. Save it without one.")
        return message("This is a spreadsheet in the old XLS format. Save it as XLSX or CSV.")
    beginning = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, what in _OTHER_FILES:
        if beginning.startswith(signature):
            return what
    if b"\0" in beginning and not data.startswith((*_ARCHIVES, *_UTF16_MARKS)):
        return message("The file is neither CSV nor XLSX.")
    return None
