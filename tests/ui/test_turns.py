"""Long work of the window in steps: the event loop turns between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


def steps(done: list[str], name: str, count: int = 3) -> Iterator[None]:
    for number in range(count):
        done.append(f"{name}{number}")
        yield


def test_what_comes_between_two_steps_has_its_turn(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    between = QTimer(parent)
    between.timeout.connect(lambda: done.append("-"))
    between.start(0)
    Turns(parent).take(steps(done, "a"))
    assert done == []
    qtbot.waitUntil(lambda: "a2" in done)
    assert "-" in done[done.index("a0") : done.index("a1")]
    assert "-" in done[done.index("a1") : done.index("a2")]


def test_it_ends_with_the_last_step(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    turns = Turns(parent)
    turns.take(steps(done, "a"))
    qtbot.waitUntil(lambda: not turns.isActive())
    assert done == ["a0", "a1", "a2"]


def test_other_steps_take_the_place_of_those_that_are_left(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    turns = Turns(parent)
    turns.take(steps(done, "a", 1000))
    qtbot.waitUntil(lambda: "a0" in done)
    turns.take(steps(done, "b"))
    qtbot.waitUntil(lambda: not turns.isActive())
    assert done[-3:] == ["b0", "b1", "b2"]
    assert "a999" not in done


def test_it_ends_with_the_part_of_the_window_it_belongs_to(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    Turns(parent).take(steps(done, "a", 1000))
    qtbot.waitUntil(lambda: "a0" in done)
    parent.deleteLater()
    qtbot.wait(20)
    count = len(done)
    qtbot.wait(20)
    assert len(done) == count < 1000


def test_whoever_needs_all_of_it_now_gets_it_once(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    turns = Turns(parent)
    turns.take(steps(done, "a"))
    turns.finish()
    assert done == ["a0", "a1", "a2"]
    qtbot.wait(20)
    assert done == ["a0", "a1", "a2"]
