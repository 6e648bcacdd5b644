"""An assessment in the window: the file decides the role, the rail says where everything stands."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from smartcity_desktop.secretariat.audit_trail import check_trail
from smartcity_desktop.secretariat.steps import Step
from smartcity_desktop.store.assessment_file import open_assessment_file
from tests.ui.office_files import make_office
from tests.ui.reading import notice, texts
from ui.coordinator.places import Place
from ui.coordinator.rail import Rail
from ui.pages.audit_page import AuditPage
from ui.pages.plenary_page import PlenaryPage
from ui.pages.start_page import StartPage

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.check import Check
    from smartcity_desktop.secretariat.office import Office
    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop


def rail_of(window: DeskWindow) -> Rail:
    rail = window.main.side
    assert isinstance(rail, Rail)
    return rail


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Only to be read."""
    return make_office(tmp_path_factory.mktemp("sekali") / "asesmen", "conflict", regions=6)


@pytest.fixture
def shop(made_once: Workshop, tmp_path: Path) -> Workshop:
    return made_once.copied_to(tmp_path / "asesmen")


def test_an_assessment_opens_at_the_step_that_comes_next(
    window: DeskWindow, shop: Workshop
) -> None:
    window.open(shop.path)
    assert isinstance(window.page, PlenaryPage)
    assert window.office.here is Step.PLENARY
    window.find(QPushButton, "Pleno, menunggu keputusan, 1 menunggu")
    assert window.main.header.title.text() == "Asesmen 100 Smart City 2017"


def test_the_rail_goes_to_every_place(window: DeskWindow, shop: Workshop) -> None:
    window.open(shop.path)
    for place in (*Step, *Place):
        rail_of(window).buttons[place].click()
        assert window.office.here is place
    assert isinstance(window.page, AuditPage)


def test_the_rail_stays_while_pages_follow_each_other(window: DeskWindow, shop: Workshop) -> None:
    window.open(shop.path)
    rail = rail_of(window)
    window.office.go(Step.DOCUMENTS)
    assert rail_of(window) is rail
    assert [place for place, each in rail.buttons.items() if each.isChecked()] == [Step.DOCUMENTS]
    window.main.change_text(+1)
    assert rail_of(window) is not rail
    assert rail_of(window).buttons[Step.DOCUMENTS].isChecked()
    window.bot.waitUntil(lambda: not window.office.state.is_working, timeout=20_000)
    assert window.office.leave()
    assert window.main.side is None


def test_leaving_closes_the_file_and_the_start_page_remembers_it(
    window: DeskWindow, shop: Workshop
) -> None:
    window.open(shop.path)
    assert window.office.leave()
    assert isinstance(window.page, StartPage)
    assert "Asesmen 100 Smart City 2017" in texts(window.page)
    with open_assessment_file(shop.path, shop.clock):
        pass


def test_whoever_leaves_at_once_need_not_wait_for_the_audit_log(
    window: DeskWindow, shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_into: list[str] = []

    def check_slowly(office: Office) -> Check:
        time.sleep(0.5)
        looked_into.append("audit log")
        return check_trail(office)

    monkeypatch.setattr("smartcity_desktop.secretariat.audit_trail.check_trail", check_slowly)
    window.open(shop.path)
    assert window.office.leave()
    assert looked_into
    assert isinstance(window.page, StartPage)


def test_a_second_coordinator_may_look_and_knows_it(window: DeskWindow, shop: Workshop) -> None:
    with shop.assessment():
        window.open(shop.path)
    assert window.office.state.facts.read_only
    assert "tidak ada yang dapat diubah di sini" in notice(window)


def test_a_copy_goes_to_the_second_place_and_the_header_says_when(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    window.open(shop.path)
    assert "tempat kedua" in notice(window)
    folder = tmp_path / "flashdisk"
    folder.mkdir()
    window.office.second.keep_in(folder)
    window.bot.waitUntil(lambda: window.office.second.latest is not None, timeout=10_000)
    assert (folder / shop.path.name).read_bytes() == shop.path.read_bytes()
    assert window.main.header.status.text().startswith("Salinan kedua")
    # Pulled out: what lies on it is still good, and only as old as the header says.
    when = window.main.header.status.text().removeprefix("Salinan kedua ")
    folder.rename(tmp_path / "dicabut")
    window.office.second.copy()
    said = f"Salinan kedua hanya sampai {when}!"
    window.bot.waitUntil(lambda: window.main.header.status.text() == said, timeout=10_000)
    assert "asesmennya sendiri sudah tersimpan" in notice(window)


def test_work_that_went_on_in_the_second_copy_is_never_overwritten(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    other = shop.copied_to(tmp_path / "lain")
    made = make_office(tmp_path / "flashdisk", "new", regions=6)
    before = made.path.read_bytes()
    window.open(other.path)
    window.office.second.keep_in(made.path.parent)
    window.bot.waitUntil(lambda: "Asesmen lain" in notice(window), timeout=10_000)
    assert made.path.read_bytes() == before
    assert window.main.header.status.text() == "Tidak ada salinan kedua!"
