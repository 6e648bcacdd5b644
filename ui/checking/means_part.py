"""With what files are checked: panel files to recompute from, certificates, typed codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLineEdit

from smartcity_desktop.domain.message import message
from ui.dialogs.file_choice import choose_file, choose_folder
from ui.theme import GAP_4, GAP_8, GAP_12
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.texts import label
from ui.widgets.tick import TickBox

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QVBoxLayout

    from smartcity_desktop.domain.message import Message
    from ui.context import Context

CERTIFICATES = (
    message("Choose a certificate"),
    message("Certificates"),
    "*.pem *.crt *.cer *.der",
)


class MeansPart(QFrame):
    """Everything here may stay empty.

    Attributes:
        code, fingerprint: as typed. incomplete: whether empty signature fields are accepted.
        panel_files: the folder, or None. trust: certificates.
    """

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self._context = context
        say = context.words.say
        self.panel_files: Path | None = None
        self.trust: tuple[Path, ...] = ()
        self.code, code = self._field(message("Short code at the foot of a page"))
        self.fingerprint, fingerprint = self._field(
            message("Fingerprint of the assessment's key, as printed")
        )
        self._folder = label(say(message("Results are not recomputed.")), "quiet")
        self._certificates = label(say(message("No certificate was chosen.")), "quiet")
        folder = button(say(message("Recompute from panel files ...")), self._choose_folder)
        trust = button(say(message("Trust a certificate ...")), self._choose_certificate)
        nothing = button(say(message("Forget both")), self.forget, "link")
        text = say(message("Signature fields may still be empty"))
        self.incomplete = TickBox(text)
        self.setLayout(
            column(
                [
                    flow([folder, trust, nothing], gap=GAP_8),
                    self._folder,
                    self._certificates,
                    code,
                    fingerprint,
                    self.incomplete,
                ],
                gap=GAP_8,
                margin=GAP_12,
            )
        )

    def recompute_from(self, folder: Path) -> None:
        """Recompute results from the panel files in a folder."""
        self.panel_files = folder
        said = message("Results are recomputed from {folder}.", folder=str(folder))
        self._folder.setText(self._context.words.say(said))

    def trust_in(self, certificate: Path) -> None:
        """Let a certificate vouch for signers."""
        self.trust = (*self.trust, certificate)
        names = ", ".join(path.name for path in self.trust)
        said = message("These certificates vouch for signers: {names}", names=names)
        self._certificates.setText(self._context.words.say(said))

    def forget(self) -> None:
        """Take back the folder and the certificates."""
        say = self._context.words.say
        self.panel_files, self.trust = None, ()
        self._folder.setText(say(message("Results are not recomputed.")))
        self._certificates.setText(say(message("No certificate was chosen.")))

    def _choose_folder(self) -> None:
        context = self._context
        title = message("Folder with the panel files")
        choose_folder(self, context.words, title, self.recompute_from, context.documents)

    def _choose_certificate(self) -> None:
        context = self._context
        choose_file(self, context.words, CERTIFICATES, self.trust_in, context.documents)

    def _field(self, name: Message) -> tuple[QLineEdit, QVBoxLayout]:
        text = self._context.words.say(name)
        made, title = QLineEdit(), label(text)
        made.setAccessibleName(text)
        title.setBuddy(made)
        return made, column([title, made], gap=GAP_4)
