"""Numbers of documents: a template for each kind, with a number as it would be printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.numbering import PLACEHOLDERS, document_number, is_template
from ui.coordinator.founding.fields import LineField
from ui.theme import GAP_8
from ui.widgets.layouts import column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from ui.coordinator.founding.paper_form import PaperForm

KINDS = (
    ReportKind.MINUTES,
    ReportKind.RANKING,
    ReportKind.JUDGE_SHEETS,
    ReportKind.RESULT_LETTER,
    ReportKind.DECREE,
)
"""Documents that offices number; the others keep what a letterhead says of them."""
MEANINGS = {
    "number": message("the number itself"),
    "declaration": message("the number of the declaration"),
    "day": message("the day"),
    "month": message("the month in figures"),
    "month_roman": message("the month in Roman figures"),
    "year": message("the year"),
}
"""What stands for each placeholder on paper."""
SAMPLE = "017"


class NumberingPart(QWidget):
    """One field a kind."""

    def __init__(self, form: PaperForm) -> None:
        """Show the templates."""
        super().__init__()
        self._form = form
        known = {row[0]: row[1] for row in form.state.draft.paper.numbering}
        marks = ", ".join(f"{{{name}}} {form.say(MEANINGS[name])}" for name in PLACEHOLDERS)
        hint = message(
            "These are filled in: {marks}. A number that is not known yet stays open for a pen.",
            marks=marks,
        )
        self.templates = {
            kind: LineField(
                form.say(kind.title()), known.get(kind.value, ""), partial(self._take, kind), " "
            )
            for kind in KINDS
        }
        self.setLayout(
            column([label(form.say(hint), "quiet"), *self.templates.values()], gap=GAP_8)
        )

    def refresh(self) -> None:
        """Show a number made with each template."""
        moment = self._form.context.clock().astimezone()
        for field in self.templates.values():
            template = field.edit.text()
            if is_template(template):
                number = document_number(template, SAMPLE, 1, moment)
                shown = message("For example: {number}", number=number)
            else:
                shown = message("A placeholder is not known, or a brace stands alone.")
            field.hint.setText(self._form.say(shown))

    def _take(self, kind: ReportKind, template: str) -> None:
        others = [each for each in self._form.state.draft.paper.numbering if each[0] != kind.value]
        new = [(kind.value, template)] if template else []
        self._form.change(numbering=(*others, *new))
