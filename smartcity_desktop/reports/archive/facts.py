"""What an archive file says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime


class Attachment(Struct, frozen=True):
    """A file carried inside the PDF.

    Attributes:
        name: plain ASCII file name.
        media_type: such as ``application/json``.
        relationship: PDF's word for its purpose: ``Data``, ``Source``, ``Supplement``.
    """

    name: str
    media_type: str
    data: bytes
    description: str
    relationship: str = "Data"


class ArchiveFacts(Struct, frozen=True):
    """The document's own data, written twice: as PDF information and as XMP.

    Attributes:
        moment: aware; the only date the file carries. No clock is ever read.
        profile: ICC profile of the output intent.
    """

    title: str
    author: str
    subject: str
    language: str
    moment: datetime
    profile: bytes
    attachments: tuple[Attachment, ...] = ()
