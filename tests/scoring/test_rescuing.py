"""When a drive fails, everything on the screen goes into a file on another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.scoring import edits
from smartcity_desktop.scoring.desk_facts import read_desk
from smartcity_desktop.scoring.rescuing import rescue
from smartcity_desktop.workplace.backups import keep_backup
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.scoring.desk_facts import DeskFacts


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    made = Workshop.open(tmp_path / "lokakarya", judges=1, regions=3)
    made.enrol("j01-1")
    made.score("j01-1", {made.regions[0]: (1, 2, 3)})
    return made


def with_unsaved_score(desk: Desk, region: str) -> DeskFacts:
    """What the screen shows after one more score that the disk did not take."""
    facts = read_desk(desk)
    sheet = edits.record_score(desk.sheet(region), desk.instrument, "B1", 4)
    return replace(facts, sheets={**facts.sheets, region: sheet})


def test_the_new_file_holds_what_was_shown(shop: Workshop, tmp_path: Path) -> None:
    target = tmp_path / "other"
    target.mkdir()
    with shop.desk("j01-1") as desk:
        desk.panel.jottings.write(shop.regions[0], "*", "coretan")
        desk.panel.jottings.doubt(shop.regions[0], "A1", desk.now())
        facts = with_unsaved_score(desk, shop.regions[1])
        made = rescue(desk, facts, target, tmp_path / "none", shop.clock)
        again = rescue(desk, facts, target, tmp_path / "none", shop.clock)
    assert made != again
    with shop.desk("j01-1", made) as desk:
        assert desk.sheet(shop.regions[0]).values == (1, 2, 3)
        assert desk.sheet(shop.regions[1]).values == (None, None, 4)
        assert desk.sheet(shop.regions[1]).changed.count == 1
        assert read_desk(desk).marks == facts.marks
        assert desk.undo() == (shop.regions[1],)


def test_an_automatic_backup_serves_where_the_drive_gives_nothing_back(
    shop: Workshop, tmp_path: Path
) -> None:
    backups = tmp_path / "backups"
    with shop.desk("j01-1") as desk:
        keep_backup(desk.panel, backups, shop.clock)
        desk.record_score(shop.regions[2], "A1", 2)
        desk.panel.jottings.doubt(shop.regions[0], "A1", desk.now())
        facts = with_unsaved_score(desk, shop.regions[1])
        desk.panel._session._lock = None
        with pytest.raises(StoreError):
            rescue(desk, facts, tmp_path, tmp_path / "none", shop.clock)
        made = rescue(desk, facts, tmp_path, backups, shop.clock)
    with shop.desk("j01-1", made) as desk:
        found = {code: sheet.values for code, sheet in desk.sheets().items()}
        assert found == {
            shop.regions[0]: (1, 2, 3),
            shop.regions[1]: (None, None, 4),
            shop.regions[2]: (2, None, None),
        }
        assert read_desk(desk).marks == facts.marks


def test_what_was_taken_back_on_the_screen_is_gone_from_the_copy(
    shop: Workshop, tmp_path: Path
) -> None:
    with shop.desk("j01-1") as desk:
        facts = replace(read_desk(desk), sheets={})
        made = rescue(desk, facts, tmp_path, tmp_path / "none", shop.clock)
    with shop.desk("j01-1", made) as desk:
        assert desk.sheets() == {}
