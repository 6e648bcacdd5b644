"""Files on their way to the sheet: read and shrunk beside the window, offered, attached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from ui.jobs import Job, Lane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.scoring.desk import Desk
    from ui.judge.pictures import Item, Source
    from ui.judge.sheet_acts import Place, SheetActs

Kept = tuple["Place", "Source"]


class Pending(Struct, eq=False):
    """One file that is not attached yet.

    Attributes:
        item: what is offered; None while the file is being read.
        done, total: steps of the reading. error: why it cannot be attached.
    """

    place: Place
    source: Source
    job: Job[Item] | None = None
    item: Item | None = None
    done: int = 0
    total: int = 3
    error: ExpectedError | None = None


class EvidenceIntake(QObject):
    """Takes files in; whoever shows a place listens to ``changed``."""

    changed = Signal(str, str)
    """A region's code and an indicator (or ``*``): something waits there, or no longer."""

    def __init__(self, acts: SheetActs, thumbnail: int, parent: QObject) -> None:
        """Wait for files; thumbnails have sides of so many pixels."""
        super().__init__(parent)
        self._acts, self._side = acts, thumbnail
        self._pending: list[Pending] = []
        self._lane: Lane | None = None
        self._thumbnails: dict[str, QImage] = {}

    def pending(self, place: Place) -> list[Pending]:
        """Return what waits at a place."""
        return [each for each in self._pending if each.place == place]

    def take(self, place: Place, sources: Sequence[Source]) -> None:
        """Read files, beside the window; small ones are attached at once, others offered."""
        for source in sources:
            self._begin(Pending(place, source))
        if sources:
            self.changed.emit(*place)

    def attach(self, pending: Pending, *, smaller: bool) -> None:
        """Keep an offered file as it is, or its smaller version."""
        item = pending.item
        if item is None:
            return
        shrunk = smaller and item.smaller is not None
        name = _with_kind(item.name, "jpg") if shrunk else item.name
        content = item.smaller if shrunk and item.smaller is not None else item.original
        self._acts.attach(pending.place, name, content)
        self.drop(pending)

    def drop(self, pending: Pending) -> None:
        """Want no more of a file."""
        if pending.job is not None:
            pending.job.cancel()
        if pending in self._pending:
            self._pending.remove(pending)
            self.changed.emit(*pending.place)

    def keep(self) -> list[Kept]:
        """End all reading; return what was not attached yet, to be taken again elsewhere."""
        kept = [(each.place, each.source) for each in self._pending if each.error is None]
        for each in self._pending:
            if each.job is not None:
                each.job.cancel()
        self._pending = []
        self._rest()
        return kept

    def thumbnail(self, place: Place, sha256: str) -> QImage | None:
        """Return an attached file's thumbnail; None while it is being fetched."""
        from PySide6.QtGui import QImage
        from shiboken6 import isValid

        from ui.judge.pictures import read_picture

        if sha256 not in self._thumbnails:
            self._thumbnails[sha256] = QImage()
            side = self._side

            def work(desk: Desk, _job: Job[object]) -> object:
                return read_picture(desk.panel.evidence.content(sha256) or b"", side)

            def done(picture: object) -> None:
                if isinstance(picture, QImage) and not picture.isNull() and isValid(self):
                    self._thumbnails[sha256] = picture
                    self.changed.emit(*place)

            self._acts.state.ask(work, done, lambda _: None)
        found = self._thumbnails[sha256]
        return None if found.isNull() else found

    def _begin(self, pending: Pending) -> None:
        from ui.judge.pictures import prepare_item

        self._pending.append(pending)
        if self._lane is None:
            self._lane = Lane("pictures", self)

        def done(item: Item) -> None:
            pending.job, pending.item = None, item
            if item.smaller is None:
                self.attach(pending, smaller=False)
            self._after(pending)

        def failed(error: ExpectedError) -> None:
            pending.job, pending.error = None, error
            self._after(pending)

        def progressed(steps: int, total: int) -> None:
            pending.done, pending.total = steps, total
            self.changed.emit(*pending.place)

        side = self._side
        pending.job = self._lane.run(
            Job(
                lambda job: prepare_item(pending.source, side, job),
                done, failed, lambda: self._after(pending), progressed,
            )
        )  # fmt: skip

    def _after(self, pending: Pending) -> None:
        if all(each.job is None for each in self._pending):
            self._rest()
        self.changed.emit(*pending.place)

    def _rest(self) -> None:
        if self._lane is not None:
            self._lane.close()
            self._lane.deleteLater()
            self._lane = None


def _with_kind(name: str, kind: str) -> str:
    stem, dot, _ = name.rpartition(".")
    return f"{stem if dot and stem else name}.{kind}"
