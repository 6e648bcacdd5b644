"""The short way for plain sheets: scored throughout, no abstention, no evidence; notes allowed.

Almost every sheet of a merge is plain, so this decides how long a merge takes. It takes nothing
that ``SheetChecker.check`` would refuse; whatever it does not take goes there.
"""

from __future__ import annotations

from hashlib import sha256 as _sha256
from operator import contains
from typing import TYPE_CHECKING

import orjson

from smartcity_desktop.domain.score_sheet import REGION_NOTE
from smartcity_desktop.sealing.plain_batch import (
    BEGINNING,
    are_counted,
    are_noted,
    read_values,
    words_about,
    words_of,
)
from smartcity_desktop.sealing.plain_text import is_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    Payloads = Callable[[str], bytes | None]
    Permitted = frozenset[int] | range


_LONGEST_SET = 10_000


class PlainSheets:
    """Takes the plain sheets out of seals; made once for all files of a merge."""

    def __init__(
        self,
        ids: Sequence[str],
        permitted: Sequence[Permitted],
        names: Mapping[str, str],
        former: Collection[tuple[str, str]] = (),
    ) -> None:
        """Prepare what is asked of every sheet: indicators, their values, the regions' names."""
        self._owners = frozenset(ids) | {REGION_NOTE}
        self._permitted = tuple(permitted)
        self._everywhere = _common_to(self._permitted)
        self._names = names
        self._former = former
        self._renamed = frozenset(code for code, _ in former)
        self._words: dict[str, tuple[bytes, bytes]] = {}

    def take(
        self, judge: str, sheets: Mapping[str, str], find_payload: Payloads
    ) -> dict[str, list[int]]:
        """Return the values of the plain sheets by region.

        Where an open place holds what it must not, none is taken: that sheet will be refused.

        Args:
            judge: whose seal it is.
            sheets: SHA-256 of the payload by region.
            find_payload: returns the payload of a digest, or None.
        """
        regions, starts, notes, values = [], [], [], []
        owned = words_of(judge)
        for region, sha256 in sheets.items():
            payload = find_payload(sha256)
            if payload is None or _sha256(payload).hexdigest() != sha256:
                continue
            before, after = self._words.get(region) or self._learn(region, payload)
            start, met, rest = payload.partition(owned + before)
            note, met_too, value = rest.rpartition(after)
            if met and met_too and start.startswith(BEGINNING):
                regions.append(region)
                starts.append(start)
                notes.append(note)
                values.append(value)
        if not regions or not is_line(judge) or not are_counted(starts):
            return {}
        rows = read_values(values, len(self._permitted))
        if rows is None or not self._permits(rows) or not are_noted(notes, self._owners):
            return {}
        return dict(zip(regions, rows, strict=True))

    def _learn(self, region: str, payload: bytes) -> tuple[bytes, bytes]:
        """Return the words about a region; of several names it may bear, those on the first sheet.

        A sheet with another name is then not taken, which is no fault of it.
        """
        name = self._names.get(region)
        if name is None or region in self._renamed:
            found = _name_in(payload)
            name = found if name is None or (region, found) in self._former else name
        if not is_line(region) or not is_line(name):
            return _NEVER
        words = self._words[region] = words_about(region, name)
        return words

    def _permits(self, rows: Sequence[Sequence[int]]) -> bool:
        """Whether every indicator permits its value in every row."""
        if all(map(self._everywhere.issuperset, rows)):
            return True
        return all(all(map(contains, self._permitted, row)) for row in rows)


_NEVER = (b"\n", b"\n")
"""Words that no canonical bytes hold."""


def _common_to(permitted: Sequence[Permitted]) -> frozenset[int]:
    """Return values that all indicators permit: all of them where those are few, or none."""
    if max(map(len, permitted)) > _LONGEST_SET:
        return frozenset()
    return frozenset.intersection(*map(frozenset, permitted))


def _name_in(payload: bytes) -> str:
    try:
        name = orjson.loads(payload)["name"]
    except (orjson.JSONDecodeError, TypeError, KeyError):
        return ""
    return name if type(name) is str else ""
