"""Expected failures: what went wrong in the world, never a fault of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.refusal import RefusalReason


class Problem(Struct, frozen=True):
    """One thing that is wrong, and where.

    Attributes:
        where: the place in words a person can find again: a file name, ``line 12``,
            ``dimensions.A.weight``; empty where the sentence says it all. A message where it
            contains words that are translated ("R.csv, line 12, column code").
        what: the sentence: what happened and what to do.
    """

    where: str | Message
    what: Message


class ExpectedError(Exception):
    """Root of every failure that is shown to people as a sentence and changes nothing.

    All problems of one input travel together, so that nobody repairs a file line by line.
    """

    def __init__(self, problems: Problem | Message | Iterable[Problem]) -> None:
        """Keep the problems in the order in which a person meets them."""
        if isinstance(problems, Message):
            problems = Problem("", problems)
        self.problems: tuple[Problem, ...] = (
            (problems,) if isinstance(problems, Problem) else tuple(problems)
        )
        super().__init__(
            "; ".join(f"{p.where}: {p.what}" if p.where else str(p.what) for p in self.problems)
        )


class InputError(ExpectedError):
    """A file or an argument that a person gave does not say what it should."""


class StoreError(ExpectedError):
    """A file of ours cannot be opened, read or written as asked."""


class NotUsableError(StoreError):
    """A file is not what it should be: something else, newer, damaged, altered, encrypted."""

    def __init__(self, problem: Problem, reason: RefusalReason) -> None:
        """Keep the one check that failed."""
        super().__init__(problem)
        self.reason = reason


class AlreadyOpenError(StoreError):
    """Another window or program has the file open for writing."""


class NotWritableError(StoreError):
    """The file or its folder is write-protected, or the file was opened for reading only."""


class HandedOverError(StoreError):
    """A copy that was made to be handed over: sealed, without a key, for merging only."""


class RuleError(ExpectedError):
    """The act is not allowed in the present state: sealed, declared, in conflict of interest."""


class KeyRefusedError(ExpectedError):
    """A key, certificate or passphrase does not fit."""
