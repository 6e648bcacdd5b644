"""What can be done with one document: print, save, sign, take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.signing_documents import (
    export_document,
    read_fields,
    sign_document,
    take_back,
)
from ui.coordinator.documents.printer import list_printers, print_document
from ui.dialogs.file_choice import choose_file, choose_new_file
from ui.dialogs.printer_dialog import PrinterDialog
from ui.dialogs.sign_dialog import SignDialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.secretariat.documents import Paper
    from smartcity_desktop.secretariat.signing_documents import SigningField
    from ui.context import Context
    from ui.coordinator.progress_line import ProgressLine
    from ui.coordinator.state import OfficeState

PDF = (message("Save a copy of the document"), message("Documents (PDF)"), "*.pdf")
RETURNED = (message("Choose the document that came back"), message("Documents (PDF)"), "*.pdf")


class DocumentActs(QObject):
    """Asks what is needed, works beside the window, and says what came of it."""

    changed = Signal()
    """A document looks different now."""

    def __init__(
        self, page: QWidget, context: Context, state: OfficeState, progress: ProgressLine
    ) -> None:
        """Serve one page."""
        super().__init__(page)
        self._page, self._context = page, context
        self._state, self._progress = state, progress

    def print_out(self, path: Path) -> None:
        """Ask for a printer and print."""

        def ask(printers: tuple[str, ...]) -> None:
            dialog = PrinterDialog(self._context, self._page, path.name, printers)
            dialog.accepted.connect(lambda: self._print(path, dialog.printer()))
            dialog.open()

        self._state.ask(
            lambda _office, _: list_printers(), ask, self._progress.fail, owner=self._page
        )

    def save_copy(self, path: Path) -> None:
        """Ask where to save a copy, fields still empty, to be signed elsewhere."""
        context = self._context
        choose_new_file(
            self._page, context.words, PDF, lambda target: self._export(path, target),
            context.documents / path.name,
        )  # fmt: skip

    def sign(self, path: Path, paper: Paper) -> None:
        """Ask for the certificate and sign in one of the empty fields."""

        def ask(fields: tuple[SigningField, ...]) -> None:
            free = [field for field in fields if not field.signed]
            if not free:
                self._progress.end(message("Every field of this document is signed."))
                return
            dialog = SignDialog(self._context, self._page, path.name, free)

            def go_on() -> None:
                wish, passphrase = dialog.wish(), dialog.passphrase.text()
                dialog.passphrase.clear()
                clock = self._context.clock
                self._progress.begin()
                self._state.ask(
                    lambda _office, _: sign_document(path, wish, passphrase, paper, clock),
                    self._signed,
                    self._progress.fail,
                    owner=self._page,
                )

            dialog.accepted.connect(go_on)
            dialog.open()

        self._state.ask(
            lambda _office, _: read_fields(path), ask, self._progress.fail, owner=self._page
        )

    def take_back(self, path: Path) -> None:
        """Ask for the document that was signed elsewhere."""
        context = self._context
        choose_file(
            self._page, context.words, RETURNED, lambda other: self.take(path, other),
            context.documents,
        )  # fmt: skip

    def take(self, path: Path, returned: Path) -> None:
        """Put what came back in place of the document, if it is that with signatures added."""
        clock = self._context.clock
        self._progress.begin()
        self._state.ask(
            lambda _office, _: take_back(path, returned, clock),
            self._signed,
            self._progress.fail,
            owner=self._page,
        )

    def _export(self, path: Path, target: Path) -> None:
        self._state.ask(
            lambda _office, _: export_document(path, target),
            lambda saved: self._progress.end(message("Saved: {path}", path=str(saved))),
            self._progress.fail,
            owner=self._page,
        )

    def _print(self, path: Path, printer: str) -> None:
        said = message(
            "{name} was handed to the printer {printer}.", name=path.name, printer=printer
        )
        job = self._state.ask(
            lambda _office, job: print_document(path, printer, job.step),
            lambda _: self._progress.end(said, "verified"),
            self._progress.fail,
            progressed=self._progress.step,
            cancelled=lambda: self._progress.end(message("Printing was cancelled.")),
            owner=self._page,
        )
        self._progress.begin(job)  # type: ignore[arg-type] # any job can be cancelled

    def _signed(self, fields: tuple[SigningField, ...]) -> None:
        done = sum(field.signed for field in fields)
        said = message("Signed: {done} of {all} fields.", done=done, all=len(fields))
        self._progress.end(said, "verified")
        self.changed.emit()
