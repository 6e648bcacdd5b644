"""Documents: printed, shown, signed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.secretariat.documents import find_documents, print_kinds
from smartcity_desktop.secretariat.steps import NAMES, Step
from ui.coordinator.documents.acts import DocumentActs
from ui.coordinator.documents.paper_part import PaperPart
from ui.coordinator.documents.preview import Preview
from ui.coordinator.places import Place
from ui.coordinator.progress_line import ProgressLine
from ui.coordinator.step_page import StepPage
from ui.coordinator.to_check import ToCheck
from ui.dialogs.file_choice import choose_folder
from ui.item_models.documents_model import Column, DocumentsModel
from ui.theme import DOCUMENTS_WIDTH, GAP_4, GAP_8, GAP_12, PREVIEW_NARROWEST, UNLIMITED
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import row
from ui.widgets.plain_table import PlainTable
from ui.widgets.texts import label
from ui.widgets.two_line_delegate import TwoLineDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.plenary.printing import Printed
    from smartcity_desktop.secretariat.documents import Found
    from smartcity_desktop.secretariat.office import Office
    from ui.context import Context
    from ui.coordinator.state import OfficeState
    from ui.item_models.documents_model import Line
    from ui.jobs import Job


class DocumentsPage(StepPage):
    """Kinds and documents at the left, the chosen one beside them.

    Attributes:
        table: what there is. paper: how it is printed. preview: the chosen document.
        folder: where documents lie. make, make_all: print into it.
    """

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Make the page."""
        super().__init__(context, state, NAMES[Step.DOCUMENTS])
        say = context.words.say
        self._made: Path | None = None
        self.folder = self._known_folder()
        self.paper = PaperPart(context)
        self.table = PlainTable(say(message("Documents")))
        self.table.setItemDelegate(TwoLineDelegate(self.table, context.theme))
        self.table.let_rows_grow()
        self.preview = Preview(context, state)
        self.make = button(say(message("Make this document")), self._make_one, "primary")
        self.make_all = button(say(message("Make all documents")), self._make_all)
        self.elsewhere = button(say(message("Another folder ...")), self._choose_folder)
        self.print_out = button(say(message("Print ...")), lambda: self._with(self.acts.print_out))
        self.save = button(say(message("Save a copy ...")), lambda: self._with(self.acts.save_copy))
        self.sign = button(say(message("Sign ...")), self._sign)
        self.back = button(say(message("Take back ...")), lambda: self._with(self.acts.take_back))
        self.check = button(say(message("Check it")), lambda: self._with(self._check))
        self.signatures = label("", "quiet")
        self.progress = ProgressLine(context)
        self.acts = DocumentActs(self, context, state, self.progress)
        self.acts.changed.connect(self.look)
        halves = row([self.table, self.preview], gap=GAP_12)
        halves.setStretch(1, 1)
        self.paper.turned.connect(self._arrange)
        self.body.addWidget(self.paper)
        self.body.addWidget(flow([self.make, self.make_all, self.elsewhere], gap=GAP_8))
        self.body.addLayout(halves, 1)
        self.body.addWidget(self.signatures)
        self.body.addWidget(
            flow([self.print_out, self.save, self.sign, self.back, self.check], gap=GAP_8)
        )
        self.body.addWidget(self.progress)
        self.body.setSpacing(GAP_8)
        self.setFocusProxy(self.table)
        self._show(())
        self.refresh()

    def _known_folder(self) -> Path:
        assessment = self.state.facts.assessment.id
        known = self.context.memory.now.document_folders.get(assessment, "")
        return Path(known) if known else self.context.own_folder / f"dokumen-{assessment[:8]}"

    def refresh(self) -> None:
        """Look into the folder again."""
        self.paper.folder.setText(str(self.folder))
        self.look()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show list and page beside each other only where there is room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width = self.context.theme.pixels(DOCUMENTS_WIDTH)
        narrow = self.width() - width < PREVIEW_NARROWEST
        self.paper.turn.setVisible(narrow)
        self.paper.folder.setVisible(not narrow)
        self.body.setSpacing(GAP_4 if narrow else GAP_8)
        page_only = narrow and self.paper.turn.isChecked()
        self.table.setVisible(not page_only)
        self.preview.setVisible(not narrow or page_only)
        self.table.setMinimumWidth(1 if narrow else width)
        self.table.setMaximumWidth(UNLIMITED if narrow else width)

    def look(self) -> None:
        """Show what lies in the folder."""
        folder, facts = self.folder, self.state.facts
        self.state.ask(lambda _office, _: find_documents(folder, facts), self._show,
                       self.progress.fail, owner=self)  # fmt: skip

    def chosen(self) -> Line | None:
        """Return the kind or document that is chosen."""
        model, number = self.table.model(), self.table.currentIndex().row()
        if isinstance(model, DocumentsModel) and 0 <= number < len(model.lines):
            return model.lines[number]
        return None

    def choose_kind(self, kind: ReportKind) -> None:
        """Choose the first line of a kind."""
        model = self.table.model()
        if isinstance(model, DocumentsModel):
            self.table.selectRow(model.place_of(kind, None))
            self.make.setFocus()

    def _show(self, found: Sequence[Found]) -> None:
        line = self.chosen()
        kind = line.kind if line is not None else next(iter(ReportKind))
        before = line.found.path if line is not None and line.found is not None else None
        path, self._made = self._made or before, None
        declared = self.state.facts.standing is not None
        model = DocumentsModel(self.context.words, found, declared=declared)
        self.table.show_model(model, stretched=Column.KIND, lines=2)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        self.table.selectRow(model.place_of(kind, path))
        self._choose()

    def _choose(self) -> None:
        line = self.chosen()
        found = line.found if line else None
        declared = self.state.facts.standing is not None
        able = not self.state.facts.read_only
        allowed = line is not None and (declared or not line.kind.needs_declaration())
        self.make.setEnabled(able and allowed)
        say = self.context.words.say
        self.make.setAccessibleDescription("" if allowed else say(message("After the declaration")))
        self.make_all.setEnabled(able)
        for act in (self.print_out, self.save, self.check):
            act.setEnabled(found is not None)
        fields = found.fields if found and not found.superseded else ()
        self.sign.setEnabled(any(not done for _, done in fields))
        self.back.setEnabled(bool(fields))
        self._show_signatures(found)
        self.preview.show_document(found.path if found else None, say(self._why_none(line)))

    def _why_none(self, line: Line | None) -> Message:
        """Say why no page is shown, and what helps."""
        if line is None:
            return message("No document is chosen.")
        if self.state.facts.standing is None and line.kind.needs_declaration():
            return message("This document prints results. It can be made after the declaration.")
        if self.state.facts.read_only:
            return message("Nothing can be made here: the file is open for looking only.")
        return message("This document has not been made yet. Choose “Make this document”.")

    def _check(self, path: Path) -> None:
        ToCheck.of(self.state).paths = (path,)
        self.go(Place.CHECKING)

    def _show_signatures(self, found: Found | None) -> None:
        say = self.context.words.say
        parts = []
        for role, done in found.fields if found else ():
            state = message("signed") if done else message("not signed yet")
            parts.append(f"{role}: {say(state)}")
        none = message("This document has no field for a signature inside the file.")
        why = say(none) if found is not None and not found.fields else ""
        for act in (self.sign, self.back):
            act.setToolTip(why)
            act.setAccessibleDescription(why)
        if found is not None and found.superseded:
            parts = [say(message("This document prints a declaration that is no longer in force."))]
        self.signatures.setText(" · ".join(parts))

    def _with(self, act: Callable[[Path], None]) -> None:
        line = self.chosen()
        if line is not None and line.found is not None:
            act(line.found.path)

    def _sign(self) -> None:
        paper = self.paper.paper()
        self._with(lambda path: self.acts.sign(path, paper))

    def _make_one(self) -> None:
        line = self.chosen()
        if line is not None:
            self._make([line.kind])

    def _make_all(self) -> None:
        model = self.table.model()
        if isinstance(model, DocumentsModel):
            declared = self.state.facts.standing is not None
            kinds = dict.fromkeys(line.kind for line in model.lines)
            self._make([kind for kind in kinds if declared or not kind.needs_declaration()])

    def _make(self, kinds: list[ReportKind]) -> None:
        folder, paper = self.folder, self.paper.paper()

        def work(office: Office, job: Job[tuple[Printed, ...]]) -> tuple[Printed, ...]:
            done = 0
            job.step(0, len(kinds))

            def advance() -> None:
                nonlocal done
                done += 1
                job.step(done, len(kinds))

            return print_kinds(office, kinds, folder, paper, advance)

        def tell(made: tuple[Printed, ...]) -> None:
            said = message(
                "Documents made: {count}. They lie in {folder}.",
                count=len(made),
                folder=str(folder),
            )
            self.progress.end(said, "verified")
            if len(kinds) == 1 and made:
                self._made = made[0].path

        job = self.state.act(
            work,
            tell,
            self.progress.fail,
            progressed=self.progress.step,
            cancelled=lambda: self.progress.end(message("Cancelled; nothing was made.")),
            owner=self,
        )
        self.progress.begin(job)  # type: ignore[arg-type] # any job can be cancelled

    def _choose_folder(self) -> None:
        context = self.context
        title = message("Folder for the documents")
        choose_folder(self, context.words, title, self.use_folder, context.documents)

    def use_folder(self, folder: Path) -> None:
        """Look for documents in this folder, and print into it; also when the page comes again."""
        self.folder = folder
        self.context.memory.note_document_folder(self.state.facts.assessment.id, str(folder))
        self.refresh()
