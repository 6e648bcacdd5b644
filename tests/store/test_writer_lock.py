"""The lock's own descriptor, read by several at once."""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.store import writer_lock
from smartcity_desktop.store.writer_lock import WriterLock, read_at

if TYPE_CHECKING:
    from pathlib import Path

PIECE, PLACES, TIMES = 256, 4, 20


@pytest.mark.parametrize("system", sorted({"win32", sys.platform}))
def test_readers_at_several_places_do_not_disturb_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    path = tmp_path / "berkas"
    path.write_bytes(b"".join(bytes([place]) * PIECE for place in range(PLACES)))
    lock = WriterLock(path)
    seek = os.lseek

    def dawdle(descriptor: int, position: int, how: int) -> int:
        place = seek(descriptor, position, how)
        time.sleep(0.0005)
        return place

    monkeypatch.setattr(os, "lseek", dawdle)
    monkeypatch.setattr(writer_lock, "sys", SimpleNamespace(platform=system))

    def read(place: int) -> set[bytes]:
        return {read_at(lock.descriptor(), PIECE, place * PIECE) for _ in range(TIMES)}

    try:
        with ThreadPoolExecutor(PLACES) as pool:
            found = list(pool.map(read, range(PLACES)))
    finally:
        lock.release()
    assert found == [{bytes([place]) * PIECE} for place in range(PLACES)]
