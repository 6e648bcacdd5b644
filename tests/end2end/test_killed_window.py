"""The window's process is killed while a judge scores: what it called saved is on the disk."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.end2end.scoring_until_killed import in_mind
from tests.ui.sample_files import ISSUE, make_panel
from ui.pages.scoring_page import ScoringPage

if TYPE_CHECKING:
    from tests.ui.desk_window import DeskWindow

ROOT = Path(__file__).parents[2]
ROUNDS, REGIONS = 2, 6

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")


def score_and_be_killed(file: Path, folder: Path, chance: random.Random) -> int:
    """Return how many steps the window had acknowledged when it was killed."""
    acknowledged, wanted = 0, chance.randint(5, 100)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.end2end.scoring_until_killed", str(file), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ) as child:
        assert child.stdout is not None
        while acknowledged < wanted:
            line = child.stdout.readline()
            assert line, "it ended by itself"
            acknowledged = int(line)
        time.sleep(chance.uniform(0, 0.03))
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read()
    return max([acknowledged, *(int(line) for line in rest.splitlines())])


def values(window: DeskWindow, order: list[str]) -> list[int | None]:
    """Return every value that the window shows, in the order in which they were given."""
    return [value for code in order for value in window.state.sheet(code).values]


def test_nothing_that_was_called_saved_is_lost(window: DeskWindow, tmp_path: Path) -> None:
    chance = random.Random(19)  # noqa: S311 - moments, no secret
    for number in range(ROUNDS):
        folder = tmp_path / str(number)
        shop = make_panel(folder, regions=REGIONS, finished=0, enrolled=False)
        shop.enrol(ISSUE)
        file = shop.panels[ISSUE]
        acknowledged = score_and_be_killed(file, folder / "home", chance)
        order, given = open_again(window, file)
        found = values(window, order)
        kept = (*found, None).index(None)
        assert kept >= acknowledged
        assert found[:kept] == given[:kept], "not what was given"
        assert set(found[kept:]) <= {None}, "something is missing in between"
        go_on(window, order)
        window.front.close()
        order, given = open_again(window, file)
        assert values(window, order) == given
        window.front.close()


def open_again(window: DeskWindow, file: Path) -> tuple[list[str], list[int]]:
    """Return the regions in the order of the list, and what is given to them."""
    window.open(file)
    page = window.page
    assert isinstance(page, ScoringPage)
    excused, ids = window.state.facts.excused, window.state.ids
    order = [code for code in page.regions.model.listed() if code not in excused]
    return order, [in_mind(code, place) for code in order for place in range(len(ids))]


def go_on(window: DeskWindow, order: list[str]) -> None:
    """Finish every sheet from where the killed window left it."""
    for code in order:
        for place, indicator in enumerate(window.state.ids):
            if window.state.sheet(code).values[place] is None:
                assert window.state.record_score(code, indicator, in_mind(code, place))
    window.wait_saved()
