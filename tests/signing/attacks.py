"""What people do to signed documents, done with the PDF library as they would."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from pyhanko.pdf_utils import generic as untyped
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_byterange import PdfSignedData
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfTimeStamper

from smartcity_desktop.signing.key import LibrarySigner

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyhanko.sign.timestamps import TimeStamper

    from smartcity_desktop.signing.key import PdfSignerKey


Foreign: TypeAlias = Any
"""Whatever the PDF library hands out; it has no types of its own to speak of."""


ROOT = Path(__file__).resolve().parents[2]
generic: Any = untyped


def revisions(pdf: bytes) -> list[bytes]:
    """Return the file as it was after each addition, oldest first."""
    return [pdf[: match.end()] for match in re.finditer(rb"startxref\s+\d+\s+%%EOF\s*", pdf)]


def with_byte_changed(pdf: bytes, position: int) -> bytes:
    return pdf[:position] + bytes([pdf[position] ^ 0x01]) + pdf[position + 1 :]


def updated(pdf: bytes, change: Callable[[Foreign], None]) -> bytes:
    """Return the file with an incremental update, as any editor writes it."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    change(writer)
    target = BytesIO()
    writer.write(target)  # type: ignore[no-untyped-call]
    return target.getvalue()


def page_replaced(pdf: bytes) -> bytes:
    def change(writer: Foreign) -> None:
        page = writer.root["/Pages"]["/Kids"][0]
        drawing = generic.StreamObject(stream_data=b"BT /F1 40 Tf 72 400 Td (MENANG) Tj ET")
        page[pdf_name("/Contents")] = writer.add_object(drawing)
        writer.update_container(page)

    return updated(pdf, change)


def page_stream_overwritten(pdf: bytes) -> bytes:
    def change(writer: Foreign) -> None:
        reference = writer.root["/Pages"]["/Kids"][1].raw_get("/Contents").reference
        key = (reference.generation, reference.idnum)
        writer.objects[key] = generic.StreamObject(stream_data=b"0 0 1 rg 0 0 99 99 re f")

    return updated(pdf, change)


def page_added(pdf: bytes) -> bytes:
    def change(writer: Foreign) -> None:
        pages = writer.root["/Pages"]
        pages["/Kids"].append(pages["/Kids"].raw_get(0))
        pages[pdf_name("/Count")] = generic.NumberObject(3)
        writer.update_container(pages)

    return updated(pdf, change)


def annotation_added(pdf: bytes) -> bytes:
    def change(writer: Foreign) -> None:
        note = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name("/FreeText"),
                pdf_name("/Contents"): generic.pdf_string("Peringkat 1"),
                pdf_name("/Rect"): generic.ArrayObject(
                    [generic.NumberObject(value) for value in (72, 700, 300, 740)]
                ),
            }
        )
        writer.register_annotation(
            writer.root["/Pages"]["/Kids"].raw_get(0).reference, writer.add_object(note)
        )

    return updated(pdf, change)


def attachment_exchanged(pdf: bytes, data: bytes = b'{"format":2}') -> bytes:
    def change(writer: Foreign) -> None:
        file = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][3]
        stream = generic.StreamObject(stream_data=data)
        stream[pdf_name("/Type")] = pdf_name("/EmbeddedFile")
        new = writer.add_object(stream)
        file[pdf_name("/EF")] = generic.DictionaryObject({"/F": new, "/UF": new})
        writer.update_container(file)

    return updated(pdf, change)


def title_changed(pdf: bytes) -> bytes:
    return updated(pdf, lambda writer: writer.update_root())


def signed_in_new_field(
    pdf: bytes, key: PdfSignerKey, field: str, *, visible: bool = False, md: str = "sha256"
) -> bytes:
    """Sign as any other program would, in any field, making it where there is none."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    box = (300, 300, 400, 400) if visible else None
    signer = PdfSigner(
        PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm=md),
        LibrarySigner(key),
        new_field_spec=SigFieldSpec(field, box=box),
    )
    return bytes(signer.sign_pdf(writer).getvalue())


def document_stamped(pdf: bytes, field: str, service: TimeStamper) -> bytes:
    """Put a time stamp on the document into a field, making it where there is none."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    stamper = PdfTimeStamper(service, field_name=field)
    return bytes(stamper.timestamp_pdf(writer, "sha256").getvalue())


def signature_borrowed(pdf: bytes, lender: str, borrower: str) -> bytes:
    """Let the signature of one field stand in another one as well."""

    def change(writer: Foreign) -> None:
        field = field_named(writer, borrower)
        field[pdf_name("/V")] = field_named(writer, lender).raw_get("/V")
        writer.update_container(field)

    return updated(pdf, change)


def signed_for_two(pdf: bytes, key: PdfSignerKey, field: str, other: str) -> bytes:
    """Sign one field, and put the same signature into another one before it is sealed."""

    class Doubling(IncrementalPdfFileWriter):
        def add_object(self, obj: Foreign, *rest: Foreign, **options: Foreign) -> Foreign:
            reference = super().add_object(obj, *rest, **options)
            if isinstance(obj, PdfSignedData):
                borrower = field_named(self, other)
                borrower[pdf_name("/V")] = reference
                self.update_container(borrower)
            return reference

    signer = PdfSigner(
        PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES),
        LibrarySigner(key),
    )
    return bytes(signer.sign_pdf(Doubling(BytesIO(pdf))).getvalue())


def field_named(writer: Foreign, name: str) -> Foreign:
    fields = writer.root["/AcroForm"]["/Fields"]
    return next(one for one in map(fields.__getitem__, range(len(fields))) if one["/T"] == name)
