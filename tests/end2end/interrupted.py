"""Seals or merges until it is killed; run by the test of sudden death, never imported.

Reads one line of JSON for each round: what to do, with which files, and after which share of the
whole time to kill. Prints whether it had finished by then.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.merging.session import MergeWish, merge_panel_files
from smartcity_desktop.scoring.desk import Desk
from smartcity_desktop.scoring.enrolling import unlock_key
from smartcity_desktop.scoring.handing_over import hand_over
from smartcity_desktop.scoring.seal import seal_panel_file
from smartcity_desktop.store.assessment_file import open_assessment_file
from smartcity_desktop.store.panel_file import open_panel_file

if TYPE_CHECKING:
    from collections.abc import Callable


def clock() -> datetime:
    return datetime.now(UTC)


def merge(task: dict[str, Any]) -> None:
    with open_assessment_file(Path(task["file"]), clock) as file:
        instrument = read_instrument(file.instrument(), "")
        merge_panel_files(
            file,
            instrument,
            MergeWish((Path(task["folder"]),)),
            clock,
            lambda _: contextlib.nullcontext(lambda: None),
        )


def seal(task: dict[str, Any]) -> None:
    with open_panel_file(Path(task["file"]), clock) as panel:
        desk = Desk(panel, read_instrument(panel.instrument, ""), clock)
        signer = unlock_key(panel, task["passphrase"])
        seal_panel_file(desk, signer, "Pembetulan", clock)
        hand_over(desk, Path(task["folder"]))


ACTS: dict[str, Callable[[dict[str, Any]], None]] = {"merge": merge, "seal": seal}


def one_round(task: dict[str, Any], seconds: float) -> float | None:
    """Fork, act, kill when the time is up; returns how long it took, None when it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.write(writing, b"!")
        ACTS[task["act"]](task)
        os._exit(0)
    os.read(reading, 1)
    started = time.monotonic()
    ended, status = 0, 0
    while not ended and time.monotonic() < started + seconds:
        ended, status = os.waitpid(child, os.WNOHANG)
        time.sleep(0.0005)
    if not ended:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    os.close(reading)
    os.close(writing)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit("a round failed by itself")
    return time.monotonic() - started if os.WIFEXITED(status) else None


def main() -> None:
    """The first round is left to end; its time is what the others' moments are shares of."""
    whole = 60.0
    for number, line in enumerate(sys.stdin):
        task = json.loads(line)
        took = one_round(task, whole * task["share"] if number else whole)
        if took is not None and not number:
            whole = took
        print(int(took is not None), flush=True)


main()
