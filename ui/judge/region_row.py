"""The last card of a sheet: the remark on the region as a whole, with evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import REGION_NOTE
from ui.judge.note_field import NoteField
from ui.judge.row_folds import Fold, RowFolds
from ui.theme import GAP_4, GAP_8, GAP_12
from ui.widgets.layouts import column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from smartcity_desktop.scoring.sheet_lines import SheetLine
    from ui.context import Context
    from ui.judge.evidence_intake import EvidenceIntake
    from ui.judge.evidence_panel import EvidencePanel
    from ui.judge.sheet_acts import SheetActs


class RegionRow(QFrame):
    """Remark and evidence on the region."""

    def __init__(self, context: Context, acts: SheetActs, intake: EvidenceIntake) -> None:
        """Make the card without a region."""
        super().__init__()
        self.setObjectName("card")
        self.setAcceptDrops(True)
        self._context, self._acts, self._intake = context, acts, intake
        self._code = ""
        say = context.words.say
        name = say(message("Remark on this region"))

        def evidence() -> EvidencePanel:
            from ui.judge.evidence_panel import EvidencePanel

            return EvidencePanel(context, acts, intake, REGION_NOTE, name)

        self.note = NoteField(context, acts, REGION_NOTE, name)
        self.folds = RowFolds({"evidence": Fold(self._evidence(0), evidence)})
        inner = column([label(name, "strong"), self.note, self.folds], gap=GAP_4)
        inner.setContentsMargins(GAP_12, GAP_8, GAP_12, GAP_8)
        self.setLayout(inner)

    def show_line(self, line: SheetLine) -> None:
        """Show the region's own line."""
        other, self._code = self._acts.code != self._code, self._acts.code
        self.note.show_line(line, None)
        self.folds.buttons["evidence"].setText(self._evidence(len(line.evidence)))
        self.folds.show_line(line, None, other_region=other)

    def leave(self) -> None:
        """Hand on what was typed."""
        self.note.leave()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files and pictures."""
        from ui.judge.evidence_sources import has_sources

        if has_sources(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Attach what was dropped to the region."""
        from ui.judge.evidence_sources import sources_of_data

        event.acceptProposedAction()
        self.folds.open("evidence", down=True)
        sources = sources_of_data(self._context, event.mimeData())
        self._intake.take((self._acts.code, REGION_NOTE), sources)

    def _evidence(self, count: int) -> str:
        return self._context.words.say(message("Evidence ({count})", count=count))
