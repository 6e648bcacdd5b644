"""The lock's own descriptor, read by several at once."""

from __future__ import annotations

import os
import stat
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from smartcity_desktop.domain.errors import AlreadyOpenError
from smartcity_desktop.store import writer_lock
from smartcity_desktop.store.writer_lock import WriterLock, read_at, read_head

PIECE, PLACES, TIMES = 256, 4, 20


def test_files_without_a_number_are_told_apart_by_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = tmp_path / "a.panel", tmp_path / "b.panel"
    one.write_bytes(b"a")
    other.write_bytes(b"b")
    ask = Path.stat

    def without_number(path: Path, **how: bool) -> os.stat_result:
        """What some network drives say to Windows."""
        facts = list(ask(path, **how))
        facts[stat.ST_INO] = 0
        return os.stat_result(facts)

    monkeypatch.setattr(Path, "stat", without_number)
    lock = WriterLock(one)
    try:
        assert (read_head(one, 1), read_head(other, 1)) == (b"a", b"b")
        with pytest.raises(AlreadyOpenError):
            WriterLock(one)
        WriterLock(other).release()
    finally:
        lock.release()


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
