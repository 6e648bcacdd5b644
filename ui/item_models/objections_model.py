"""Objections, newest first, with what became of each."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.audit_words import OUTCOMES
from smartcity_desktop.secretariat.topics import region_words
from ui.item_models.lines_model import LinesModel

if TYPE_CHECKING:
    from smartcity_desktop.domain.objection import Objection
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.words import Words


class Column(IntEnum):
    """From left to right."""

    NUMBER = 0
    REGION = 1
    CLAIM = 2
    ANSWER = 3


_TITLES = (
    message("No."),
    message("Region, objector"),
    message("Claim"),
    message("Outcome, answer"),
)


class ObjectionsModel(LinesModel["Objection"]):
    """One row an objection."""

    def __init__(self, words: Words, facts: OfficeFacts) -> None:
        """Show all objections of an assessment."""
        super().__init__(words, _TITLES, reversed(facts.objections), {Column.NUMBER})
        self._facts = facts

    def text(self, line: Objection, column: int) -> str:
        """Return what stands in a column."""
        match Column(column):
            case Column.NUMBER:
                return str(line.number)
            case Column.REGION:
                return f"{region_words(line.region, self._facts)}\n{line.by}"
            case Column.CLAIM:
                return line.claim
            case Column.ANSWER:
                said = self._words.say(OUTCOMES[line.outcome])
                return f"{said}\n{line.answer.text}" if line.answer else said

    def tip(self, line: Objection, column: int) -> str:
        """Return the whole text."""
        return self.text(line, column)
