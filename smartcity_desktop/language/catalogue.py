"""The catalogue: English sentences and what they are in the language of screen or paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.language.mo_file import MoFile

if TYPE_CHECKING:
    from smartcity_desktop.domain.errors import Problem

DOMAIN = "smartcity_desktop"
"""The name of the catalogue's files."""

TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "translations"
"""Where the catalogues lie, beside the package."""


class Catalogue:
    """Turns messages into sentences of one language. English sentences are the keys."""

    def __init__(self, language: Language, directory: Path) -> None:
        """Read the catalogue of a language.

        Args:
            language: English needs no file.
            directory: holds ``id/LC_MESSAGES/smartcity_desktop.mo``.

        Raises:
            StoreError: the file is missing or is no catalogue.
        """
        self.language = language
        self._words = None if language is Language.ENGLISH else _read(language, directory)

    def translate(self, text: Message) -> str:
        """Return the sentence; messages among the fields are translated first."""
        if not text.template:
            return ""
        template = text.template if self._words is None else self._words.translate(text.template)
        return template.format(
            **{
                name: self.translate(value) if isinstance(value, Message) else value
                for name, value in text.fields
            }
        )

    def place(self, problem: Problem) -> str:
        """Return where a problem is, in words; empty where the sentence says it all."""
        where = problem.where
        return self.translate(where) if isinstance(where, Message) else where


def load_catalogue(language: Language) -> Catalogue:
    """Return the catalogue that comes with the program; raises StoreError like Catalogue."""
    return Catalogue(language, TRANSLATIONS)


def _read(language: Language, directory: Path) -> MoFile:
    try:
        path = directory / language.value / "LC_MESSAGES" / f"{DOMAIN}.mo"
        return MoFile(path.read_bytes())
    except (OSError, ValueError) as error:
        from smartcity_desktop.domain.errors import StoreError

        raise StoreError(
            message(
                "The catalogue for the language {language} is missing or damaged. Nothing was "
                "changed. Type: make catalogues (on Windows: .venv\\Scripts\\python "
                ".ci\\catalogues.py compile), or use --lang en.",
                language=language.value,
            )
        ) from error
