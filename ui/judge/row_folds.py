"""What folds out under an indicator: the region's answer, guidance, note, evidence, abstention."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from ui.theme import GAP_8
from ui.widgets.buttons import toggle
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QPushButton

    from smartcity_desktop.domain.dossier import Answer
    from smartcity_desktop.scoring.sheet_lines import SheetLine

    Words = Callable[[SheetLine, Answer | None], str]


class Panel(Protocol):
    """A part that folds out."""

    def show_line(self, line: SheetLine, answer: Answer | None) -> None:
        """Show what belongs to it."""

    def leave(self) -> None:
        """Hand on what was typed."""


class Fold(Struct, frozen=True):
    """One part that may fold out.

    Attributes:
        make: called when it is first needed; the widget is a ``Panel``.
        follows: opens by itself where this says so, and closes with the region.
    """

    words: str
    make: Callable[[], QWidget]
    follows: Callable[[SheetLine], bool] | None = None


class TextPanel(QWidget):
    """Words that are read only."""

    def __init__(self, words: Words, now: str = "") -> None:
        """Make a panel; ``words`` says what belongs there."""
        super().__init__()
        self._words = words
        self.text = label(now)
        self.setLayout(column([self.text]))

    def show_line(self, line: SheetLine, answer: Answer | None) -> None:
        """Show the words."""
        self.text.setText(self._words(line, answer))

    def leave(self) -> None:
        """Nothing is typed here."""


class RowFolds(QWidget):
    """A line of words that open parts under it; parts are made when they are first opened.

    Attributes:
        buttons: by the name of what they open. stops: all buttons of the line.
    """

    def __init__(self, folds: Mapping[str, Fold], further: tuple[QPushButton, ...] = ()) -> None:
        """Make the line, everything closed; ``further`` buttons stand at its end."""
        super().__init__()
        self._folds = folds
        self._line: SheetLine | None = None
        self._answer: Answer | None = None
        self._panels: dict[str, QWidget] = {}
        self.buttons = {name: self._button(name, fold.words) for name, fold in folds.items()}
        self.stops: list[QWidget] = [*self.buttons.values(), *further]
        self._column = column([flow(self.stops)], gap=GAP_8)
        self.setLayout(self._column)

    def show_line(self, line: SheetLine, answer: Answer | None, *, other_region: bool) -> None:
        """Show what belongs to a line; parts open and close by themselves with the region only."""
        self._line, self._answer = line, answer
        for name, fold in self._folds.items():
            if fold.follows is not None:
                wanted = fold.follows(line)
                if wanted or other_region:
                    self.open(name, down=wanted)
            self._fill(name)

    def open(self, name: str, *, down: bool) -> QWidget | None:
        """Open or close a part; returns it where it is open."""
        made = self.buttons[name]
        if made.isChecked() != down:
            made.setChecked(down)
        panel = self._panels.get(name)
        if panel is None and down:
            panel = self._panels[name] = self._folds[name].make()
            self._place(name, panel)
        if panel is not None and panel.isHidden() is down:
            panel.setVisible(down)
        if down:
            self._fill(name)
        return panel if down else None

    def leave(self) -> None:
        """Hand on what was typed in any part."""
        for panel in self._panels.values():
            panel.leave()  # type: ignore[attr-defined]

    def _button(self, name: str, words: str) -> QPushButton:
        return toggle(words, lambda down: self.open(name, down=down))

    def _fill(self, name: str) -> None:
        panel = self._panels.get(name)
        if panel is not None and self._line is not None and not panel.isHidden():
            panel.show_line(self._line, self._answer)  # type: ignore[attr-defined]

    def _place(self, name: str, panel: QWidget) -> None:
        names = list(self._folds)
        before = sum(1 for other in names[: names.index(name)] if other in self._panels)
        self._column.insertWidget(1 + before, panel)
        # What was just made is read, and met by the Tab key, before what stands below it.
        for other in names[names.index(name) :]:
            if other in self._panels:
                self._panels[other].raise_()
