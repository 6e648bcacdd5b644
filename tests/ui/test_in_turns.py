"""Parts of a page that come one after another, with turns of the event loop between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.in_turns import InTurns
from ui.widgets.reading_order import read_in_order

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def test_the_window_has_its_turn_between_two_parts(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    done: list[str] = []
    beat = QTimer(owner)
    beat.timeout.connect(lambda: done.append("beat"))
    beat.start(0)
    parts = InTurns(owner, [lambda: done.append("first"), lambda: done.append("second")])
    assert done == []
    qtbot.waitUntil(lambda: parts.is_done)
    assert "beat" in done[done.index("first") : done.index("second")]


def test_whoever_needs_all_of_it_now_gets_it_once(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    done: list[str] = []
    parts = InTurns(owner, [lambda: done.append("first"), lambda: done.append("second")])
    parts.finish()
    assert parts.is_done
    qtbot.wait(20)
    assert done == ["first", "second"]


def test_what_is_left_when_the_owner_goes_is_never_done(qtbot: QtBot) -> None:
    owner = QWidget()
    done: list[str] = []
    InTurns(owner, [lambda: done.append("first")])
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    qtbot.wait(20)
    assert done == []


def test_parts_are_raised_only_where_their_order_is_another(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, layout = QWidget(), QVBoxLayout()
    qtbot.addWidget(whole)
    whole.setLayout(layout)
    first, second, third = QLabel("1"), QLabel("2"), QLabel("3")
    for part in (first, third):
        layout.addWidget(part)
    layout.insertWidget(1, second)
    read_in_order(layout)
    assert [c for c in whole.children() if isinstance(c, QLabel)] == [first, second, third]
    raised: list[QWidget] = []
    monkeypatch.setattr(QLabel, "raise_", raised.append)
    read_in_order(layout)
    assert raised == []
