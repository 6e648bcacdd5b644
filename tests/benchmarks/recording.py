"""One recorded score, and the start of the program."""

from __future__ import annotations

import itertools
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

from tests.benchmarks.jury import INDICATORS, make_jury
from tests.benchmarks.timing import Comparison, compare

if TYPE_CHECKING:
    from pathlib import Path

SCORES = 40
TABLES = """
CREATE TABLE score (region INTEGER, indicator INTEGER, value INTEGER, comment TEXT,
    PRIMARY KEY (region, indicator)) STRICT, WITHOUT ROWID;
CREATE TABLE log (number INTEGER PRIMARY KEY, at TEXT, region INTEGER, indicator INTEGER,
    before INTEGER, after INTEGER) STRICT;
"""


def measure_recording(folder: Path, rounds: int) -> Comparison:
    """Record scores one by one, each durable, as a judge types them."""
    shop = make_jury(folder, 1, 20).shop
    ids = [indicator.id for indicator in shop.instrument.indicators()]
    value = itertools.cycle(range(101))
    with shop.desk("j01-1") as desk, closing(_bare(folder / "bare.db")) as bare:

        def ours() -> None:
            for number in range(SCORES):
                desk.record_score(shop.regions[number % 20], ids[number], next(value))

        def reference() -> None:
            for number in range(SCORES):
                _record(bare, number % 20, number, next(value))

        return compare(f"{SCORES} scores recorded, each durable", ours, reference,
                       rounds=rounds, bar=1.6)  # fmt: skip


def measure_start(rounds: int) -> Comparison:
    """Start the program for its help, beside bare Python with click imported."""
    return compare(
        "start of main.py --help",
        lambda: _python("main.py", "--help"),
        lambda: _python("-c", "import click"),
        rounds=rounds,
        bar=2.5,
    )


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(TABLES)
    rows = [(r, i, 50, None) for r in range(20) for i in range(INDICATORS)]
    connection.executemany("INSERT INTO score VALUES (?, ?, ?, ?)", rows)
    connection.execute("PRAGMA journal_mode = TRUNCATE").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _record(bare: sqlite3.Connection, region: int, indicator: int, value: int) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare.execute(
        "INSERT INTO log (at, region, indicator, before, after) SELECT ?, region, indicator, "
        "value, ? FROM score WHERE region = ? AND indicator = ?",
        ("2026-11-24T03:10:16Z", value, region, indicator),
    )
    bare.execute(
        "UPDATE score SET value = ? WHERE region = ? AND indicator = ?", (value, region, indicator)
    )
    bare.execute("COMMIT")


def _python(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
