"""The audit log: append-only acts, each chained to the one before by its hash."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

GENESIS = "0" * 64
"""Hash that the first act points back to."""


class Act(Struct, frozen=True):
    """One recorded act.

    Attributes:
        number: 1, 2, 3 ... without gaps.
        kind: a fixed English word, such as ``seal`` or ``merge``; never a score value.
        details: sorted (name, text) pairs: codes, ids, digests.
        previous: hash of the act before, GENESIS for the first.
        hash: SHA-256 (hexadecimal) of the canonical JSON of all the other fields.
    """

    number: int
    at: str
    kind: str
    details: tuple[tuple[str, str], ...]
    previous: str
    hash: str


class Head(Struct, frozen=True):
    """The end of a chain: how many acts, and the hash of the last."""

    count: int = 0
    hash: str = GENESIS


def hash_of(number: int, at: str, kind: str, details: Iterable[tuple[str, str]],
            previous: str) -> str:  # fmt: skip
    """Return the hash that an act with these fields must carry."""
    record = {"at": at, "details": dict(details), "kind": kind, "number": number,
              "previous": previous}  # fmt: skip
    text = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def next_act(head: Head, at: str, kind: str, details: dict[str, str]) -> Act:
    """Return the act that follows this head."""
    pairs = tuple(sorted(details.items()))
    number = head.count + 1
    return Act(number, at, kind, pairs, head.hash, hash_of(number, at, kind, pairs, head.hash))


def first_fault(acts: Iterable[Act]) -> int | None:
    """Return the number of the first act that breaks the chain, or None when it is whole."""
    head = Head()
    for act in acts:
        intact = (
            act.number == head.count + 1
            and act.previous == head.hash
            and act.hash == hash_of(act.number, act.at, act.kind, act.details, act.previous)
        )
        if not intact:
            return head.count + 1
        head = Head(act.number, act.hash)
    return None
