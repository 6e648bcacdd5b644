"""What pages are handed on the laptop of a test."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.language.catalogue import Catalogue, load_catalogue
from smartcity_desktop.workplace.memory import Memory
from smartcity_desktop.workplace.preferences import Appearance
from tests.workshop import LOWEST_WORK, Seeded
from ui.context import Context
from ui.theme import theme_of
from ui.words import Words

if TYPE_CHECKING:
    from pathlib import Path


def stage_context(
    folder: Path,
    language: Language = Language.INDONESIAN,
    appearance: Appearance = Appearance.LIGHT,
    catalogue: Catalogue | None = None,
    percent: int = 100,
) -> Context:
    """Return a context with a memory and documents of its own, below a folder."""
    memory = Memory(folder / "laptop")
    memory.prefer(replace(memory.now.preferences, language=language, appearance=appearance,
                          text_percent=percent, size_offered=True))  # fmt: skip
    documents = folder / "Dokumen"
    documents.mkdir(parents=True, exist_ok=True)
    return Context(
        words=Words(catalogue or load_catalogue(language)),
        theme=theme_of(memory.now.preferences),
        clock=lambda: datetime.now(UTC),
        random_bytes=Seeded("jendela"),
        memory=memory,
        find_documents=lambda: documents,
        key_work=LOWEST_WORK,
    )
