"""Objections to declared results: who, which region, claim, answer and outcome."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class ObjectionOutcome(Enum):
    """What became of an objection; a closed list. The values appear in ``--json``."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class ObjectionAnswer(Struct, frozen=True):
    """What was answered. ``outcome`` is never OPEN; ``by`` is who answered."""

    outcome: ObjectionOutcome
    text: str
    by: str
    at: str


class Objection(Struct, frozen=True):
    """One objection; it alters nothing by itself.

    Attributes:
        number: 1, 2, 3 ... in the assessment.
        declaration: number of the declaration objected to.
        by: who objects.
        answer: None while the objection is open.
        reopened: whether that declaration was reopened because of it.
    """

    number: int
    declaration: int
    region: str
    by: str
    claim: str
    at: str
    answer: ObjectionAnswer | None = None
    reopened: bool = False

    @property
    def outcome(self) -> ObjectionOutcome:
        """What became of it."""
        return self.answer.outcome if self.answer else ObjectionOutcome.OPEN
