"""Work that makes very many values and no cycles among them."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without_cycle_search() -> Iterator[None]:
    """Keep Python from looking for cycles meanwhile.

    Frozen values never form a cycle, yet the search looks at all of them again and again: it
    doubles the time in which ten thousand sheets are proven. Memory is freed as always.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
