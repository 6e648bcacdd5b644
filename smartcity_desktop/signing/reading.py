"""Finding out with the library what the signatures in a file are. Never uses a network."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from pyhanko.pdf_utils.generic import IndirectObject
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko_certvalidator import ValidationContext

from smartcity_desktop.signing.byte_range import covered_end, fills_its_gap
from smartcity_desktop.signing.facts import SignatureFacts
from smartcity_desktop.signing.field_states import field_entries
from smartcity_desktop.signing.library import FAULTS
from smartcity_desktop.signing.policy import POLICY, only_filled_in
from smartcity_desktop.signing.trust import signer_of, time_stamp_of, uses_required_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from asn1crypto import x509 as asn1_x509  # type: ignore[import-untyped]

    from smartcity_desktop.signing.field_states import FieldEntry
    from smartcity_desktop.signing.opening import BoundedReader


def read_signatures(
    reader: BoundedReader, roots: Sequence[asn1_x509.Certificate], now: datetime
) -> tuple[SignatureFacts, ...]:
    """Return all signatures in the order in which they were made.

    Args:
        reader: an open PDF.
        roots: the certificates that are trusted, and no others.
        now: the moment at which certificates must hold.

    Raises:
        PdfRefusedError: the form cannot be read.
    """
    filled = [entry for entry in field_entries(reader) if entry.filled]
    return asyncio.run(_read_all(reader, filled, _Standard(tuple(roots), now)))


class _Standard(Struct, frozen=True):
    """By what signatures are judged."""

    roots: tuple[asn1_x509.Certificate, ...]
    now: datetime

    def at(self, moment: datetime) -> ValidationContext:
        return ValidationContext(trust_roots=list(self.roots), allow_fetching=False, moment=moment)


async def _read_all(
    reader: BoundedReader, filled: list[FieldEntry], standard: _Standard
) -> tuple[SignatureFacts, ...]:
    shared = Counter(_value(entry) for entry in filled)
    found = [
        await _read_one(reader, entry, standard)
        if shared[_value(entry)] == 1
        else _unreadable(reader, entry)
        for entry in filled
    ]
    return tuple(sorted(found, key=lambda one: (one.revision, one.field)))


async def _read_one(
    reader: BoundedReader, entry: FieldEntry, standard: _Standard
) -> SignatureFacts:
    try:
        embedded = EmbeddedPdfSignature(reader, entry.dictionary, entry.name)
        if embedded.sig_object_type == "/DocTimeStamp":
            return await _document_stamp(embedded, standard)
        return await _signature(embedded, standard)
    except FAULTS:
        return _unreadable(reader, entry)


def _value(entry: FieldEntry) -> object:
    """Return what stands in a field; one signature in two fields is nobody's."""
    value = entry.dictionary.raw_get("/V")
    return value.reference if isinstance(value, IndirectObject) else id(value)


def _unreadable(reader: BoundedReader, entry: FieldEntry) -> SignatureFacts:
    last = reader.total_revisions
    return SignatureFacts(entry.name, last, intact=False, undisturbed=False, end=0)


async def _signature(embedded: EmbeddedPdfSignature, standard: _Standard) -> SignatureFacts:
    usage = uses_required_of(embedded.signer_cert)
    moment = standard.now
    status = await async_validate_pdf_signature(
        embedded, standard.at(moment), diff_policy=POLICY, key_usage_settings=usage
    )
    stamp = time_stamp_of(status.timestamp_validity)
    if stamp is not None and stamp.vouched and not status.trusted:
        # A vouched time proves that the signature was there while the certificate still held.
        moment = stamp.at
        status = await async_validate_pdf_signature(
            embedded,
            standard.at(moment),
            standard.at(standard.now),
            diff_policy=POLICY,
            key_usage_settings=usage,
        )
    certifies, permits = _certification(embedded)
    return SignatureFacts(
        embedded.field_name,
        embedded.signed_revision,
        intact=bool(status.intact and status.valid) and fills_its_gap(embedded),
        undisturbed=bool(status.docmdp_ok) and only_filled_in(status.diff_result),
        end=covered_end(embedded),
        signer=signer_of(status, moment),
        claimed=embedded.self_reported_timestamp,
        certifies=certifies,
        permits=permits,
        stamp=stamp,
    )


async def _document_stamp(embedded: EmbeddedPdfSignature, standard: _Standard) -> SignatureFacts:
    status = await async_validate_pdf_timestamp(
        embedded, standard.at(standard.now), diff_policy=POLICY
    )
    return SignatureFacts(
        embedded.field_name,
        embedded.signed_revision,
        intact=bool(status.intact and status.valid) and fills_its_gap(embedded),
        undisturbed=only_filled_in(status.diff_result),
        end=covered_end(embedded),
        stamp=time_stamp_of(status),
        stands_alone=True,
    )


def _certification(embedded: EmbeddedPdfSignature) -> tuple[bool, int]:
    level = embedded.docmdp_level
    root = embedded.reader.root
    if level is None or "/Perms" not in root or "/DocMDP" not in root["/Perms"]:
        return False, 0
    certifying = root["/Perms"].raw_get("/DocMDP").reference
    return certifying == embedded.sig_field.raw_get("/V").reference, int(level.value)
