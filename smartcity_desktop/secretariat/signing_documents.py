"""Signing a document that lies in a folder, and taking one back that was signed elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.signatory import CHAIR
from smartcity_desktop.instruments.shipped import RESOURCES
from smartcity_desktop.store.durable import write_atomically
from smartcity_desktop.workplace.given_file import about, read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.signatory import Signatory
    from smartcity_desktop.secretariat.documents import Paper


class SigningField(Struct, frozen=True):
    """A prepared field.

    Attributes:
        name: of the field. role: for whom it was prepared. signed: something stands in it.
    """

    name: str
    role: str
    signed: bool


def read_fields(path: Path) -> tuple[SigningField, ...]:
    """Return the fields of a document, in the order of the form.

    Raises:
        InputError: it cannot be read. PdfRefusedError: it is damaged.
    """
    from smartcity_desktop.signing.field_states import signature_fields

    with about(path):
        states = signature_fields(read_bytes(path))
    return tuple(SigningField(state.field, state.label, state.signed) for state in states)


def fields_to_sign(fields: Sequence[SigningField]) -> tuple[SigningField, ...]:
    """Return the fields that may be signed now: the chair's alone for as long as it is empty."""
    empty = tuple(field for field in fields if not field.signed)
    return tuple(field for field in empty if field.name == CHAIR) or empty


class SigningWish(Struct, frozen=True):
    """How a document is signed.

    Attributes:
        p12: the file with key and certificate. field: of the form; empty takes the only empty one.
        tsa: address of a time-stamp service; empty for none.
    """

    p12: Path
    field: str = ""
    tsa: str = ""


def sign_document(
    path: Path, wish: SigningWish, passphrase: str, paper: Paper, clock: Clock
) -> tuple[SigningField, ...]:
    """Sign a document where it lies; returns its fields as they are then.

    Raises:
        InputError, KeyRefusedError: the key cannot be opened, or is not the one that is listed.
        PdfRefusedError: no such field, signed already, or an earlier signature does not hold.
        StoreError: it could not be written; the document is as it was.
    """
    from smartcity_desktop.language.dates import print_moment
    from smartcity_desktop.signing.mark import Mark
    from smartcity_desktop.signing.p12 import open_p12
    from smartcity_desktop.signing.sign import field_to_sign, sign_pdf
    from smartcity_desktop.signing.signatories import expect_listed, role_of

    with about(wish.p12):
        key = open_p12(read_bytes(wish.p12), passphrase)
    pdf = read_bytes(path)
    with about(path):
        chosen = field_to_sign(pdf, wish.field or None)
        people = read_people(pdf)
        expect_listed(people, chosen, key)
        zone, language = paper.zone.tzinfo, paper.language
        mark = Mark(
            intro=paper.translate(message("Signed electronically by:")),
            role=role_of(people, chosen, key),
            issued_by=paper.translate(message("Certificate issued by:")),
            write_moment=lambda moment: print_moment(moment.astimezone(zone), language),
            fonts=RESOURCES / "fonts",
        )
        signed = sign_pdf(pdf, key, chosen, moment=clock(), mark=mark, tsa_url=wish.tsa or None)
    write_atomically(path, signed)
    return read_fields(path)


def take_back(path: Path, returned: Path, clock: Clock) -> tuple[SigningField, ...]:
    """Put a document that was signed elsewhere in place of the one that left.

    Raises:
        PdfRefusedError: it is anything but this document with signatures added.
    """
    from smartcity_desktop.signing.returned import expect_signed_elsewhere

    signed = read_bytes(returned)
    with about(returned):
        expect_signed_elsewhere(read_bytes(path), signed, clock())
    write_atomically(path, signed)
    return read_fields(path)


def export_document(path: Path, target: Path) -> Path:
    """Copy a document as it is, fields still empty, to be signed elsewhere.

    Raises:
        InputError: it cannot be read. StoreError: it could not be written.
    """
    write_atomically(target, read_bytes(path))
    return target


def read_people(pdf: bytes) -> tuple[Signatory, ...]:
    """Return who is listed to sign a document; nobody where it carries no list."""
    from smartcity_desktop.signing.attachments import read_attachments
    from smartcity_desktop.signing.signatories import ATTACHMENT, read_signatories

    data = read_attachments(pdf).get(ATTACHMENT)
    return read_signatories(data) if data is not None else ()
