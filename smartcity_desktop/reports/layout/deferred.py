"""A part that is composed when its turn has come, so that a long document is never whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Deferred(Flowable):  # type: ignore[misc]
    """Takes no room; puts what it composes behind itself."""

    def __init__(self, compose: Callable[[], Sequence[Flowable]]) -> None:
        """Take what composes the part."""
        super().__init__()
        self._compose = compose

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return no size."""
        return 0, 0

    def draw(self) -> None:
        """Compose."""
        self._frame.add_generated_content(*self._compose())
