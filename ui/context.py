"""What every page is handed: words, theme, clock, randomness, memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcity_desktop.workplace.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.workplace.memory import Memory
    from ui.theme import Theme
    from ui.words import Words


@dataclass(frozen=True)
class Context:
    """Everything from outside that a page may use.

    Attributes:
        words, theme: as the person chose them; a change makes a new context and new pages.
        documents: the user's folder for documents; copies are offered in a folder of it.
        key_work: log2 of the scrypt cost with which new keys are wrapped.
        place_of: says in which kind of place a file lies; may wait for a slow drive.
    """

    words: Words
    theme: Theme
    clock: Clock
    random_bytes: Callable[[int], bytes]
    memory: Memory
    documents: Path
    key_work: int
    place_of: Callable[[Path], Place] = lambda _path: Place.OWN

    @property
    def own_folder(self) -> Path:
        """The folder in which copies of panel files are offered."""
        return self.documents / "Asesmen"
