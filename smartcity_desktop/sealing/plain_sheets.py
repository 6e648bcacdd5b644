"""The short way for plain sheets: scored throughout, no abstention, no evidence; notes allowed.

Almost every sheet of a merge is plain, so this loop decides how long a merge takes. It takes
nothing that ``SheetChecker.check`` would refuse; whatever it does not take goes there.
"""

from __future__ import annotations

from hashlib import sha256 as _sha256
from itertools import chain
from operator import contains
from typing import TYPE_CHECKING, Any, cast

import orjson

from smartcity_desktop.domain.score_sheet import REGION_NOTE, SheetState
from smartcity_desktop.sealing.canonical import OPTIONS
from smartcity_desktop.sealing.plain_batch import (
    hold_only_integers,
    looks_plain,
    plain_values,
    read_together,
)
from smartcity_desktop.sealing.plain_text import are_instants, are_texts, is_line
from smartcity_desktop.sealing.sheet_payload import CHANGED_KEYS, KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    Payloads = Callable[[str], bytes | None]
    Permitted = frozenset[int] | range

_KEYS = list(KEYS)
_CHANGED_KEYS = list(CHANGED_KEYS)
_DIGITS = b"0123456789,-"
_LONGEST_SET = 10_000
_SCORED = SheetState.SCORED.value


class PlainSheets:
    """Takes the plain sheets out of seals; made once for all files of a merge."""

    def __init__(
        self, ids: Sequence[str], permitted: Sequence[Permitted], names: Mapping[str, str]
    ) -> None:
        """Prepare what is asked of every sheet: indicators, their values, the regions' names."""
        self._names = names
        self._seen: dict[str, str] = {}
        self._owners = frozenset(ids) | {REGION_NOTE}
        self._length = len(ids)
        self._permitted = _common(tuple(permitted))
        self._permits_all = _permits_all(tuple(permitted), self._permitted)

    def take(
        self, judge: str, sheets: Mapping[str, str], find_payload: Payloads
    ) -> dict[str, tuple[int, ...]]:
        """Return the values of the plain sheets by region: together, or one by one."""
        payloads = {
            sha256: payload
            for sha256 in sheets.values()
            if (payload := find_payload(sha256)) is not None and looks_plain(payload)
        }
        candidates = {code: sha256 for code, sha256 in sheets.items() if sha256 in payloads}
        together = self._take_together(judge, candidates, payloads) if candidates else {}
        return self._take_singly(judge, sheets, find_payload) if together is None else together

    def _take_together(
        self, judge: str, sheets: Mapping[str, str], payloads: Mapping[str, bytes]
    ) -> dict[str, tuple[int, ...]] | None:
        """Return the values of all these sheets, None where a single one is not plain."""
        records = read_together(payloads) if len(payloads) == len(sheets) else None
        if records is None or not hold_only_integers(payloads.values()):
            return None
        regions = list(sheets)
        found = plain_values(records, judge, regions, self._owners, self._length)
        if found is None:
            return None
        names, values = found
        if not all(map(self._has_name, regions, names)) or not self._permits(values):
            return None
        return dict(zip(regions, map(tuple, values), strict=True))

    def _has_name(self, region: str, name: object) -> bool:
        return self._seen.get(region) == name or self._is_named(region, name)

    def _permits(self, values: Sequence[Sequence[int]]) -> bool:
        if self._permitted is not None:
            return self._permitted.issuperset(chain.from_iterable(values))
        return all(map(self._permits_all, values))

    def _take_singly(
        self, judge: str, sheets: Mapping[str, str], find_payload: Payloads
    ) -> dict[str, tuple[int, ...]]:
        """Return the values of the plain sheets by region.

        Texts and moments are looked at in one go; where one of them is odd, no sheet is taken.
        """
        seen, owners, length, permits_all = (
            self._seen,
            self._owners,
            self._length,
            self._permits_all,
        )
        texts: list[object] = []
        moments: list[object] = []
        taken = {}
        for region, sha256 in sheets.items():
            payload = find_payload(sha256) or b""
            document = _parse(payload, sha256)
            if document is None:
                continue
            abstained, changed, evidence, on, name, notes, reason, of, state, values = document
            if state != _SCORED or reason != "" or abstained != {} or evidence != []:
                continue
            if on != judge or of != region:
                continue
            if seen.get(region) != name and not self._is_named(region, name):
                continue
            if not _has_only_integers(payload, values) or len(values) != length:
                continue
            if not permits_all(values) or not _is_counted(changed, moments):
                continue
            if notes != {}:
                if type(notes) is not dict or not notes.keys() <= owners:
                    continue
                texts += notes.values()
            taken[region] = tuple(values)
        return taken if are_instants(moments) and _all_say_something(texts) else {}

    def _is_named(self, region: str, name: object) -> bool:
        """Names recur from judge to judge, so the letters of each are looked at once."""
        if type(name) is not str or self._names.get(region, name) != name or not is_line(name):
            return False
        self._seen[region] = name
        return True


def _parse(payload: bytes, sha256: str) -> Collection[Any] | None:
    """Return the ten fields, None where other bytes, other fields or another spelling lie there."""
    if _sha256(payload).hexdigest() != sha256:
        return None
    try:
        document = orjson.loads(payload)
        if orjson.dumps(document, option=OPTIONS) != payload:
            return None
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return None
    return document.values() if type(document) is dict and list(document) == _KEYS else None


def _has_only_integers(payload: bytes, values: object) -> bool:
    """Read off the bytes, which end with the values: digits, commas and nothing else."""
    tail = payload[payload.rfind(b"[") + 1 :]
    return tail.translate(None, _DIGITS) == b"]}" and type(values) is list


def _is_counted(changed: object, moments: list[object]) -> bool:
    """Keep the two moments for later, when all are looked at together."""
    if type(changed) is not dict or list(changed) != _CHANGED_KEYS:
        return False
    count, first, last = changed.values()
    moments += (first, last)
    return type(count) is int and count > 0


def _all_say_something(texts: list[object]) -> bool:
    return are_texts(texts) and all(map(str.strip, cast("list[str]", texts)))


def _common(permitted: tuple[Permitted, ...]) -> frozenset[int] | None:
    """Return the one set of values that all indicators share, where it is small enough."""
    first = permitted[0]
    same = len(set(permitted)) == 1 and len(first) <= _LONGEST_SET
    return frozenset(first) if same else None


def _permits_all(
    permitted: tuple[Permitted, ...], common: frozenset[int] | None
) -> Callable[[Iterable[int]], bool]:
    """Return what tells whether every indicator permits its value."""
    if common is not None:
        return common.issuperset

    def each_permits(values: Iterable[int]) -> bool:
        return all(map(contains, permitted, values))

    return each_permits
