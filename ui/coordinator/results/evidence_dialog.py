"""One item of evidence, drawn in this window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.evidence import read_evidence
from ui.coordinator.documents.preview import Preview
from ui.dialogs.dialog import Dialog
from ui.theme import EVIDENCE_AROUND, EVIDENCE_HEIGHT, WIDE_DIALOG
from ui.widgets.buttons import button
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.secretariat.evidence import EvidenceLine
    from ui.context import Context
    from ui.coordinator.state import OfficeState


class EvidenceDialog(Dialog):
    """Shows a picture, or a PDF page by page.

    Attributes:
        preview: what draws it.
    """

    def __init__(
        self, parent: QWidget, context: Context, state: OfficeState, line: EvidenceLine
    ) -> None:
        """Show an item."""
        super().__init__(parent, context, message("Evidence"), WIDE_DIALOG)
        self.preview = Preview(context, state)
        room = parent.height() - context.theme.pixels(EVIDENCE_AROUND)
        self.preview.setMinimumHeight(max(room, context.theme.pixels(EVIDENCE_HEIGHT)))
        close = button(self.say(message("Close")), self.reject)
        self.fill([label(line.name, "strong"), self.preview], [close])
        self.preview.show_file(lambda office: read_evidence(office, line))
        close.setFocus()
