"""Collecting all that is wrong with a list before it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable

Fault = tuple[Message, Message]
"""Where something is wrong, and what."""

MOST_PROBLEMS = 500
"""Nobody repairs more in one go; and a hostile list must not cost a search for each line."""


class ProblemList:
    """Problems in the order in which they are found; too many of them are an error at once."""

    def __init__(self) -> None:
        """Begin without any."""
        self._problems: list[Problem] = []
        self._seen: set[Problem] = set()

    def add(self, where: Message, what: Message) -> None:
        """Keep one problem; the same one in the same place is named once.

        Raises:
            InputError: there are more than `MOST_PROBLEMS` now.
        """
        problem = Problem(where, what)
        if problem in self._seen:
            return
        self._seen.add(problem)
        self._problems.append(problem)
        if len(self._problems) > MOST_PROBLEMS:
            self._problems[-1] = Problem(
                where, message("From here on there are more problems. Correct these first.")
            )
            raise InputError(self._problems)

    def extend(self, faults: Iterable[Fault]) -> None:
        """Keep several problems."""
        for where, what in faults:
            self.add(where, what)

    def refuse(self) -> None:
        """Raise InputError with all problems, if there are any."""
        if self._problems:
            raise InputError(self._problems)
