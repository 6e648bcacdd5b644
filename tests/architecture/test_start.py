from __future__ import annotations

import subprocess
import sys
from math import inf
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HEAVY = {
    "PySide6", "pyhanko", "reportlab", "numpy", "sqlite_utils", "sqlite3", "cryptography", "babel",
    "num2words", "openpyxl", "python_calamine", "orjson", "asyncio", "lxml", "PIL",
}  # fmt: skip


def find_heavy(importtime: str) -> set[str]:
    """Heavy packages in what ``-X importtime`` wrote."""
    names = {line.rpartition("|")[2].strip().split(".")[0] for line in importtime.splitlines()}
    return HEAVY & names


def start(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=root, capture_output=True, text=True, check=True
    )


def spent() -> float:
    """Seconds that programs started here have computed: a busy machine adds none to them."""
    if sys.platform == "win32":
        return perf_counter()
    import resource

    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def quickest(root: Path, commands: Sequence[Sequence[str]], rounds: int) -> list[float]:
    """Seconds of each command's quickest run, the runs interleaved."""
    best = [inf] * len(commands)
    for _ in range(rounds):
        for place, command in enumerate(commands):
            began = spent()
            start(root, *command)
            best[place] = min(best[place], spent() - began)
    return best


def test_help_imports_nothing_heavy(root: Path) -> None:
    assert find_heavy(start(root, "-X", "importtime", "main.py", "--help").stderr) == set()


def test_a_heavy_import_is_found(root: Path) -> None:
    report = start(root, "-X", "importtime", "-c", "import sqlite3").stderr
    assert find_heavy(report) == {"sqlite3"}


def test_help_starts_nearly_as_fast_as_bare_click(root: Path) -> None:
    bare, ours = quickest(root, [["-c", "import click"], ["main.py", "--help"]], 7)
    assert ours <= 2.5 * bare
