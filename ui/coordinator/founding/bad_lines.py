"""Which lines of a typed list the sentences about it speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sized

    from smartcity_desktop.founding.parts import Fault


def bad_lines(faults: Iterable[Fault], rows: Sized) -> frozenset[int]:
    """Return the numbers, from 1, of lines that are to be corrected."""
    found = set()
    for fault in faults:
        where = fault.problem.where
        if isinstance(where, Message):
            line = dict(where.fields).get("line")
            if isinstance(line, int) and line <= len(rows):
                found.add(line)
    return frozenset(found)
