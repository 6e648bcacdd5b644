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
        self._permits_all = _permits_all(tuple(permitted))

    def take(
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


def _permits_all(permitted: tuple[Permitted, ...]) -> Callable[[Iterable[int]], bool]:
    """Return what tells whether every indicator permits its value."""
    first = permitted[0]
    if len(set(permitted)) == 1 and len(first) <= _LONGEST_SET:
        return frozenset(first).issuperset

    def each_permits(values: Iterable[int]) -> bool:
        return all(map(contains, permitted, values))

    return each_permits
