"""What every part of a new assessment has: one question, and what is to be said of the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from smartcity_desktop.domain.message import message
from ui.coordinator.founding.list_import import ListImport
from ui.coordinator.founding.offer_box import OfferBox
from ui.coordinator.founding.problem_box import ProblemBox
from ui.dialogs.file_choice import choose_file
from ui.theme import GAP_12, GAP_16
from ui.widgets.layouts import card, column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtWidgets import QFrame

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.founding.list_import import ListKind
    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState
    from ui.widgets.layouts import Item

T = TypeVar("T")

LISTS = "*.csv *.xlsx"


class PartForm(QWidget):
    """One part.

    Attributes:
        state: the draft. body: what belongs to the part goes here.
        refused: what is wrong with a file that was not taken over.
        offers: what may be accepted in a list that was not taken over.
    """

    grows = False
    """Whether lists in it take what is left of the page's height."""
    lacks_changed = Signal()
    """``further_lacks`` may say something else now."""
    made = Signal(object)
    """Path of the assessment file that was made."""

    def __init__(self, context: Context, state: FoundingState, question: Message) -> None:
        """Make a form with nothing but its question."""
        super().__init__()
        self.context, self.state = context, state
        self.title = label(self.say(question), "title")
        self.refused, self.offers = ProblemBox(context), OfferBox(context)
        self.body = column(gap=GAP_16)
        parts: list[Item] = [self.title, self.refused, self.offers, self.body]
        whole = column(parts if self.grows else [*parts, None], gap=GAP_16)
        whole.setStretchFactor(self.body, int(self.grows))
        self.setLayout(whole)
        self.setAccessibleName(self.say(question))

    def say(self, text: Message) -> str:
        """Return a message in the language of the screen."""
        return self.context.words.say(text)

    def refresh(self) -> None:
        """Show what the draft came to; called after every change. Forms that show it override."""

    def further_lacks(self) -> tuple[Message, ...]:
        """Return what is missing here that no draft holds."""
        return ()

    def take_focus(self) -> None:
        """Give the focus to where the answer begins."""
        if self.focusProxy() is not None:
            self.setFocus()

    def mark(self) -> object:
        """Return what is typed here and not in the draft, for the form made in this one's place."""
        return None

    def return_to(self, mark: object) -> None:
        """Show it again."""

    def block(self, title: Message, items: Iterable[Item]) -> QFrame:
        """Return a framed part of the form with a heading."""
        heading = label(self.say(title), "section")
        made = card(column([heading, *items], gap=GAP_12), margin=GAP_16)
        made.setAccessibleName(heading.text())
        return made

    def choose(self, meaning: Message, pattern: str, chosen: Callable[[Path], object]) -> None:
        """Ask for a file to take over."""
        asked = (message("Choose a file"), meaning, pattern)
        choose_file(self, self.context.words, asked, chosen, self.context.documents)

    def take_over(self, path: Path, read: Callable[[], T], taken: Callable[[T], object]) -> None:
        """Read a file beside the window; take it over whole, or list all that is wrong with it."""

        def done(value: T) -> None:
            if isValid(self):
                self.show_no_trouble()
            taken(value)

        def failed(error: ExpectedError) -> None:
            if isValid(self):
                self.offers.hide()
                nothing = message(
                    "{file} was not taken over, and nothing was changed. Correct these places in "
                    "the file and import it again:",
                    file=path.name,
                )
                self.refused.show_problems(nothing, error.problems)

        self.state.ask(lambda _: read(), done, failed)

    def import_list(self, path: Path, kind: ListKind[T], taken: Callable[[T], object]) -> None:
        """Take a list over whole, or list all that is wrong with what is offered for it."""
        self.offers.serve(ListImport(self, path, kind, taken))

    def show_no_trouble(self) -> None:
        """Say nothing more of a file that was not taken over."""
        self.refused.show_nothing()
        self.offers.hide()
