"""Results that name no judge: what is published, and what the panel keeps beside it.

The public document states regions, results and the digests of the counted seals, sorted. It
commits to the panel's own document by its SHA-256, so that nothing in that can be changed later,
and nothing in it can be guessed: it begins with a secret.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.results.facts import CountedSeal
from smartcity_desktop.results.in_force import number_decisions

if TYPE_CHECKING:
    from smartcity_desktop.results.facts import ResultsFacts

NAMES_NOBODY = frozenset(
    {
        DecisionKind.TIE,
        DecisionKind.STATUS,
        DecisionKind.NAME,
        DecisionKind.SELECT,
        DecisionKind.LEAVE,
    }
)
"""Decisions about regions alone; all others name a judge, a key, a seal or a panel file."""

_HEAD = '{"format":"panel-1","secret":"'
_MIDDLE = '","results":'


class PanelResults(Struct, frozen=True):
    """What only the panel sees.

    Attributes:
        secret: random bytes that belong to the assessment.
        results: the results document with judges, seals, sheets and every decision.
    """

    secret: bytes
    results: bytes

    def document(self) -> bytes:
        """Return the bytes that the public document commits to."""
        return f"{_HEAD}{self.secret.hex()}{_MIDDLE}".encode() + self.results + b"}"

    def sha256(self) -> str:
        """Return what the public document states of these bytes."""
        return hashlib.sha256(self.document()).hexdigest()


def read_panel_results(data: bytes) -> PanelResults | None:
    """Return what a document of the panel holds; None where the bytes are no such document."""
    found = re.match(rb'\{"format":"panel-1","secret":"([0-9a-f]{64})","results":', data)
    if found is None or not data.endswith(b"}"):
        return None
    return PanelResults(bytes.fromhex(found[1].decode()), data[found.end() : -1])


def publish(facts: ResultsFacts, panel_sha256: str) -> ResultsFacts:
    """Return what is published of the facts: nothing that names a judge, or leads to one.

    The digest of a sheet stays inside, for a sheet has so few possible contents that whoever
    knows its values finds the judge by trying; the digest of a seal covers a key and stays.
    """
    return replace(
        facts,
        roster=replace(facts.roster, judges=(), assignments=(), conflicts=(), issues=()),
        recusals=(),
        absences=(),
        seals=tuple(CountedSeal(s.digest, "", "", "") for s in facts.seals),
        sheets=(),
        decisions=number_decisions(d for d in facts.decisions if d.kind in NAMES_NOBODY),
        panel_sha256=panel_sha256,
    )
