"""The one window: header, notices, and a page. It knows no page by name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from smartcity_desktop.language.catalogue import load_catalogue
from smartcity_desktop.workplace.preferences import Appearance, nearest_percent
from ui.header import Header
from ui.qt_words import let_qt_speak
from ui.style import dress, wear
from ui.theme import MINIMUM_WINDOW, USUAL_WINDOW, theme_of
from ui.widgets.layouts import column, row
from ui.widgets.notice_area import NoticeArea, Told
from ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.workplace.preferences import Preferences
    from ui.context import Context
    from ui.page import Page
    from ui.widgets.notice import Notice
    from ui.widgets.notice_area import Step

    PageMaker = Callable[[Context], Page]
    SideMaker = Callable[[Context], QWidget]


class MainWindow(QMainWindow):
    """Shows one page at a time, and makes it anew when words, colours or text size change.

    Attributes:
        context: what pages are handed; another one after a change of preferences.
        page: the page that is shown.
        side: what stands at its left while one page follows another, or None.
    """

    dressed = Signal()
    """Header and page were made anew; whoever filled the header fills it again."""
    closing = Signal()
    """The window goes away."""
    file_dropped = Signal(object)
    """A Path that somebody dropped where no part of the page wanted it."""
    several_dropped = Signal(object)
    """A tuple of Paths, where ``takes_several`` allows it."""
    covered = Signal(bool)
    """Everything is hidden behind a cover, or shown again."""

    def __init__(self, context: Context) -> None:
        """Make an empty window in the theme and language that the person chose."""
        super().__init__()
        self.context = context
        self.page: Page | None = None
        self.side: QWidget | None = None
        self._make: PageMaker | None = None
        self._make_side: SideMaker | None = None
        self._make_cover: PageMaker | None = None
        self._focus: QWidget | None = None
        self.may_close: Callable[[], bool] = lambda: True
        self.takes_several: Callable[[], bool] = lambda: False
        self.setWindowTitle("SmartCity Desktop")
        self.setMinimumSize(QSize(*MINIMUM_WINDOW))
        self.resize(QSize(*USUAL_WINDOW))
        self.setAcceptDrops(True)
        self.header = Header(context)
        self._notices = NoticeArea(context.words)
        self._centre, self._middle, self._layers = QVBoxLayout(), QHBoxLayout(), QStackedLayout()
        self._fill()
        wear(self, context.theme)
        self._speak_qt()

    def show_page(self, make: PageMaker, side: SideMaker | None = None) -> Page:
        """Leave the page and show another one.

        What ``side`` makes stands at its left; it stays where the next page comes with the same.
        """
        if self.page is not None:
            self.page.leave()
        self._make = make
        if side != self._make_side:
            self._make_side = side
            self._put_side()
        return self._put(make(self.context))

    def show_notice(
        self, text: Message | str, kind: str = "plain", steps: Sequence[Step] = ()
    ) -> Notice:
        """Show a notice above the page until the next one, or until ``clear_notices``."""
        return self._notices.tell(Told(text, kind, tuple(steps)))

    def clear_notices(self) -> None:
        """Take every notice away."""
        self._notices.clear()

    def cover(self, make: PageMaker) -> None:
        """Hide header, notices and page behind a page; they stay as they are."""
        self._focus = self.focusWidget()
        self._make_cover = make
        self._put_cover()
        self.covered.emit(True)  # noqa: FBT003 - Qt's signals take no names

    def uncover(self) -> None:
        """Show header, notices and page again, the focus where it was."""
        self._make_cover = None
        self._take_cover()
        # Behind the cover the page may have taken away what had the focus.
        if (
            self._focus is not None
            and isValid(self._focus)
            and self.page is not None
            and self.page.isAncestorOf(self._focus)
        ):
            self._focus.setFocus()
        self._focus = None
        self.covered.emit(False)  # noqa: FBT003 - Qt's signals take no names

    @property
    def is_covered(self) -> bool:
        """Whether everything is hidden behind a cover."""
        return self._make_cover is not None

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
        (self.header.smaller if step < 0 else self.header.larger).setFocus()

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
        self._speak_qt()
        wear(self, self.context.theme)
        bookmark = None
        if self.page is not None:
            self.page.leave()
            bookmark = self.page.bookmark()
        self.header = Header(self.context)
        self._fill()
        self.dressed.emit()
        self._put_side()
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

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: FBT001, N802, A002 - Qt's names
        """Let the Tab key go in the order of the page."""
        from ui.widgets.tab_order import go_on

        return go_on(self, forward=next)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take one file wherever it is dropped; several where they have a meaning."""
        if not self.is_covered and self._wanted(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the files on."""
        paths = self._wanted(event)
        if not paths or self.is_covered:
            return
        event.acceptProposedAction()
        if self.takes_several():
            self.several_dropped.emit(paths)
        else:
            self.file_dropped.emit(paths[0])

    def _wanted(self, event: QDropEvent) -> tuple[Path, ...]:
        paths = _dropped_paths(event)
        return paths if len(paths) == 1 or self.takes_several() else ()

    def _speak_qt(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            let_qt_speak(application, self.context.words)

    def _fill(self) -> None:
        self.header.text_smaller.connect(lambda: self.change_text(-1))
        self.header.text_larger.connect(lambda: self.change_text(+1))
        self._notices = NoticeArea(self.context.words, self._notices.told)
        self._middle = row(gap=0)
        self._centre = column([self.header, self._notices, self._middle], gap=0)
        self._centre.setStretchFactor(self._middle, 1)
        whole, layers = QWidget(), QWidget()
        # Empty, for it is shown at once, and would lay out what it holds, in no style yet.
        self._layers = QStackedLayout(layers)
        self._layers.addWidget(whole)
        whole.setLayout(self._centre)
        self.setCentralWidget(layers)
        if self.isVisible():
            # At once, not at the next turn of the event loop, so that the focus can go into it.
            layers.show()
        self.page = self.side = self._focus = None
        if self._make_cover is not None:
            self._put_cover()

    def _put_cover(self) -> None:
        self._take_cover()
        if self._make_cover is not None:
            made = self._make_cover(self.context)
            self._layers.addWidget(made)
            self._layers.setCurrentWidget(made)
            made.setFocus()

    def _take_cover(self) -> None:
        cover = self._layers.widget(1)
        if cover is not None:
            self._layers.removeWidget(cover)
            cover.hide()
            cover.deleteLater()
        self._layers.setCurrentIndex(0)

    def _put_side(self) -> None:
        if self.side is not None:
            self._middle.removeWidget(self.side)
            self.side.hide()
            self.side.deleteLater()
        self.side = None if self._make_side is None else self._make_side(self.context)
        if self.side is not None:
            self._middle.insertWidget(0, self.side)
            self.side.show()

    def _put(self, page: Page) -> Page:
        if self.page is not None:
            self._middle.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = page
        self._middle.addWidget(page, 1)
        page.show()
        page.take_focus()
        return page


def _dropped_paths(event: QDropEvent) -> tuple[Path, ...]:
    """Return the local files that are dropped; none where anything else is among them."""
    urls = event.mimeData().urls()
    if all(url.isLocalFile() for url in urls):
        return tuple(Path(url.toLocalFile()) for url in urls)
    return ()
