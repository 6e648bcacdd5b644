"""Which signature fields a PDF has, and which are signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from pyhanko.sign.fields import enumerate_sig_fields

from smartcity_desktop.domain.message import message
from smartcity_desktop.signing.legible import legible
from smartcity_desktop.signing.library import FAULTS
from smartcity_desktop.signing.opening import PdfRefusedError, damaged, open_pdf

if TYPE_CHECKING:
    from pyhanko.pdf_utils.generic import DictionaryObject

    from smartcity_desktop.signing.opening import BoundedReader

MAX_FIELDS = 64


class FieldState(Struct, frozen=True):
    """A signature field as it is.

    Attributes:
        label: for whom it was prepared, as a reader shows it; may be empty.
        signed: something stands in it; whether that holds is for ``check_signatures`` to say.
    """

    field: str
    label: str
    signed: bool


def signature_fields(pdf: bytes) -> tuple[FieldState, ...]:
    """Return the signature fields of a PDF, in the order of the form.

    Raises:
        PdfRefusedError: the PDF cannot be read.
    """
    return states(open_pdf(pdf))


def states(reader: BoundedReader) -> tuple[FieldState, ...]:
    """Return the signature fields of an open PDF."""
    return tuple(
        FieldState(entry.name, _label(entry), signed=entry.filled)
        for entry in field_entries(reader)
    )


class FieldEntry(Struct, frozen=True):
    """A signature field as the library has it."""

    name: str
    filled: bool
    dictionary: DictionaryObject


def field_entries(reader: BoundedReader) -> tuple[FieldEntry, ...]:
    """Return every signature field of an open PDF.

    Raises:
        PdfRefusedError: the form cannot be read, or is larger than any of ours.
    """
    found: list[FieldEntry] = []
    try:
        for name, value, reference in enumerate_sig_fields(reader):
            found.append(FieldEntry(str(name), bool(value), reference.get_object()))
            if len(found) > MAX_FIELDS:
                raise PdfRefusedError(
                    message("This PDF has more than {most} signature fields; no document of this "
                            "program has so many.", most=MAX_FIELDS)
                )  # fmt: skip
    except FAULTS as fault:
        raise PdfRefusedError(damaged()) from fault
    return tuple(found)


def _label(entry: FieldEntry) -> str:
    label = entry.dictionary.get("/TU", "")
    return legible(label) if isinstance(label, str) else ""
