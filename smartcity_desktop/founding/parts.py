"""The parts of a draft, and what is said of a part that is not complete."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import Problem
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message


class Part(Enum):
    """The parts in the order in which they are asked for."""

    NAME = "name"
    PAPER = "paper"
    INSTRUMENT = "instrument"
    REGIONS = "regions"
    DOSSIERS = "dossiers"
    JUDGES = "judges"
    ASSIGNMENTS = "assignments"
    KEY = "key"


NAMES = {
    Part.NAME: message("Title"),
    Part.PAPER: message("Letterhead"),
    Part.INSTRUMENT: message("Instrument"),
    Part.REGIONS: message("Regions"),
    Part.DOSSIERS: message("Dossiers"),
    Part.JUDGES: message("Judges"),
    Part.ASSIGNMENTS: message("Assignments"),
    Part.KEY: message("Key"),
}


class FaultKind(Enum):
    """Missing: nothing was typed yet. Wrong: what was typed cannot stand."""

    MISSING = "missing"
    WRONG = "wrong"


class Fault(Struct, frozen=True):
    """One reason why a part is not complete."""

    kind: FaultKind
    problem: Problem


def missing(what: Message) -> Fault:
    """Return the fault of something that was not given yet."""
    return Fault(FaultKind.MISSING, Problem("", what))


def wrong(what: Message, where: str | Message = "") -> Fault:
    """Return the fault of something that cannot stand."""
    return Fault(FaultKind.WRONG, Problem(where, what))
