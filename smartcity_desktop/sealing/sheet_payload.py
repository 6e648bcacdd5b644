"""The canonical JSON of a score sheet: the bytes that are shown, hashed, sealed and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from smartcity_desktop.domain.score_sheet import Changed, Evidence, ScoreSheet, SheetState
from smartcity_desktop.sealing.canonical import canonical_bytes, read_canonical
from smartcity_desktop.sealing.fields import (
    MalformedError,
    take_count,
    take_list,
    take_object,
    take_text,
)

if TYPE_CHECKING:
    from smartcity_desktop.sealing.canonical import Json

KEYS = frozenset(
    {
        "abstained", "changed", "evidence", "judge", "name", "notes", "reason", "region", "state",
        "values",
    }
)  # fmt: skip
CHANGED_KEYS = frozenset({"count", "first", "last"})
EVIDENCE_KEYS = frozenset({"indicator", "name", "sha256", "size"})


def write_sheet(sheet: ScoreSheet) -> bytes:
    """Return the canonical bytes of a sheet; raises NotCanonicalError for text outside NFC."""
    return canonical_bytes(
        {
            "abstained": dict(sheet.abstained),
            "changed": {
                "count": sheet.changed.count,
                "first": sheet.changed.first,
                "last": sheet.changed.last,
            },
            "evidence": [
                {"indicator": owner, "name": f.name, "sha256": f.sha256, "size": f.size}
                for owner, f in sheet.evidence
            ],
            "judge": sheet.judge,
            "name": sheet.name,
            "notes": dict(sheet.notes),
            "reason": sheet.reason,
            "region": sheet.region,
            "state": sheet.state.value,
            "values": list(sheet.values),
        }
    )


def read_sheet(payload: bytes) -> ScoreSheet:
    """Return the sheet of canonical bytes; raises ValueError for anything else.

    Only the form is checked here; whether an instrument permits the values is another matter.
    """
    record = take_object(read_canonical(payload), KEYS)
    values = take_list(record, "values")
    if not all(value is None or type(value) is int for value in values):
        raise MalformedError("values holds something that is not an integer")
    changed = take_object(record["changed"], CHANGED_KEYS)
    return ScoreSheet(
        take_text(record, "judge"),
        take_text(record, "region"),
        take_text(record, "name"),
        SheetState(take_text(record, "state")),
        take_text(record, "reason"),
        cast("tuple[int | None, ...]", tuple(values)),
        _read_texts(record["abstained"]),
        _read_texts(record["notes"]),
        tuple(_read_evidence(item) for item in take_list(record, "evidence")),
        Changed(
            take_text(changed, "first"), take_text(changed, "last"), take_count(changed, "count")
        ),
    )


def _read_texts(value: Json) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise MalformedError("not an object")
    return tuple((key, take_text(value, key)) for key in value)


def _read_evidence(item: Json) -> tuple[str, Evidence]:
    record = take_object(item, EVIDENCE_KEYS)
    file = Evidence(
        take_text(record, "name"), take_count(record, "size"), take_text(record, "sha256")
    )
    return take_text(record, "indicator"), file
