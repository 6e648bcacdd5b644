"""Where many files may come, the merging page keeps a process ready that proves half of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from smartcity_desktop.merging import scan
from smartcity_desktop.secretariat.steps import Step
from tests.ui.merge_files import INCOMING, make_incoming
from tests.ui.office_files import make_office
from ui.coordinator.merging import run as run_module
from ui.coordinator.merging.run import MergeRun, Phase

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.merging.session import PlannedMerge
    from smartcity_desktop.merging.spare_process import SpareProcess
    from tests.ui.desk_window import DeskWindow

LONG = 60_000


@pytest.fixture(autouse=True)
def any_number_is_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "MANY", 1)
    monkeypatch.setattr(scan, "MANY", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def spare_of(window: DeskWindow) -> SpareProcess:
    spare = MergeRun.of(window.office.state)._spare
    assert spare is not None
    window.bot.waitUntil(spare.is_ready, timeout=LONG)
    return spare


def is_gone(spare: SpareProcess) -> bool:
    return spare._process is not None and spare._process.returncode is not None


def plan_of(window: DeskWindow, folder: Path) -> PlannedMerge:
    run = MergeRun.of(window.office.state)
    window.office.offer([folder])
    window.bot.waitUntil(lambda: run.phase is Phase.IDLE, timeout=LONG)
    assert run.planned is not None
    return run.planned


def test_the_plan_is_the_same_and_can_be_merged(window: DeskWindow, tmp_path: Path) -> None:
    shop = make_incoming(tmp_path / "asesmen", regions=3)
    window.open(shop.path)
    window.office.go(Step.MERGING)
    spare, run = spare_of(window), MergeRun.of(window.office.state)
    plan = plan_of(window, shop.path.parent / INCOMING).plan
    assert spare._turn == 1
    assert spare.is_ready()
    window.find(QPushButton, "Gabungkan 4 berkas").click()
    window.bot.waitUntil(lambda: run.phase is Phase.IDLE, timeout=LONG)
    assert run.merged is not None
    assert run.merged.applied.plan == plan
    window.office.go(Step.RESULTS)
    window.office.go(Step.MERGING)
    assert spare_of(window) is spare
    window.front.close()
    window.bot.waitUntil(lambda: is_gone(spare))


def test_merging_goes_on_without_it(window: DeskWindow, tmp_path: Path) -> None:
    shop = make_incoming(tmp_path / "asesmen", regions=3)
    window.open(shop.path)
    window.office.go(Step.MERGING)
    spare = spare_of(window)
    assert spare._process is not None
    os.kill(spare._process.pid, 9)
    plan_of(window, shop.path.parent / INCOMING)
    assert not spare.is_ready()
    window.find(QPushButton, "Gabungkan 4 berkas")


@pytest.mark.parametrize("state", ["declared", "new"])
def test_where_nothing_can_come_there_is_none(
    window: DeskWindow, tmp_path: Path, state: str
) -> None:
    window.open(make_office(tmp_path / "asesmen", state, regions=3).path)
    window.office.go(Step.MERGING)
    assert MergeRun.of(window.office.state)._spare is None
