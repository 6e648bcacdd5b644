"""Scenes before scoring: the start, what cannot be opened, questions, the first opening."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtWidgets import QScrollArea

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.workplace.backups import list_backups
from smartcity_desktop.workplace.places import Place
from ui.pages.enrolment_page import EnrolmentPage
from ui.pages.start_page import StartPage
from ui.widgets.recent_card import RecentCard

if TYPE_CHECKING:
    from tests.ui.stage import Stage


def start(stage: Stage) -> None:
    """Files opened lately, one of them gone."""
    stage.show_file("latihan", enrolled=False, mode=Mode.REHEARSAL)
    gone = stage.show_file("bawaan").path
    stage.show_file("spbe", instrument="contoh-spbe-47")
    stage.clear()
    gone.unlink()
    stage.front.show_start()
    page = stage.window.page
    assert isinstance(page, StartPage)
    stage.wait(lambda: any(card.is_gone for card in page.findChildren(RecentCard)))


def start_empty(stage: Stage) -> None:
    """Nothing was opened yet."""
    stage.clear()
    memory = stage.window.context.memory
    for file in memory.now.recent:
        memory.forget(file.path)
    stage.front.show_start()


def trouble(stage: Stage) -> None:
    """A file that is none of ours."""
    stage.clear()
    path = stage.folder / "catatan.panel"
    path.write_bytes(b"bukan berkas juri" * 400)
    stage.ask_about(path)


def damaged(stage: Stage) -> None:
    """A damaged file, of which the laptop has backups."""
    journey = stage.show_file("bawaan")
    path, folder = journey.path, journey.safety.backups.folder
    stage.wait(lambda: list_backups(folder))
    stage.clear()
    path.write_bytes(path.read_bytes()[:4096] + bytes(8 * 4096))
    stage.ask_about(path)


def older_copy(stage: Stage) -> None:
    """A copy that lacks what the other one has."""
    journey = stage.show_file("bawaan")
    old = journey.path.with_name("lama.panel")
    shutil.copy(journey.path, old)
    journey.state.record_score(stage.scoring_page().sheet.place()[0], "A1", 3)
    stage.wait(lambda: not journey.state.has_waiting())
    stage.clear()
    stage.ask_about(old)


def on_stick(stage: Stage) -> None:
    """A file on a stick shall be copied."""
    stage.clear()
    path = stage.copy("kosong", finished=0)
    place = {path: Place.STICK}
    stage.window.context = replace(
        stage.window.context, place_of=lambda where: place.get(where, Place.OWN)
    )
    stage.ask_about(path)


def enrolment(stage: Stage) -> None:
    """The first opening."""
    stage.show_file("baru", enrolled=False)


def enrolment_rehearsal(stage: Stage) -> None:
    """The first opening of a rehearsal."""
    stage.show_file("latihan", enrolled=False, mode=Mode.REHEARSAL)


def enrolment_conflicts(stage: Stage) -> None:
    """A conflict of interest of one's own is declared."""
    journey = stage.show_file("baru", enrolled=False)
    page = stage.window.page
    assert isinstance(page, EnrolmentPage)
    part = page.conflicts
    part.some.setChecked(True)
    for place, reason in enumerate(("Daerah asal keluarga istri", "Konsultan rencana induk 2016")):
        part.region.setText(journey.state.facts.issue.regions[place].name)
        part.reason.setText(reason)
        part.reason.returnPressed.emit()
    stage.settle()
    for area in page.findChildren(QScrollArea):
        area.ensureWidgetVisible(part, 0, 0)


SCENES = {
    "mulai": start,
    "mulai-kosong": start_empty,
    "bukan-berkas-juri": trouble,
    "berkas-rusak": damaged,
    "salinan-lama": older_copy,
    "di-stik-usb": on_stick,
    "pendaftaran": enrolment,
    "pendaftaran-latihan": enrolment_rehearsal,
    "pendaftaran-benturan": enrolment_conflicts,
}
