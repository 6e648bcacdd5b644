"""One question before anything is written: what the matter is, and the ways to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import Message, message
from ui.page import Page
from ui.theme import GAP_12, GAP_16, GAP_24, PAGE_MARGIN, READABLE_WIDTH
from ui.widgets.buttons import button
from ui.widgets.layouts import card, centred, column, row, scrolled
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.context import Context


class Way(Struct, frozen=True):
    """One way to go on: the words of the button, what it means, and what it does."""

    words: Message
    meaning: Message
    act: Callable[[], object]


class Question(Struct, frozen=True):
    """What is asked.

    Attributes:
        facts: (what, which) pairs, such as the two files concerned.
        ways: the first is the one that is recommended.
    """

    title: Message
    text: Message
    facts: tuple[tuple[Message, str], ...]
    ways: tuple[Way, ...]


class QuestionPage(Page):
    """Asks one question."""

    def __init__(self, context: Context, question: Question) -> None:
        """Make the page."""
        super().__init__(context)
        say = context.words.say
        facts = [
            column([label(say(what), "quiet"), label(which, "strong")], gap=0)
            for what, which in question.facts
        ]
        lines = column([label(say(question.title), "title"), label(say(question.text))], gap=GAP_12)
        if facts:
            lines.addWidget(card(column(facts, gap=GAP_12), margin=GAP_16))
        for place, way in enumerate(question.ways):
            made = button(say(way.words), way.act, "" if place else "primary")
            made.setAccessibleDescription(say(way.meaning))
            lines.addLayout(column([row([made, None]), label(say(way.meaning), "quiet")], gap=4))
            if not place:
                self.setFocusProxy(made)
        lines.addStretch(1)
        lines.setContentsMargins(PAGE_MARGIN, GAP_24, PAGE_MARGIN, GAP_24)
        whole = scrolled(centred(lines, context.theme.pixels(READABLE_WIDTH) + 2 * PAGE_MARGIN))
        self.setLayout(column([whole], gap=0))
        self.setAccessibleName(say(question.title))


def back(act: Callable[[], object]) -> Way:
    """Return the way that changes nothing."""
    return Way(message("Back to the start page"), message("Nothing is opened or changed."), act)
