"""Merging and results, beside the plain copying of the same scores as rows."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from smartcity_desktop.plenary.facts import results_document
from smartcity_desktop.plenary.reckoning import reckon_file
from tests.benchmarks.jury import make_jury
from tests.benchmarks.memory import peak_memory_of
from tests.benchmarks.reference import merge_rows
from tests.benchmarks.timing import Comparison, compare

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.benchmarks.jury import Jury


def measure_merging(
    folder: Path, judges: int, regions: int, rounds: int, *, results: bool
) -> Iterator[Comparison]:
    """Measure a whole merge: every check on, backup, one durable transaction; then results."""
    jury = make_jury(folder, judges, regions)
    empty = folder / "empty.assessment"
    shutil.copyfile(jury.shop.path, empty)
    size = f"{judges} files x {regions} regions x 40"

    def merge() -> None:
        merged = jury.shop.merge(*jury.copies)
        if len(merged.applied.plan.files) != judges or not merged.applied.backup:
            raise RuntimeError("not everything was merged")

    def copy_rows() -> None:
        merge_rows(folder / "rows.db", jury.rows)

    def renew() -> None:
        _renew(jury, empty)

    yield compare(f"merge of {size}", merge, copy_rows, rounds=rounds, bar=1.0, before=renew)
    if results:
        yield compare(
            f"results of {size}", lambda: _compute(jury), copy_rows, rounds=rounds, bar=3.0
        )


def peak_memory(folder: Path) -> int:
    """Merge what ``measure_merging`` left behind from the command line; returns its megabytes."""
    path = folder / "uji.assessment"
    shutil.copyfile(folder / "empty.assessment", path)
    return peak_memory_of(
        [sys.executable, "main.py", "merge", str(path), str(folder / "handed-over")]
    )


def _renew(jury: Jury, empty: Path) -> None:
    for backup in jury.shop.path.parent.glob("*.bak"):
        backup.unlink()
    shutil.copyfile(empty, jury.shop.path)


def _compute(jury: Jury) -> None:
    with jury.shop.assessment() as file:
        results_document(reckon_file(file, jury.shop.instrument))
