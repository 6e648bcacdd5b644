"""Timing two things in turn in one process, so that a noisy machine troubles both alike."""

from __future__ import annotations

import gc
import statistics
import time
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable


class Comparison(Struct, frozen=True):
    """Medians in milliseconds, and the median of the pairwise ratios."""

    name: str
    ours: float
    reference: float
    ratio: float
    bar: float | None = None

    def line(self) -> str:
        """Return one line for people."""
        bar = "" if self.bar is None else f"   bar {self.bar:.2f}"
        return (
            f"{self.name:<44} {self.ours:9.1f} ms  /  {self.reference:9.1f} ms  =  "
            f"{self.ratio:5.2f}{bar}"
        )


def compare(
    name: str,
    ours: Callable[[], object],
    reference: Callable[[], object],
    *,
    rounds: int = 7,
    bar: float | None = None,
    before: Callable[[], object] = lambda: None,
) -> Comparison:
    """Run both in turn, once unmeasured, and compare pair by pair.

    A single round shows that both still run: nothing is run before it to fill caches.
    ``before`` lays everything ready for ``ours``, each time, unmeasured.
    """
    pairs = []
    unmeasured = int(rounds > 1)
    for _ in range(unmeasured + rounds):
        before()
        pairs.append((_milliseconds(ours), _milliseconds(reference)))
    del pairs[:unmeasured]
    return Comparison(
        name,
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
        bar,
    )


def _milliseconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
