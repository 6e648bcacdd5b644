"""An open question: what nobody but people can settle, and how they would."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.score_sheet import SheetState


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


class Rival(Struct, frozen=True):
    """What one of the seals in dispute says of a judge and a region.

    Attributes:
        seal: its digest. issue: the panel file it came in. paper: typed from a paper sheet.
        state: None where that seal leaves the region open.
        values: value x 10**decimals in instrument order, None where there is none; empty where
            the region is left open.
    """

    seal: str
    issue: str
    paper: bool
    state: SheetState | None
    values: tuple[int | None, ...]


class Question(Struct, frozen=True):
    """One open question.

    Attributes:
        answers: the arguments of ``decide`` for each possible answer, kind first.
        blocking: whether a declaration waits for it.
        judge, region: what it concerns; either may be empty.
        rivals: what cannot all stand, in the order of the answers; most questions have none.
    """

    kind: QuestionKind
    what: Message
    answers: tuple[tuple[str, ...], ...]
    blocking: bool
    judge: str = ""
    region: str = ""
    rivals: tuple[Rival, ...] = ()
