"""The manifest: what one seal says, between values and canonical bytes."""

from __future__ import annotations

from operator import itemgetter

from msgspec import Struct

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.audit import Head
from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.sealing.canonical import canonical_bytes, parse_canonical
from smartcity_desktop.sealing.plain_text import are_digests, are_lines
from smartcity_desktop.sealing.strict_object import (
    MalformedError,
    StrictObject,
    strict_object,
)

TYPE = "smartcity-desktop/seal"
VERSION = 1

_SHEET_KEYS = ("region", "sha256")
_read_pair = itemgetter(*_SHEET_KEYS)
_KEYS = (
    "assessment",
    "assessment_key",
    "earlier",
    "enrolment",
    "instrument",
    "issue",
    "judge",
    "log",
    "mode",
    "number",
    "open",
    "reason",
    "sheets",
    "time",
    "type",
    "version",
)


class Manifest(Struct, frozen=True):
    """What one seal says; a complete snapshot of its issue.

    Attributes:
        number: 1, 2, 3 ... within the issue: one more than there are earlier seals.
        earlier: digests of ALL earlier seals of this issue, sorted.
        instrument: SHA-256 of the instrument's exact bytes.
        reason: why a sealed sheet was changed or withdrawn; empty when none was.
        sheets: (region, SHA-256 of the payload), sorted by region.
        open: the issue's other regions, sorted.
        enrolment: the proof, a compact JWS.
        log: head of the log of acts at the moment of sealing.
        assessment_key: canonical JWK text of the assessment's own key; empty without one.
    """

    mode: Mode
    assessment: str
    judge: str
    issue: str
    number: int
    earlier: tuple[str, ...]
    instrument: str
    time: str
    sheets: tuple[tuple[str, str], ...]
    open: tuple[str, ...]
    enrolment: str
    log: Head
    assessment_key: str = ""
    reason: str = ""


def write_manifest(manifest: Manifest) -> bytes:
    """Return the canonical bytes.

    Raises:
        MalformedError: the manifest is not one that ``read_manifest`` would take.
    """
    document = {
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
        "sheets": [{"region": region, "sha256": sha256} for region, sha256 in manifest.sheets],
        "time": manifest.time,
        "type": TYPE,
        "version": VERSION,
    }
    payload = canonical_bytes(document)
    read_manifest(payload)
    return payload


def read_manifest(payload: bytes) -> Manifest:
    """Return the manifest in these bytes: exact keys, exact types, sorted, nothing twice.

    Raises:
        MalformedError: with the reason of the refusal and the field.
        NotCanonicalError: the bytes are not canonical.
    """
    document = strict_object(parse_canonical(payload), _KEYS, "")
    document.exactly("type", TYPE)
    document.exactly("version", VERSION)
    sheets = _sheets(document)
    open_regions = document.lines("open")
    if not {region for region, _ in sheets}.isdisjoint(open_regions):
        raise MalformedError("open", RefusalReason.SHEET_DUPLICATED)
    earlier = document.digests("earlier")
    if document.count("number", 1) != len(earlier) + 1:
        raise MalformedError("number")
    log = document.part("log", ("count", "head"))
    return Manifest(
        mode=_mode(document),
        assessment=document.line("assessment"),
        judge=document.line("judge"),
        issue=document.line("issue"),
        number=len(earlier) + 1,
        earlier=earlier,
        instrument=document.digest("instrument"),
        time=document.instant("time"),
        reason=document.text("reason"),
        sheets=sheets,
        open=open_regions,
        enrolment=document.line("enrolment"),
        log=Head(log.count("count"), log.digest("head")),
        assessment_key=document.text("assessment_key"),
    )


def _sheets(document: StrictObject) -> tuple[tuple[str, str], ...]:
    """Read the longest part of a statement; its digests are looked at in one go."""
    sheets = _pairs(document.array("sheets"))
    if sheets is None:
        raise MalformedError("sheets")
    regions = [region for region, _ in sheets]
    if len(set(regions)) < len(sheets) or len({sha256 for _, sha256 in sheets}) < len(sheets):
        raise MalformedError("sheets", RefusalReason.SHEET_DUPLICATED)
    if regions != sorted(regions):
        raise MalformedError("sheets")
    return sheets


def _pairs(items: list[object]) -> tuple[tuple[str, str], ...] | None:
    """Return (region, digest), None where an entry is anything else."""
    objects = [item for item in items if type(item) is dict]
    if len(objects) < len(items) or not set(map(len, objects)) <= {len(_SHEET_KEYS)}:
        return None
    try:
        pairs = tuple(map(_read_pair, objects))
    except KeyError:
        return None
    regions, digests = zip(*pairs, strict=True) if pairs else ((), ())
    return pairs if are_digests(digests) and are_lines(regions) else None


def _mode(document: StrictObject) -> Mode:
    try:
        return Mode(document.line("mode"))
    except ValueError as error:
        raise MalformedError("mode") from error
