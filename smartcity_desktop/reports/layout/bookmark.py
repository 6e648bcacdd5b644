"""An entry in the outline that viewers show beside the pages."""

from __future__ import annotations

from reportlab.platypus import Flowable  # type: ignore[import-untyped]


class Bookmark(Flowable):  # type: ignore[misc]
    """Takes no room; leads to the page on which it stands."""

    def __init__(self, title: str) -> None:
        """Take the entry's text."""
        super().__init__()
        self._title = title

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return no size."""
        return 0, 0

    def draw(self) -> None:
        """Tell the canvas."""
        self.canv.bookmark(self._title)
