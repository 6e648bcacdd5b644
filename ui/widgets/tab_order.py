"""The way of the Tab key: the order in which the parts stand, also where they were made later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def stops(part: QWidget) -> Iterator[QWidget]:
    """Yield what the Tab key reaches in a part, in the order in which a screen reader reads it."""
    for child in part.children():
        if isinstance(child, QWidget) and not child.isWindow() and child.isVisible():
            if _takes_tab(child):
                yield child
            yield from stops(child)


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next stop of a window, or the one before; say whether there is one.

    Qt's own chain has the order in which parts were made: what opens later would come last.
    """
    focused = window.focusWidget()
    every = list(stops(window))
    others = [each for each in every if each is not focused]
    if not others:
        return False
    if focused in every:
        here = every.index(focused)
        found = every[(here + (1 if forward else -1)) % len(every)]
    else:
        found = _beside(window, focused, others, forward=forward)
    reason = Qt.FocusReason
    found.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
    return True


def _takes_tab(part: QWidget) -> bool:
    return (
        bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and part.isEnabled()
        and part.focusProxy() is None
        and not _stands_behind(part)
    )


def _stands_behind(part: QWidget) -> bool:
    """Say whether another one of the same choices is chosen; the arrows go between them."""
    group = part.group() if isinstance(part, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() not in (None, part)


def _beside(
    window: QWidget, focused: QWidget | None, others: list[QWidget], *, forward: bool
) -> QWidget:
    """Return the stop after or before a part that is none, such as a card chosen by mouse."""
    if focused is None or not focused.isVisible():
        return others[0 if forward else -1]
    every = [each for each in window.findChildren(QWidget) if each is focused or each in others]
    here = every.index(focused)
    return every[(here + (1 if forward else -1)) % len(every)]
