"""Preparing empty signature fields."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol, cast

from msgspec import Struct
from pyhanko.sign.fields import (
    SigFieldSpec,
    append_signature_field,
)

from smartcity_desktop.domain.errors import Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.signing.addendum import Addendum
from smartcity_desktop.signing.field_states import MAX_FIELDS, field_entries
from smartcity_desktop.signing.library import FAULTS
from smartcity_desktop.signing.opening import PdfRefusedError, damaged, open_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


Rectangle = tuple[float, float, float, float]


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


class FieldBox(Struct, frozen=True):
    """A place for a signature field: page from 0; left, bottom, right, top in points."""

    field: str
    page: int
    rectangle: Rectangle
    name: str = ""
    role: str = ""


def prepare_fields(pdf: bytes, fields: Sequence[FieldPlace]) -> bytes:
    """Return the PDF with empty signature fields added at its end.

    The same input gives the same bytes; a PDF/A-3b stays one.

    Raises:
        PdfRefusedError: the PDF cannot be read, or a field cannot be placed; all of them at once.
    """
    reader = open_pdf(pdf)
    try:
        taken = {entry.name for entry in field_entries(reader)}
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
