"""A list on its way into the draft: read whole, or with all that is wrong and what is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.tables.columns import ignored_columns
from smartcity_desktop.tables.mending import find_corrections, mend

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartcity_desktop.domain.errors import Problem
    from smartcity_desktop.tables.columns import Column
    from smartcity_desktop.tables.mending import Correction
    from smartcity_desktop.tables.table import Table

T = TypeVar("T")


class ListKind(Struct, Generic[T], frozen=True):
    """A kind of list.

    Attributes:
        columns: those it has. read: returns what a table says, or raises InputError.
        complete: adds what an office's own list leaves out and its other columns say.
    """

    columns: Sequence[Column]
    read: Callable[[Table], T]
    complete: Callable[[Table], Table] = lambda table: table


class Trouble(Struct, frozen=True):
    """One thing that is wrong, with what may be accepted for it."""

    problem: Problem
    corrections: tuple[Correction, ...]


class Attempt(Struct, Generic[T], frozen=True):
    """What came of reading a table with some corrections.

    Attributes:
        table: as the file has it. accepted: corrections made in it, in this order.
        value: what the list says; None while anything is wrong.
        troubles: all that is wrong.
        passed_over: titles of columns that the list does not have, once nothing is wrong.
    """

    table: Table
    accepted: tuple[Correction, ...]
    value: T | None
    troubles: tuple[Trouble, ...] = ()
    passed_over: tuple[str, ...] = ()

    def certain(self) -> tuple[Correction, ...]:
        """Return the corrections of troubles for which one thing alone can be meant."""
        return tuple(
            t.corrections[0]
            for t in self.troubles
            if len(t.corrections) == 1 and not t.corrections[0].offer.guess
        )

    def may_be_left_out(self) -> tuple[Correction, ...]:
        """Return the corrections that leave out lines for which nothing else is offered."""
        return tuple(
            t.corrections[0]
            for t in self.troubles
            if len(t.corrections) == 1 and t.corrections[0].leaves_out
        )


def attempt_list(
    table: Table, kind: ListKind[T], accepted: Sequence[Correction] = ()
) -> Attempt[T]:
    """Read a table with corrections; the file it came from is left alone."""
    mended = mend(table, accepted)
    try:
        value = kind.read(mended)
    except InputError as error:
        troubles = tuple(
            Trouble(problem, find_corrections(mended, kind.columns, problem))
            for problem in error.problems
        )
        return Attempt(table, tuple(accepted), None, troubles)
    passed_over = ignored_columns(mended, kind.columns)
    return Attempt(table, tuple(accepted), value, passed_over=passed_over)
