"""Scenes of a new assessment: the eight parts, empty, full, and with faults."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QScrollArea

from smartcity_desktop.founding.draft_file import save_draft
from smartcity_desktop.founding.parts import Part
from tests.ui.founding_files import empty_draft, faulty_draft, full_draft, panels_draft
from ui.coordinator.founding.assignments_form import AssignmentsForm
from ui.coordinator.founding.judges_form import JudgesForm
from ui.coordinator.founding.kop_part import KopPart
from ui.coordinator.founding.regions_form import RegionsForm
from ui.pages.founding_page import FoundingPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.founding.draft import AssessmentDraft
    from tests.ui.stage import Stage

DRAFTS: dict[str, Callable[[], AssessmentDraft]] = {
    "kosong": empty_draft,
    "penuh": full_draft,
    "keliru": faulty_draft,
    "panel": panels_draft,
}


def show_draft(stage: Stage, name: str, part: Part) -> FoundingPage:
    """Go on with a draft, at a part."""
    stage.clear()
    stage.copies += 1
    path = stage.folder / f"rancangan-{stage.copies}" / "asesmen.rancangan"
    save_draft(path, DRAFTS[name]())
    stage.front.open(path)
    stage.wait(lambda: isinstance(stage.window.page, FoundingPage))
    page = stage.window.page
    assert isinstance(page, FoundingPage)
    page.go(part)
    _rest(stage, page)
    return page


def play(stage: Stage, name: str, part: Part) -> None:
    """Show a part of a draft."""
    show_draft(stage, name, part)


def figures(stage: Stage, name: str) -> None:
    """What a division comes to, at the end of its page."""
    page = show_draft(stage, name, Part.ASSIGNMENTS)
    assert isinstance(page.form, AssignmentsForm)
    for area in page.findChildren(QScrollArea):
        area.ensureWidgetVisible(page.form.coverage, 0, 0)


def start(stage: Stage) -> None:
    """The start page with a draft to go on with."""
    stage.clear()
    path = stage.window.context.own_folder / "asesmen.rancangan"
    save_draft(path, full_draft())
    stage.front.show_start()
    stage.wait(lambda: "Asesmen 100 Smart City 2017" in _texts(stage))
    path.unlink()


def offers(stage: Stage) -> None:
    """A list that was not taken over, with what is offered, one thing of it accepted."""
    page = show_draft(stage, "kosong", Part.REGIONS)
    form = page.form
    assert isinstance(form, RegionsForm)
    path = stage.folder / f"rancangan-{stage.copies}" / "Daerah undangan.csv"
    path.write_text(
        "kode;nama;provinsi\n31.01;Kabupaten Administrasi Kepulauan Serbu;DKI Jakarta\n"
        "64.99;Kota Samarinda;\n73.71;Kota Parepare;Sulawesi Selatan\n"
        "64.71;Kota Balikpapan;Jawa Barat\nxx yy;Kawasan Uji;\n",
        "utf-8",
    )
    form.import_file(path)
    stage.wait(form.offers.isVisible)
    _rest(stage, page)
    button = next(
        each for each in form.offers.findChildren(QPushButton) if "Kepulauan Seribu" in each.text()
    )
    button.click()
    stage.wait(form.offers.forget.isVisible)
    _rest(stage, page)


def taken(stage: Stage) -> None:
    """A list was taken over in place of another, columns of it passed over."""
    page = show_draft(stage, "penuh", Part.JUDGES)
    path = stage.folder / f"rancangan-{stage.copies}" / "Daftar juri kantor.csv"
    path.write_text("No;Nama;Instansi;HP\n1;Dr. Ani;UI;0812\n2;Budi;ITB;0813\n", "utf-8")
    assert isinstance(page.form, JudgesForm)
    page.form.import_file(path)
    stage.wait(page.taken.isVisible)
    _rest(stage, page)


def _rest(stage: Stage, page: FoundingPage) -> None:
    """Wait for pictures and sentences that come from the lane."""
    stage.settle()
    for kop in page.findChildren(KopPart):
        if page.part is Part.PAPER and not page.wrong.isVisible():
            stage.wait(partial(_is_drawn, kop))
    done: list[bool] = []
    founding = stage.front.founding
    assert founding is not None
    assert founding.journey is not None
    founding.journey.state.ask(lambda _: True, done.append, lambda _: None)
    stage.wait(lambda: done)
    stage.settle()


def _is_drawn(kop: KopPart) -> bool:
    return not kop.picture.pixmap().isNull()


def _texts(stage: Stage) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(each.text() for each in stage.window.findChildren(QLabel))


SCENES: dict[str, Callable[[Stage], None]] = {
    "baru-mulai": start,
    **{
        f"baru-{part.value}-{name}": partial(play, name=name, part=part)
        for part in Part
        for name in ("kosong", "penuh", "keliru")
    },
    "baru-panel": partial(play, name="panel", part=Part.ASSIGNMENTS),
    "baru-kelompok": partial(figures, name="panel"),
    "baru-sebaran": partial(figures, name="penuh"),
    "baru-tawaran": offers,
    "baru-diambil": taken,
}
