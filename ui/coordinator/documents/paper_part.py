"""In which language and time zone documents are printed, and into which folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.message import message
from smartcity_desktop.language.catalogue import load_catalogue
from smartcity_desktop.language.dates import Zone
from smartcity_desktop.secretariat.documents import Paper
from ui.theme import GAP_4, GAP_8
from ui.widgets.buttons import toggle
from ui.widgets.choice import Choice
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from ui.context import Context

LANGUAGES = (Language.INDONESIAN, Language.ENGLISH)
NAMES = {
    Language.INDONESIAN: message("In Indonesian"),
    Language.ENGLISH: message("In English"),
}


class PaperPart(QWidget):
    """The language of the paper is chosen apart from the screen's; Indonesian at first.

    Attributes:
        language, zone: what is chosen. turn: whether the page is shown where there is no room
            for list and page. folder: where documents lie.
    """

    turned = Signal()
    """The list, or the page, shall be shown in place of the other."""

    def __init__(self, context: Context) -> None:
        """Offer languages and zones."""
        super().__init__()
        say = context.words.say
        self.language = Choice(
            say(message("Language of the paper")), [say(NAMES[each]) for each in LANGUAGES]
        )
        self.zone = Choice(say(message("Time zone of the paper")), [zone.name for zone in Zone])
        self.folder = label("", "quiet")
        self.turn = toggle(say(message("Show the page")), lambda _on: self.turned.emit())
        line = flow([self.language, self.zone, self.turn], gap=GAP_8)
        self.setLayout(column([line, self.folder], gap=GAP_4))

    def paper(self) -> Paper:
        """Return how documents are printed."""
        language = LANGUAGES[self.language.currentIndex()]
        translate = load_catalogue(language).translate
        return Paper(language, translate, list(Zone)[self.zone.currentIndex()])
