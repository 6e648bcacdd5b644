"""The letterhead: kop and emblem, texts of letters, numbering, who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.files import letterhead_in
from smartcity_desktop.founding.paper import with_letterhead
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from ui.coordinator.founding.kop_part import KopPart
from ui.coordinator.founding.letter_part import LetterPart
from ui.coordinator.founding.numbering_part import NumberingPart
from ui.coordinator.founding.part_form import PartForm
from ui.coordinator.founding.signatories_part import SignatoriesPart
from ui.theme import GAP_8
from ui.widgets.buttons import button
from ui.widgets.layouts import clear_layout, column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from pathlib import Path

    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState


class PaperForm(PartForm):
    """Import of a letterhead, and every field of it.

    Attributes:
        kop, letters, numbering, signatories: the blocks.
    """

    def __init__(self, context: Context, state: FoundingState) -> None:
        """Show what was typed."""
        super().__init__(context, state, message("What do documents carry, and who signs them?"))
        meant = message(
            "Everything here may stay as it is: documents then carry a neutral letterhead, and "
            "lines to write on. A letterhead that you already have is imported whole."
        )
        self.import_button = button(self.say(message("Import a letterhead (TOML)")), self._choose)
        self._blocks = column(gap=GAP_8)
        self.body.addWidget(label(self.say(meant)))
        self.body.addLayout(row([self.import_button, None]))
        self.body.addLayout(self._blocks)
        self.setFocusProxy(self.import_button)
        self.fill_anew()

    def refresh(self) -> None:
        """Show the head of a document, and the numbers, as they would be printed."""
        self.kop.refresh()
        self.numbering.refresh()

    def import_file(self, path: Path) -> None:
        """Take a letterhead over, or list everything that is wrong with it."""

        def taken(data: bytes) -> None:
            draft = with_letterhead(self.state.draft, read_letterhead(data))
            self.state.change(paper=draft.paper, venue=draft.venue, held=draft.held)
            self.fill_anew()

        self.take_over(path, lambda: letterhead_in(path), taken)

    def change(self, **parts: object) -> None:
        """Take what was typed into the letterhead."""
        paper = replace(self.state.draft.paper, **parts)
        self.state.change(paper=paper)

    def fill_anew(self) -> None:
        """Make every field anew from the draft."""
        clear_layout(self._blocks)
        self.kop, self.letters = KopPart(self), LetterPart(self)
        self.numbering, self.signatories = NumberingPart(self), SignatoriesPart(self)
        for title, part in (
            (message("Head of the paper"), self.kop),
            (message("Who signs"), self.signatories),
            (message("Numbers of documents"), self.numbering),
            (message("Letters, decree and minutes"), self.letters),
        ):
            self._blocks.addWidget(self.block(title, [part]))
        self.refresh()

    def _choose(self) -> None:
        self.choose(message("Letterheads"), "*.toml", self.import_file)
