"""Short texts that exist in both languages of the program."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Language(Enum):
    """Languages of the screen and of paper; Indonesian comes first."""

    INDONESIAN = "id"
    ENGLISH = "en"


class LocalText(Struct, frozen=True):
    """A text in Indonesian and English; ``en`` falls back to ``id`` when it was not given."""

    id: str
    en: str = ""

    def in_language(self, language: Language) -> str:
        """Return the text in that language."""
        return self.en if language is Language.ENGLISH and self.en else self.id
