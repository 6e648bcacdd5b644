"""The one window: header, notices, and a page. It knows no page by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.language.catalogue import load_catalogue
from smartcity_desktop.workplace.preferences import Appearance, nearest_percent
from ui.header import Header
from ui.style import dress
from ui.theme import GAP_8, MINIMUM_WINDOW, USUAL_WINDOW, theme_of
from ui.widgets.layouts import column
from ui.widgets.notice import Notice
from ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent

    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.workplace.preferences import Preferences
    from ui.context import Context
    from ui.page import Page
    from ui.widgets.notice import Step

    PageMaker = Callable[[Context], Page]


class MainWindow(QMainWindow):
    """Shows one page at a time, and makes it anew when words, colours or text size change.

    Attributes:
        context: what pages are handed; another one after a change of preferences.
        page: the page that is shown.
    """

    dressed = Signal()
    """Header and page were made anew; whoever filled the header fills it again."""
    closing = Signal()
    """The window goes away."""

    def __init__(self, context: Context) -> None:
        """Make an empty window in the theme and language that the person chose."""
        super().__init__()
        self.context = context
        self.page: Page | None = None
        self._make: PageMaker | None = None
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle("SmartCity Desktop")
        self.setMinimumSize(QSize(*MINIMUM_WINDOW))
        self.resize(QSize(*USUAL_WINDOW))
        self.header = Header(context)
        self._notices = column(margin=0, gap=GAP_8)
        self._centre = QVBoxLayout()
        self._fill()

    def show_page(self, make: PageMaker) -> Page:
        """Leave the page and show another one."""
        if self.page is not None:
            self.page.leave()
        self._make = make
        return self._put(make(self.context))

    def show_notice(self, text: str, kind: str = "plain", steps: Sequence[Step] = ()) -> Notice:
        """Show a notice above the page until the next one, or until ``clear_notices``."""
        self.clear_notices()
        close = (self.context.words.say(message("Close")), self.clear_notices)
        made = Notice(text, kind, (*steps, close))
        self._notices.addWidget(made)
        return made

    def clear_notices(self) -> None:
        """Take every notice away."""
        while (item := self._notices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def prefer(self, preferences: Preferences) -> None:
        """Keep preferences and show everything anew in them; nothing that was typed is lost."""
        self.context.memory.prefer(preferences)
        words = self.context.words
        if preferences.language is not words.language:
            words = Words(load_catalogue(preferences.language))
        self.context = replace(self.context, words=words, theme=theme_of(preferences))
        self.dress_again()

    def speak(self, language: Language) -> None:
        """Change the language of the screen."""
        self.prefer(replace(self.context.memory.now.preferences, language=language))

    def change_text(self, step: int) -> None:
        """Make the text one step smaller (-1) or larger (+1)."""
        now = self.context.memory.now.preferences
        self.prefer(replace(now, text_percent=nearest_percent(now.text_percent, step)))

    def change_appearance(self) -> None:
        """Go from light to dark, or back."""
        now = self.context.memory.now.preferences
        other = Appearance.DARK if now.appearance is Appearance.LIGHT else Appearance.LIGHT
        self.prefer(replace(now, appearance=other))

    def dress_again(self) -> None:
        """Make header and page anew from the context."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            dress(application, self.context.theme)
        bookmark = None
        if self.page is not None:
            self.page.leave()
            bookmark = self.page.bookmark()
        self.header = Header(self.context)
        self._fill()
        self.dressed.emit()
        if self._make is not None:
            self._put(self._make(self.context)).return_to(bookmark)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page save what was typed; stay open where something would be lost."""
        if self.page is not None:
            self.page.leave()
        if self.may_close():
            self.closing.emit()
            event.accept()
        else:
            event.ignore()

    def _fill(self) -> None:
        self.header.text_smaller.connect(lambda: self.change_text(-1))
        self.header.text_larger.connect(lambda: self.change_text(+1))
        notices = QWidget()
        self._notices = column(gap=GAP_8)
        notices.setLayout(self._notices)
        self._centre = column([self.header, notices], gap=0)
        whole = QWidget()
        whole.setLayout(self._centre)
        self.setCentralWidget(whole)
        self.page = None

    def _put(self, page: Page) -> Page:
        if self.page is not None:
            self._centre.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = page
        self._centre.addWidget(page, 1)
        page.show()
        return page
