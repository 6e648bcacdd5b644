"""Scenes of scoring: sheets of every instrument, and what stands in place of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage

from smartcity_desktop.domain.score_sheet import SheetState
from ui.judge.pictures import Source
from ui.pages.side_by_side_page import SideBySidePage

if TYPE_CHECKING:
    from tests.ui.stage import Stage
    from ui.judge.journey import Journey
    from ui.judge.state import JudgeState

LARGE = 1600, 1200


def scoring(stage: Stage) -> None:
    """The half scored region of the default instrument."""
    stage.show_file("bawaan")


def scoring_three_tiers(stage: Stage) -> None:
    """47 indicators in three tiers."""
    stage.show_file("spbe", instrument="contoh-spbe-47")


def scoring_ranges(stage: Stage) -> None:
    """Ranges from 0 to 100."""
    stage.show_file("rentang", instrument="contoh-0-100")


def scoring_empty(stage: Stage) -> None:
    """Nothing scored yet."""
    stage.show_file("kosong", finished=0)


def evidence(stage: Stage) -> None:
    """A document and a photograph are attached, a note is open, another indicator is not judged."""
    state = stage.show_file("bawaan").state
    sheet = stage.scoring_page().sheet
    region = sheet.place()[0]
    document, photo = stage.folder / "SK Wali Kota 12-2016.pdf", stage.folder / "pusat data.jpg"
    document.write_bytes(b"%PDF-1.4 " + b"isi " * 5000)
    picture = QImage(*LARGE, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    picture.save(str(photo))
    row = sheet.rows.row("A1")
    row.folds.open("evidence", down=True)
    row.folds.open("note", down=True)
    sheet.intake.take((region, "A1"), [Source(document.name, document), Source(photo.name, photo)])
    stage.wait(lambda: len(state.sheet(region).evidence) == 2)
    stage.wait(lambda: not state.has_waiting())
    sheet.rows.row("A2").folds.open("abstain", down=True)


def compact(stage: Stage) -> None:
    """All indicators of a region as figures."""
    stage.show_file("bawaan")
    stage.scoring_page().sheet.head.grid.click()


def compact_three_tiers(stage: Stage) -> None:
    """47 indicators as figures."""
    stage.show_file("spbe", instrument="contoh-spbe-47")
    stage.scoring_page().sheet.head.grid.click()


def conflict(stage: Stage) -> None:
    """The coordinator knows a conflict of interest, declared when the file was confirmed."""
    facts = stage.show_file("benturan", conflict=True).state.facts
    code = next(each.code for each in facts.issue.regions if each.code in facts.excused)
    stage.scoring_page().show_place(code)


def absent(stage: Stage) -> None:
    """A region that did not come."""
    state = stage.show_file("bawaan").state
    stage.scoring_page().show_place(_with(state, SheetState.ABSENT))


def recused(stage: Stage) -> None:
    """A region that the judge does not score."""
    state = stage.show_file("bawaan").state
    stage.scoring_page().show_place(_with(state, SheetState.RECUSED))


def nothing_found(stage: Stage) -> None:
    """A search without a find."""
    stage.show_file("bawaan")
    page = stage.scoring_page()
    page.regions.search.setText("Wakanda")
    page.sheet.head.regions.click()


def side_by_side(stage: Stage) -> None:
    """The judge's own scores beside each other."""
    _show_side_by_side(stage, stage.show_file("bawaan"))


def side_by_side_empty(stage: Stage) -> None:
    """Nothing to compare yet."""
    _show_side_by_side(stage, stage.show_file("satu", regions=1, finished=0))


def _show_side_by_side(stage: Stage, journey: Journey) -> None:
    journey.show_side_by_side()
    page = stage.window.page
    assert isinstance(page, SideBySidePage)
    stage.wait(lambda: page.table is not None)


def leaving_out(stage: Stage) -> None:
    """Regions are not to be scored."""
    stage.show_file("bawaan")
    page = stage.scoring_page()
    page.regions._acts.ask_to_leave_out(SheetState.RECUSED, [page.sheet.place()[0]])


def relocating(stage: Stage) -> None:
    """Scores stand on the wrong region's sheet."""
    stage.show_file("bawaan")
    page = stage.scoring_page()
    page.regions._acts.ask_to_relocate(page.sheet.place()[0])


def keys(stage: Stage) -> None:
    """All keys."""
    stage.show_file("bawaan")
    stage.scoring_page()._show_keys()


def _with(state: JudgeState, wanted: SheetState) -> str:
    return next(code for code in state.facts.sheets if state.sheet(code).state is wanted)


SCENES = {
    "menilai": scoring,
    "menilai-47": scoring_three_tiers,
    "menilai-0-100": scoring_ranges,
    "menilai-kosong": scoring_empty,
    "bukti-dukung": evidence,
    "lembar-ringkas": compact,
    "lembar-ringkas-47": compact_three_tiers,
    "tertutup-benturan": conflict,
    "tertutup-tidak-hadir": absent,
    "tertutup-mundur": recused,
    "tidak-ditemukan": nothing_found,
    "berdampingan": side_by_side,
    "berdampingan-kosong": side_by_side_empty,
    "tidak-menilai-daerah": leaving_out,
    "pindahkan-nilai": relocating,
    "pintasan": keys,
}
