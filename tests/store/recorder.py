"""Records scores until it is killed; run by the test of sudden death, never imported.

Reads one line from standard input for each round, forks a child that opens the panel file and
records, kills it at the moment the line says, and checks what the file holds. One line of
standard output for each round: what was acknowledged last, what is there, whether SQLite had to
undo a half-written change.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from smartcity_desktop.store.panel_file import open_panel_file

AT = "2026-11-24T03:10:16Z"


def clock() -> datetime:
    return datetime.now(UTC)


def payload_of(number: int) -> bytes:
    """Return what is recorded as the change of that number; of many lengths, so pages split."""
    return f'{{"n":{number},"x":"{"y" * (number * 37 % 700)}"}}'.encode()


def record_for_ever(path: Path, acknowledge: int) -> None:
    """Acknowledge each change only after ``record`` has returned."""
    with open_panel_file(path, clock) as file:
        number = len(file.sheets.log.all())
        while True:
            number += 1
            file.sheets.record(f"64.{number % 50}", payload_of(number), "score", AT)
            os.write(acknowledge, number.to_bytes(8, "big"))


def one_round(path: Path, microseconds: int) -> str:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        record_for_ever(path, writing)
    os.close(writing)
    told = os.read(reading, 8)
    time.sleep(microseconds / 1_000_000)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while piece := os.read(reading, 8 * 1024):
        told = piece
    os.close(reading)
    journal = path.with_name(path.name + "-journal")
    hot = journal.exists() and journal.stat().st_size > 0
    return f"{int.from_bytes(told[-8:], 'big')} {look(path)} {int(hot)}"


def look(path: Path) -> str:
    """Open the file as a person would after a crash, and see that log and sheets agree."""
    with open_panel_file(path, clock) as file:
        log = file.sheets.log.all()
        sheets = {change.region: change.after for change in log}
        agreed = sheets == file.sheets.payloads() and len(log) == log[-1].number
        agreed &= all(change.after == payload_of(change.number) for change in log)
    connection = sqlite3.connect(path)
    sound = connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    connection.close()
    return f"{log[-1].number} {int(agreed and sound)}"


def main() -> None:
    for line in sys.stdin:
        path, microseconds = line.rstrip("\n").split("\t")
        print(one_round(Path(path), int(microseconds)), flush=True)


main()
