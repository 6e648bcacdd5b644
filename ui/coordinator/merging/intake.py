"""Where files come in: a large area at first, one line once something was named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from smartcity_desktop.domain.message import message
from ui.theme import GAP_8, GAP_12, GAP_16, GAP_32
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from ui.coordinator.merging.folder_watch import FolderWatch
    from ui.coordinator.merging.run import MergeRun
    from ui.words import Words


class Intake(QFrame):
    """Says that files can be dropped, and offers to choose them or to watch a folder.

    Attributes:
        files, folder, watch, identity: the buttons, from left to right.
        watched: what there is to say of the watched folder.
    """

    files_requested = Signal()
    folder_requested = Signal()
    watch_requested = Signal()
    watch_ended = Signal()
    identity_requested = Signal()
    passed_requested = Signal()
    """List the files that watching did not offer."""

    def __init__(self, words: Words) -> None:
        """Make the large area."""
        super().__init__()
        self._words = words
        self.setObjectName("card")
        say = words.say
        self._invitation = label(say(_DROP), "section")
        self._more = label(say(_MORE), "quiet")
        self.files = button(say(message("Choose files ...")), self.files_requested.emit)
        self.folder = button(say(message("Choose a folder ...")), self.folder_requested.emit)
        self.watch = button(
            say(message("Watch a folder or drive ...")), self.watch_requested.emit, "link"
        )
        self.identity = button(
            say(message("Age identity ...")), self.identity_requested.emit, "link"
        )
        self.watched = label("", "quiet")
        self._stop = button(say(message("Stop watching")), self.watch_ended.emit, "link")
        self._list = button(say(message("Show them")), self.passed_requested.emit, "link")
        offered = (self.files, self.folder, self.watch, self._stop, self._list, self.identity)
        parts = column([self._invitation, self._more, flow(offered, gap=GAP_8), self.watched])
        parts.setContentsMargins(GAP_16, GAP_12, GAP_16, GAP_12)
        self.setLayout(parts)

    def show_size(self, *, large: bool) -> None:
        """Be the large area of an empty page, or one line."""
        self._invitation.setVisible(large)
        self._more.setVisible(large)
        margin = GAP_32 if large else GAP_8
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(GAP_12, margin, GAP_12, margin)

    def show_watch(self, watch: FolderWatch, run: MergeRun) -> None:
        """Say what came of the watched folder."""
        watching = watch.folder is not None
        self.watched.setVisible(watching)
        self._stop.setVisible(watching)
        self.watch.setVisible(not watching)
        refused = [each for each in run.passed if each.refusal is not None]
        self._list.setVisible(watching and bool(refused))
        if watch.folder is not None:
            self.watched.setText(" ".join(self._told(watch, run, len(refused))))

    def _told(self, watch: FolderWatch, run: MergeRun, refused: int) -> list[str]:
        say = self._words.say
        name = watch.folder.name or str(watch.folder) if watch.folder is not None else ""
        if not watch.seen.there:
            return [say(message("{name} is not there now. It is looked for every second; plug the "
                                "stick in again.", name=name))]  # fmt: skip
        told = [say(message("Watching {name}.", name=name))]
        if watch.seen.restless:
            told.append(say(message("Still being copied: {count}.",
                                    count=watch.seen.restless)))  # fmt: skip
        known = len(run.passed) - refused
        if known:
            told.append(say(message("Merged before, nothing changes: {count}.",
                                    count=known)))  # fmt: skip
        if refused:
            told.append(say(message("Not offered, because no seal of them holds: {count}.",
                                    count=refused)))  # fmt: skip
        if len(told) == 1:
            told.append(say(_RESTING))
        return told


def enable_all(intake: Intake, *, enabled: bool) -> None:
    """Let files come in, or not."""
    for each in (intake.files, intake.folder, intake.watch, intake.identity):
        if isinstance(each, QWidget):
            each.setEnabled(enabled)


_DROP = message("Drop panel files, zip archives or folders anywhere on this page")
_MORE = message(
    "Every file is checked first, and nothing is written. Then you see what would happen and "
    "decide."
)
_RESTING = message("A file is offered when it has rested for two seconds and its seal holds.")
