"""What the room sees: chosen, then released; below it how it stands on the plenary screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.topics import region_words
from ui.coordinator.results.plenary_lines import RELEASES, Release
from ui.coordinator.results.plenary_release import PlenaryRelease
from ui.theme import GAP_8
from ui.widgets.buttons import button
from ui.widgets.choice import Choice
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from ui.context import Context
    from ui.coordinator.results.plenary_screen import PlenaryScreen
    from ui.coordinator.state import OfficeState


PLUG_IN = message(
    "Plug in the projector, let the system extend the desktop to it, and show the plenary screen "
    "again."
)


class ReleasePart(QWidget):
    """The line below is there as long as the plenary screen is.

    Attributes:
        released, show_screen: what may be released, and the act; they stand where the page likes.
        back, forward, take_away: turn the page of the screen; close it.
        said: what the room sees now.
    """

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Tell how the plenary screen stands."""
        super().__init__()
        self._context, self._state = context, state
        self._keeper = PlenaryRelease.of(state)
        self._region = ""
        say = context.words.say
        self.released = Choice(
            say(message("What the plenary screen shows")), [say(each) for each in RELEASES.values()]
        )
        self.released.setCurrentIndex(list(Release).index(self._keeper.kind))
        self.released.currentIndexChanged.connect(lambda _: self._allow())
        self.show_screen = button(say(message("Show on the plenary screen")), self._release)
        self.said = label("", "quiet")
        self.back = button(say(message("Previous page")), lambda: self._turn(-1))
        self.forward = button(say(message("Next page")), lambda: self._turn(+1))
        self.take_away = button(say(message("Close the plenary screen")), self._keeper.close)
        parts = [self.back, self.forward, self.take_away]
        self.setLayout(column([self.said, flow(parts, gap=GAP_8)], gap=GAP_8))
        self._keeper.changed.connect(self._tell)
        self._tell()
        self._allow()

    @property
    def screen_shown(self) -> PlenaryScreen | None:
        """The second window, or None."""
        return self._keeper.screen

    def choose_region(self, code: str) -> None:
        """Let this region be the one that can be released; nothing for none."""
        self._region = code
        self._allow()

    def _kind(self) -> Release:
        return list(Release)[self.released.currentIndex()]

    def _allow(self) -> None:
        able = self._kind() is not Release.REGION or bool(self._region)
        self.show_screen.setEnabled(able)
        why = "" if able else self._context.words.say(message("Choose a region in the table."))
        self.show_screen.setAccessibleDescription(why)
        self.show_screen.setToolTip(why)

    def _release(self) -> None:
        self._keeper.release(self._context, self._kind(), self._region, self.window())

    def _turn(self, step: int) -> None:
        if self._keeper.screen is not None:
            self._keeper.screen.turn(step)

    def _tell(self) -> None:
        screen, say = self._keeper.screen, self._context.words.say
        self.setVisible(screen is not None)
        if screen is None:
            return
        what = say(RELEASES[self._keeper.kind])
        if self._keeper.kind is Release.REGION:
            what = region_words(self._keeper.region, self._state.facts)
        said = [say(message("The room sees: {what}.", what=what))]
        if screen.pages > 1:
            page = message("Page {number} of {count}", number=screen.number + 1,
                           count=screen.pages)  # fmt: skip
            said.append(f"{say(page)}.")
        if not screen.is_beside:
            said.append(say(message("It stands in a window of its own, for want of a projector.")))
        self.said.setText(" ".join(said))
        self.said.setToolTip("" if screen.is_beside else say(PLUG_IN))
        self.said.setAccessibleDescription(self.said.toolTip())
        self.back.setVisible(screen.pages > 1)
        self.forward.setVisible(screen.pages > 1)
        self.back.setEnabled(screen.number > 0)
        self.forward.setEnabled(screen.number < screen.pages - 1)
