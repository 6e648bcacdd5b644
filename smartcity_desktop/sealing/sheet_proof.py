"""Proving sealed sheets: digest, canonical form, types, states and permitted values.

This runs for every sheet of every merge, so the common case takes the short way through it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from hashlib import sha256 as _sha256
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Refusal, RefusalReason
from smartcity_desktop.domain.score_sheet import REGION_NOTE, SheetState
from smartcity_desktop.sealing.canonical import NotCanonicalError, parse_canonical
from smartcity_desktop.sealing.manifest import DIGEST, INSTANT
from smartcity_desktop.sealing.sheet_payload import CHANGED_KEYS, EVIDENCE_KEYS, KEYS

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.sealing.canonical import Json

LONGEST_TEXT = 10_000
_NUMBERS = frozenset({int})
_NUMBERS_AND_NULLS = frozenset({int, type(None)})
_STATES = {state.value: state for state in SheetState}


class SealRefusedError(Exception):
    """A seal or a sheet under it failed one check; carries the refusal."""

    def __init__(self, refusal: Refusal) -> None:
        """Keep the refusal for the plan or the verdict."""
        super().__init__(str(refusal.what))
        self.refusal = refusal


class _FaultError(Exception):
    """One failed check, before judge and region are added."""

    def __init__(self, reason: RefusalReason, what: Message) -> None:
        super().__init__(str(what))
        self.reason = reason
        self.what = what


@dataclass(frozen=True, slots=True)
class SheetContent:
    """What a proven sheet contributes to results."""

    state: SheetState
    values: tuple[int | None, ...]


class SheetChecker:
    """Checks sheets against one instrument; made once and used for all files of a merge."""

    def __init__(self, instrument: Instrument) -> None:
        """Work out what each indicator permits."""
        indicators = instrument.indicators()
        self._ids = tuple(indicator.id for indicator in indicators)
        self._known = frozenset(self._ids)
        self._owners = self._known | {REGION_NOTE}
        self._scales = tuple(indicator.scale for indicator in indicators)
        listed = {frozenset(scale.values) for scale in self._scales}
        self._all_permit = listed.pop() if len(listed) == 1 else frozenset[int]()

    def check(self, payload: bytes, sha256: str, judge: str, region: str) -> SheetContent:
        """Check one payload that a seal lists under ``region`` with digest ``sha256``.

        Raises:
            SealRefusedError: the first check that fails, with judge and region.
        """
        if _sha256(payload).hexdigest() != sha256:
            reason, what = (
                RefusalReason.SHEET_CHANGED,
                message("The score sheet is not the one that was sealed: its content was changed."),
            )
            raise SealRefusedError(Refusal(reason, what, judge, region))
        try:
            return self._read(payload, judge, region)
        except NotCanonicalError as error:
            what = _malformed(str(error)).what
            refusal = Refusal(RefusalReason.SHEET_MALFORMED, what, judge, region)
            raise SealRefusedError(refusal) from error
        except _FaultError as fault:
            raise SealRefusedError(Refusal(fault.reason, fault.what, judge, region)) from fault

    def _read(self, payload: bytes, judge: str, region: str) -> SheetContent:
        record = parse_canonical(payload)
        if not isinstance(record, dict) or record.keys() != KEYS:
            raise _malformed("fields")
        if not payload.isascii() and not unicodedata.is_normalized("NFC", payload.decode()):
            raise _malformed("NFC")
        if b"\\" in payload:
            _refuse_control_characters(record)
        if record["judge"] != judge or record["region"] != region:
            raise _FaultError(
                RefusalReason.SHEET_MISPLACED,
                message("The sheet belongs to another judge or region than the seal says."),
            )
        self._check_texts(record)
        return self._content(record)

    def _content(self, record: dict[str, Json]) -> SheetContent:
        values = record["values"]
        if not isinstance(values, list) or len(values) != len(self._ids):
            raise _malformed("values")
        types = set(map(type, values))
        state = _STATES.get(record["state"]) if isinstance(record["state"], str) else None
        if state is None:
            raise _malformed("state")
        if not types <= _NUMBERS_AND_NULLS:
            raise _FaultError(
                RefusalReason.VALUE_NOT_PERMITTED,
                message("A score is not a whole number in the form that was agreed."),
            )
        if state is not SheetState.SCORED:
            if types - {type(None)} or record["abstained"] or not record["reason"]:
                raise _malformed("state")
        elif types == _NUMBERS and not record["abstained"]:
            self._check_values(values)
        else:
            self._check_abstentions(record["abstained"], values)
            self._check_values(values)
        return SheetContent(state, tuple(values))  # type: ignore[arg-type]

    def _check_values(self, values: list[Json]) -> None:
        if self._all_permit and self._all_permit.issuperset(values):
            return
        for indicator, scale, value in zip(self._ids, self._scales, values, strict=True):
            if value is not None and not scale.permits(value):  # type: ignore[arg-type]
                raise _FaultError(
                    RefusalReason.VALUE_NOT_PERMITTED,
                    message(
                        "The value {value} is not permitted for indicator {indicator}.",
                        value=str(value)[:20],
                        indicator=indicator,
                    ),
                )

    def _check_abstentions(self, abstained: Json, values: list[Json]) -> None:
        if not isinstance(abstained, dict):
            raise _malformed("abstained")
        empty = {i for i, value in zip(self._ids, values, strict=True) if value is None}
        if not abstained.keys() <= empty:
            raise _malformed("abstained")
        if missing := [i for i in self._ids if i in empty and i not in abstained]:
            raise _FaultError(
                RefusalReason.SHEET_UNFINISHED,
                message(
                    "The sheet is sealed although indicator {indicator} is neither scored nor "
                    "abstained.",
                    indicator=missing[0],
                ),
            )
        for reason in abstained.values():
            _check_text(reason, "abstained", needed=True)

    def _check_texts(self, record: dict[str, Json]) -> None:
        _check_text(record["name"], "name", needed=True)
        if record["reason"] != "":
            _check_text(record["reason"], "reason")
        changed = record["changed"]
        if not isinstance(changed, dict) or changed.keys() != CHANGED_KEYS:
            raise _malformed("changed")
        first, last, count = changed["first"], changed["last"], changed["count"]
        if type(count) is not int or not 0 <= count < 2**31:
            raise _malformed("changed")
        for moment in (first, last):
            if not isinstance(moment, str) or (moment and not INSTANT.fullmatch(moment)):
                raise _malformed("changed")
        if record["notes"] != {}:
            self._check_notes(record["notes"])
        if record["evidence"] != []:
            self._check_evidence(record["evidence"])

    def _check_notes(self, notes: Json) -> None:
        if not isinstance(notes, dict) or not notes.keys() <= self._owners:
            raise _malformed("notes")
        for note in notes.values():
            _check_text(note, "notes", needed=True)

    def _check_evidence(self, evidence: Json) -> None:
        if not isinstance(evidence, list):
            raise _malformed("evidence")
        for item in evidence:
            if not isinstance(item, dict) or item.keys() != EVIDENCE_KEYS:
                raise _malformed("evidence")
            _check_text(item["name"], "evidence", needed=True)
            owner, digest, size = item["indicator"], item["sha256"], item["size"]
            if owner not in self._owners or type(size) is not int or size < 0:
                raise _malformed("evidence")
            if not isinstance(digest, str) or not DIGEST.fullmatch(digest):
                raise _malformed("evidence")


def _check_text(value: Json, field: str, *, needed: bool = False) -> None:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or (needed and not value):
        raise _malformed(field)


def _refuse_control_characters(value: Json) -> None:
    """Canonical JSON writes them as escapes, so sheets without a backslash have none."""
    if isinstance(value, str):
        if any(ord(letter) < 32 and letter != "\n" for letter in value):
            raise _malformed("control characters")
    elif isinstance(value, dict):
        for item in value.values():
            _refuse_control_characters(item)
    elif isinstance(value, list):
        for item in value:
            _refuse_control_characters(item)


def _malformed(field: str) -> _FaultError:
    return _FaultError(
        RefusalReason.SHEET_MALFORMED,
        message(
            "The score sheet does not have the form of this program's sheets ({field}).",
            field=field,
        ),
    )
