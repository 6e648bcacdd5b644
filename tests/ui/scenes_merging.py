"""Scenes of merging and completeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.refusal import Outcome
from smartcity_desktop.secretariat.steps import Step
from tests.ui.merge_files import INCOMING, make_incoming, make_thin
from ui.coordinator.merging.folder_watch import FolderWatch
from ui.coordinator.merging.run import MergeRun, Phase
from ui.dialogs.stand_in_dialog import StandInDialog
from ui.pages.completeness_page import CompletenessPage
from ui.pages.merging_page import MergingPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.stage import Stage
    from ui.coordinator.journey import OfficeJourney


def merging_empty(stage: Stage) -> None:
    """Nothing was merged yet."""
    stage.show_office("diterbitkan", "issued").go(Step.MERGING)


def plan(stage: Stage) -> None:
    """A plan with every outcome; the file in conflict is chosen."""
    _plan(stage)
    _choose(stage, Outcome.CONFLICT)


def plan_superseding(stage: Stage) -> None:
    """The file that takes the place of an earlier seal is chosen."""
    _plan(stage)
    _choose(stage, Outcome.SUPERSEDES)


def plan_refused(stage: Stage) -> None:
    """A refused file is chosen."""
    _plan(stage)
    _choose(stage, Outcome.REFUSED)


def merged(stage: Stage) -> None:
    """After merging."""
    run = _plan(stage)
    run.merge(stage.window.context.clock)
    _wait(stage, run)


def history(stage: Stage) -> None:
    """What was merged before."""
    merged(stage)
    _page(stage).history.button.setChecked(True)


def watching(stage: Stage) -> None:
    """A folder is watched; what rested in it is offered."""
    office = stage.show_made("masukan", make_incoming)
    office.go(Step.MERGING)
    watch, run = FolderWatch.of(office.state), MergeRun.of(office.state)
    watch.begin(office.path.parent / INCOMING)
    stage.wait(lambda: run.planned is not None and run.phase is Phase.IDLE)
    stage.wait(lambda: not watch.seen.restless)
    watch._timer.stop()


def merging_declared(stage: Stage) -> None:
    """The results are declared, so nothing is merged."""
    stage.show_office("ditetapkan", "declared").go(Step.MERGING)


def completeness_full(stage: Stage) -> None:
    """Everything has come in."""
    _show_matrix(stage, stage.show_office("lengkap"))


def completeness_partly(stage: Stage) -> None:
    """Two of five judges are missing."""
    _show_matrix(stage, stage.show_office("separuh", "half"))


def too_few_judges(stage: Stage) -> None:
    """Regions with fewer judges than the instrument asks for."""
    _show_matrix(stage, stage.show_made("kurang-juri", make_thin))


def stand_in(stage: Stage) -> None:
    """Somebody who stands in is named."""
    too_few_judges(stage)
    page = stage.window.page
    assert isinstance(page, CompletenessPage)
    page.name_stand_in(tuple(each.region.code for each in page.thin))


def late_stand_in(stage: Stage) -> None:
    """Somebody stands in who does not judge yet."""
    stand_in(stage)
    (dialog,) = stage.window.findChildren(StandInDialog)
    dialog.other.click()


def _show_matrix(stage: Stage, office: OfficeJourney) -> None:
    office.go(Step.COMPLETENESS)
    page = stage.window.page
    assert isinstance(page, CompletenessPage)
    stage.wait(lambda: page.is_whole)


def _plan(stage: Stage) -> MergeRun:
    office = stage.show_made("masukan", make_incoming)
    office.offer([office.path.parent / INCOMING])
    run = MergeRun.of(office.state)
    _wait(stage, run)
    return run


def _wait(stage: Stage, run: MergeRun) -> None:
    stage.wait(lambda: run.phase is Phase.IDLE)


def _choose(stage: Stage, outcome: Outcome) -> None:
    view = _page(stage).plan
    files: list[Path | str] = [
        row.file.source.label for row in view.model.rows if row.file.outcome is outcome
    ]
    view.choose(str(files[0]))


def _page(stage: Stage) -> MergingPage:
    assert isinstance(stage.window.page, MergingPage)
    return stage.window.page


SCENES = {
    "penggabungan-kosong": merging_empty,
    "penggabungan-rencana": plan,
    "penggabungan-koreksi": plan_superseding,
    "penggabungan-ditolak": plan_refused,
    "penggabungan-selesai": merged,
    "penggabungan-riwayat": history,
    "penggabungan-pantau": watching,
    "penggabungan-ditetapkan": merging_declared,
    "kelengkapan": completeness_full,
    "kelengkapan-sebagian": completeness_partly,
    "kelengkapan-kurang-juri": too_few_judges,
    "kelengkapan-pengganti": stand_in,
    "kelengkapan-pengganti-baru": late_stand_in,
}
