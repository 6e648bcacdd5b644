"""Everything a row of the sheet says, from its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetrics

from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.typed_score import choices
from ui.judge.row_folds import Fold, RowFolds, TextPanel
from ui.theme import SECONDARY
from ui.widgets.state_mark import MarkShape

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from smartcity_desktop.domain.dossier import Answer
    from smartcity_desktop.domain.instrument import Indicator
    from smartcity_desktop.scoring.sheet_lines import SheetLine
    from ui.context import Context
    from ui.judge.abstain_panel import AbstainPanel
    from ui.judge.evidence_intake import EvidenceIntake
    from ui.judge.evidence_panel import EvidencePanel
    from ui.judge.note_field import NoteField
    from ui.judge.sheet_acts import Before, SheetActs

_OPEN, _SCORED, _ABSTAINED = message("not scored"), message("scored"), message("left out")


class RowWords:
    """Words of one indicator's row, in the language of the screen."""

    def __init__(self, context: Context, indicator: Indicator, weight: str) -> None:
        """Speak for one indicator; ``weight`` as its column prints it."""
        self._context, self._words = context, context.words
        self._indicator, self._weight = indicator, weight
        self.mark_of_nothing = (MarkShape.EMPTY, self._words.say(_OPEN))

    def mark(self, line: SheetLine) -> tuple[MarkShape, str]:
        """Return shape and word of a line's state."""
        if line.value is not None:
            return MarkShape.FINISHED, self._words.say(_SCORED)
        if line.abstained:
            return MarkShape.LEFT_OUT, self._words.say(_ABSTAINED)
        return self.mark_of_nothing

    def facts(self, line: SheetLine) -> str:
        """Return weight and state."""
        return f"{self._say_weight()} · {self.mark(line)[1]}"

    def typed(self, text: str) -> str:
        """Return what is said while a value is half typed."""
        return self._words.say(message("{typed} ... Enter", typed=text)) if text else ""

    def widest(self, widget: QWidget) -> int:
        """Return the room for the longest of all words that stand there in turn."""
        font = QFont(widget.font())
        font.setPointSizeF(self._context.theme.points(SECONDARY))
        metrics = QFontMetrics(font)
        states = (_OPEN, _SCORED, _ABSTAINED)
        lines = [f"{self._say_weight()} · {self._words.say(state)}" for state in states]
        return max(metrics.horizontalAdvance(line) for line in lines) + 2

    def back(self, before: Before) -> str:
        """Return the words of the way back to what stood there before."""
        if before.value is None:
            return self._words.say(message("Back to: left out"))
        value = self._words.value(self._indicator.scale, before.value)
        return self._words.say(message("Back to {value}", value=value))

    def widest_back(self) -> str:
        """Return the longest words of that kind with a value."""
        scale = self._indicator.scale
        values = choices(scale) or (scale.minimum, scale.maximum)
        texts = [self._words.value(scale, value) for value in values]
        return self._words.say(message("Back to {value}", value=max(texts, key=len)))

    def evidence(self, line: SheetLine) -> str:
        """Return the words of the fold with evidence."""
        return self._words.say(message("Evidence ({count})", count=len(line.evidence)))

    def folds(
        self, acts: SheetActs, intake: EvidenceIntake, further: tuple[QPushButton, ...]
    ) -> RowFolds:
        """Return what folds out under this indicator."""
        say, name = self._words.say, self._indicator.id
        title = f"{name}  {self._words.text(self._indicator.name)}"
        folds = {}
        if acts.state.facts.dossiers:
            folds["answer"] = Fold(say(message("Region's answer")), lambda: TextPanel(self._answer))
        if self._guidance():
            folds["guidance"] = Fold(
                say(message("Guidance")),
                lambda: TextPanel(lambda _line, _answer: self._guidance(), self._guidance()),
            )
        note = say(message("Note"))
        folds["note"] = Fold(
            note,
            lambda: self._note_field(acts, f"{note} {name}"),
            lambda line: bool(line.note) or (acts.code, name, "note") in acts.drafts,
        )
        none = say(message("Evidence ({count})", count=0))
        folds["evidence"] = Fold(none, lambda: self._evidence_panel(acts, intake, title))
        folds["abstain"] = Fold(
            say(message("Do not score")),
            lambda: self._abstain_panel(acts, title),
            lambda line: bool(line.abstained),
        )
        return RowFolds(folds, further)

    def _note_field(self, acts: SheetActs, name: str) -> NoteField:
        from ui.judge.note_field import NoteField

        return NoteField(self._context, acts, self._indicator.id, name)

    def _evidence_panel(self, acts: SheetActs, intake: EvidenceIntake, title: str) -> EvidencePanel:
        from ui.judge.evidence_panel import EvidencePanel

        return EvidencePanel(self._context, acts, intake, self._indicator.id, title)

    def _abstain_panel(self, acts: SheetActs, title: str) -> AbstainPanel:
        from ui.judge.abstain_panel import AbstainPanel

        return AbstainPanel(self._context, acts, self._indicator.id, title)

    def _say_weight(self) -> str:
        return self._words.say(message("weight {weight}", weight=self._weight))

    def _guidance(self) -> str:
        indicator = self._indicator
        lines = [self._words.text(indicator.guidance)]
        if evidence := self._words.text(indicator.evidence):
            asked = message("Evidence to ask for: {evidence}", evidence=evidence)
            lines.append(self._words.say(asked))
        return "\n".join(line for line in lines if line)

    def _answer(self, line: SheetLine, answer: Answer | None) -> str:
        del line
        if answer is None:
            return self._words.say(message("The region gave no answer to this indicator."))
        lines = [answer.text]
        if answer.claimed is not None:
            value = self._words.value(self._indicator.scale, answer.claimed)
            lines.append(self._words.say(message("The region claims {value}.", value=value)))
        return "\n".join(line for line in lines if line)
