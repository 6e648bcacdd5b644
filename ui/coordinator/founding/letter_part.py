"""Set texts of letters, the draft decree and the minutes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from ui.coordinator.founding.fields import BothField, LineField
from ui.theme import GAP_12
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from smartcity_desktop.domain.local_text import LocalText
    from ui.coordinator.founding.paper_form import PaperForm

TEXTS = (
    ("subject", message("Subject (hal)"), False),
    ("classification", message("Classification (sifat)"), False),
    ("legal_basis", message("Legal basis, one entry a line"), True),
    ("considering", message("Considerations of the decree, one a line"), True),
    ("letter_to", message("The result letter goes to, one line each"), True),
    ("copies_to", message("Copies to (tembusan), one a line"), True),
)


class LetterPart(QWidget):
    """Every text in both languages of documents."""

    def __init__(self, form: PaperForm) -> None:
        """Show what was typed."""
        super().__init__()
        self._form = form
        paper = form.state.draft.paper
        self.texts = {
            name: BothField(
                form.context,
                form.say(title),
                getattr(paper, name),
                partial(self._take, name),
                lines=lines,
            )
            for name, title, lines in TEXTS
        }
        self.copies = LineField(
            form.say(message("Originals of the minutes (0 = not said)")),
            paper.copies,
            lambda text: form.change(copies=text),
        )
        self.setLayout(column([*self.texts.values(), self.copies], gap=GAP_12))

    def _take(self, name: str, text: LocalText) -> None:
        self._form.change(**{name: text})
