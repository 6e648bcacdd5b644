"""Naming a judge who stands in: who, for which regions, why, and where the panel file goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.wording import LONGEST_REASON
from smartcity_desktop.secretariat.standing_in import StandInWish, find_stand_ins
from ui.dialogs.file_choice import choose_folder
from ui.dialogs.question import Question
from ui.judge.sealing_target import breakable
from ui.theme import DIALOG_LIST_HEIGHT
from ui.widgets.buttons import button
from ui.widgets.choice import Choice
from ui.widgets.flow import flow
from ui.widgets.texts import label
from ui.widgets.tick import TickDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from smartcity_desktop.secretariat.standing_in import StandIn
    from ui.context import Context

CODE = Qt.ItemDataRole.UserRole


class StandInDialog(Question):
    """Asks for everything a supplementary panel file needs.

    Attributes:
        judge: the choice among judges who can take over something. regions: with marks.
        reason: why; printed. folder: where the file goes, None while nothing is chosen.
        other: asks for somebody who does not judge yet.
    """

    asked = Signal(object)
    """A StandInWish."""
    latecomer_requested = Signal()
    """Somebody shall stand in who is no judge of this assessment yet; the dialog is closed."""

    def __init__(
        self, context: Context, parent: QWidget, facts: OfficeFacts, regions: Sequence[str]
    ) -> None:
        """Offer the judges who can take over any of these regions."""
        say = context.words.say
        title = say(message("Who stands in?"))
        super().__init__(context, parent, title, say(message("Issue a panel file")))
        self._context = context
        self.folder: Path | None = None
        self._names = {region.code: region.name for region in facts.roster.regions}
        self._able = [each for each in find_stand_ins(facts, regions) if each.free]
        self.judge = Choice(
            say(message("Judge who stands in")), [self._offer(a) for a in self._able]
        )
        self.judge.let_shrink()
        self.judge.currentIndexChanged.connect(self._list)
        self._cannot = label("", "quiet")
        self.regions = QListWidget()
        self.regions.setObjectName("lines")
        self.regions.setItemDelegate(TickDelegate(self.regions))
        self.regions.setAccessibleName(say(message("Regions that go to this judge")))
        self.regions.setFixedHeight(context.theme.pixels(DIALOG_LIST_HEIGHT))
        self.regions.itemChanged.connect(lambda _: self._need())
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.setPlaceholderText(say(message("Reason; it is printed")))
        self.reason.setAccessibleName(self.reason.placeholderText())
        self.reason.textChanged.connect(lambda _: self._need())
        self.choose = button(say(message("Folder or stick ...")), self._choose)
        self._where = label("", "quiet")
        explained = label(say(_EXPLAINED))
        self.other = button(
            say(message("Somebody who does not judge yet ...")), self._ask_for_latecomer, "link"
        )
        self.put([explained, self.judge, flow([self.other]), self._cannot, self.regions,
                  self.reason, self.choose, self._where])  # fmt: skip
        if not self._able:
            explained.setText(say(_NOBODY))
            for part in (self.judge, self.regions, self.reason, self.choose):
                part.hide()
        self._where.hide()
        self.accepted.connect(self._ask)
        self._list()

    def keep_in(self, folder: Path) -> None:
        """Choose where the file goes."""
        self.folder = folder
        self._where.setText(breakable(folder))
        self._where.show()
        self._need()

    def chosen(self) -> tuple[str, ...]:
        """Return the codes that are marked."""
        items = (self.regions.item(row) for row in range(self.regions.count()))
        return tuple(
            str(item.data(CODE)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _offer(self, able: StandIn) -> str:
        return self._context.words.say(
            message(
                "{name}: free for {count} of these",
                name=able.judge.name,
                count=len(able.free),
            )
        )

    def _list(self) -> None:
        self.regions.blockSignals(True)  # noqa: FBT003 - Qt takes no names
        self.regions.clear()
        if self._able:
            able = self._able[self.judge.currentIndex()]
            for code in able.free:
                item = QListWidgetItem(f"{self._names[code]} · {code}")
                item.setData(CODE, code)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked)
                self.regions.addItem(item)
            self._cannot.setText(self._say_cannot(able))
        self._cannot.setVisible(bool(self._cannot.text()))
        self.regions.blockSignals(False)  # noqa: FBT003 - Qt takes no names
        self._need()

    def _say_cannot(self, able: StandIn) -> str:
        say, parts = self._context.words.say, []
        if able.held:
            parts.append(say(message("already has: {codes}", codes=", ".join(able.held))))
        if able.excused:
            codes = ", ".join(able.excused)
            parts.append(say(message("conflict of interest: {codes}", codes=codes)))
        return "; ".join(parts)

    def _need(self) -> None:
        say = self._context.words.say
        missing = []
        if not self._able:
            missing.append(say(message("a judge who can stand in")))
        elif not self.chosen():
            missing.append(say(message("a region")))
        if self._able and not self.reason.text().strip():
            missing.append(say(message("the reason")))
        if self._able and self.folder is None:
            missing.append(say(message("a folder or stick")))
        said = say(message("Still needed: {things}", things=", ".join(missing)))
        self.need(said if missing else "")

    def _choose(self) -> None:
        title = message("Folder for the panel file")
        choose_folder(self, self._context.words, title, self.keep_in, self._context.documents)

    def _ask_for_latecomer(self) -> None:
        self.reject()
        self.latecomer_requested.emit()

    def _ask(self) -> None:
        if self.folder is not None:
            able = self._able[self.judge.currentIndex()]
            reason = self.reason.text().strip()
            self.asked.emit(StandInWish(able.judge.id, self.chosen(), reason, self.folder))


_EXPLAINED = message(
    "A supplementary panel file is issued for these regions. Everything the judge has finished "
    "stays valid."
)
_NOBODY = message(
    "Every judge has these regions in a panel file already, or a conflict of interest. Name "
    "somebody who does not judge yet, or decide in the plenary what follows."
)
