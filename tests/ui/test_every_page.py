"""Every page in every language, and in one that needs 40 percent more room.

Indonesian is light, English is dark and in the largest letters; in both the contrast of every
text is that of the pixels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.language.catalogue import TRANSLATIONS, Catalogue, load_catalogue
from smartcity_desktop.workplace.preferences import TEXT_PERCENTS, Appearance
from tests.ui.contrast import faint
from tests.ui.room import cut_off
from tests.ui.scenes import SCENES
from tests.ui.stage import open_stage
from tests.ui.stage_context import stage_context
from ui.style import dress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.domain.message import Message
    from tests.ui.stage import Stage

WORD = 10
USUAL, SMALLEST = QSize(1366, 768), QSize(1000, 520)
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
    "id": lambda: load_catalogue(Language.INDONESIAN),
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
    unstretched = not isinstance(stage.window.context.words.catalogue, Stretched)
    for name, play in SCENES.items():
        play(stage)
        for size in SIZES[stage.window.context.words.language]:
            stage.window.resize(size)
            stage.settle()
            assert stage.window.size() == size, f"{name} needs a larger window"
            which = name, "usual" if size == USUAL else "smallest"
            found[which] = list(cut_off(stage.window))
            if size == USUAL and unstretched:
                found[which] += faint(_front_of(stage.window))
    assert {name: texts for name, texts in found.items() if texts} == {}


def _front_of(window: QWidget) -> QWidget:
    """Return the dialog in front of the window, or else the window."""
    dialogs = [each for each in window.findChildren(QDialog) if each.isVisible()]
    return dialogs[-1] if dialogs else window
