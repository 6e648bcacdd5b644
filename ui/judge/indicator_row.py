"""One indicator of the sheet: its name, its levels as the choice itself, and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from smartcity_desktop.domain.message import message
from ui.judge.row_words import RowWords
from ui.judge.score_input import TypedKeys, is_sign, make_input
from ui.theme import GAP_4, GAP_8, GAP_12
from ui.widgets.buttons import button, toggle
from ui.widgets.layouts import column, row
from ui.widgets.level_cards import LevelCards
from ui.widgets.state_mark import MarkShape, StateMark
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
    from PySide6.QtWidgets import QLabel, QPushButton, QWidget

    from smartcity_desktop.domain.dossier import Answer
    from smartcity_desktop.domain.instrument import Indicator
    from smartcity_desktop.scoring.sheet_lines import SheetLine
    from ui.context import Context
    from ui.judge.evidence_intake import EvidenceIntake
    from ui.judge.sheet_acts import SheetActs

_STEPS = {
    Qt.Key.Key_Left: (-1, False),
    Qt.Key.Key_Right: (1, False),
    Qt.Key.Key_Up: (-1, True),
    Qt.Key.Key_Down: (1, True),
}
"""Step of an arrow key, and whether it goes to another indicator."""


class IndicatorRow(QFrame):
    """Shows one line of whatever sheet it is handed."""

    scored = Signal(str)
    """The indicator was scored with the keyboard; the focus may move on."""
    stepped = Signal(str, int)
    """An arrow asks for the indicator before (-1) or after (+1) this one."""

    def __init__(
        self, context: Context, indicator: Indicator, weight: str, acts: SheetActs,
        intake: EvidenceIntake,
    ) -> None:  # fmt: skip
        """Make a row without a region."""
        super().__init__()
        self.setObjectName("card")
        self.setAcceptDrops(True)
        self.indicator = indicator
        self._acts, self._intake, self._context = acts, intake, context
        self._keys = TypedKeys()
        self._shown: tuple[object, ...] = ("",)
        self.words = RowWords(context, indicator, weight)
        title = f"{indicator.id}  {context.words.text(indicator.name)}"
        self.setAccessibleName(title)
        self.mark = StateMark(context.theme, *self.words.mark_of_nothing)
        self.name = label(title, "strong")
        self.facts = label("", "quiet", wraps=False)
        self.facts.setFixedWidth(self.words.widest(self.facts))
        self.facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        say = context.words.say
        self.doubt = toggle(say(message("Look again")), self._doubt, "link")
        self.doubt_mark = StateMark(context.theme, MarkShape.DOUBT, say(message("Look again")))
        _keep_room(self.doubt_mark)
        self.input = make_input(context, indicator)
        self.clear = button(say(message("Clear")), lambda: acts.clear(indicator.id), "link")
        self.back = button(self.words.widest_back(), lambda: acts.go_back(indicator.id), "link")
        _keep_room(self.back)
        self.back.hide()
        self.folds = self.words.folds(acts, intake, (self.clear, self.back))
        for part in (self.doubt, *self.folds.stops):
            part.setAccessibleDescription(title)
        if not indicator.levels and "guidance" in self.folds.buttons:
            self.folds.open("guidance", down=True)
        self._lay_out()
        self._connect()

    def show_line(self, line: SheetLine, answer: Answer | None) -> None:
        """Show what stands at this indicator on the region that is shown."""
        doubtful = self._acts.is_doubtful(self.indicator.id)
        before = self._acts.before(self.indicator.id)
        now = (self._acts.code, line, answer, doubtful, before)
        if now == self._shown:
            return
        other, self._shown = now[0] != self._shown[0], now
        self._keys.forget()
        self.input.show_value(line.value, before.value if before else None)
        self.mark.show_state(*self.words.mark(line))
        _set(self.facts, self.words.facts(line))
        if self.doubt.isChecked() != doubtful:
            self.doubt.setChecked(doubtful)
        self.doubt_mark.setVisible(doubtful)
        self.clear.setEnabled(not line.is_open)
        if self.back.isHidden() is not (before is None):
            self.back.setVisible(before is not None)
            # Where it has no room beside the others, it comes in a line of its own.
            self.back.updateGeometry()
        if before is not None:
            _set(self.back, self.words.back(before))
        evidence = self.folds.buttons["evidence"]
        _set(evidence, self.words.evidence(line))
        if "answer" in self.folds.buttons:
            self.folds.buttons["answer"].setEnabled(answer is not None)
        self.folds.show_line(line, answer, other_region=other)

    @property
    def region(self) -> object:
        """The code of the region whose line is shown; empty without one."""
        return self._shown[0]

    def take_focus(self) -> None:
        """Give the focus to the levels, or the field."""
        self.input.take_focus()

    def show_anew(self) -> None:
        """Show the next line even where it is the same: drafts have come."""
        self._shown = ("",)

    def forget(self) -> None:
        """Drop what was typed by half."""
        if self._keys.text:
            self._keys.forget()
            _set(self.facts, self.words.facts(self._acts.lines()[self.indicator.id]))

    def leave(self) -> None:
        """Hand on what was typed."""
        self.folds.leave()
        if not isinstance(self.input, LevelCards):
            place = (self._acts.code, self.indicator.id, "value")
            draft = self.input.hand_over()
            self._acts.drafts.pop(place, None)
            if draft:
                self._acts.drafts[place] = draft

    def show_draft(self) -> None:
        """Show again what was typed and is no value, after the region came back."""
        draft = self._acts.drafts.pop((self._acts.code, self.indicator.id, "value"), "")
        if draft and not isinstance(self.input, LevelCards):
            self.input.show_draft(draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Score with digits, clear with Delete, move with the arrows, paste evidence."""
        if is_sign(event) and isinstance(self.input, LevelCards):
            self._score_by_key(self._keys.take(self.indicator, event))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Delete:
            self._acts.clear(self.indicator.id)
        elif event.key() in _STEPS:
            self._step(*_STEPS[Qt.Key(event.key())])
        elif (
            event.key() == Qt.Key.Key_V and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            self._attach_clipboard()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files and pictures."""
        from ui.judge.evidence_sources import has_sources

        if has_sources(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Attach what was dropped."""
        from ui.judge.evidence_sources import sources_of_data

        event.acceptProposedAction()
        self.folds.open("evidence", down=True)
        place = (self._acts.code, self.indicator.id)
        self._intake.take(place, sources_of_data(self._context, event.mimeData()))

    def _attach_clipboard(self) -> None:
        from ui.judge.evidence_sources import sources_of_clipboard

        sources = sources_of_clipboard(self._context)
        if sources:
            self.folds.open("evidence", down=True)
            self._intake.take((self._acts.code, self.indicator.id), sources)

    def _score_by_key(self, value: int | None) -> None:
        if value is None:
            _set(self.facts, self.words.typed(self._keys.text) or self.facts.text())
        elif self._acts.score(self.indicator.id, value):
            self.scored.emit(self.indicator.id)

    def _enter(self) -> None:
        waiting = self._keys.enter()
        if waiting is None and isinstance(self.input, LevelCards):
            waiting = self.input.focused()
        if waiting is not None:
            self._score_by_key(waiting)

    def _step(self, step: int, other: bool) -> None:  # noqa: FBT001 - one of a table's pairs
        if other or not isinstance(self.input, LevelCards):
            self.stepped.emit(self.indicator.id, step)
        elif self.input.focused() is not None:
            self.input.go(step)

    def _entered(self, value: int, by_key: bool) -> None:  # noqa: FBT001 - a signal has no names
        if self._acts.score(self.indicator.id, value) and by_key:
            self.scored.emit(self.indicator.id)

    def _doubt(self, doubtful: bool) -> None:  # noqa: FBT001 - a signal has no names
        self._acts.doubt(self.indicator.id, doubtful=doubtful)

    def _connect(self) -> None:
        if isinstance(self.input, LevelCards):
            self.input.chosen.connect(lambda value: self._acts.score(self.indicator.id, value))
        else:
            self.input.entered.connect(self._entered)
            self.input.emptied.connect(lambda: self._acts.clear(self.indicator.id))

    def _lay_out(self) -> None:
        head = row([self.mark, self.name, self.facts, self.doubt_mark, self.doubt], gap=GAP_8)
        head.setStretch(1, 1)
        inner = column([head, self.input, self.folds], gap=GAP_4)
        inner.setContentsMargins(GAP_12, GAP_4, GAP_12, GAP_8)
        self.setLayout(inner)


def _keep_room(widget: QWidget) -> None:
    """Keep a widget's place while it is hidden, so that nothing moves when it comes."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


def _set(widget: QLabel | QPushButton, text: str) -> None:
    """Change a text only where it is another one: every change costs a new layout."""
    if widget.text() != text:
        widget.setText(text)
        widget.setAccessibleName(text)
