"""What is wrong with an instrument, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.instruments.limits import MOST_PROBLEMS

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message

_LONGEST_SHOWN = 40


class InstrumentError(InputError):
    """An instrument that cannot be used; it carries everything that is wrong with it."""


class Place(Struct, frozen=True):
    """The way from the file down to one key, as a person finds it again.

    Attributes:
        file: what the instrument was read from, as it is shown to people.
        steps: such as ``dimensions[3] "C"``, ``indicators[4] "C4"``, ``weight``; entries of a
            list are counted from 1.
    """

    file: str
    steps: tuple[str, ...] = ()

    def key(self, name: str) -> Place:
        """Return the place of a key of the table here."""
        return Place(self.file, (*self.steps, shown(name)))

    def entry(self, name: str, number: int, label: object = "") -> Place:
        """Return the place of an entry of a list, with its id where it has one."""
        step = f"{name}[{number}]"
        if isinstance(label, str) and label:
            step += f' "{shown(label)}"'
        return Place(self.file, (*self.steps, step))

    @property
    def trail(self) -> str:
        """The way inside the file."""
        return " > ".join(self.steps)

    def __str__(self) -> str:
        """Return file and way."""
        return ", ".join(part for part in (self.file, self.trail) if part)


class Findings:
    """Problems in the order in which they are found."""

    def __init__(self) -> None:
        """Begin without any."""
        self._problems: dict[Problem, None] = {}

    def add(self, place: Place, what: Message) -> None:
        """Keep one problem; what several indicators share is named once.

        Raises:
            InstrumentError: there are more than `MOST_PROBLEMS` now.
        """
        problem = Problem(str(place), what)
        if problem in self._problems:
            return
        if len(self._problems) == MOST_PROBLEMS:
            what = message("From here on there are more problems. Correct these first.")
            raise InstrumentError([*self._problems, Problem(str(place), what)])
        self._problems[problem] = None

    def count(self) -> int:
        """Return how many problems there are."""
        return len(self._problems)

    def refuse(self) -> None:
        """Raise InstrumentError with all problems, if there are any."""
        if self._problems:
            raise InstrumentError(self._problems)


def shown(text: str) -> str:
    """Return a foreign text fit to stand in a sentence: short and without control characters."""
    if len(text) <= _LONGEST_SHOWN and text.isprintable():
        return text
    printable = "".join(c if c.isprintable() else "\ufffd" for c in text[: _LONGEST_SHOWN + 1])
    return printable if len(printable) <= _LONGEST_SHOWN else f"{printable[:_LONGEST_SHOWN]}…"
