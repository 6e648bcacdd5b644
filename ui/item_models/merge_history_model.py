"""Earlier merges as a table for Qt: a row a file, the latest merge first."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.plenary.refusal_words import REFUSAL_WORDS
from ui.coordinator.merging.outcome_words import SHAPES, WORDS
from ui.item_models.lines_model import LinesModel
from ui.widgets.two_line_delegate import SHAPE

if TYPE_CHECKING:
    from smartcity_desktop.domain.refusal import Outcome
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.words import Words


BACKSLASH = "\\"


class Column(IntEnum):
    """What stands in which column."""

    MERGE = 0
    JUDGE = 1
    OUTCOME = 2


TITLES = (
    message("Merging"),
    message("Judge, file"),
    message("What happened"),
)


class _Row(Struct, frozen=True):
    merge: int
    at: str
    judge: str
    name: str
    outcome: Outcome
    reason: str


class MergeHistoryModel(LinesModel[_Row]):
    """Merge, judge with file, outcome."""

    def __init__(self, words: Words, facts: OfficeFacts) -> None:
        """Show what was merged before."""
        names = {judge.id: judge.name for judge in facts.roster.judges}
        rows = [
            _Row(merge.number, merge.at, names.get(file.judge, file.judge) or "—", file.name,
                 file.outcome, file.reason)
            for merge in reversed(facts.merges)
            for file in merge.files
        ]  # fmt: skip
        super().__init__(words, TITLES, rows)

    def text(self, line: _Row, column: int) -> str:
        """Return two lines of what stands in a column."""
        say = self._words.say
        match Column(column):
            case Column.MERGE:
                number = say(message("Merge {number}", number=line.merge))
                return f"{number}\n{self._words.moment(line.at)}"
            case Column.JUDGE:
                return f"{line.judge}\n{line.name.replace(BACKSLASH, '/').rpartition('/')[2]}"
            case _:
                why = say(REFUSAL_WORDS[RefusalReason(line.reason)]) if line.reason else ""
                return f"{say(WORDS[line.outcome])}\n{why}"

    def tip(self, line: _Row, column: int) -> str:
        """Return the whole name of the file, or the whole text."""
        return line.name if column == Column.JUDGE else self.text(line, column)

    def mark(self, line: _Row, column: int, role: int) -> object:
        """Return the shape of the outcome."""
        return SHAPES[line.outcome] if role == SHAPE and column == Column.OUTCOME else None
