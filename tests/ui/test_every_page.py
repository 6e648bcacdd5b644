"""Every page in English, and in a language that needs 40 percent more room than Indonesian.

English is dark and in the largest letters, and the contrast of every text is that of the pixels.
Indonesian itself, light and in the usual letters, is looked at in the test of accessibility, which
plays the same scenes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.language.catalogue import TRANSLATIONS, Catalogue, load_catalogue
from smartcity_desktop.workplace.preferences import TEXT_PERCENTS, Appearance
from tests.ui.legible import SMALLEST, USUAL, illegible
from tests.ui.scenes import SCENES
from tests.ui.stage import open_stage
from tests.ui.stage_context import stage_context
from ui.style import dress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smartcity_desktop.domain.message import Message
    from tests.ui.stage import Stage

WORD = 10
# English is shorter than the stretched language, which is the one that tries the smallest window.
SIZES = {Language.INDONESIAN: (USUAL, SMALLEST), Language.ENGLISH: (USUAL,)}
LOOKS = {
    Language.INDONESIAN: (Appearance.LIGHT, TEXT_PERCENTS[0]),
    Language.ENGLISH: (Appearance.DARK, TEXT_PERCENTS[-1]),
}


class Stretched(Catalogue):
    """Indonesian, every text 40 percent longer; what was never handed to it stays short."""

    def translate(self, text: Message) -> str:
        """Return the sentence with words added that are as long as words are."""
        said = super().translate(text)
        more = max(2, round(len(said) * 0.4))
        words = [" " + "ñ" * (min(WORD, more - begin) - 1) for begin in range(0, more, WORD)]
        return said + "".join(words) if said else said


CATALOGUES: dict[str, Callable[[], Catalogue]] = {
    "en": lambda: load_catalogue(Language.ENGLISH),
    "stretched": lambda: Stretched(Language.INDONESIAN, TRANSLATIONS),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Panel files that are made once for all languages."""
    return tmp_path_factory.mktemp("berkas")


@pytest.fixture
def stage(store: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Stage]:
    """A window in one of the languages."""
    catalogue = CATALOGUES[request.param]()
    appearance, percent = LOOKS[catalogue.language]
    context = stage_context(tmp_path, catalogue.language, appearance, catalogue, percent)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    dress(application, context.theme)
    made = open_stage(store, tmp_path, context)
    made.window.show()
    yield made
    made.end()


@pytest.mark.parametrize("stage", CATALOGUES, indirect=True)
def test_every_page_has_room_for_its_words_and_shows_them_clearly(stage: Stage) -> None:
    found: dict[tuple[str, str], list[str]] = {}
    words = stage.window.context.words
    drawn = not isinstance(words.catalogue, Stretched)
    for name, play in SCENES.items():
        play(stage)
        texts = illegible(stage, SIZES[words.language], drawn=drawn)
        found |= {(name, size): each for size, each in texts.items()}
    assert found == {}
