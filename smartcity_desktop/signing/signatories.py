"""The list of signers that a document carries."""

from __future__ import annotations

import json
import re

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.signatory import Signatory

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


def _signatory(entry: dict[str, str]) -> Signatory:
    return Signatory(entry["field"], entry["name"], entry["role"], entry["certificate_sha256"])


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict) or entry.keys() != _KEYS:
        return False
    digest = entry["certificate_sha256"]
    if digest is not None and not (isinstance(digest, str) and _DIGEST.fullmatch(digest)):
        return False
    return all(isinstance(entry[key], str) for key in ("field", "name", "role"))
