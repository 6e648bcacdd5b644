"""The open file behind the pages: shown at once, saved in order, honest about the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.scoring.opening import open_desk
from tests.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    made = Workshop.open(tmp_path / "lokakarya", judges=1, regions=3)
    made.enrol("j01-1")
    return made


def test_a_score_is_shown_at_once_and_then_on_the_disk(
    shop: Workshop, shown: Callable[[Path], DeskWindow]
) -> None:
    path = shop.panels["j01-1"]
    window = shown(path)
    code = shop.regions[0]
    assert window.state.record_score(code, "A1", 3)
    assert window.state.sheet(code).values[0] == 3
    window.wait_saved()
    assert "Tersimpan" in window.main.header.status.text()
    window.front.close()
    desk = open_desk(path, shop.clock)
    with desk.panel:
        assert desk.sheet(code).values == (3, None, None)


def test_undo_and_redo_go_through_the_file(
    shop: Workshop, shown: Callable[[Path], DeskWindow]
) -> None:
    window = shown(shop.panels["j01-1"])
    code = shop.regions[1]
    window.state.record_score(code, "A1", 1)
    window.state.record_score(code, "A1", 4)
    window.state.undo()
    window.wait_saved()
    assert window.state.sheet(code).values[0] == 1
    window.state.redo()
    window.wait_saved()
    assert window.state.sheet(code).values[0] == 4


def test_what_a_rule_forbids_is_said_and_not_shown(
    shop: Workshop, shown: Callable[[Path], DeskWindow]
) -> None:
    window = shown(shop.panels["j01-1"])
    code = shop.regions[0]
    assert not window.state.record_score(code, "A1", 9)
    assert window.state.sheet(code).values[0] is None
    assert not window.state.has_waiting()


def test_a_failing_disk_keeps_the_score_on_the_screen_and_saves_it_later(
    shop: Workshop, shown: Callable[[Path], DeskWindow]
) -> None:
    path = shop.panels["j01-1"]
    window = shown(path)
    connection = window.state._desk.panel._session.connection
    waited: list[int] = []
    window.state.ask(
        lambda _desk, _job: connection.execute("PRAGMA query_only = ON"),
        lambda _: waited.append(1),
        lambda _: None,
    )
    code = shop.regions[0]
    window.state.record_score(code, "A1", 2)
    window.bot.waitUntil(lambda: "TIDAK TERSIMPAN" in window.main.header.status.text())
    window.state.record_score(code, "A2", 3)
    assert window.state.sheet(code).values[:2] == (2, 3)
    assert window.state.has_waiting()
    assert not window.main.close()
    window.state.ask(
        lambda _desk, _job: connection.execute("PRAGMA query_only = OFF"),
        lambda _: waited.append(2),
        lambda _: None,
    )
    window.bot.waitUntil(lambda: waited == [1, 2])
    window.state.try_again()
    window.wait_saved()
    window.front.close()
    desk = open_desk(path, shop.clock)
    with desk.panel:
        assert desk.sheet(code).values == (2, 3, None)
