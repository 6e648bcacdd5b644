"""Work shared with a second process: the same results, whatever becomes of that process."""

from __future__ import annotations

import mmap
import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from smartcity_desktop.domain.refusal import RefusalReason as R
from smartcity_desktop.merging import scan, second_process
from smartcity_desktop.merging.scan import PanelReader, scan_panel_files
from smartcity_desktop.merging.second_process import SecondProcess, has_idle_core, may_fork
from smartcity_desktop.merging.sources import find_sources
from smartcity_desktop.store.assessment_file import open_assessment_file
from tests.merging.processes import is_gone
from tests.merging.tampered import tampered_with

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.merging.scan import ProvenPanel, ScannedFile
    from tests.merging.conftest import Made

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone"),
    # Whoever runs tests side by side keeps a thread for it, which holds nothing a fork needs.
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]
COUNT = 12
LARGE = 3_000_000
"""Bytes; more than a pipe can hold."""


HERE = os.getpid()
BEGUN = mmap.mmap(-1, 2)
"""Whether this process, and whether the other one, has begun a piece."""


def is_elsewhere() -> bool:
    return os.getpid() != HERE


def meet() -> bool:
    """Wait, at most until nobody can be coming any more, for the other; returns is_elsewhere."""
    BEGUN[is_elsewhere()] = 1
    latest = time.monotonic() + 60
    while not BEGUN[not is_elsewhere()] and time.monotonic() < latest:
        time.sleep(0.002)
    return is_elsewhere()


@pytest.fixture(autouse=True)
def nobody_has_begun() -> None:
    BEGUN[:] = bytes(2)


def shared(work: Callable[[int], object], count: int = COUNT) -> dict[int, object]:
    """Do the work with a second process, which is then gone; returns the results."""
    with SecondProcess(count, work) as second:
        results = list(second.results())
        process = second._process
    assert process is None or is_gone(process)
    assert sorted(number for number, _ in results) == list(range(count))
    return dict(results)


def together(number: int) -> tuple[bool, int]:
    """Say where a piece was done; each process does one at least."""
    return meet(), number


def anywhere(number: int) -> tuple[bool, int]:
    return is_elsewhere(), number


def test_both_take_part_and_every_piece_is_done() -> None:
    results = shared(together)
    assert set(results.values()) <= {(place, n) for place in (True, False) for n in range(COUNT)}
    assert results[0] == (False, 0)
    assert results[COUNT - 1] == (True, COUNT - 1)


def test_one_piece_or_results_larger_than_a_pipe_are_nothing_special() -> None:
    assert set(shared(lambda number: number, 1)) == {0}

    def work(number: int) -> bytes:
        meet()
        return bytes([number]) * LARGE

    assert shared(work) == {number: bytes([number]) * LARGE for number in range(COUNT)}


@pytest.mark.parametrize("last", [COUNT - 1, COUNT - 3])
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_what_a_stopped_process_leaves_undone_is_done_here(last: int, end: int) -> None:
    def work(number: int) -> tuple[bool, int]:
        if meet() and number == last:
            os.kill(os.getpid(), end)
        time.sleep(0.01)
        return anywhere(number)

    results = shared(work)
    assert {n for n, found in results.items() if found == (True, n)} <= set(range(last + 1, COUNT))
    assert results[last] == (False, last)


def test_a_process_stopped_from_outside_in_the_middle_of_a_result_costs_nothing() -> None:
    with SecondProcess(COUNT, lambda number: bytes([number]) * LARGE) as second:
        assert second._process is not None
        coming = second.results()
        found = [next(coming)]
        time.sleep(0.1)  # by now it waits for somebody to empty the pipe
        os.kill(second._process, signal.SIGKILL)
        found += coming
    assert is_gone(second._process)
    assert dict(found) == {number: bytes([number]) * LARGE for number in range(COUNT)}
    assert len(found) == COUNT


def test_what_breaks_down_there_alone_is_done_here() -> None:
    def work(number: int) -> tuple[bool, int]:
        if meet():
            raise MemoryError
        return anywhere(number)

    assert set(shared(work).values()) == {(False, number) for number in range(COUNT)}


def test_what_cannot_be_handed_over_is_done_here() -> None:
    found = shared(lambda number: lambda: number)
    assert all(callable(each) and each() == number for number, each in found.items())


def test_a_process_that_says_nothing_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_process, "PATIENCE", 1)

    def work(number: int) -> tuple[bool, int]:
        if meet():
            time.sleep(60)
        return anywhere(number)

    assert set(shared(work).values()) == {(False, number) for number in range(COUNT)}


def test_where_the_system_refuses_a_process_all_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused() -> NoReturn:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    assert set(shared(anywhere).values()) == {(False, number) for number in range(COUNT)}


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_whoever_stops_listening_leaves_no_process_behind(error: type[BaseException]) -> None:
    def listen(second: SecondProcess[object]) -> None:
        for number, _ in second.results():
            if number == 2:
                raise error

    def work(number: int) -> object:
        if is_elsewhere():
            time.sleep(60)
        return number

    second = SecondProcess(COUNT, work)
    assert second._process is not None
    with pytest.raises(error), second:
        listen(second)
    assert is_gone(second._process)
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_what_the_work_raises_here_is_raised() -> None:
    def work(number: int) -> object:
        if not meet():
            raise ZeroDivisionError
        time.sleep(60)
        return number

    with pytest.raises(ZeroDivisionError):
        shared(work)


def test_ctrl_c_does_not_reach_the_second_process() -> None:
    def work(number: int) -> tuple[bool, int]:
        if meet():
            signal.raise_signal(signal.SIGINT)
        return anywhere(number)

    assert shared(work)[COUNT - 1] == (True, COUNT - 1)


def test_the_second_process_holds_nothing_open(made: Made) -> None:
    """The lock of the assessment ends with the process that took it."""

    def work(_: int) -> object:
        if not meet():
            return "here"
        numbers = [int(name) for name in os.listdir("/proc/self/fd")]  # noqa: PTH208
        paths = [Path(f"/proc/self/fd/{number}") for number in numbers if number > 2]
        return [str(path.readlink()).split(":")[0] for path in paths if path.is_symlink()]

    with open_assessment_file(made.shop.path, made.shop.clock):
        assert shared(work)[COUNT - 1] == ["pipe"]


def test_no_fork_beside_another_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "listdir", lambda _: ["4711"])
    assert may_fork()
    monkeypatch.setattr(os, "listdir", lambda _: ["4711", "4712"])
    assert not may_fork()


def test_a_core_is_idle_where_less_is_running_than_there_are_cores(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(second_process, "_running", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    assert has_idle_core()
    monkeypatch.setattr(second_process, "_running", lambda: 2)
    assert not has_idle_core()
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 3})
    assert has_idle_core()


def test_what_the_kernel_says_is_understood() -> None:
    assert second_process._running() >= 1
    asked = threading.Event()
    thread = threading.Thread(target=asked.wait)
    thread.start()
    try:
        assert not may_fork()
    finally:
        asked.set()
        thread.join()


def scanned(
    made: Made, paths: list[Path], *, shared: bool, monkeypatch: pytest.MonkeyPatch
) -> tuple[tuple[ScannedFile, ...], list[ProvenPanel | None], int]:
    monkeypatch.setattr(scan, "has_idle_core", lambda: shared)
    monkeypatch.setattr(scan, "may_fork", lambda: True)
    steps: list[None] = []
    with made.shop.assessment() as file:
        reader = PanelReader(file.roster(), made.shop.instrument)
    files = scan_panel_files(find_sources(paths), reader, lambda: steps.append(None))
    return files, [reader.recall(file.sha256) for file in files], len(steps)


def test_two_processes_find_what_one_finds(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts, refusals with every sheet that fails, their order, and what is remembered."""
    paths = tampered_with(made)
    alone = scanned(made, paths, shared=False, monkeypatch=monkeypatch)
    assert scanned(made, paths, shared=True, monkeypatch=monkeypatch) == alone
    files, _, steps = alone
    assert steps == len(paths)
    reasons = {file.refusal.reason for file in files if file.refusal}
    assert reasons >= {R.NOT_A_PANEL_FILE, R.SIGNATURE_INVALID, R.VALUE_NOT_PERMITTED}
    assert max(len(file.also) for file in files) == 1
    assert sum(bool(file.seals) for file in files) == 3


def test_a_killed_process_hides_no_file_and_no_refusal(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = tampered_with(made)
    alone = scanned(made, paths, shared=False, monkeypatch=monkeypatch)
    read = PanelReader.read

    def dies_there(reader: PanelReader, data: bytes) -> ProvenPanel:
        if is_elsewhere():
            os.kill(os.getpid(), signal.SIGKILL)
        return read(reader, data)

    monkeypatch.setattr(PanelReader, "read", dies_there)
    assert scanned(made, paths, shared=True, monkeypatch=monkeypatch) == alone
