"""Finding out with the library what the signatures in a file are. Never uses a network."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cryptography import x509
from pyhanko.sign.ades.report import AdESFailure, AdESIndeterminate
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from smartcity_desktop.signing.facts import SignatureFacts, Signer, TimeStamp, Trust
from smartcity_desktop.signing.fields import field_entries
from smartcity_desktop.signing.key import name_in
from smartcity_desktop.signing.legible import legible
from smartcity_desktop.signing.library import FAULTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from asn1crypto import x509 as asn1_x509  # type: ignore[import-untyped]

    from smartcity_desktop.signing.fields import FieldEntry
    from smartcity_desktop.signing.opening import BoundedReader

_HEXADECIMAL = re.compile(rb"<[0-9A-Fa-f]*>")
_MISTRUST = {
    AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND: Trust.NO_ROOT,
    AdESIndeterminate.EXPIRED: Trust.OUT_OF_DATE,
    AdESIndeterminate.NOT_YET_VALID: Trust.OUT_OF_DATE,
    AdESIndeterminate.OUT_OF_BOUNDS_NO_POE: Trust.OUT_OF_DATE,
    AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED: Trust.OUT_OF_DATE,
    AdESFailure.NOT_YET_VALID: Trust.OUT_OF_DATE,
    AdESIndeterminate.CHAIN_CONSTRAINTS_FAILURE: Trust.NOT_FOR_SIGNING,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE: Trust.WEAK,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE: Trust.WEAK,
}


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


@dataclass(frozen=True, slots=True)
class _Standard:
    """By what signatures are judged."""

    roots: tuple[asn1_x509.Certificate, ...]
    now: datetime

    def at(self, moment: datetime) -> ValidationContext:
        return ValidationContext(trust_roots=list(self.roots), allow_fetching=False, moment=moment)


async def _read_all(
    reader: BoundedReader, filled: list[FieldEntry], standard: _Standard
) -> tuple[SignatureFacts, ...]:
    found = [await _read_one(reader, entry, standard) for entry in filled]
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
        last = reader.total_revisions
        return SignatureFacts(entry.name, last, intact=False, undisturbed=False, end=0)


async def _signature(embedded: EmbeddedPdfSignature, standard: _Standard) -> SignatureFacts:
    usage = KeyUsageConstraints(key_usage=_required_usage(embedded.signer_cert))
    moment = standard.now
    status = await async_validate_pdf_signature(
        embedded, standard.at(moment), key_usage_settings=usage
    )
    stamp = _stamp(status.timestamp_validity)
    if stamp is not None and stamp.vouched and not status.trusted:
        # A vouched time proves that the signature was there while the certificate still held.
        moment = stamp.at
        status = await async_validate_pdf_signature(
            embedded, standard.at(moment), standard.at(standard.now), key_usage_settings=usage
        )
    certifies, permits = _certification(embedded)
    return SignatureFacts(
        embedded.field_name,
        embedded.signed_revision,
        intact=bool(status.intact and status.valid) and _fills_its_gap(embedded),
        undisturbed=bool(status.docmdp_ok) and _only_filled_in(status.diff_result),
        end=_end(embedded),
        signer=_signer(status, moment),
        claimed=embedded.self_reported_timestamp,
        certifies=certifies,
        permits=permits,
        stamp=stamp,
    )


async def _document_stamp(embedded: EmbeddedPdfSignature, standard: _Standard) -> SignatureFacts:
    status = await async_validate_pdf_timestamp(embedded, standard.at(standard.now))
    return SignatureFacts(
        embedded.field_name,
        embedded.signed_revision,
        intact=bool(status.intact and status.valid) and _fills_its_gap(embedded),
        undisturbed=_only_filled_in(status.diff_result),
        end=_end(embedded),
        stamp=_stamp(status),
        stands_alone=True,
    )


def _required_usage(certificate: asn1_x509.Certificate) -> set[str]:
    """Return the uses of which a certificate must permit one; without any it permits all."""
    if certificate.key_usage_value is None:
        return set()
    return {"digital_signature", "non_repudiation"}


def _only_filled_in(difference: Any) -> bool:  # noqa: ANN401
    return (
        isinstance(difference, DiffResult)
        and difference.modification_level <= ModificationLevel.FORM_FILLING
    )


def _end(embedded: EmbeddedPdfSignature) -> int:
    _, _, start, length = (int(value) for value in embedded.byte_range)
    return start + length


def _fills_its_gap(embedded: EmbeddedPdfSignature) -> bool:
    """Tell whether the only bytes left out are the signature's own, and nothing hides in them."""
    begin, first, second, _ = (int(value) for value in embedded.byte_range)
    data = embedded.reader.stream.getbuffer()
    if begin != 0 or not _HEXADECIMAL.fullmatch(data[first:second]):
        return False
    used = len(embedded.pkcs7_content.rstrip(b"\0"))
    return used <= _length_of_der(embedded.pkcs7_content)


def _length_of_der(content: bytes) -> int:
    """Return the length of the first element, header included."""
    first = content[1]
    if first < 0x80:
        return 2 + first
    if first == 0x80:  # of open length: its end is marked, not counted
        return len(content)
    count = first & 0x7F
    return 2 + count + int.from_bytes(content[2 : 2 + count])


def _certification(embedded: EmbeddedPdfSignature) -> tuple[bool, int]:
    level = embedded.docmdp_level
    root = embedded.reader.root
    if level is None or "/Perms" not in root or "/DocMDP" not in root["/Perms"]:
        return False, 0
    certifying = root["/Perms"].raw_get("/DocMDP").reference
    return certifying == embedded.sig_field.raw_get("/V").reference, int(level.value)


def _stamp(status: Any) -> TimeStamp | None:  # noqa: ANN401
    if status is None:
        return None
    holds = bool(status.intact and status.valid)
    service = legible(status.signing_cert.subject.human_friendly)
    return TimeStamp(status.timestamp, service, holds, vouched=holds and bool(status.trusted))


def _signer(status: Any, moment: datetime) -> Signer:  # noqa: ANN401
    certificate = x509.load_der_x509_certificate(status.signing_cert.dump())
    trust, root = _trust(status, certificate, moment)
    return Signer(
        name_in(certificate.subject),
        name_in(certificate.issuer),
        status.signing_cert.sha256.hex(),
        certificate.not_valid_before_utc,
        certificate.not_valid_after_utc,
        trust,
        root,
    )


def _trust(status: Any, certificate: x509.Certificate, moment: datetime) -> tuple[Trust, str]:  # noqa: ANN401
    if status.trust_problem_indic is not None:
        return _MISTRUST.get(status.trust_problem_indic, Trust.UNKNOWN), ""
    if status.validation_path is None:
        return Trust.UNKNOWN, ""
    # The library does not look at the dates of a certificate that is itself a given root.
    if not certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc:
        return Trust.OUT_OF_DATE, ""
    return Trust.VOUCHED, legible(status.validation_path.first.subject.human_friendly)
