"""Prints every ratio with its bar: ``python -m tests.benchmarks [--quick]``.

``--quick`` runs everything once and small, to see that it still runs; its ratios mean nothing.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.documents import measure_documents, peak_memory_of_documents
from tests.benchmarks.merging import measure_merging, peak_memory
from tests.benchmarks.ranking import measure_ranking
from tests.benchmarks.recording import measure_recording, measure_start
from tests.benchmarks.window import measure_window
from tests.benchmarks.window_merging import measure_window_merging


def main(arguments: list[str]) -> int:
    """Measure and print; bars are for people, only breakage is a failure."""
    quick = "--quick" in arguments
    judges, regions, rounds = (3, 20, 1) if quick else (21, 514, 9)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for each in measure_merging(folder / "jury", judges, regions, rounds, results=True):
            print(each.line(), flush=True)
        size = f"{judges} files x {regions} regions x 40"
        for row in measure_window_merging(folder / "jury", min(rounds, 7), size):
            print(row.line(), flush=True)
        print(measure_recording(folder / "recording", rounds).line(), flush=True)
        print(measure_start(rounds).line(), flush=True)
        for row in measure_window(folder / "window", regions, 1 if quick else 5):
            print(row.line(), flush=True)
        for comparison in measure_ranking(folder / "ranking", regions, rounds):
            print(comparison.line(), flush=True)
        for each in measure_documents(regions, min(rounds, 3)):
            print(each.line(), flush=True)
        memory = peak_memory_of_documents(regions)
        print(f"{'peak memory of the sheets':<44} {memory:9} MB{'':33}bar 250 MB", flush=True)
        if not quick:
            _measure_many(folder / "many")
    return 0


def _measure_many(folder: Path) -> None:
    for each in measure_merging(folder, 210, 514, 3, results=False):
        print(each.line(), flush=True)
    print(f"{'its peak memory':<44} {peak_memory(folder):9} MB{'':33}bar 300 MB", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
