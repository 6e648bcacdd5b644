"""Every byte and every text in a PDF, wherever a name could hide."""

from __future__ import annotations

import subprocess
from io import BytesIO
from typing import TYPE_CHECKING

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    Reference,
    StreamObject,
    TextStringObject,
)
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def texts_of(pdf: bytes, folder: Path) -> str:
    """Return all that is written in a file: its bytes, every object's texts, what pages show.

    Streams are opened: pages, attachments, metadata, fonts. Texts of objects are outlines, what
    is said of figures, names of fields.
    """
    reader = PdfFileReader(BytesIO(pdf))
    found = [pdf.decode("latin-1"), pdf.decode("utf-16-be", "replace")]
    for number in range(1, int(reader.trailer["/Size"])):
        try:
            entry = Reference(number, pdf=reader).get_object()
        except PdfReadError:  # a number that is not in use
            continue
        found += _texts(entry)
    return "\n".join([*found, shown_by(pdf, folder)])


def shown_by(pdf: bytes, folder: Path) -> str:
    """Return what the pages of a file show."""
    path = folder / "hidden.pdf"
    path.write_bytes(pdf)
    command = ["pdftotext", "-raw", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, StreamObject):
        for encoding in ("latin-1", "utf-8", "utf-16-be"):
            yield value.data.decode(encoding, "replace")
    if isinstance(value, TextStringObject):
        yield str(value)
    elif isinstance(value, ByteStringObject):
        yield bytes(value).decode("latin-1")
        yield bytes(value).decode("utf-16-be", "replace")
    elif isinstance(value, DictionaryObject):
        for name in value:
            yield str(name)
            yield from _texts(value.raw_get(name))
    elif isinstance(value, ArrayObject):
        for at in range(len(value)):
            yield from _texts(value.raw_get(at))


def traces(text: str, wanted: Iterable[str]) -> list[str]:
    """Return which of these stand in a text, whatever the capitals and the line breaks."""
    flat = " ".join(text.split()).casefold()
    tight = "".join(flat.split())
    return [
        one for one in wanted if one.casefold() in flat or "".join(one.casefold().split()) in tight
    ]
