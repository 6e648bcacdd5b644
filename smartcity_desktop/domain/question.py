"""An open question: what nobody but people can settle, and how they would."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message


class QuestionKind(Enum):
    """What is open. The values appear in ``--json``."""

    KEY = "key"
    SEALS = "seals"
    ISSUES = "issues"
    PAPER_DIFFERS = "paper_differs"
    PAPER_AND_ELECTRONIC = "paper_and_electronic"
    PAPER_HALF_TYPED = "paper_half_typed"
    LATE_SEAL = "late_seal"
    REPORTED_ABSENT = "reported_absent"
    MISSING = "missing"
    TIE = "tie"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Question:
    """One open question.

    Attributes:
        answers: the arguments of ``decide`` for each possible answer, kind first.
        blocking: whether a declaration waits for it.
        judge, region: what it concerns; either may be empty.
    """

    kind: QuestionKind
    what: Message
    answers: tuple[tuple[str, ...], ...]
    blocking: bool
    judge: str = ""
    region: str = ""
