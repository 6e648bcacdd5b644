"""The short way for plain sheets: scored throughout, no abstention, no evidence; notes allowed.

Almost every sheet of a merge is plain, so this loop decides how long a merge takes. It takes
nothing that ``SheetChecker.check`` would refuse; whatever it does not take goes there.
"""

from __future__ import annotations

from hashlib import sha256 as _sha256
from operator import contains
from typing import TYPE_CHECKING, Any, cast

import orjson

from smartcity_desktop.domain.score_sheet import REGION_NOTE, SheetState
from smartcity_desktop.sealing.canonical import OPTIONS
from smartcity_desktop.sealing.plain_text import are_instants, are_texts, is_line
from smartcity_desktop.sealing.sheet_payload import CHANGED_KEYS, KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

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
        self._lines: set[str] = set()
        self._owners = frozenset(ids) | {REGION_NOTE}
        self._length = len(ids)
        self._permits_all = _permits_all(tuple(permitted))

    def take(
        self, judge: str, sheets: Mapping[str, str], find_payload: Payloads
    ) -> dict[str, tuple[int, ...]]:
        """Return the values of the plain sheets by region.

        Texts and moments are looked at in one go; where one of them is odd, no sheet is taken.
        """
        owners, permits_all, is_named = self._owners, self._permits_all, self._is_named
        texts: list[object] = []
        moments: list[object] = []
        taken = {}
        for region, sha256 in sheets.items():
            payload = find_payload(sha256)
            fields = _fields_of(payload, sha256) if payload else None
            if fields is None or payload is None:
                continue
            changed, of_judge, name, notes, of_region, values = fields
            if of_judge != judge or of_region != region or not is_named(region, name):
                continue
            if len(values) != self._length or not permits_all(values):
                continue
            if notes:
                if not notes.keys() <= owners:
                    continue
                texts += notes.values()
            moments += changed
            taken[region] = tuple(values)
        return taken if are_instants(moments) and _all_say_something(texts) else {}

    def _is_named(self, region: str, name: object) -> bool:
        """Names recur from judge to judge, so the letters of each are looked at once."""
        if type(name) is not str or self._names.get(region, name) != name:
            return False
        if name not in self._lines and is_line(name):
            self._lines.add(name)
        return name in self._lines


def _fields_of(payload: bytes, sha256: str) -> tuple[Any, ...] | None:
    """Return what still has to be looked at, None where a sheet is not plain or not sound."""
    document = _parse(payload) if _sha256(payload).hexdigest() == sha256 else None
    if type(document) is not dict or list(document) != _KEYS:
        return None
    (abstained, changed, evidence, judge, name, notes, reason, region, state, values) = (
        document.values()
    )
    if (
        (state != _SCORED or reason != "" or abstained != {} or evidence != [])
        or (type(notes) is not dict or not _has_only_integers(payload, values))
        or (type(changed) is not dict or list(changed) != _CHANGED_KEYS)
    ):
        return None
    count, first, last = changed.values()
    if type(count) is not int or count < 1:
        return None
    return (first, last), judge, name, notes, region, values


def _parse(payload: bytes) -> object:
    """Return the document, None where another one or another spelling lies in the bytes."""
    try:
        document: object = orjson.loads(payload)
        return document if orjson.dumps(document, option=OPTIONS) == payload else None
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return None


def _has_only_integers(payload: bytes, values: object) -> bool:
    """Read off the bytes, which end with the values: digits, commas and nothing else."""
    tail = payload[payload.rfind(b"[") + 1 :]
    return type(values) is list and tail.translate(None, _DIGITS) == b"]}"


def _all_say_something(texts: list[object]) -> bool:
    return are_texts(texts) and all(map(str.strip, cast("list[str]", texts)))


def _permits_all(permitted: tuple[Permitted, ...]) -> Callable[[Iterable[int]], bool]:
    """Return what tells whether every indicator permits its value."""
    first = permitted[0]
    if len(set(permitted)) == 1 and len(first) <= _LONGEST_SET:
        return frozenset(first).issuperset

    def each_permits(values: Iterable[int]) -> bool:
        return all(map(contains, permitted, values))

    return each_permits
