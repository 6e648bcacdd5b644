"""Fields of a form: a title above, what is typed below, told at every letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.message import message
from ui.theme import FORM_TEXT, GAP_4, GAP_12
from ui.widgets.layouts import column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.context import Context


class LineField(QWidget):
    """One line.

    Attributes:
        edit: where one types. hint: below it; empty hides it.
    """

    def __init__(
        self, title: str, value: str, typed: Callable[[str], object], hint: str = ""
    ) -> None:
        """Show a value; ``typed`` is told every letter."""
        super().__init__()
        self.edit = QLineEdit(value)
        # What is too long for the field is read from its beginning.
        self.edit.setCursorPosition(0)
        self.edit.setAccessibleName(title)
        self.edit.textEdited.connect(typed)
        name = label(title, "strong")
        name.setBuddy(self.edit)
        self.hint = label(hint, "quiet")
        self.hint.setVisible(bool(hint))
        self.edit.setAccessibleDescription(hint)
        self.setLayout(column([name, self.edit, self.hint], gap=GAP_4))


class TextField(QWidget):
    """Several lines, one entry each."""

    def __init__(
        self, context: Context, title: str, value: str, typed: Callable[[str], object]
    ) -> None:
        """Show a value; ``typed`` is told every letter."""
        super().__init__()
        self.edit = QPlainTextEdit(value)
        self.edit.setAccessibleName(title)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(context.theme.pixels(FORM_TEXT))
        self.edit.textChanged.connect(lambda: typed(self.edit.toPlainText()))
        name = label(title, "strong")
        name.setBuddy(self.edit)
        self.setLayout(column([name, self.edit], gap=GAP_4))


class BothField(QWidget):
    """A text in both languages of documents, beside each other; the English may stay empty.

    Attributes:
        own, english: the two fields.
    """

    def __init__(
        self,
        context: Context,
        title: str,
        value: LocalText,
        typed: Callable[[LocalText], object],
        *,
        lines: bool = False,
    ) -> None:
        """Show a value.

        Args:
            context: words and theme.
            title: what it is.
            value: as it was typed.
            typed: told at every letter.
            lines: whether there are several entries, one a line.
        """
        super().__init__()
        say = context.words.say
        english = say(message("{title}, in English", title=title))

        def take(_text: str) -> None:
            typed(LocalText(_text_of(self.own), _text_of(self.english)))

        self.own: LineField | TextField
        self.english: LineField | TextField
        if lines:
            self.own = TextField(context, title, value.id, take)
            self.english = TextField(context, english, value.en, take)
        else:
            self.own = LineField(title, value.id, take)
            self.english = LineField(english, value.en, take)
        line = row([self.own, self.english], gap=GAP_12)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        self.setLayout(line)


def _text_of(field: LineField | TextField) -> str:
    edit = field.edit
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def radio(text: str, chosen: Callable[[], object], *, on: bool) -> QRadioButton:
    """Return one of several answers; ``chosen`` is called when a person takes it."""
    made = QRadioButton(text.replace("&", "&&"))
    made.setAccessibleName(text)
    made.setChecked(on)
    made.clicked.connect(lambda _on: chosen())
    return made
