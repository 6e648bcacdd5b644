"""Screen readers and the Tab key meet parts in the order of the eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.reading_order import read_in_order

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


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
