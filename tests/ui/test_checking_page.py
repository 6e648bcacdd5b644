"""Checking files in the window: a verdict in one sentence, with and without an assessment open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.office_files import make_office
from tests.ui.reading import texts
from tests.ui.test_start_page import drop
from ui.coordinator.places import Place
from ui.pages.check_page import CheckPage
from ui.pages.checking_page import CheckingPage
from ui.pages.start_page import StartPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop
    from ui.checking.check_view import CheckView


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Only to be read."""
    return make_office(
        tmp_path_factory.mktemp("sekali") / "asesmen", "declared", regions=3, judges=3
    )


@pytest.fixture
def shop(made_once: Workshop, tmp_path: Path) -> Workshop:
    return made_once.copied_to(tmp_path / "asesmen")


def check(window: DeskWindow, view: CheckView, *paths: Path) -> None:
    with window.bot.waitSignal(view.finished, timeout=20_000):
        view.check(paths)


def alone(window: DeskWindow) -> CheckPage:
    window.front.show_start()
    window.front.show_check()
    page = window.page
    assert isinstance(page, CheckPage)
    return page


def handed_over(shop: Workshop) -> list[Path]:
    return sorted((shop.folder / "handed-over").rglob("*.panel"))


def test_a_whole_panel_file_is_verified_in_one_sentence(window: DeskWindow, shop: Workshop) -> None:
    view = alone(window).view
    check(window, view, handed_over(shop)[0])
    (card,) = view.cards
    assert card.sentence.text().startswith("Terverifikasi: seluruh ")
    window.bot.waitUntil(lambda: "Segel: terpenuhi" in texts(view), timeout=5_000)


def test_of_a_changed_file_the_one_thing_that_is_wrong_comes_first(
    window: DeskWindow, shop: Workshop
) -> None:
    path = handed_over(shop)[0]
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"state":"scored"', b'"state":"scoreD"', 1))
    view = alone(window).view
    check(window, view, path)
    (card,) = view.cards
    assert card.sentence.text().startswith("Tidak terverifikasi: ")
    assert card.objectName() == "notice-danger"


def test_a_file_that_cannot_be_read_is_said_in_words(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    del shop
    view = alone(window).view
    check(window, view, tmp_path / "tidak-ada.pdf")
    assert "tidak-ada.pdf" in texts(view)
    assert view.cards == []


def test_going_back_leads_to_the_start(window: DeskWindow, shop: Workshop) -> None:
    del shop
    page = alone(window)
    page.back_requested.emit()
    assert isinstance(window.page, StartPage)


def test_the_open_assessment_is_the_light_and_may_be_checked_itself(
    window: DeskWindow, shop: Workshop
) -> None:
    window.open(shop.path)
    window.office.go(Place.CHECKING)
    page = window.page
    assert isinstance(page, CheckingPage)
    check(window, page.view, shop.path)
    (card,) = page.view.cards
    assert card.sentence.text().startswith("Terverifikasi")
    assert drop(window, shop.path)
