"""The list of signers that a document carries, and whether a key belongs to one of them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, KeyRefusedError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.signatory import Signatory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.signing.key import PdfSignerKey

ATTACHMENT = "signatories.json"
_DIGEST = re.compile(r"[0-9a-f]{64}")
_KEYS = {"field", "name", "role", "certificate_sha256"}
_MOST = 64


def read_signatories(data: bytes) -> tuple[Signatory, ...]:
    """Return the signers listed in the attachment ``signatories.json``.

    Raises:
        InputError: not such a list, or two signers for one field.
    """
    refused = InputError(
        Problem(ATTACHMENT, message("The document's list of signers cannot be read; it is not of "
                                    "this program, or was changed."))
    )  # fmt: skip
    try:
        entries = json.loads(data)
    except (ValueError, RecursionError):
        raise refused from None
    if not isinstance(entries, list) or len(entries) > _MOST:
        raise refused
    people = tuple(_signatory(one) for one in entries if _is_entry(one))
    if len(people) != len(entries) or len({one.field for one in people}) != len(people):
        raise refused
    return people


def expect_listed(people: Sequence[Signatory], field: str, key: PdfSignerKey) -> None:
    """Refuse a certificate other than the one the document lists for a field.

    Raises:
        KeyRefusedError: a signature with this certificate would never verify.
    """
    for one in people:
        listed = one.certificate_sha256
        if one.field == field and listed is not None and listed != key.certificate_sha256:
            what = message(
                "The field {field} waits for the certificate {listed}, but this is the certificate "
                "{found} of {name}. Nothing was signed: choose the right certificate or field.",
                field=field, listed=listed, found=key.certificate_sha256, name=key.name,
            )  # fmt: skip
            raise KeyRefusedError(what)


def role_of(people: Sequence[Signatory], field: str, key: PdfSignerKey) -> str:
    """Return as what the holder of a key signs in a field; empty where nothing supports it.

    A role is only said of the listed certificate; or, where none is listed, of one whose name
    is the listed name with or without degrees.
    """
    for one in people:
        if one.field == field:
            if one.certificate_sha256 is not None:
                return one.role if one.certificate_sha256 == key.certificate_sha256 else ""
            return one.role if _is_named(key.name, one.name) else ""
    return ""


def _is_named(found: str, listed: str) -> bool:
    words = _words(found)
    return len(words) > 0 and words <= _words(listed)


def _words(name: str) -> set[str]:
    return {word.strip(".,()").casefold() for word in name.split()} - {""}


def _signatory(entry: dict[str, str]) -> Signatory:
    return Signatory(entry["field"], entry["name"], entry["role"], entry["certificate_sha256"])


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict) or entry.keys() != _KEYS:
        return False
    digest = entry["certificate_sha256"]
    if digest is not None and not (isinstance(digest, str) and _DIGEST.fullmatch(digest)):
        return False
    return all(isinstance(entry[key], str) for key in ("field", "name", "role"))
