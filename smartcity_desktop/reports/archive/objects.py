"""The PDF objects that the writing library does not know: catalogue entries and attachments."""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING, Protocol

from reportlab.pdfbase import pdfdoc  # type: ignore[import-untyped]

from smartcity_desktop.reports.archive.metadata import PRODUCER, pdf_date, xmp_packet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.reports.archive.facts import ArchiveFacts, Attachment
    from smartcity_desktop.reports.archive.structure import Structure


class ArchiveCatalog(pdfdoc.PDFCatalog):  # type: ignore[misc]
    """A document root that may carry output intents and associated files."""

    __NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents", "AF")
    __Refs__ = (*pdfdoc.PDFCatalog.__Refs__, "OutputIntents")


class ArchiveInfo(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The information dictionary with exactly the entries that the XMP packet repeats."""

    def __init__(self, facts: ArchiveFacts) -> None:
        """Keep the facts until the file is written."""
        super().__init__()
        self.facts = facts

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the dictionary's bytes."""
        date = pdfdoc.PDFString(pdf_date(self.facts.moment))
        entries = {
            "Title": pdfdoc.PDFString(self.facts.title),
            "Author": pdfdoc.PDFString(self.facts.author),
            "Subject": pdfdoc.PDFString(self.facts.subject),
            "Creator": pdfdoc.PDFString(PRODUCER),
            "Producer": pdfdoc.PDFString(PRODUCER),
            "CreationDate": date,
            "ModDate": date,
        }
        written: bytes = pdfdoc.PDFDictionary(entries).format(document)
        return written


def archive_catalog(
    document: pdfdoc.PDFDocument, facts: ArchiveFacts, structure: Structure | None
) -> ArchiveCatalog:
    """Return the root of an archive file in place of the document's plain one."""
    plain = document.Catalog
    catalog = ArchiveCatalog()
    catalog.Pages = plain.Pages
    catalog.Outlines = plain.Outlines if plain.Outlines.ready >= 0 else None
    catalog.Lang = pdfdoc.PDFString(facts.language)
    catalog.Metadata = _stream(xmp_packet(facts), {"Type": "/Metadata", "Subtype": "/XML"})
    catalog.OutputIntents = pdfdoc.PDFArray([_output_intent(document, facts.profile)])
    catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    if structure is not None:
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.StructTreeRoot = structure.settle(document)
    if facts.attachments:
        files = [document.Reference(_file(document, facts, one)) for one in facts.attachments]
        catalog.AF = pdfdoc.PDFArray(files)
        catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": _name_tree(facts, files)})
    return catalog


def _output_intent(document: pdfdoc.PDFDocument, profile: bytes) -> pdfdoc.PDFObject:
    stream = _stream(profile, {"N": 3}, compress=True)
    return pdfdoc.PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(stream),
        }
    )


def _file(
    document: pdfdoc.PDFDocument, facts: ArchiveFacts, attachment: Attachment
) -> pdfdoc.PDFObject:
    checksum = hashlib.md5(attachment.data, usedforsecurity=False).digest()
    date = pdfdoc.PDFString(pdf_date(facts.moment))
    parameters = {
        "Size": len(attachment.data),
        "CreationDate": date,
        "ModDate": date,
        "CheckSum": pdfdoc.PDFText(checksum, enc="raw"),
    }
    embedded = _stream(
        attachment.data,
        {
            "Type": "/EmbeddedFile",
            "Subtype": "/" + attachment.media_type.replace("/", "#2F"),
            "Params": pdfdoc.PDFDictionary(parameters),
        },
        compress=True,
    )
    reference = document.Reference(embedded)
    return pdfdoc.PDFDictionary(
        {
            "Type": "/Filespec",
            "F": pdfdoc.PDFString(attachment.name),
            "UF": pdfdoc.PDFString(attachment.name),
            "Desc": pdfdoc.PDFString(attachment.description),
            "AFRelationship": f"/{attachment.relationship}",
            "EF": pdfdoc.PDFDictionary({"F": reference, "UF": reference}),
        }
    )


def _name_tree(facts: ArchiveFacts, files: list[pdfdoc.PDFObject]) -> pdfdoc.PDFObject:
    named = sorted(zip((one.name for one in facts.attachments), files, strict=True),
                   key=lambda pair: pair[0])  # fmt: skip
    flat = [part for name, file in named for part in (pdfdoc.PDFString(name), file)]
    return pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(flat)})


class _Hash(Protocol):
    def update(self, data: bytes, /) -> None: ...


def packed_stream(data: bytes, digest: _Hash) -> pdfdoc.PDFObject:
    """Return a stream that holds its bytes packed at once; the digest takes them as they are."""
    digest.update(data)
    return _stream(zlib.compress(data), {"Filter": "/FlateDecode"})


def array_of(document: pdfdoc.PDFDocument, objects: Sequence[pdfdoc.PDFObject]
             ) -> pdfdoc.PDFObject:  # fmt: skip
    """Return an array of references."""
    return pdfdoc.PDFArray([document.Reference(one) for one in objects])


def _stream(data: bytes, entries: dict[str, object], *, compress: bool = False) -> pdfdoc.PDFObject:
    filters = [pdfdoc.PDFZCompress] if compress else []
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(dict(entries)), data, filters)
