"""Empty signature fields: preparing them, and telling which are signed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from pyhanko.sign.fields import (
    SigFieldSpec,
    append_signature_field,
    enumerate_sig_fields,
)

from smartcity_desktop.domain.errors import Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.signing.addendum import Addendum
from smartcity_desktop.signing.legible import legible
from smartcity_desktop.signing.library import FAULTS
from smartcity_desktop.signing.opening import PdfRefusedError, damaged, open_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyhanko.pdf_utils.generic import DictionaryObject

    from smartcity_desktop.signing.opening import BoundedReader

Rectangle = tuple[float, float, float, float]

MAX_FIELDS = 64


class FieldPlace(Protocol):
    """Where a field goes and for whom; the reports hand such values over."""

    @property
    def field(self) -> str:
        """Name of the field: letters, digits, ``-`` and ``_``."""

    @property
    def name(self) -> str:
        """Who signs here; may be empty."""

    @property
    def role(self) -> str:
        """As what; may be empty."""

    @property
    def page(self) -> int:
        """Page, from 0."""

    @property
    def rectangle(self) -> Rectangle:
        """Left, bottom, right, top in points."""


@dataclass(frozen=True, slots=True)
class FieldBox:
    """A place for a signature field: page from 0; left, bottom, right, top in points."""

    field: str
    page: int
    rectangle: Rectangle
    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class FieldState:
    """A signature field as it is.

    Attributes:
        label: for whom it was prepared, as a reader shows it; may be empty.
        signed: something stands in it; whether that holds is for ``check_signatures`` to say.
    """

    field: str
    label: str
    signed: bool


def prepare_fields(pdf: bytes, fields: Sequence[FieldPlace]) -> bytes:
    """Return the PDF with empty signature fields added at its end.

    The same input gives the same bytes; a PDF/A-3b stays one.

    Raises:
        PdfRefusedError: the PDF cannot be read, or a field cannot be placed; all of them at once.
    """
    reader = open_pdf(pdf)
    try:
        taken = {state.field for state in states(reader)}
        pages = int(reader.root["/Pages"]["/Count"])
        problems = tuple(_problems(fields, taken, pages))
        if problems:
            raise PdfRefusedError(problems)
        if not fields:
            return pdf
        addendum = Addendum(reader, b"fields")
        for one in fields:
            append_signature_field(addendum, _specification(one))
        return addendum.finished()
    except FAULTS as fault:
        raise PdfRefusedError(damaged()) from fault


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


@dataclass(frozen=True, slots=True)
class FieldEntry:
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


def _specification(one: FieldPlace) -> SigFieldSpec:
    label = ", ".join(part for part in (one.name, one.role) if part)
    return SigFieldSpec(
        one.field,
        on_page=one.page,
        box=cast("tuple[int, int, int, int]", one.rectangle),
        readable_field_name=label or None,
        empty_field_appearance=False,
    )


def _problems(fields: Sequence[FieldPlace], taken: set[str], pages: int) -> Iterator[Problem]:
    for name, count in Counter(one.field for one in fields).items():
        if count > 1 or name in taken:
            yield Problem(name, message("This PDF already has a signature field of this name."))
    if len(fields) + len(taken) > MAX_FIELDS:
        yield Problem("", message("A PDF takes at most {most} signature fields.", most=MAX_FIELDS))
    for one in fields:
        left, bottom, right, top = one.rectangle
        if not one.field.replace("-", "").replace("_", "").isalnum():
            yield Problem(
                one.field,
                message("A field's name consists of letters, digits, hyphens and underlines."),
            )
        if not 0 <= one.page < pages:
            yield Problem(one.field, message("The PDF has no page {page}.", page=one.page + 1))
        if right - left < 1 or top - bottom < 1:
            yield Problem(one.field, message("The field has no room to sign in."))
