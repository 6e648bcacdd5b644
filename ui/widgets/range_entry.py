"""A value that is typed: digits and Enter, with comma or point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.scoring.typed_score import read_typed
from ui.theme import GAP_12, RANGE_FIELD, SECONDARY
from ui.widgets.layouts import row
from ui.widgets.texts import change_kind, label

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Scale
    from ui.context import Context
    from ui.words import Words


JUMPS = ("n", "N", "/")


class _Field(QLineEdit):
    """Leaves arrows to the row, and letters that jump as long as nothing is typed."""

    def event(self, event: QEvent) -> bool:
        jumps = isinstance(event, QKeyEvent) and event.text() in JUMPS and not self.isModified()
        if jumps and event.type() is QEvent.Type.ShortcutOverride:
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)


class RangeEntry(QWidget):
    """A field for a scale with too many values to choose from.

    A text that is no value stays as it was typed, beside the words that say what is permitted.
    """

    entered = Signal(int, bool)
    """A permitted value, and whether Enter asks for the next indicator."""
    emptied = Signal()
    """The judge emptied the field and pressed Enter."""

    def __init__(self, context: Context, scale: Scale) -> None:
        """Make an empty field."""
        super().__init__()
        self._words, self._scale = context.words, scale
        self._value: int | None = None
        self.field = _Field()
        self.field.setFixedWidth(context.theme.pixels(RANGE_FIELD))
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.hint = label("", "quiet")
        # Room for two lines, so that nothing moves when a value is not permitted.
        small = QFont(self.hint.font())
        small.setPointSizeF(context.theme.points(SECONDARY))
        self.hint.setMinimumHeight(2 * QFontMetrics(small).lineSpacing())
        line = row([self.field, self.hint], gap=GAP_12)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.field.returnPressed.connect(lambda: self._take(by_key=True))
        self.field.editingFinished.connect(lambda: self._take(by_key=False))
        self._say_permitted()

    def describe(self, text: str) -> None:
        """Say for which indicator the field stands."""
        self.field.setAccessibleName(text)
        self.field.setAccessibleDescription(self.hint.text())

    def show_value(self, value: int | None, before: int | None) -> None:
        """Show a value, unless something else was typed and not taken yet."""
        del before
        if value != self._value or not self.field.isModified():
            self._value = value
            self.field.setText("" if value is None else self._words.value(self._scale, value))
            self._say_permitted()

    def take_focus(self) -> None:
        """Give the focus to the field, with everything in it marked."""
        self.field.setFocus()
        self.field.selectAll()

    def hand_over(self) -> str:
        """Take what was typed and not entered yet; returns a text that is no value, or nothing."""
        self._take(by_key=False)
        wrong = self.field.text() if self.field.isModified() else ""
        self.field.setModified(False)
        return wrong

    def show_draft(self, text: str) -> None:
        """Show a text that is no value as it was typed before."""
        self.field.setText(text)
        self.field.setModified(True)
        self._take(by_key=False)

    def _take(self, *, by_key: bool) -> None:
        if not self.field.isModified():
            if by_key and self._value is not None:
                self.entered.emit(self._value, by_key)
            return
        text = self.field.text().strip()
        if not text:
            self.field.setModified(False)
            if by_key:
                self.emptied.emit()
            self.show_value(self._value, None)
            return
        value = read_typed(self._scale, text)
        if isinstance(value, Message):
            change_kind(self.hint, "quiet-attention")
            self.hint.setText(f"{self._words.say(value)} {permitted(self._words, self._scale)}")
            self.field.setAccessibleDescription(self.hint.text())
            return
        self.field.setModified(False)
        self._say_permitted()
        self.entered.emit(value, by_key)

    def _say_permitted(self) -> None:
        change_kind(self.hint, "quiet")
        self.hint.setText(permitted(self._words, self._scale))


def permitted(words: Words, scale: Scale) -> str:
    """Return the words for what a scale permits."""
    if scale.values:
        listed = " · ".join(words.value(scale, value) for value in scale.values)
        return words.say(message("Permitted: {values}.", values=listed))
    return words.say(
        message(
            "Permitted: {lowest} to {highest} in steps of {step}.",
            lowest=words.value(scale, scale.minimum),
            highest=words.value(scale, scale.maximum),
            step=words.value(scale, scale.step),
        )
    )
