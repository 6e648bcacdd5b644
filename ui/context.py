"""What every page is handed: words, theme, clock, randomness, memory."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.workplace.memory import Memory
    from smartcity_desktop.workplace.places import Place
    from ui.theme import Theme
    from ui.words import Words


def _on_own_drive(_path: Path) -> Place:
    from smartcity_desktop.workplace.places import Place

    return Place.OWN


class Context(Struct, frozen=True, dict=True):
    """Everything from outside that a page may use.

    Attributes:
        words, theme: as the person chose them; a change makes a new context and new pages.
        find_documents: finds the user's folder for documents; asked once, when it is needed.
        key_work: log2 of the scrypt cost with which new keys are wrapped.
        place_of: says in which kind of place a file lies; may wait for a slow drive.
    """

    words: Words
    theme: Theme
    clock: Clock
    random_bytes: Callable[[int], bytes]
    memory: Memory
    find_documents: Callable[[], Path]
    key_work: int
    place_of: Callable[[Path], Place] = _on_own_drive

    @cached_property
    def documents(self) -> Path:
        """The user's folder for documents; copies are offered in a folder of it."""
        return self.find_documents()

    @property
    def own_folder(self) -> Path:
        """The folder in which copies of panel files are offered."""
        return self.documents / "Asesmen"
