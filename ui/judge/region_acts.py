"""Acts on regions as a whole: not to be scored, absent, scored after all, scored by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import SheetState
from ui.judge.acts import Act

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.scoring.desk import Desk
    from ui.context import Context
    from ui.judge.state import JudgeState


class RegionActs(QObject):
    """Offers the acts for regions, asks what must be asked, and does them."""

    def __init__(self, context: Context, state: JudgeState, page: QWidget) -> None:
        """Work for a page."""
        super().__init__(page)
        self._context, self._state, self._page = context, state, page

    def fill(self, menu: QMenu, codes: Sequence[str]) -> None:
        """Offer what can be done with these regions now; what cannot says why."""
        menu.clear()
        left_out = [code for code in codes if self._is_left_out(code)]
        scored = [code for code in codes if code not in left_out]
        self._offer(
            menu,
            message("Not score: conflict of interest ..."),
            lambda: self.ask_to_leave_out(SheetState.RECUSED, scored),
            "" if scored else message("Not score: it is left out already"),
        )
        self._offer(
            menu,
            message("Report as absent ..."),
            lambda: self.ask_to_leave_out(SheetState.ABSENT, scored),
            "" if scored else message("Report as absent: it is left out already"),
        )
        free = [code for code in left_out if code not in self._state.facts.excused]
        self._offer(
            menu,
            message("Score after all"),
            lambda: self.resume(free),
            "" if free else self._why_not_resumed(left_out),
        )
        menu.addSeparator()
        self._offer(
            menu,
            message("Scored the wrong region: move or swap the scores ..."),
            lambda: self.ask_to_relocate(codes[0]),
            self._why_not_relocated(codes),
        )

    def ask_to_leave_out(self, kind: SheetState, codes: Sequence[str]) -> None:
        """Ask for the reason, then recuse or report absent."""
        from smartcity_desktop.scoring.leaving_out import leave_out
        from ui.dialogs.leave_out_dialog import LeaveOutDialog

        dialog = LeaveOutDialog(self._context, self._page, self._state, kind, codes)

        def do() -> None:
            reason = dialog.reason.reason()
            self._act(lambda desk: leave_out(desk, codes, kind, reason), codes)

        dialog.accepted.connect(do)
        dialog.open()

    def resume(self, codes: Sequence[str]) -> None:
        """Take recusals and absences back; nothing is lost by it, so nothing is asked."""
        from smartcity_desktop.scoring.leaving_out import resume_all

        self._act(lambda desk: resume_all(desk, codes), codes)

    def ask_to_relocate(self, source: str) -> None:
        """Ask where a sheet belongs, then move or swap."""
        from smartcity_desktop.scoring.relocating import move_sheet, swap_sheets
        from ui.dialogs.relocate_dialog import RelocateDialog

        dialog = RelocateDialog(self._context, self._page, self._state, source)

        def do() -> None:
            target, reason = dialog.target, dialog.reason.reason()
            act = swap_sheets if dialog.swaps else move_sheet

            def save(desk: Desk) -> tuple[str, ...]:
                act(desk, source, target, reason)
                return source, target

            self._act(save, (source, target))

        dialog.accepted.connect(do)
        dialog.open()

    def _act(self, save: Callable[[Desk], tuple[str, ...]], codes: Sequence[str]) -> None:
        self._state.act(Act(save, tuple(codes)))

    def _is_left_out(self, code: str) -> bool:
        return self._state.sheet(code).state is not SheetState.SCORED

    def _why_not_resumed(self, left_out: Sequence[str]) -> Message:
        if left_out:
            return message("Score after all: not with a conflict of interest")
        return message("Score after all: it is not left out")

    def _why_not_relocated(self, codes: Sequence[str]) -> Message | str:
        if len(codes) != 1:
            return message("Move or swap the scores: choose one region")
        if codes[0] not in self._state.facts.sheets:
            return message("Move or swap the scores: nothing is recorded here")
        return ""

    def _offer(
        self,
        menu: QMenu,
        words: Message,
        act: Callable[[], object],
        hindrance: Message | str,
    ) -> None:
        """Add an entry; where something hinders it, its words say what."""
        said = words if isinstance(hindrance, str) else hindrance
        entry = menu.addAction(self._context.words.say(said))
        entry.setEnabled(isinstance(hindrance, str))
        entry.triggered.connect(lambda _checked=False: act())
