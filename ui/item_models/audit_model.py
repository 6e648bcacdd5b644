"""The acts of the audit log, newest first, as far as they fit what is searched for."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from ui.item_models.lines_model import LinesModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.secretariat.audit_trail import TrailLine
    from ui.words import Words


class Column(IntEnum):
    """From left to right."""

    NUMBER = 0
    TIME = 1
    ACT = 2
    DETAILS = 3


_TITLES = (
    message("No."),
    message("Time"),
    message("Act"),
    message("Details"),
)


class AuditModel(LinesModel["TrailLine"]):
    """One row an act.

    Attributes:
        lines: the acts that fit, newest first. known: how many there are in all.
    """

    def __init__(self, words: Words, lines: Sequence[TrailLine]) -> None:
        """Show all of them."""
        self._all = tuple(reversed(lines))
        super().__init__(words, _TITLES, self._all, {Column.NUMBER})
        self._searched = [self._all_words(line).casefold() for line in self._all]
        self.known = len(self._all)

    def _all_words(self, line: TrailLine) -> str:
        moment = self._words.moment(line.at, seconds=True)
        return f"{line.number} {moment} {line.kind} {line.details} {line.hash}"

    def search(self, text: str) -> None:
        """Show only acts in which every word of a text occurs."""
        wanted = text.casefold().split()
        self.show_lines(
            line
            for line, searched in zip(self._all, self._searched, strict=True)
            if all(word in searched for word in wanted)
        )

    def text(self, line: TrailLine, column: int) -> str:
        """Return what stands in a column."""
        if column == Column.NUMBER:
            return str(line.number)
        if column == Column.TIME:
            return self._words.moment(line.at, seconds=True)
        return line.kind if column == Column.ACT else line.details
