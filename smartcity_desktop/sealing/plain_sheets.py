"""The short way for plain sheets: scored throughout, no abstention, no evidence; notes allowed.

Almost every sheet of a merge is plain, so this decides how long a merge takes. It takes nothing
that ``SheetChecker.check`` would refuse; whatever it does not take goes there.
"""

from __future__ import annotations

from hashlib import sha256 as _sha256
from itertools import compress, repeat
from operator import contains
from typing import TYPE_CHECKING, cast

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
from smartcity_desktop.sealing.plain_text import are_lines, is_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Payloads = Callable[[str], bytes | None]
    Permitted = frozenset[int] | range


_LONGEST_SET = 10_000


class PlainSheets:
    """Takes the plain sheets out of seals; made once for all files of a merge."""

    def __init__(
        self, ids: Sequence[str], permitted: Sequence[Permitted], names: Mapping[str, str]
    ) -> None:
        """Prepare what is asked of every sheet: indicators, their values, the regions' names."""
        self._owners = frozenset(ids) | {REGION_NOTE}
        self._permitted = tuple(permitted)
        self._everywhere = _common_to(self._permitted)
        self._names = names
        self._words: dict[str, tuple[bytes, bytes]] = {}
        if are_lines((*names, *names.values())):
            # Asked of all together; where one is no line, each is asked when its turn comes.
            self._words.update((region, words_about(region, names[region])) for region in names)

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
        held = _held(sheets, find_payload)
        regions, starts, notes, values = self._cut(judge, held) if held else _NOTHING
        if not regions or not is_line(judge) or not are_counted(starts):
            return {}
        rows = read_values(values, len(self._permitted))
        if rows is None or not self._permits(rows) or not are_noted(notes, self._owners):
            return {}
        return dict(zip(regions, rows, strict=True))

    def _cut(self, judge: str, payloads: Mapping[str, bytes]) -> _Cut:
        """Cut at the fixed words all payloads that have them; the others are left out."""
        for region in payloads.keys() - self._words.keys():
            self._learn(region, payloads[region])
        words = list(map(self._words.__getitem__, payloads))
        owned = words_of(judge)
        firsts = [owned + before for before, _ in words]
        seconds = [after for _, after in words]
        starts, met, rests = zip(*map(bytes.partition, payloads.values(), firsts), strict=True)
        notes, met_too, values = zip(*map(bytes.rpartition, rests, seconds), strict=True)
        begun = map(bytes.startswith, starts, repeat(BEGINNING))
        fitting = list(map(all, zip(met, met_too, begun, strict=True)))
        parts: tuple[tuple[object, ...], ...] = (tuple(payloads), starts, notes, values)
        if not all(fitting):
            parts = tuple(tuple(compress(part, fitting)) for part in parts)
        return cast("_Cut", parts)

    def _learn(self, region: str, payload: bytes) -> None:
        """Keep the words about a region; where its name is free, the first sheet's is expected.

        A sheet with another name is then not taken, which is no fault of it.
        """
        name = self._names[region] if region in self._names else _name_in(payload)
        plain = is_line(region) and is_line(name)
        self._words[region] = words_about(region, name) if plain else _NEVER

    def _permits(self, rows: Sequence[Sequence[int]]) -> bool:
        """Whether every indicator permits its value in every row."""
        if all(map(self._everywhere.issuperset, rows)):
            return True
        return all(all(map(contains, self._permitted, row)) for row in rows)


def _held(sheets: Mapping[str, str], find_payload: Payloads) -> dict[str, bytes]:
    """Return by region the payloads that are there and have the digests listed."""
    found = {
        region: payload
        for region, payload in zip(sheets, map(find_payload, sheets.values()), strict=True)
        if payload is not None
    }
    digests = [_sha256(payload).hexdigest() for payload in found.values()]
    if digests == list(sheets.values()):
        return found
    return {
        region: payload
        for (region, payload), digest in zip(found.items(), digests, strict=True)
        if digest == sheets[region]
    }


_Cut = tuple[tuple[str, ...], tuple[bytes, ...], tuple[bytes, ...], tuple[bytes, ...]]
"""Of each sheet: region, what stands before the fixed words, between them, and after them."""

_NOTHING: _Cut = ((), (), (), ())

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
