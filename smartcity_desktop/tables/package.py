"""The archive that an XLSX file is, unpacked within limits before anything in it is read."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.tables.limits import LARGEST_UNPACKED, MOST_PARTS
from smartcity_desktop.tables.table import refusal

if TYPE_CHECKING:
    from smartcity_desktop.domain.errors import InputError

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED_FLAG = 1

# What zipfile raises for bytes that lie about themselves; none of it is a fault of ours.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)

_OTHER_ARCHIVES = (
    ("xl/workbook.bin", message("This is a binary spreadsheet (XLSB). Save it as XLSX or CSV.")),
    ("content.xml", message("This is an OpenDocument file. Save the table as XLSX or CSV.")),
    ("word/document.xml", message("This is a text document. Save the table as XLSX or CSV.")),
)


def unpack(data: bytes, name: str) -> dict[str, bytes]:
    """Return the XML parts of a spreadsheet by their path in the archive.

    Sizes are checked against what is really unpacked, not only against what is claimed.

    Raises:
        InputError: no spreadsheet, damaged, encrypted, or too large when unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            fault = _fault_of(entries)
            if fault:
                raise refusal(name, fault)
            return {
                entry.filename: _contents(archive, entry)
                for entry in entries
                if entry.filename.endswith((".xml", ".rels"))
            }
    except _DAMAGE as error:
        raise damaged(name) from error


def damaged(name: str) -> InputError:
    """Return the error for a spreadsheet whose inside does not hold together."""
    return refusal(
        name,
        message(
            "The spreadsheet is damaged and cannot be read. Open it in a spreadsheet program, "
            "save it again as XLSX or CSV, and use the new file."
        ),
    )


def _fault_of(entries: list[zipfile.ZipInfo]) -> Message | None:
    """Return the sentence for an archive that is no spreadsheet, or not one to be unpacked."""
    names = {entry.filename for entry in entries}
    for part, what in _OTHER_ARCHIVES:
        if part in names:
            return what
    if "[Content_Types].xml" not in names:
        return message(
            "This is an archive, but not a spreadsheet. Give the XLSX or CSV file itself."
        )
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        return message("The spreadsheet is protected by a password. Save it without one.")
    if len(entries) > MOST_PARTS or sum(e.file_size for e in entries) > LARGEST_UNPACKED:
        return message(
            "The spreadsheet is larger than {most} MB when it is unpacked. Save only the sheet "
            "with the list.",
            most=LARGEST_UNPACKED // 2**20,
        )
    if len(names) < len(entries) or any(e.compress_type not in _METHODS for e in entries):
        return message("The archive of the spreadsheet is built in an unknown way. Save it again.")
    return None


def _contents(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return the bytes of a part; its claimed size, which was summed up, is never exceeded."""
    with archive.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise zipfile.BadZipFile("size differs from the directory")
    return data
