"""The widget with which an indicator is scored, whatever its scale, and what keys mean on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.scoring.typed_score import SIGNS, choices, type_on
from ui.widgets.level_cards import LevelCards

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from smartcity_desktop.domain.instrument import Indicator
    from ui.context import Context
    from ui.widgets.range_entry import RangeEntry

    ScoreInput = LevelCards | RangeEntry


def make_input(context: Context, indicator: Indicator) -> ScoreInput:
    """Return cards where the values can be chosen, a field where they are typed."""
    words, scale = context.words, indicator.scale
    offered = choices(scale)
    made: ScoreInput
    if offered:
        texts = {level.value: words.text(level.text) for level in scale.labels}
        texts |= {level.value: words.text(level.text) for level in indicator.levels}
        made = LevelCards(
            context.theme, [(v, words.value(scale, v), texts.get(v, "")) for v in offered]
        )
    else:
        from ui.widgets.range_entry import RangeEntry

        made = RangeEntry(context, scale)
    made.describe(f"{indicator.id} {words.text(indicator.name)}")
    return made


class TypedKeys:
    """Puts the signs that are typed on an indicator together to a value.

    Attributes:
        text: what waits for a further sign or for Enter.
    """

    def __init__(self) -> None:
        """Begin with nothing typed."""
        self.text = ""
        self._value: int | None = None

    def forget(self) -> None:
        """Drop what was typed."""
        self.text, self._value = "", None

    def take(self, indicator: Indicator, event: QKeyEvent) -> int | None:
        """Take a sign; returns the value once it can be no other one."""
        typed = type_on(indicator.scale, self.text, event.text())
        self.text, self._value = typed.text, typed.value
        if not typed.certain:
            return None
        self.forget()
        return typed.value

    def enter(self) -> int | None:
        """Return the value that waits for Enter, or None."""
        value = self._value
        self.forget()
        return value


def is_sign(event: QKeyEvent) -> bool:
    """Whether a key press types a part of a value; a key that is held down does not."""
    from PySide6.QtCore import Qt

    held = event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    )
    return event.text() in SIGNS and not event.isAutoRepeat() and not held
