"""The secretariat at its window: what it does in which order, by mouse and typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

from smartcity_desktop.founding.parts import Part
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.secretariat.steps import Step
from tests.end2end.hands import Mouse
from tests.ui.reading import texts
from tests.workshop import PHRASE
from ui.coordinator.founding.assignments_form import AssignmentsForm
from ui.coordinator.founding.dossiers_form import DossiersForm
from ui.coordinator.founding.instrument_form import InstrumentForm
from ui.coordinator.founding.judges_form import JudgesForm
from ui.coordinator.founding.key_form import KeyForm
from ui.coordinator.founding.name_form import NameForm
from ui.coordinator.founding.paper_form import PaperForm
from ui.coordinator.founding.regions_form import RegionsForm
from ui.coordinator.merging.run import Phase
from ui.coordinator.places import Place
from ui.coordinator.rail import Rail
from ui.dialogs.declaration_dialogs import AnswerDialog, ObjectionDialog, ReopenDialog
from ui.dialogs.issue_dialogs import PaperDialog, ReplaceDialog
from ui.dialogs.sign_dialog import SignDialog
from ui.item_models.documents_model import Column, DocumentsModel
from ui.item_models.issues_model import IssuesModel
from ui.pages.checking_page import CheckingPage
from ui.pages.declaration_page import DeclarationPage
from ui.pages.documents_page import DocumentsPage
from ui.pages.founding_page import FoundingPage
from ui.pages.issuing_page import IssuingPage
from ui.pages.merging_page import MergingPage
from ui.pages.plenary_page import PlenaryPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QTableView, QWidget

    from tests.ui.desk_window import DeskWindow
    from ui.checking.verdict_card import VerdictCard
    from ui.coordinator.founding.part_form import PartForm
    from ui.coordinator.places import Somewhere
    from ui.coordinator.step_page import StepPage
    from ui.dialogs.question import Question
    from ui.widgets.long_field import LongField

P = TypeVar("P", bound="StepPage")
Q = TypeVar("Q", bound="Question")
F = TypeVar("F", bound="PartForm")

CHAIR, SECRETARY = "Siti Aminah", "Budi Santoso"
NEXT, NEW, FOLDER = "Lanjut", "Asesmen baru", "Pilih folder dan terbitkan"


class Secretariat:
    """Whoever sits before the coordinator's window."""

    def __init__(self, window: DeskWindow, own: Path) -> None:
        self.window, self.own = window, own
        self.hands = Mouse(window.bot, window.main)

    def until(self, there: Callable[[], bool]) -> None:
        """Wait until the window shows what it should."""
        self.hands.until(there)

    def click(self, widget: QWidget) -> None:
        """Click what is in sight, may be used, and rests where it is."""
        self.hands.wait_for_rest(widget)
        self.hands.click(widget)

    def fill(self, edit: QLineEdit | LongField, text: str) -> None:
        """Type into a field that was empty, or whose text is replaced."""
        self.click(edit)
        edit.selectAll()
        self.hands.write(text)

    def row(self, table: QTableView, number: int) -> None:
        """Choose a line of a table."""
        place = table.model().index(number, 0)
        self.hands.click_item(table, lambda: table.visualRect(place).center())
        assert table.currentIndex().row() == number

    def rest(self) -> None:
        """Wait until nothing is worked on."""
        self.until(lambda: not self.window.office.state.is_working)

    def go(self, place: Somewhere, kind: type[P]) -> P:
        """Click a step in the rail."""
        page = self.window.page
        if not isinstance(page, kind):
            self.rest()
            rail = self.window.main.side
            assert isinstance(rail, Rail)
            self.click(rail.buttons[place])
            self.until(lambda: isinstance(self.window.page, kind))
        self.rest()
        page = self.window.page
        assert isinstance(page, kind)
        return page

    def dialog(self, kind: type[Q]) -> Q:
        """Return the question that was just asked."""
        found: list[Q] = []

        def asked() -> bool:
            found[:] = [d for d in self.window.main.findChildren(kind) if d.isVisible()]
            return bool(found)

        self.until(asked)
        return found[0]


class Founding(Secretariat):
    """From nothing to an open assessment."""

    def found(self, files: dict[Part, Path]) -> Path:
        """Answer every part in turn; returns the file that was made."""
        self.window.front.begin()
        self.hands.use(NEW, QPushButton)
        self.until(lambda: isinstance(self.window.page, FoundingPage))
        name = self.form(NameForm)
        self.fill(name.name.edit, "Uji Kota Cerdas")
        self.fill(name.edition.edit, "2026")
        self.fill(name.first.edit, "24-11-2026")
        self.fill(name.last.edit, "25-11-2026")
        self.click(name.official)
        self.take(PaperForm, files[Part.PAPER])
        self.take(InstrumentForm, files[Part.INSTRUMENT])
        self.take(RegionsForm, files[Part.REGIONS])
        self.take(DossiersForm, files[Part.DOSSIERS])
        self.take(JudgesForm, files[Part.JUDGES])
        assignments = self.next(AssignmentsForm)
        assignments.timetable.sessions.setCurrentIndex(1)
        self.hands.use("Isi dari hari", QPushButton)
        key = self.next(KeyForm)
        self.click(key.with_key)
        self.fill(key.new.first, PHRASE)
        self.fill(key.new.again, PHRASE)
        target = key.target()
        self.click(key.make)
        self.until(lambda: self.window.front.office is not None)
        return target

    def form(self, kind: type[F]) -> F:
        """Return the part on the page."""
        page = self.window.page
        assert isinstance(page, FoundingPage)
        assert isinstance(page.form, kind), page.form
        return page.form

    def next(self, kind: type[F]) -> F:
        """Go to the next part, once this one is complete."""
        founding = self.window.front.founding
        assert founding is not None
        assert founding.journey is not None
        state = founding.journey.state
        self.until(lambda: state.is_settled)
        page = self.window.page
        assert isinstance(page, FoundingPage)
        assert state.reading.is_complete(page.part), texts(page)
        self.click(page.next)
        self.until(lambda: isinstance(page.form, kind))
        return self.form(kind)

    def take(self, kind: type[F], path: Path) -> None:
        """Go to the next part and import a list there."""
        form = self.next(kind)
        form.import_file(path)  # type: ignore[attr-defined] # every part that takes a file has it
        founding = self.window.front.founding
        assert founding is not None
        assert founding.journey is not None
        state, page = founding.journey.state, self.window.page
        assert isinstance(page, FoundingPage)
        self.until(lambda: state.is_settled and state.reading.is_complete(page.part))
        assert not form.refused.isVisible(), form.refused.lines.toPlainText()


class Assessing(Founding):
    """From the first panel file to the last declaration."""

    def issue_first(self, folder: Path) -> IssuingPage:
        """Hand out the panel files that are missing."""
        page = self.go(Step.ISSUING, IssuingPage)
        self.click(page.first)
        return self.into(page, folder)

    def into(self, page: IssuingPage, folder: Path) -> IssuingPage:
        """Name the folder, and wait until everything lies there and was read back."""
        folder.mkdir(exist_ok=True)
        self.hands.choose_path(folder)
        self.rest()
        self.until(lambda: "telah dibaca ulang dan utuh" in page.progress.said.text())
        return page

    def line_of(self, page: IssuingPage, issue: str) -> int:
        model = page.table.model()
        assert isinstance(model, IssuesModel)
        return [line.issue.id for line in model.lines].index(issue)

    def replace(self, issue: str, folder: Path) -> None:
        """Hand out a new panel file in place of one on a lost laptop."""
        page = self.go(Step.ISSUING, IssuingPage)
        self.row(page.table, self.line_of(page, issue))
        self.click(page.replace)
        asked = self.dialog(ReplaceDialog)
        self.fill(asked.by, CHAIR)
        self.click(asked.reason.offers[0])
        self.click(asked.confirm)
        self.into(page, folder)

    def on_paper(self, issue: str, folder: Path) -> None:
        """Hand out the two files in which a judge's paper sheets are typed."""
        page = self.go(Step.ISSUING, IssuingPage)
        self.row(page.table, self.line_of(page, issue))
        self.click(page.paper)
        asked = self.dialog(PaperDialog)
        self.click(asked.reason.offers[0])
        self.click(asked.confirm)
        self.into(page, folder)

    def plan(self, *paths: Path) -> MergingPage:
        """Let files fall onto the page, and wait for what a merge of them would do."""
        page = self.go(Step.MERGING, MergingPage)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        self.window.main.dropEvent(QDropEvent(QPointF(500, 300), copy, data, left, none))
        self.until(lambda: page.run.planned is not None and page.run.phase is Phase.IDLE)
        return page

    def merge(self, *paths: Path) -> str:
        """Plan and merge; returns the sentence of the plan."""
        sentence = self.plan(*paths).sentence.text()
        self.apply()
        return sentence

    def apply(self) -> None:
        """Merge as it is planned."""
        page = self.go(Step.MERGING, MergingPage)
        self.click(page.act_line.act)
        self.until(lambda: page.run.merged is not None)
        self.rest()

    def decide(self, ruling: tuple[str, ...], reason: str) -> None:
        """Choose an answer to the topic on the page, and record it."""
        page = self.go(Step.PLENARY, PlenaryPage)
        view = page.view
        assert view is not None
        for offer in view.answers.offers:
            self.click(offer.button)
            self.until(offer.button.isChecked)
            if view.answers.ruling() == ruling:
                break
        assert view.answers.ruling() == ruling
        self.rest()
        self.fill(view.backing.by, CHAIR)
        self.fill(view.backing.reason, reason)
        self.click(view.record)
        self.until(lambda: "dicatat." in page.progress.said.text())
        self.rest()

    def declare(self) -> str:
        """Freeze the results; returns their digest as it was foreseen."""
        page = self.go(Step.DECLARATION, DeclarationPage)
        self.until(lambda: "Sidik jari hasil" in page.declare.digest.text())
        foreseen = page.declare.digest.text().rpartition(": ")[2].replace(" ", "")
        self.fill(page.declare.by, CHAIR)
        self.fill(page.declare.passphrase, PHRASE)
        self.click(page.declare.declare)
        self.said(page, "Penetapan")
        return foreseen

    def said(self, page: DeclarationPage, text: str) -> None:
        """Wait for the line at the foot."""
        self.rest()
        self.until(lambda: page.progress.said.text().startswith(text))


class Publishing(Assessing):
    """Documents, signatures, checks, objections."""

    def make(self, kind: ReportKind, folder: Path) -> Path:
        """Print a kind of document; returns where it lies."""
        page = self.go(Step.DOCUMENTS, DocumentsPage)
        if page.folder != folder:
            folder.mkdir(exist_ok=True)
            self.click(page.elsewhere)
            self.hands.choose_path(folder)
            self.until(lambda: page.folder == folder)
        self.rest()
        self.row(page.table, list(ReportKind).index(kind))
        self.click(page.make)
        self.rest()
        self.until(lambda: page.preview.pages > 0)
        line = page.chosen()
        assert line is not None
        assert line.found is not None
        return line.found.path

    def sign(self, path: Path, certificate: Path, passphrase: str) -> None:
        """Sign the chosen document in its first empty field."""
        page = self.go(Step.DOCUMENTS, DocumentsPage)
        self.click(page.sign)
        asked = self.dialog(SignDialog)
        self.fill(asked.p12, str(certificate))
        self.fill(asked.passphrase, passphrase)
        before = path.read_bytes()
        self.click(asked.confirm)
        self.until(lambda: path.read_bytes() != before)
        self.rest()

    def states(self) -> dict[str, str]:
        """Return what the page says of every document, by name of the file."""
        page = self.go(Step.DOCUMENTS, DocumentsPage)
        model = page.table.model()
        assert isinstance(model, DocumentsModel)
        return {
            line.found.path.name: str(model.index(number, Column.STATE).data())
            for number, line in enumerate(model.lines)
            if line.found is not None
        }

    def check(self, path: Path, received: Path, trust: Path) -> VerdictCard:
        """Check a document and recompute its results; returns the verdict."""
        page = self.go(Place.CHECKING, CheckingPage)
        page.view.means.forget()
        page.view.means.recompute_from(received)
        page.view.means.trust_in(trust)
        with self.window.bot.waitSignal(page.view.finished, timeout=20_000):
            page.view.check([path])
        (card,) = page.view.cards
        return card

    def object(self, claim: str) -> None:
        """Record an objection."""
        page = self.go(Step.DECLARATION, DeclarationPage)
        self.click(page.objections.record)
        asked = self.dialog(ObjectionDialog)
        self.fill(asked.by, "Wali Kota")
        self.fill(asked.claim, claim)
        self.click(asked.confirm)
        self.said(page, "Sanggahan")

    def reopen(self, reason: str) -> None:
        """Open the declared results again."""
        page = self.go(Step.DECLARATION, DeclarationPage)
        self.click(page.reopen)
        asked = self.dialog(ReopenDialog)
        self.fill(asked.by, CHAIR)
        self.fill(asked.reason, reason)
        self.click(asked.confirm)
        self.until(lambda: self.window.office.state.facts.standing is None)
        self.rest()

    def answer(self, text: str) -> None:
        """Answer the first objection: it is accepted."""
        page = self.go(Step.DECLARATION, DeclarationPage)
        self.row(page.objections.table, 0)
        self.click(page.objections.answer)
        asked = self.dialog(AnswerDialog)
        self.fill(asked.by, CHAIR)
        self.fill(asked.text, text)
        self.click(asked.confirm)
        self.said(page, "Sanggahan 1 dijawab")
