"""Decisions that were recorded, newest first; lapsed ones say so."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from smartcity_desktop.domain.decision import Manner
from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.deciding import lapsed_decisions
from smartcity_desktop.secretariat.topics import describe_ruling
from ui.item_models.lines_model import LinesModel

if TYPE_CHECKING:
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.words import Words


class Column(IntEnum):
    """From left to right."""

    NUMBER = 0
    WHAT = 1
    BY = 2
    STATE = 3


_TITLES = (
    message("No."),
    message("Decision and reason"),
    message("Decided by"),
    message("State"),
)


class DecisionsModel(LinesModel["Decision"]):
    """One row a decision."""

    def __init__(self, words: Words, facts: OfficeFacts) -> None:
        """Show all decisions of an assessment."""
        super().__init__(words, _TITLES, reversed(facts.reckoning.decisions), {Column.NUMBER})
        self._facts = facts
        self._lapsed = lapsed_decisions(facts)

    def text(self, line: Decision, column: int) -> str:
        """Return what stands in a column."""
        say = self._words.say
        match Column(column):
            case Column.NUMBER:
                return str(line.number)
            case Column.WHAT:
                arguments = (*line.subject, *((line.choice,) if line.choice else ()))
                ruling = (line.kind.value, *arguments)
                return f"{say(describe_ruling(ruling, self._facts))}\n{line.reason}"
            case Column.BY:
                return f"{line.by}\n{say(_manner(line))}"
            case Column.STATE:
                if line.number in self._lapsed:
                    return say(message("Lapsed: the facts changed"))
                return say(message("In force"))

    def tip(self, line: Decision, column: int) -> str:
        """Return the whole decision."""
        return self.text(line, column)


def _manner(decision: Decision) -> Message:
    if decision.manner is Manner.CONSENSUS:
        return message("by consensus")
    return message(
        "by vote, {for_count} for and {against_count} against",
        for_count=decision.votes_for,
        against_count=decision.votes_against,
    )
