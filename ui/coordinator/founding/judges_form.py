"""The judges: typed in a table, or taken over from a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.files import judge_kind
from smartcity_desktop.founding.lists import COLUMNS, JUDGE_TITLES, judge_rows
from smartcity_desktop.founding.parts import Part
from smartcity_desktop.regions.resource import official_regions
from ui.coordinator.founding.bad_lines import bad_lines
from ui.coordinator.founding.fields import radio
from ui.coordinator.founding.part_form import LISTS, PartForm
from ui.item_models.typed_rows_model import TypedRowsModel
from ui.theme import FORM_LIST, GAP_8
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import row
from ui.widgets.texts import label
from ui.widgets.typed_table import TypedTable

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QFrame

    from smartcity_desktop.domain.assessment import Judge
    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState

HOME = 3
"""The column of the home region."""


class JudgesForm(PartForm):
    """A table, import, the word for a judge, and conflicts of interest by home region.

    Attributes:
        table: where one types.
    """

    grows = True

    def __init__(self, context: Context, state: FoundingState) -> None:
        """Show what was typed."""
        super().__init__(context, state, message("Who scores?"))
        self.body.addWidget(self._judges(), 1)
        self.body.addWidget(self._label())
        self._conflicts = label("")
        self.body.addWidget(self.block(message("Conflicts of interest"), [self._conflicts]))
        self.setFocusProxy(self.table)
        self.refresh()

    def refresh(self) -> None:
        """Mark lines that are to be corrected, and say who comes from an assessed region."""
        reading, draft = self.state.reading, self.state.draft
        self._model.show_rows(draft.judges)
        self._model.mark_bad(bad_lines(reading.faults[Part.JUDGES], draft.judges))
        regions = {region.code: region for region in reading.regions or ()}
        found = [
            f"{judge.id} {judge.name}: {regions[judge.home_region].name} ({judge.home_region})"
            for judge in reading.judges or ()
            if judge.home_region in regions
        ]
        if found:
            text = message(
                "These judges come from a region that is assessed, and do not score it: {names}.",
                names="; ".join(found),
            )
        else:
            text = message(
                "No judge comes from a region that is assessed. Further conflicts of interest are "
                "entered with the assignments, and judges declare their own when they open their "
                "file."
            )
        self._conflicts.setText(self.say(text))

    def import_file(self, path: Path) -> None:
        """Take a list of judges over, or list everything that is wrong with it."""
        regions = self.state.reading.regions or ()

        def taken(judges: tuple[Judge, ...]) -> None:
            self.state.change(judges=judge_rows(judges))

        self.import_list(path, judge_kind(regions), taken)

    def _judges(self) -> QFrame:
        draft = self.state.draft
        self._model = TypedRowsModel(
            self.context.theme, [self.say(COLUMNS[title]) for title in JUDGE_TITLES], draft.judges
        )
        self._model.edited.connect(lambda rows: self.state.change(judges=rows))
        names = [region.name for region in official_regions().regions]
        name = self.say(message("List of judges"))
        self.table = TypedTable(self.context.theme, name, self._model, {HOME: names})
        self.table.setMinimumHeight(self.context.theme.pixels(FORM_LIST))
        acts = [
            button(self.say(message("Import judges (CSV or XLSX)")), self._choose),
            button(self.say(message("Number the judges")), self._number),
            button(self.say(message("Remove the chosen lines")), self.table.remove_chosen),
        ]
        hint = message(
            "Type in the last line to add a judge. The id stands in file names: short, such as "
            "juri-01. The home region is a name or a code; the panel is needed only for "
            "sub-panels."
        )
        return self.block(
            message("List of judges"),
            [label(self.say(hint), "quiet"), self.table, flow(acts, gap=GAP_8)],
        )

    def _label(self) -> QFrame:
        chosen, change = self.state.draft.judge_label, self.state.change
        answers = [
            radio(word, partial(change, judge_label=word), on=word == chosen)
            for word in ("juri", "asesor")
        ]
        return self.block(
            message("The word for a judge on screen and paper"), [row([*answers, None], gap=GAP_8)]
        )

    def _choose(self) -> None:
        self.choose(message("Lists"), LISTS, self.import_file)

    def _number(self) -> None:
        """Give every judge without an id the next free number."""
        rows = self.state.draft.judges
        taken = {row[0].strip().casefold() for row in rows}
        free = (f"juri-{n:02}" for n in range(1, 10_000) if f"juri-{n:02}" not in taken)
        numbered = tuple(
            row
            if row[0].strip() or not any(cell.strip() for cell in row)
            else (next(free), *row[1:])
            for row in rows
        )
        self.state.change(judges=numbered)
        self._model.show_rows(numbered)
