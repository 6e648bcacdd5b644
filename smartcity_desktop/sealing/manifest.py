"""The manifest: the small statement that a seal signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.audit import Head
from smartcity_desktop.sealing.canonical import canonical_bytes, read_canonical
from smartcity_desktop.sealing.fields import (
    MalformedError,
    take_count,
    take_list,
    take_object,
    take_sorted_texts,
    take_text,
)

if TYPE_CHECKING:
    from smartcity_desktop.sealing.canonical import Json

TYPE = "smartcity-desktop/seal"
VERSION = 1
_KEYS = frozenset(
    {
        "assessment", "assessment_key", "earlier", "enrolment", "instrument", "issue", "judge",
        "log", "mode", "number", "open", "reason", "sheets", "time", "type", "version",
    }
)  # fmt: skip
_SHEET = frozenset({"region", "sha256"})
_LOG = frozenset({"count", "head"})
DIGEST = re.compile(r"[0-9a-f]{64}")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a seal says.

    Attributes:
        number: 1, 2, 3 ... within the issue.
        earlier: digests of all earlier seals of this issue, sorted.
        instrument: SHA-256 of the instrument's exact bytes.
        reason: needed when a sealed sheet changes or is withdrawn; else may be empty.
        sheets: (region, SHA-256 of the payload), sorted by region. open: the other regions.
        enrolment: the proof as a compact JWS. log: head of the file's log of acts.
        assessment_key: the assessment's public JWK, or empty.
    """

    mode: Mode
    assessment: str
    assessment_key: str
    judge: str
    issue: str
    number: int
    earlier: tuple[str, ...]
    instrument: str
    time: str
    reason: str
    sheets: tuple[tuple[str, str], ...]
    open: tuple[str, ...]
    enrolment: str
    log: Head


def write_manifest(manifest: Manifest) -> bytes:
    """Return the canonical bytes that are signed."""
    return canonical_bytes(
        {
            "assessment": manifest.assessment,
            "assessment_key": manifest.assessment_key,
            "earlier": list(manifest.earlier),
            "enrolment": manifest.enrolment,
            "instrument": manifest.instrument,
            "issue": manifest.issue,
            "judge": manifest.judge,
            "log": {"count": manifest.log.count, "head": manifest.log.hash},
            "mode": manifest.mode.value,
            "number": manifest.number,
            "open": list(manifest.open),
            "reason": manifest.reason,
            "sheets": [{"region": code, "sha256": digest} for code, digest in manifest.sheets],
            "time": manifest.time,
            "type": TYPE,
            "version": VERSION,
        }
    )


def read_manifest(data: bytes) -> Manifest:
    """Return the manifest; raises ValueError for anything that is not exactly one."""
    record = take_object(read_canonical(data), _KEYS)
    if record["type"] != TYPE or record["version"] != VERSION:
        raise MalformedError("type or version")
    if record["mode"] not in (Mode.OFFICIAL.value, Mode.REHEARSAL.value):
        raise MalformedError("mode")
    log = take_object(record["log"], _LOG)
    manifest = Manifest(
        mode=Mode(record["mode"]),
        assessment=take_text(record, "assessment"),
        assessment_key=take_text(record, "assessment_key"),
        judge=take_text(record, "judge"),
        issue=take_text(record, "issue"),
        number=take_count(record, "number"),
        earlier=take_sorted_texts(record, "earlier"),
        instrument=take_text(record, "instrument"),
        time=take_text(record, "time"),
        reason=take_text(record, "reason"),
        sheets=tuple(_read_sheet(item) for item in take_list(record, "sheets")),
        open=take_sorted_texts(record, "open"),
        enrolment=take_text(record, "enrolment"),
        log=Head(take_count(log, "count"), take_text(log, "head")),
    )
    _check(manifest)
    return manifest


def _read_sheet(item: Json) -> tuple[str, str]:
    record = take_object(item, _SHEET)
    return take_text(record, "region"), take_text(record, "sha256")


def _check(manifest: Manifest) -> None:
    regions = [code for code, _ in manifest.sheets]
    if regions != sorted(set(regions)):
        raise MalformedError("sheets are not sorted, or a region is repeated")
    if set(regions) & set(manifest.open):
        raise MalformedError("a region is both sealed and open")
    digests = [*manifest.earlier, *(d for _, d in manifest.sheets), manifest.instrument]
    if not all(DIGEST.fullmatch(digest) for digest in (*digests, manifest.log.hash)):
        raise MalformedError("a digest is malformed")
    if manifest.number < 1 or not INSTANT.fullmatch(manifest.time):
        raise MalformedError("number or time")
