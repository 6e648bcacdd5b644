"""Memory is freed while the window rests, on the window's thread and no other."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from ui.sweeping import ENOUGH, Sweeping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class Knot:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self
        weakref.finalize(self, lambda: ENDED.append(threading.current_thread()))


ENDED: list[threading.Thread] = []


@pytest.fixture
def sweeping(qapp: QApplication) -> Iterator[Sweeping]:
    gc.unfreeze()
    gc.collect()
    ENDED.clear()
    with patch("ui.sweeping.EVERY", 10):
        made = Sweeping(qapp)
    yield made
    made.end()
    made.deleteLater()


def test_what_holds_itself_is_freed_on_the_windows_thread(sweeping: Sweeping, qtbot: QtBot) -> None:
    del sweeping
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)

    def make() -> None:
        for _ in range(2 * ENOUGH):
            Knot()

    lane = threading.Thread(target=make)
    lane.start()
    lane.join()
    assert ENDED == []
    qtbot.waitUntil(lambda: len(ENDED) == 2 * ENOUGH)
    assert set(ENDED) == {threading.main_thread()}


def test_in_the_end_python_does_it_again(sweeping: Sweeping) -> None:
    assert not gc.isenabled()
    sweeping.end()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
