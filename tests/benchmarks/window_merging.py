"""Merging in the window beside merging from the command line, and how long the window stands still.

Each is played in a process of its own, in turn; neither counts the start of its program. The
command line's merge runs from opening the assessment to the end; the window's from the files that
are dropped to the plan on the screen, and from the button to what is stored. That the window then
reads all results anew is a row of its own.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.timing import Comparison
from tests.benchmarks.window import ROOT, Stall

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from tests.benchmarks.window_watched import Heart
    from ui.coordinator.journey import OfficeJourney


def measure_window_merging(folder: Path, rounds: int, size: str) -> Iterator[Comparison | Stall]:
    """Yield every row, with the files that ``measure_merging`` left behind."""
    pairs = [(_play("window", folder), _play("plain", folder)) for _ in range(rounds)]
    stored = [(ours["check"] + ours["store"], plain["merge"]) for ours, plain in pairs]
    whole = [(a + ours["show"], b) for (a, b), (ours, _) in zip(stored, pairs, strict=True)]
    yield _compare(f"window's merge of {size}", stored, 1.5)
    yield _compare("the same until its results are shown", whole, None)
    stalls = [_play("watched", folder) for _ in range(rounds)]
    for key in ("checking", "merging", "matrix"):
        yield Stall(f"stall while {key}", max(each[key] for each in stalls))


def _compare(name: str, pairs: list[tuple[float, float]], bar: float | None) -> Comparison:
    return Comparison(
        name,
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
        bar,
    )


def _play(task: str, folder: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "uji.assessment"
        shutil.copyfile(folder / "empty.assessment", path)
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.window_merging", task, str(path),
             str(folder / "handed-over")],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout)
    return found


def merge_plainly(path: Path, incoming: Path) -> dict[str, float]:
    """Merge as the command line does; in milliseconds."""
    from smartcity_desktop.instruments.reading import read_instrument
    from smartcity_desktop.merging.session import MergeWish, merge_panel_files
    from smartcity_desktop.store.assessment_file import open_assessment_file

    def clock() -> datetime:
        return datetime.now(UTC)

    start = time.perf_counter()
    with open_assessment_file(path, clock) as file:
        instrument = read_instrument(file.instrument(), str(path))
        merge_panel_files(
            file, instrument, MergeWish((incoming,)), clock,
            lambda _total: contextlib.nullcontext(lambda: None),
        )  # fmt: skip
    return {"merge": (time.perf_counter() - start) * 1000}


def merge_in_window(path: Path, incoming: Path, *, watched: bool) -> dict[str, float]:
    """Drop the files, merge; or the same and the matrix while a heart beats; in milliseconds."""
    # First, as in main.py: it imports PySide6 in its own way.
    from ui.app import make_application, make_context, make_window
    from ui.front import Front

    from tests.benchmarks.window_watched import Heart, settle  # isort: skip

    application = make_application()
    window = make_window(application, make_context(folder=path.parent / "home"))
    front = Front(window)
    front.open(path, asked=True)
    while front.office is None:
        application.processEvents()
    window.show()
    settle(1)
    office = front.office
    found = _watch(office, incoming, Heart()) if watched else _time(office, incoming)
    front.close()
    return found


def _time(office: OfficeJourney, incoming: Path) -> dict[str, float]:
    from unittest.mock import patch

    from smartcity_desktop.secretariat.office_facts import read_office

    stored: list[float] = []

    def note(opened: Office) -> OfficeFacts:
        stored.append(time.perf_counter())
        return read_office(opened)

    begin = time.perf_counter()
    _check(office, incoming)
    _paint()
    checked = time.perf_counter()
    with patch("ui.coordinator.state.read_office", note):
        _merge(office)
    end = time.perf_counter()
    return {
        "check": (checked - begin) * 1000,
        "store": (stored[-1] - checked) * 1000,
        "show": (end - stored[-1]) * 1000,
    }


def _watch(office: OfficeJourney, incoming: Path, heart: Heart) -> dict[str, float]:
    from smartcity_desktop.secretariat.steps import Step

    return {
        "checking": heart.during(lambda: _check(office, incoming)),
        "merging": heart.during(lambda: _merge(office)),
        "matrix": heart.during(lambda: office.go(Step.COMPLETENESS)),
    }


def _check(office: OfficeJourney, incoming: Path) -> None:
    office.offer([incoming])
    _wait(office)


def _merge(office: OfficeJourney) -> None:
    from ui.coordinator.merging.run import MergeRun

    MergeRun.of(office.state).merge(lambda: datetime.now(UTC))
    _wait(office)


def _paint() -> None:
    """Let the plan come to the screen, where the button is."""
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.processEvents()


def _wait(office: OfficeJourney) -> None:
    """Sleep between events as the program does, so that the lane is not slowed down."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    from ui.coordinator.merging.run import MergeRun, Phase

    run = MergeRun.of(office.state)
    while run.phase is not Phase.IDLE:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    if run.error is not None:
        raise RuntimeError(str(run.error))


if __name__ == "__main__":
    paths = Path(sys.argv[2]), Path(sys.argv[3])
    if sys.argv[1] == "plain":
        measured = merge_plainly(*paths)
    else:
        measured = merge_in_window(*paths, watched=sys.argv[1] == "watched")
    sys.stdout.write(json.dumps(measured))
