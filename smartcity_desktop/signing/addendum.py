"""An addition at the end of a PDF that leaves every earlier byte as it is."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING

from pyhanko.pdf_utils.generic import ByteStringObject
from pyhanko.pdf_utils.incremental_writer import (
    IncrementalPdfFileWriter,
)

if TYPE_CHECKING:
    from smartcity_desktop.signing.opening import BoundedReader


class Addendum(IncrementalPdfFileWriter):
    """An incremental update without a clock and without chance.

    The document's own data (title, dates, producer) stay as they were printed: XMP and
    information dictionary must say the same in an archive file, and nobody re-dates a document
    by signing it.
    """

    def __init__(self, reader: BoundedReader, purpose: bytes) -> None:
        """Begin an addition.

        Args:
            reader: the file as it is.
            purpose: tells additions to the same file apart in the file's identity.
        """
        super().__init__(reader.stream, prev=reader)
        digest = hashlib.sha256(reader.stream.getvalue())
        digest.update(purpose)
        self._document_id[1] = ByteStringObject(digest.digest()[:16])

    def _update_meta(self) -> None:
        self.update_root()  # type: ignore[no-untyped-call]

    def finished(self) -> bytes:
        """Return the file with the addition."""
        target = BytesIO()
        self.write(target)  # type: ignore[no-untyped-call]
        return target.getvalue()
