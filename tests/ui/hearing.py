"""Reads a window as a screen reader and the Tab key meet it: names, roles, states, order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias, cast

from msgspec import Struct
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

Role: TypeAlias = QAccessible.Role
Text: TypeAlias = QAccessible.Text
ACTIVE = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.EditableText,
    Role.ComboBox, Role.SpinBox, Role.Slider, Role.List, Role.Table, Role.Tree, Role.Link,
}  # fmt: skip
WHOLES = {
    Role.List,
    Role.Table,
    Role.Tree,
    Role.ComboBox,
}
"""What is one stop; its items are asked of the model."""


class Heard(Struct, frozen=True):
    """One node of the tree, as a screen reader gets it."""

    role: Role
    name: str
    value: str
    description: str
    box: QRect
    widget: QWidget | None
    focusable: bool
    checked: bool
    disabled: bool


def nodes(of: QAccessibleInterface) -> Iterator[Heard]:
    """Yield what is in sight, in reading order."""
    state = of.state()
    if state.invisible:
        return
    role, widget = Role(of.role()), of.object()
    yield Heard(
        role,
        of.text(Text.Name),
        of.text(Text.Value),
        of.text(Text.Description),
        of.rect(),
        widget if isinstance(widget, QWidget) else None,
        bool(state.focusable),
        bool(state.checked),
        bool(state.disabled),
    )
    if role not in WHOLES:
        for child in children(of):
            yield from nodes(child)


def children(of: QAccessibleInterface) -> list[QAccessibleInterface]:
    found = [cast("QAccessibleInterface | None", of.child(n)) for n in range(of.childCount())]
    return [each for each in found if each is not None and each.isValid()]


def tree(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def out_of_order(of: QAccessibleInterface) -> Iterator[str]:
    """Yield what is read after something that stands below it, or right of it."""
    if of.state().invisible or Role(of.role()) in WHOLES:
        return
    seen = [each for each in children(of) if not each.state().invisible]
    seen = [each for each in seen if each.rect().isValid()]
    for one, other in pairwise(seen):
        a, b = one.rect(), other.rect()
        above = b.bottom() < a.top()
        beside = b.right() < a.left() and b.top() <= a.bottom()
        if above or beside:
            yield f"{_say(one)} before {_say(other)}"
    for each in seen:
        yield from out_of_order(each)


def _say(of: QAccessibleInterface) -> str:
    return f"{Role(of.role()).name} {of.text(Text.Name)!r} {of.rect().getRect()}"


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()} {widget.accessibleDescription()}"
