"""The panel files that were handed out, one row each."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import IssueKind
from smartcity_desktop.domain.message import message
from ui.item_models.lines_model import LinesModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.issuing import IssueLine
    from ui.words import Words


class Column(IntEnum):
    """From left to right."""

    JUDGE = 0
    ISSUE = 1
    REGIONS = 2
    ISSUED = 3
    STATE = 4


_TITLES = (
    message("Judge"),
    message("Panel file"),
    message("Regions"),
    message("Issued"),
    message("State"),
)
KINDS = {
    IssueKind.FIRST: message("first"),
    IssueKind.SUPPLEMENTARY: message("supplementary"),
    IssueKind.REPLACEMENT: message("replacement"),
    IssueKind.PAPER: message("paper"),
}


class IssuesModel(LinesModel["IssueLine"]):
    """In the order of judges and numbers."""

    def __init__(self, words: Words, lines: Sequence[IssueLine]) -> None:
        """Show these."""
        super().__init__(words, _TITLES, lines, {Column.REGIONS})

    def text(self, line: IssueLine, column: int) -> str:
        """Return two lines of what stands in a column."""
        issue, judge = line.issue, line.judge
        match Column(column):
            case Column.JUDGE:
                second = " · ".join(part for part in (judge.id, judge.institution) if part)
                return f"{judge.name}\n{second}"
            case Column.ISSUE:
                return f"{issue.id}\n{self._kind(line)}"
            case Column.REGIONS:
                return str(len(issue.regions))
            case Column.ISSUED:
                day, _, time = self._words.moment(issue.issued_at).rpartition(" ")
                return f"{day}\n{time}"
            case Column.STATE:
                return self._words.say(_state(line))

    def _kind(self, line: IssueLine) -> str:
        said = self._words.say(KINDS[line.issue.kind])
        if not line.issue.typist:
            return said
        return f"{said} {line.issue.typist}"


def _state(line: IssueLine) -> Message:
    if line.replaced_by:
        return message("Lost\n{issue} stands in", issue=line.replaced_by)
    if line.seals:
        return message("In use\nseals received: {count}", count=line.seals)
    return message("In use\nnothing received yet")
