"""Short texts that exist in both languages of the program."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Language(Enum):
    """Languages of the screen and of paper; Indonesian comes first."""

    INDONESIAN = "id"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class LocalText:
    """A text in Indonesian and English; ``en`` falls back to ``id`` when it was not given."""

    id: str
    en: str = ""

    def in_language(self, language: Language) -> str:
        """Return the text in that language."""
        return self.en if language is Language.ENGLISH and self.en else self.id
