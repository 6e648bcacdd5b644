"""The regions' own answers: a file, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.draft import DossierDraft
from smartcity_desktop.founding.files import dossier_kind
from smartcity_desktop.founding.lists import dossier_rows
from ui.coordinator.founding.part_form import LISTS, PartForm
from ui.theme import GAP_8
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.texts import label

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.dossier import Dossier
    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState


class DossiersForm(PartForm):
    """Import, figures of what was taken over, and taking it back."""

    def __init__(self, context: Context, state: FoundingState) -> None:
        """Show what was taken over."""
        super().__init__(context, state, message("What did the regions file beforehand?"))
        meant = message(
            "This is optional. A list with the columns region (code or name), indicator, answer "
            "and level shows each region's own answers to the judges; a line with a figure in "
            "place of an indicator is a context figure, such as population. Dossiers are shown "
            "beside the rubric and are never counted."
        )
        self.import_button = button(
            self.say(message("Import dossiers (CSV or XLSX)")), self._choose, "primary"
        )
        self.remove = button(self.say(message("Take the dossiers out again")), self._remove)
        self._why = label("", "quiet")
        self._facts = label("")
        buttons = flow([self.import_button, self.remove], gap=GAP_8)
        items = [label(self.say(meant)), self._facts, self._why, buttons]
        self.body.addWidget(self.block(message("Dossiers"), items))
        self.setFocusProxy(self.import_button)
        self.refresh()

    def refresh(self) -> None:
        """Say what was taken over, and why nothing can be where that is so."""
        reading, draft = self.state.reading, self.state.draft
        ready = reading.instrument is not None and reading.regions is not None
        self.import_button.setEnabled(ready)
        needs = message("First choose the instrument and the regions; dossiers name both.")
        self._why.setText("" if ready else self.say(needs))
        self.import_button.setAccessibleDescription(self._why.text())
        self._why.setVisible(not ready)
        self.remove.setVisible(bool(draft.dossiers.rows))
        if not draft.dossiers.rows:
            self._facts.setText(self.say(message("No dossiers were taken over.")))
        self._facts.setVisible(not draft.dossiers.rows or bool(reading.dossiers))
        if draft.dossiers.rows and reading.dossiers:
            found = reading.dossiers.values()
            self._facts.setText(
                self.say(
                    message(
                        "{file}: regions {regions}, answers {answers}, context figures {figures}.",
                        file=draft.dossiers.name,
                        regions=len(reading.dossiers),
                        answers=sum(len(each.answers) for each in found),
                        figures=sum(len(each.figures) for each in found),
                    )
                )
            )

    def import_file(self, path: Path) -> None:
        """Take dossiers over, or list everything that is wrong with them."""
        reading = self.state.reading
        instrument, regions = reading.instrument, reading.regions
        if instrument is None or regions is None:
            return

        def taken(found: dict[str, Dossier]) -> None:
            rows = dossier_rows(found, instrument)
            self.state.change(dossiers=DossierDraft(path.name, rows))

        self.import_list(path, dossier_kind(instrument, regions), taken)

    def _choose(self) -> None:
        self.choose(message("Lists"), LISTS, self.import_file)

    def _remove(self) -> None:
        self.state.change(dossiers=DossierDraft())
        self.import_button.setFocus()
