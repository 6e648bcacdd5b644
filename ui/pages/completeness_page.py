"""Completeness: judge by region, whom to call, and a stand-in where judges are too few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.issuing import issue_supplement, issue_to_latecomer
from smartcity_desktop.secretariat.matrix_export import write_matrix
from smartcity_desktop.secretariat.steps import NAMES, Step
from smartcity_desktop.secretariat.writing_out import write_out
from ui.coordinator.completeness.call_list import CallList
from ui.coordinator.completeness.filters import MatrixFilters
from ui.coordinator.completeness.matrix_view import MatrixView
from ui.coordinator.step_page import StepPage
from ui.dialogs.file_choice import choose_folder, choose_new_file
from ui.dialogs.joining_dialogs import LateJudgeDialog
from ui.dialogs.stand_in_dialog import StandInDialog
from ui.item_models.completeness_model import MatrixWish
from ui.judge.sealing_target import breakable
from ui.theme import CALLS_WIDTH, DETAILS_BESIDE_FROM, GAP_12
from ui.turns import Turns
from ui.widgets.buttons import button, toggle
from ui.widgets.layouts import clear_layout, column, row
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from smartcity_desktop.domain.assessment import Judge
    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.preparing.handing_out import HandedOut
    from smartcity_desktop.secretariat.completeness_facts import ThinRegion
    from smartcity_desktop.secretariat.standing_in import StandInWish
    from ui.context import Context
    from ui.coordinator.state import OfficeState

CSV = (message("Save the matrix"), message("Table (CSV)"), "*.csv")
MOST_NAMES = 6


class _Bookmark(Struct, frozen=True):
    wish: MatrixWish
    scrolled: int


class CompletenessPage(StepPage):
    """Matrix with filters, call list beside it; they come into the page one after another.

    Attributes:
        filters, matrix, calls: the parts of the page. export: writes what is listed.
        thin: regions with too few judges.
    """

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Show the title; what stands below it comes in the next turns of the event loop."""
        super().__init__(context, state, NAMES[Step.COMPLETENESS])
        self.thin: tuple[ThinRegion, ...] = ()
        self._notices, self._thin = column(), column()
        # Places from the first, so that nothing that is there moves when something comes.
        self._first, self._middle, self._side = (_Place() for _ in range(3))
        whole = row([self._middle, self._side], gap=GAP_12)
        whole.setStretch(0, 1)
        self.body.addLayout(self._notices)
        self.body.addLayout(self._thin)
        self.body.addWidget(self._first)
        self.body.addLayout(whole, 1)
        self._parts = Turns(self)
        self._parts.take(self._add_parts())

    @property
    def is_whole(self) -> bool:
        """Whether every part has come."""
        return not self._parts.isActive()

    def refresh(self) -> None:
        """Show the new facts."""
        self._parts.finish()
        self.matrix.show_facts(self.state.facts)
        self._show_calls()

    def _add_parts(self) -> Iterator[None]:
        self._add_filters()
        yield
        self._add_calls()
        yield
        self.matrix = MatrixView(self.context)
        self.matrix.setParent(self)
        yield
        self._fill_matrix()
        yield
        self._middle.take(self.matrix)

    def _add_filters(self) -> None:
        context = self.context
        say = context.words.say
        self.filters = MatrixFilters(context.words, self.state.facts.roster)
        self.export = button(say(message("Save as a table ...")), self._choose)
        self.more = toggle(say(message("Whom to call")), lambda _on: self._arrange())
        for part in (self.more, self.export):
            self.filters.add(part)
        self.export.setEnabled(False)
        self._first.take(self.filters)
        self._arrange()
        self.setFocusProxy(self.filters.judge)
        self.take_focus()

    def _add_calls(self) -> None:
        self.calls = CallList(self.context)
        self.calls.stand_in_requested.connect(self.name_stand_in)
        self._show_calls()
        self._side.take(self.calls)

    def _fill_matrix(self) -> None:
        self.matrix.show_facts(self.state.facts)
        self.matrix.ask_for(self.filters.wish)
        self.filters.changed.connect(lambda: self.matrix.ask_for(self.filters.wish))
        self.calls.find_requested.connect(
            lambda judge: self.filters.show_wish(MatrixWish(judge, "", only_missing=True))
        )
        self.export.setEnabled(True)

    def _show_calls(self) -> None:
        facts = self.state.facts
        changeable = not facts.read_only and facts.standing is None
        self.calls.show_calls(facts.matrix.calls, changeable=changeable)
        self.thin = facts.matrix.thin
        clear_layout(self._thin)
        if self.thin:
            self._thin.addWidget(self._warn(changeable=changeable))

    def bookmark(self) -> object:
        """Return what is listed, and how far it is scrolled."""
        self._parts.finish()
        return _Bookmark(self.filters.wish, self.matrix.table.verticalScrollBar().value())

    def return_to(self, bookmark: object) -> None:
        """List the same again."""
        if isinstance(bookmark, _Bookmark):
            self._parts.finish()
            self.filters.show_wish(bookmark.wish)
            self.matrix.table.verticalScrollBar().setValue(bookmark.scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the call list beside the matrix where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def name_stand_in(self, regions: tuple[str, ...]) -> None:
        """Ask who stands in for these regions."""
        dialog = StandInDialog(self.context, self, self.state.facts, regions)
        dialog.asked.connect(self.issue)
        dialog.latecomer_requested.connect(lambda: self.name_latecomer(regions))
        dialog.open()

    def name_latecomer(self, regions: tuple[str, ...]) -> None:
        """Ask who joins the judges to stand in for these regions, then where the file goes."""
        context = self.context
        dialog = LateJudgeDialog(context, self, self.state.facts, regions)

        def go_on() -> None:
            judge, ticked, reason = dialog.judge(), dialog.ticked(), dialog.reason.reason()
            title = message("Folder for the panel file")
            choose_folder(
                self,
                context.words,
                title,
                lambda folder: self.let_join(judge, ticked, reason, folder),
                context.documents,
            )

        dialog.accepted.connect(go_on)
        dialog.open()

    def let_join(self, judge: Judge, regions: tuple[str, ...], reason: str, folder: Path) -> None:
        """Let a judge join and issue the panel file, together or not at all."""
        self.state.act(
            lambda office, _: issue_to_latecomer(office, judge, regions, reason, folder),
            self._tell_issued,
            self._fail,
        )

    def issue(self, wish: StandInWish) -> None:
        """Issue the panel file of a stand-in."""
        self.state.act(
            lambda office, _: issue_supplement(
                office, wish.judge, wish.regions, wish.reason, wish.folder
            ),
            self._tell_issued,
            self._fail,
        )

    def write_to(self, path: Path) -> None:
        """Write what is listed as a table."""
        model = self.matrix.model
        regions = [region.code for region in model.regions]
        judges = [judge.id for judge in model.judges]
        facts, say = self.state.facts, self.context.words.say
        self.state.ask(
            lambda _office, _: write_out(path, write_matrix(facts, say, regions, judges)),
            lambda written: self._tell(
                say(message("Saved: {path}", path=breakable(written))), "plain"
            ),
            self._fail,
        )

    def _warn(self, *, changeable: bool) -> Notice:
        """Return the notice about regions that too few judges score."""
        say, shown = self.context.words.say, self.thin[:MOST_NAMES]
        names = ", ".join(
            f"{each.region.name} ({each.region.code}): {each.arrived + each.coming}"
            for each in shown
        )
        rest = len(self.thin) - len(shown)
        said = message(
            "Fewer than {need} judges, so not ranked without a stand-in: {names}{more}",
            need=self.thin[0].need,
            names=names,
            more=f" … (+{rest})" if rest > 0 else "",
        )
        codes = tuple(each.region.code for each in self.thin)
        steps = [(say(message("Name a stand-in ...")), lambda: self.name_stand_in(codes))]
        return Notice(say(said), "attention", steps if changeable else ())

    def _tell_issued(self, issued: tuple[HandedOut, ...]) -> None:
        (given,) = issued
        names = {judge.id: judge.name for judge in self.state.facts.roster.judges}
        said = message(
            "The panel file {issue} for {name} lies in {path}. Hand it to the judge; finished work "
            "stays valid.",
            issue=given.issue.id,
            name=names[given.issue.judge],
            path=breakable(given.path),
        )
        self._tell(self.context.words.say(said), "plain")

    def _fail(self, error: ExpectedError) -> None:
        self._tell(self.context.words.problems(error.problems), "attention")

    def _tell(self, text: str, kind: str) -> None:
        if not isValid(self):
            return
        clear_layout(self._notices)
        close = (self.context.words.say(message("Close")), lambda: clear_layout(self._notices))
        self._notices.addWidget(Notice(text, kind, [close]))

    def _choose(self) -> None:
        context = self.context
        start = context.documents / context.words.say(message("completeness.csv"))
        choose_new_file(self, context.words, CSV, self.write_to, start)

    def _arrange(self) -> None:
        pixels = self.context.theme.pixels
        wide = self.width() >= pixels(DETAILS_BESIDE_FROM)
        asked = False
        if self._first.is_taken:
            self.more.setVisible(not wide)
            asked = self.more.isChecked()
        self._side.setVisible(wide or asked)
        self._middle.setVisible(wide or not asked)
        self._side.setMinimumWidth(pixels(CALLS_WIDTH) if wide else 0)
        self._side.setMaximumWidth(pixels(CALLS_WIDTH) if wide else self.maximumWidth())


class _Place(QWidget):
    """Where a part will stand."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = column(gap=0)
        self.setLayout(self._inside)

    @property
    def is_taken(self) -> bool:
        return self._inside.count() > 0

    def take(self, part: QWidget) -> None:
        self._inside.addWidget(part)
        # Now, not when Qt comes to it: whoever scrolls it next needs it laid out.
        part.show()
