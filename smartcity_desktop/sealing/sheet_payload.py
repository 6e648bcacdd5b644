"""The one representation of a score sheet, between values and canonical bytes.

The bytes written here are what is stored, shown, hashed, sealed, merged and counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.domain.score_sheet import (
    REGION_NOTE,
    Changed,
    Evidence,
    ScoreSheet,
    SheetState,
)
from smartcity_desktop.sealing.canonical import dump_canonical, parse_canonical
from smartcity_desktop.sealing.plain_text import are_texts
from smartcity_desktop.sealing.strict_object import MalformedError, StrictObject, strict_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

KEYS = (
    "abstained",
    "changed",
    "evidence",
    "judge",
    "name",
    "notes",
    "reason",
    "region",
    "state",
    "values",
)
"""Sorted, as canonical bytes hold them: ``values`` is always the last."""

CHANGED_KEYS = ("count", "first", "last")
EVIDENCE_KEYS = ("indicator", "name", "sha256", "size")


def write_sheet(sheet: ScoreSheet, indicator_ids: Sequence[str]) -> bytes:
    """Return the canonical bytes of a sheet, a draft or a finished one.

    Raises:
        ValueError: the sheet is not one that ``read_sheet`` would give back; a caller's fault,
            such as text that is not NFC, an unknown indicator, things out of order.
    """
    document = {
        "abstained": dict(sheet.abstained),
        "changed": {
            "count": sheet.changed.count,
            "first": sheet.changed.first,
            "last": sheet.changed.last,
        },
        "evidence": [
            {"indicator": owner, "name": file.name, "sha256": file.sha256, "size": file.size}
            for owner, file in sheet.evidence
        ],
        "judge": sheet.judge,
        "name": sheet.name,
        "notes": dict(sheet.notes),
        "reason": sheet.reason,
        "region": sheet.region,
        "state": sheet.state.value,
        "values": list(sheet.values),
    }
    data = dump_canonical(document)
    try:
        if read_sheet(data, indicator_ids) != sheet:
            raise ValueError("the sheet's parts are not in their order")
    except MalformedError as error:
        raise ValueError(f"the sheet cannot be written: {error}") from error
    return data


def read_sheet(data: bytes, indicator_ids: Sequence[str]) -> ScoreSheet:
    """Return the sheet in these bytes, which may be a draft.

    Which values are permitted is the instrument's business and not looked at here.

    Raises:
        MalformedError: other keys or types, or the parts contradict each other.
        NotCanonicalError: the bytes are not canonical.
    """
    document = strict_object(parse_canonical(data), KEYS, "")
    sheet = ScoreSheet(
        judge=document.line("judge"),
        region=document.line("region"),
        name=document.line("name"),
        state=_state(document),
        reason=document.text("reason"),
        values=_values(document, indicator_ids),
        abstained=_texts(document, "abstained", indicator_ids),
        notes=_texts(document, "notes", (REGION_NOTE, *indicator_ids)),
        evidence=_evidence(document, {REGION_NOTE, *indicator_ids}),
        changed=_changed(document.part("changed", CHANGED_KEYS)),
    )
    _check_agreement(sheet, indicator_ids)
    return sheet


def with_evidence(payloads: Iterable[bytes]) -> list[bytes]:
    """Return those of these canonical sheets that list any evidence."""
    return [payload for payload in payloads if _NO_EVIDENCE not in payload]


_NO_EVIDENCE = b'"evidence":[]'
"""A text in the sheet cannot hold these bytes: its quotes are written with a backslash."""


def _state(document: StrictObject) -> SheetState:
    try:
        return SheetState(document.line("state"))
    except ValueError as error:
        raise MalformedError("state") from error


def _values(document: StrictObject, indicator_ids: Sequence[str]) -> tuple[int | None, ...]:
    values = document.array("values")
    if len(values) != len(indicator_ids):
        raise MalformedError("values")
    found: list[int | None] = []
    for indicator, value in zip(indicator_ids, values, strict=True):
        if value is not None and type(value) is not int:
            raise MalformedError(f"values.{indicator}", RefusalReason.VALUE_NOT_PERMITTED)
        found.append(value)
    return tuple(found)


def _texts(document: StrictObject, key: str, owners: Sequence[str]) -> tuple[tuple[str, str], ...]:
    texts = document.fields[key]
    if type(texts) is not dict or not texts.keys() <= set(owners):
        raise MalformedError(key)
    if not are_texts(texts.values()) or not all(map(str.strip, texts.values())):
        raise MalformedError(key)
    return tuple(texts.items())


def _evidence(document: StrictObject, owners: set[str]) -> tuple[tuple[str, Evidence], ...]:
    """A name is a name, never a path: whoever saves the file elsewhere joins it to a folder."""
    evidence = []
    for item in document.parts("evidence", EVIDENCE_KEYS):
        owner, name = item.line("indicator"), item.line("name")
        if owner not in owners or {"/", "\\"} & set(name):
            raise MalformedError("evidence")
        evidence.append((owner, Evidence(name, item.count("size"), item.digest("sha256"))))
    order = [(owner, file.name, file.sha256) for owner, file in evidence]
    if sorted(set(order)) != order:
        raise MalformedError("evidence")
    return tuple(evidence)


def _changed(changed: StrictObject) -> Changed:
    count = changed.count("count")
    if count == 0:
        changed.exactly("first", "")
        changed.exactly("last", "")
        return Changed("", "", 0)
    return Changed(changed.instant("first"), changed.instant("last"), count)


def _check_agreement(sheet: ScoreSheet, indicator_ids: Sequence[str]) -> None:
    """Only a scored sheet has values and abstentions; every other has a reason instead."""
    scored = sheet.state is SheetState.SCORED
    if scored is bool(sheet.reason.strip()) or (scored and sheet.reason):
        raise MalformedError("reason")
    if not scored and (sheet.abstained or any(value is not None for value in sheet.values)):
        raise MalformedError("values")
    excused = {indicator for indicator, _ in sheet.abstained}
    for indicator, value in zip(indicator_ids, sheet.values, strict=True):
        if value is not None and indicator in excused:
            raise MalformedError(f"abstained.{indicator}")
