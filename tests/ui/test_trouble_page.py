"""Files that cannot be opened, and files that had better not be opened where they lie."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QPushButton, QToolButton

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.workplace.backups import list_backups
from smartcity_desktop.workplace.places import Place
from tests.ui.reading import notice, texts, wait_for
from tests.workshop import Workshop
from ui.pages.question_page import QuestionPage
from ui.pages.scoring_page import ScoringPage
from ui.pages.start_page import StartPage
from ui.pages.trouble_page import TroublePage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    made = Workshop.open(tmp_path / "lokakarya", judges=1, regions=2)
    made.enrol("j01-1")
    made.score("j01-1", {made.regions[0]: (1, 2, 3)})
    return made


def open_in_trouble(window: DeskWindow, path: Path) -> str:
    window.front.open(path)
    wait_for(window, TroublePage)
    return texts(window.page)


def press(window: DeskWindow, name: str) -> None:
    window.find(QPushButton, name).click()


def test_the_page_says_which_what_is_safe_and_what_to_do(
    window: DeskWindow, tmp_path: Path
) -> None:
    note = tmp_path / "catatan.panel"
    note.write_bytes(b"bukan")
    said = open_in_trouble(window, note)
    assert "Ini bukan berkas juri" in said
    assert "Tidak ada yang diubah" in said
    assert "1. Pilih berkas yang diberikan koordinator" in said
    details = window.find(QToolButton, "Rincian")
    assert "but something else" not in said
    before = len(texts(window.page))
    details.click()
    assert len(texts(window.page)) > before
    press(window, "Kembali ke halaman awal")
    wait_for(window, StartPage)


def test_a_second_window_is_refused_and_may_try_again(window: DeskWindow, shop: Workshop) -> None:
    with shop.desk("j01-1"):
        said = open_in_trouble(window, shop.panels["j01-1"])
        assert "Berkas ini sedang terbuka di jendela lain" in said
    press(window, "Coba lagi")
    wait_for(window, ScoringPage)


def test_a_copy_that_was_handed_over_says_so(window: DeskWindow, shop: Workshop) -> None:
    _, copy = shop.seal("j01-1")
    before = copy.read_bytes()
    assert "Ini salinan tersegel untuk diserahkan" in open_in_trouble(window, copy)
    assert copy.read_bytes() == before


def test_a_damaged_file_offers_its_backups(window: DeskWindow, shop: Workshop) -> None:
    path = shop.panels["j01-1"]
    window.open(path)
    folder = window.journey.safety.backups.folder
    window.bot.waitUntil(lambda: len(list_backups(folder)) == 1)
    window.journey.leave()
    path.write_bytes(path.read_bytes()[:4096] + bytes(8 * 4096))
    said = open_in_trouble(window, path)
    assert "Berkas ini rusak" in said
    assert "Perubahan sejauh ini: 1" in said
    restore = [
        each
        for each in window.page.findChildren(QPushButton)
        if each.accessibleName().startswith("Pulihkan ")
    ]
    restore[0].click()
    wait_for(window, ScoringPage)
    assert window.state.sheet(shop.regions[0]).values == (1, 2, 3)
    assert len(list(path.parent.glob("*.diganti"))) == 1
    assert ".diganti" in notice(window)


def test_an_older_copy_is_asked_about_before_anything_is_written(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    path, old = shop.panels["j01-1"], tmp_path / "lama.panel"
    shutil.copy(path, old)
    window.open(path)
    window.state.record_score(shop.regions[1], "A1", 2)
    window.wait_saved()
    window.journey.leave()
    before = old.read_bytes()
    window.front.open(old)
    wait_for(window, QuestionPage)
    assert "Ini salinan yang lebih lama" in texts(window.page)
    assert old.read_bytes() == before
    press(window, "Buka salinan yang lain")
    wait_for(window, ScoringPage)
    assert window.journey.path == path
    window.journey.leave()
    window.front.open(old)
    wait_for(window, QuestionPage)
    press(window, "Tetap lanjutkan dengan berkas ini")
    wait_for(window, ScoringPage)
    assert window.journey.path == old


def test_a_newer_copy_that_is_away_is_said(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    path, old = shop.panels["j01-1"], tmp_path / "lama.panel"
    shutil.copy(path, old)
    window.open(path)
    window.state.record_score(shop.regions[1], "A1", 2)
    window.wait_saved()
    window.journey.leave()
    path.rename(tmp_path / "dipindahkan.panel")
    window.front.open(old)
    wait_for(window, QuestionPage)
    assert "tidak ada di tempatnya" in texts(window.page)
    assert window.find(QPushButton, "Pilih berkas lain").hasFocus()
    window.front.open(tmp_path / "dipindahkan.panel")
    wait_for(window, ScoringPage)


def test_a_file_on_a_stick_is_copied_and_work_goes_on_in_the_copy(
    window: DeskWindow, shop: Workshop
) -> None:
    path = shop.panels["j01-1"]
    on_stick = lambda where: Place.STICK if where == path else Place.OWN  # noqa: E731 - one line
    window.main.context = replace(window.main.context, place_of=on_stick)
    before = path.read_bytes()
    window.front.open(path)
    wait_for(window, QuestionPage)
    assert "Berkas ini berada di flashdisk" in texts(window.page)
    press(window, "Salin ke laptop ini dan lanjutkan di sana")
    wait_for(window, ScoringPage)
    copy = window.main.context.own_folder / path.name
    assert window.journey.path == copy
    window.state.record_score(shop.regions[1], "A1", 2)
    window.wait_saved()
    window.journey.leave()
    assert path.read_bytes() == before
    window.front.open(path)
    wait_for(window, QuestionPage)
    assert "Ini salinan yang lebih lama" in texts(window.page)


def test_a_place_may_be_kept_unless_nothing_can_be_saved_there(
    window: DeskWindow, shop: Workshop
) -> None:
    places = [Place.READ_ONLY]
    window.main.context = replace(window.main.context, place_of=lambda _: places[0])
    window.front.open(shop.panels["j01-1"])
    wait_for(window, QuestionPage)
    names = [each.text() for each in window.page.findChildren(QPushButton)]
    assert names == ["Salin ke laptop ini dan lanjutkan di sana", "Kembali ke halaman awal"]
    places[0] = Place.SYNCHRONISED
    window.front.show_start()
    window.front.open(shop.panels["j01-1"])
    wait_for(window, QuestionPage)
    press(window, "Lanjutkan di tempat ini")
    wait_for(window, ScoringPage)
    assert window.journey.path == shop.panels["j01-1"]


def test_a_question_is_asked_in_the_other_language_without_asking_twice(
    window: DeskWindow, shop: Workshop
) -> None:
    window.main.context = replace(window.main.context, place_of=lambda _: Place.NETWORK)
    window.front.open(shop.panels["j01-1"])
    wait_for(window, QuestionPage)
    window.main.speak(Language.ENGLISH)
    window.bot.waitUntil(lambda: "This file lies on a network drive" in texts(window.page))
    press(window, "Go on in this place")
    wait_for(window, ScoringPage)
    assert window.journey.path == shop.panels["j01-1"]
