"""What a person could read in the window now, and waiting until it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from tests.ui.desk_window import DeskWindow

W = TypeVar("W", bound=QWidget)


def texts(widget: QWidget) -> str:
    """Return the visible texts of a widget, one a line."""
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def notice(window: DeskWindow) -> str:
    """Return the text of the notice above the page."""
    shown = window.main._notices.shown
    return "" if shown is None else shown.text.text()


def wait_for(window: DeskWindow, page: type[QWidget]) -> None:
    """Wait until a page of this kind is shown."""
    window.bot.waitUntil(lambda: isinstance(window.main.page, page), timeout=10_000)


def visible(parent: QWidget, kind: type[W], start: str) -> list[W]:
    """Return the visible widgets whose accessible name begins like this."""
    return [
        each
        for each in parent.findChildren(kind)
        if each.accessibleName().startswith(start) and each.isVisible()
    ]


def when_there(window: DeskWindow, parent: QWidget, kind: type[W], start: str) -> W:
    """Wait for a control that the next turn of the event loop shows."""
    window.bot.waitUntil(lambda: bool(visible(parent, kind, start)), timeout=10_000)
    return visible(parent, kind, start)[0]
