"""Work shared with a process kept in readiness: the same results, whatever becomes of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

from smartcity_desktop.merging import scan, spare_process
from smartcity_desktop.merging.scan import PanelReader, scan_panel_files
from smartcity_desktop.merging.second_process import MANY
from smartcity_desktop.merging.sources import find_sources
from smartcity_desktop.merging.spare_process import SpareProcess, own_command
from tests.merging.processes import is_gone
from tests.merging.spare_work import LARGE, Elsewhere, Recorded, chatter, large, where
from tests.merging.tampered import tampered_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smartcity_desktop.merging.scan import ProvenPanel, ScannedFile
    from tests.merging.conftest import Made

Result = TypeVar("Result")

COUNT = 12
HERE = os.getpid()
START = 60
"""Seconds within which a process is ready on a busy machine."""


@pytest.fixture(scope="module")
def lasting() -> Iterator[SpareProcess]:
    """One that no test of this file ends."""
    process = SpareProcess(own_command())
    assert process.is_ready(START)
    yield process
    process.close()


@pytest.fixture
def spare() -> Iterator[SpareProcess]:
    """One of the test's own."""
    process = SpareProcess(own_command())
    assert process.is_ready(START)
    yield process
    process.close()


def number_of(spare: SpareProcess) -> int:
    assert spare._process is not None
    return spare._process.pid


def shared(
    spare: SpareProcess, work: Callable[[int], Result], count: int = COUNT
) -> dict[int, Result]:
    results = list(spare.results(work, range(count)))
    assert sorted(number for number, _ in results) == list(range(count))
    return dict(results)


def test_both_take_part_and_every_piece_is_done(lasting: SpareProcess) -> None:
    results = shared(lasting, where)
    assert {place for place, _ in results.values()} == {HERE, number_of(lasting)}
    assert results[0] == (HERE, 0)
    assert all(number == done for number, (_, done) in results.items())


def test_nothing_and_one_piece_and_results_larger_than_a_pipe(lasting: SpareProcess) -> None:
    assert shared(lasting, where, 0) == {}
    assert shared(lasting, where, 1) == {0: (HERE, 0)}
    assert shared(lasting, large) == {number: bytes([number]) * LARGE for number in range(COUNT)}


def test_what_is_printed_there_is_no_answer(lasting: SpareProcess) -> None:
    assert shared(lasting, chatter) == {number: number for number in range(COUNT)}


def test_a_work_that_was_given_up_does_not_answer_for_the_next(lasting: SpareProcess) -> None:
    for given_up in range(3):
        for number, _ in lasting.results(large, range(COUNT)):
            if number == given_up:
                break
        assert shared(lasting, chatter) == {number: number for number in range(COUNT)}


def test_no_piece_is_done_by_both_but_the_last(lasting: SpareProcess, tmp_path: Path) -> None:
    shared(lasting, Recorded(tmp_path), 40)
    done = [path.name.partition("-")[0] for path in tmp_path.iterdir()]
    assert len(done) - len(set(done)) <= 1


@pytest.mark.parametrize("end", ["kill", "raise", "unpicklable"])
def test_what_breaks_down_there_is_done_here(spare: SpareProcess, end: str) -> None:
    assert shared(spare, Elsewhere(end)) == {number: number for number in range(COUNT)}
    assert not spare.is_ready()
    assert shared(spare, where) == {number: (HERE, number) for number in range(COUNT)}


def test_a_process_that_says_nothing_is_not_waited_for(
    spare: SpareProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spare_process, "PATIENCE", 1)
    assert shared(spare, Elsewhere("sleep")) == {number: number for number in range(COUNT)}


def test_a_process_stopped_in_the_middle_of_a_result_costs_nothing(spare: SpareProcess) -> None:
    coming = spare.results(large, range(COUNT))
    found = [next(coming)]
    spare._process.kill()  # type: ignore[union-attr]
    found += coming
    assert dict(found) == {number: bytes([number]) * LARGE for number in range(COUNT)}
    assert len(found) == COUNT


def test_what_the_work_raises_here_is_raised(lasting: SpareProcess, tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        shared(lasting, Recorded(tmp_path, error_at=0))


@pytest.mark.parametrize(
    "command",
    [("/there/is/no/such/program",), (sys.executable, "-c", ""),
     (sys.executable, "-c", "print('Selamat pagi')")],
)  # fmt: skip
def test_what_is_no_spare_process_is_never_ready(command: tuple[str, ...]) -> None:
    spare = SpareProcess(command)
    assert shared(spare, where) == {number: (HERE, number) for number in range(COUNT)}
    spare._thread.join(START)
    assert not spare.is_ready()
    spare.close()
    spare.close()


def test_work_begins_before_the_process_is_ready() -> None:
    spare = SpareProcess(own_command())
    assert len(shared(spare, where)) == COUNT
    spare.close()
    assert is_gone(number_of(spare))


def test_it_may_be_closed_at_once_and_at_work() -> None:
    SpareProcess(own_command()).close()
    spare = SpareProcess(own_command())
    assert spare.is_ready(START)
    next(iter(spare.results(Elsewhere("sleep"), range(COUNT))))
    spare.close()
    assert is_gone(number_of(spare))
    assert not spare.is_ready()


PARENT = """
import os, sys, time
from smartcity_desktop.merging.spare_process import SpareProcess, own_command
spare = SpareProcess(own_command())
assert spare.is_ready(60)
print(spare._process.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill there ends no process softly")
def test_it_ends_with_whoever_started_it() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        process = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
    latest = time.monotonic() + START
    while not is_gone(process) and time.monotonic() < latest:
        time.sleep(0.02)
    assert is_gone(process)


def scanned(
    made: Made, paths: list[Path], spare: SpareProcess | None, identities: tuple[str, ...] = ()
) -> tuple[tuple[ScannedFile, ...], list[ProvenPanel | None], int]:
    steps: list[None] = []
    with made.shop.assessment() as file:
        reader = PanelReader(file.roster(), made.shop.instrument, identities)
    files = scan_panel_files(find_sources(paths), reader, lambda: steps.append(None), spare)
    return files, [reader.recall(file.sha256) for file in files], len(steps)


def test_two_processes_find_what_one_finds(
    made: Made, lasting: SpareProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Facts, refusals with every sheet that fails, their order, and what is remembered."""
    paths = tampered_with(made)
    monkeypatch.setattr(scan, "may_fork", lambda: False)
    alone = scanned(made, paths, None)
    read = PanelReader.read
    here: list[None] = []

    def count(reader: PanelReader, data: bytes) -> ProvenPanel:
        here.append(None)
        time.sleep(0.05)
        return read(reader, data)

    monkeypatch.setattr(PanelReader, "read", count)
    assert scanned(made, paths, lasting) == alone
    assert 0 < len(here) < len(paths)


@pytest.fixture
def untouched(lasting: SpareProcess, monkeypatch: pytest.MonkeyPatch) -> SpareProcess:
    """The process, which must not be handed anything."""

    def refuse(*_: object) -> bool:
        raise AssertionError

    monkeypatch.setattr(scan, "may_fork", lambda: False)
    monkeypatch.setattr(lasting, "_hand_over", refuse)
    return lasting


def test_no_secret_leaves_this_process(made: Made, untouched: SpareProcess) -> None:
    paths = tampered_with(made)
    secret = "AGE-SECRET-KEY-1" + "Q" * 58
    files, _, steps = scanned(made, paths, untouched, (secret,))
    assert len(files) == steps == len(paths)


def test_paths_that_mean_something_else_elsewhere_stay_here(
    made: Made, untouched: SpareProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = made.copy.parent
    names = [f"juri-{number}.panel" for number in range(MANY)]
    for name in names:
        shutil.copyfile(made.copy, folder / name)
    monkeypatch.chdir(folder)
    files, _, steps = scanned(made, [Path(name) for name in names], untouched)
    assert len(files) == steps == MANY
    assert all(file.seals for file in files)
