"""Who signs: chair, secretary, official, witnesses; each with the expected certificate."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.draft import PersonDraft
from ui.coordinator.founding.person_fields import PersonFields
from ui.theme import GAP_12
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row
from ui.widgets.tick import TickBox

if TYPE_CHECKING:
    from ui.coordinator.founding.paper_form import PaperForm

OFFICES = (
    ("chair", message("Chair of the jury")),
    ("secretary", message("Secretary")),
    ("official", message("Official for letter and decree")),
)
MOST_WITNESSES = 10


class SignatoriesPart(QWidget):
    """Three offices, as many witnesses as are wanted, and whether judges sign themselves.

    Attributes:
        offices: fields by name of the office. witnesses: in their order.
    """

    def __init__(self, form: PaperForm) -> None:
        """Show who was named."""
        super().__init__()
        self._form = form
        paper, say = form.state.draft.paper, form.say
        self.offices = {
            name: PersonFields(
                form,
                say(title),
                getattr(paper, name),
                partial(self._take, name),
            )
            for name, title in OFFICES
        }
        self.witnesses: list[PersonFields] = []
        self._list = column(gap=GAP_12)
        self.add = button(say(message("Add a witness")), self._add)
        text = say(message("Judges sign electronically as well"))
        self.judges_sign = TickBox(text)
        self.judges_sign.setChecked(paper.judges_sign)
        self.judges_sign.toggled.connect(lambda on: form.change(judges_sign=on))
        for witness in paper.witnesses:
            self._put(witness)
        self.setLayout(
            column(
                [*self.offices.values(), self._list, row([self.add, None]), self.judges_sign],
                gap=GAP_12,
            )
        )

    def _put(self, witness: PersonDraft) -> None:
        number = len(self.witnesses) + 1
        title = self._form.say(message("Witness {number}", number=number))
        fields = PersonFields(self._form, title, witness, lambda _: self._take_witnesses())
        self.witnesses.append(fields)
        self._list.addWidget(fields)
        self.add.setEnabled(number < MOST_WITNESSES)

    def _add(self) -> None:
        self._put(PersonDraft())
        self.witnesses[-1].name.edit.setFocus()

    def _take(self, office: str, person: PersonDraft) -> None:
        self._form.change(**{office: person})

    def _take_witnesses(self) -> None:
        named = tuple(fields.person for fields in self.witnesses if not fields.person.is_empty())
        self._form.state.change(paper=replace(self._form.state.draft.paper, witnesses=named))
