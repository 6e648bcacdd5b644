"""Choosing a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from ui.dialogs.question import Question
from ui.theme import GAP_4
from ui.widgets.choice import Choice
from ui.widgets.layouts import column
from ui.widgets.notice import Notice
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.message import Message
    from ui.context import Context


class PrinterDialog(Question):
    """Offers the printers of this system."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        name: str,
        printers: Sequence[str],
        otherwise: Message | None = None,
    ) -> None:
        """Ask about a document; ``otherwise`` is what helps where there is no printer."""
        say = context.words.say
        super().__init__(
            context, parent, say(message("Print {name}?", name=name)), say(message("Print"))
        )
        self._printers = tuple(printers)
        text = say(message("Printer"))
        self._choice = Choice(text, self._printers)
        title, whole = label(text, "strong"), QWidget()
        title.setBuddy(self._choice)
        whole.setLayout(column([title, self._choice], gap=GAP_4))
        if printers:
            self.put([whole])
            return
        nothing = otherwise or message(
            "This laptop knows no printer. Save a copy on a stick and print it on another "
            "computer, or add a printer in the system's settings."
        )
        self.put([Notice(say(nothing), "attention")])
        self.need(say(message("There is no printer.")))

    def printer(self) -> str:
        """Return the printer that was chosen."""
        return self._printers[self._choice.currentIndex()]
