"""Opening a PDF that may come from anywhere."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pyhanko.pdf_utils.decode_limits import (
    DecodeLimits,
    DocumentDecodeBudget,
    StreamDecodeLimits,
)
from pyhanko.pdf_utils.reader import PdfFileReader

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message
from smartcity_desktop.signing.library import FAULTS
from smartcity_desktop.signing.resolver import BoundedResolver, WorkLimit

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message

_MEGABYTE = 2**20
MAX_FILE = 256 * _MEGABYTE
"""Bytes; the longest document of this program is a hundredth of it."""

MAX_REVISIONS = 256
_DECODED = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=64 * _MEGABYTE),
    document_budget=DocumentDecodeBudget(base_allowance=256 * _MEGABYTE, max_ratio=20),
)
_STEPS = 5_000_000
"""Twice what 21 signatures on 514 pages take; some seconds at most."""


class PdfRefusedError(InputError):
    """A file is not a PDF that this program can read, or not one it may sign."""


class BoundedReader(PdfFileReader):
    """A PDF under limits: of bytes after decompression, of revisions, of work."""

    def __init__(self, data: bytes) -> None:
        """Read the cross references; raises whatever the library raises."""
        self._limit = WorkLimit(_STEPS)
        self._resolvers: dict[int, BoundedResolver] = {}
        super().__init__(BytesIO(data), strict=True, decode_limits=_DECODED)

    def get_historical_resolver(self, revision: int) -> BoundedResolver:
        """Return the file as it was at a revision, the oldest being 0."""
        if revision not in self._resolvers:
            self._resolvers[revision] = BoundedResolver(self, revision, self._limit)
        return self._resolvers[revision]


def open_pdf(data: bytes) -> BoundedReader:
    """Open a PDF, whatever it holds.

    Raises:
        PdfRefusedError: not a PDF, too large, damaged, or encrypted.
    """
    if len(data) > MAX_FILE:
        megabytes = MAX_FILE // _MEGABYTE
        raise PdfRefusedError(
            message("This file is larger than {megabytes} MB; nothing was read.",
                    megabytes=megabytes)
        )  # fmt: skip
    if b"%PDF-" not in data[:1024]:
        raise PdfRefusedError(message("This file is not a PDF."))
    try:
        reader = BoundedReader(data)
        encrypted = reader.encrypt_dict is not None
        pages = reader.root["/Pages"]["/Count"]
    except FAULTS as fault:
        raise PdfRefusedError(damaged()) from fault
    if encrypted:
        raise PdfRefusedError(
            message("This PDF is encrypted. Save it without a password, from where it was made.")
        )
    if not isinstance(pages, int) or reader.total_revisions > MAX_REVISIONS:
        raise PdfRefusedError(damaged())
    return reader


def damaged() -> Message:
    """Return the sentence for a PDF that cannot be read."""
    return message(
        "This PDF is damaged: it was cut short or changed on its way. "
        "Nothing was written; fetch the file again from where it was made."
    )
