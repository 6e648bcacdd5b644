"""A document's pages, one at a time, drawn beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QScrollArea, QWidget

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.pictures.preview import count_pages, draw_page, is_pdf
from smartcity_desktop.workplace.given_file import read_bytes
from ui.judge.pictures import LONGEST_SIDE, read_picture
from ui.theme import GAP_8, PREVIEW_DPI
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.scaled_picture import ScaledPicture
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.secretariat.office import Office
    from ui.context import Context
    from ui.coordinator.state import OfficeState

    Read = Callable[[Office], bytes]


class Drawn(Struct, frozen=True):
    """A page of a document, or a picture.

    Attributes:
        pages: how many there are; one where it is a picture.
    """

    image: QImage
    pages: int
    is_picture: bool


class Preview(QWidget):
    """Shows one page as wide as its place, and scrolls; a picture is seen as a whole.

    Attributes:
        page: the picture. number: of the page, counted from 0. pages: how many there are.
    """

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Show nothing yet."""
        super().__init__()
        self._context, self._state = context, state
        self._read: Read | None = None
        self.number = self.pages = 0
        self._is_picture = False
        say = context.words.say
        self.page = ScaledPicture(Qt.AlignmentFlag.AlignHCenter)
        self.page.setAccessibleName(say(message("Page of the document")))
        self.back = button(say(message("Previous")), lambda: self._turn(-1))
        self.forward = button(say(message("Next")), lambda: self._turn(+1))
        self.said = label("", "quiet", wraps=False)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = QWidget()
        around.setLayout(column([self.page], gap=0))
        area.setWidget(around)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        line = flow([self.back, self.forward, self.said], gap=GAP_8)
        whole = column([line, area], gap=GAP_8)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.show_document(None)

    def show_document(self, path: Path | None) -> None:
        """Show the first page of a document, or none."""
        self.show_file(None if path is None else lambda _: read_bytes(path))
        if path is None:
            self.page.setText(self._context.words.say(message("No document is chosen.")))
            self.said.clear()

    def show_file(self, read: Read | None) -> None:
        """Show the first page of a PDF, or a picture; ``read`` returns its bytes, on the lane."""
        self._read, self.number, self.pages = read, 0, 0
        self.page.clear()
        self._allow()
        if read is not None:
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let the keys for pages go up and down the page that is shown."""
        bar = self._area.verticalScrollBar()
        steps = {Qt.Key.Key_PageDown.value: 1, Qt.Key.Key_PageUp.value: -1}
        step = steps.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step * bar.pageStep())

    def _turn(self, step: int) -> None:
        self.number = max(0, min(self.pages - 1, self.number + step))
        self._draw()

    def _draw(self) -> None:
        read, number = self._read, self.number
        if read is None:
            return
        # As many points as the screen has, so that small letters stay sharp on every screen.
        dpi = round(self._context.theme.pixels(PREVIEW_DPI) * self.devicePixelRatioF())
        self._state.ask(
            lambda office, _: draw_file(read(office), number, dpi),
            lambda found: self._show(read, number, found),
            self._fail,
            owner=self,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep a picture as small as its place."""
        super().resizeEvent(event)
        self._fit()

    def _show(self, read: Read, number: int, drawn: Drawn) -> None:
        if (read, number) != (self._read, self.number):
            return
        self.pages, self._is_picture = drawn.pages, drawn.is_picture
        pixmap = QPixmap.fromImage(drawn.image)
        if not self._is_picture:
            # It was drawn with as many points as the screen has.
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.page.setPixmap(pixmap)
        self._fit()
        said = message("Page {number} of {count}", number=number + 1, count=self.pages)
        self.said.setText(self._context.words.say(said))
        self.page.setAccessibleDescription(self.said.text())
        self._allow()

    def _fit(self) -> None:
        self.page.keep_below(self._area.viewport().height() if self._is_picture else None)

    def _allow(self) -> None:
        self.back.setEnabled(self.number > 0)
        self.forward.setEnabled(self.number < self.pages - 1)

    def _fail(self, error: ExpectedError) -> None:
        self.page.setText(self._context.words.problems(error.problems))


def draw_file(data: bytes, number: int, dpi: int) -> Drawn:
    """Return one page of a PDF, or a picture of another kind.

    Raises:
        InputError: nothing that can be shown.
    """
    if is_pdf(data):
        drawn = draw_page(data, number, dpi)
        image = QImage(drawn.pixels, drawn.width, drawn.height, 3 * drawn.width,
                       QImage.Format.Format_RGB888)  # fmt: skip
        # The pixels belong to what was drawn, which goes away.
        return Drawn(image.copy(), count_pages(data), is_picture=False)
    picture = read_picture(data, LONGEST_SIDE)
    if picture.isNull():
        raise InputError(Problem("", message("This is neither a PDF nor a picture that opens.")))
    return Drawn(picture, 1, is_picture=True)
