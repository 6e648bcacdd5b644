"""A judge's own sheets on paper before any declaration, read back with another program."""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.language.dates import Zone, zone_of
from smartcity_desktop.plenary.reading_back import (
    own_sheets_name,
    planned_sheets,
    print_own_sheets,
    sealed_sheets,
)
from smartcity_desktop.reports.press import Press, open_press
from smartcity_desktop.scoring.desk_facts import DeskFacts, read_desk
from tests.workshop import Workshop

RESOURCES = Path(__file__).parents[2] / "resources"
AT = "2026-11-24T09:00:00Z"


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    made = Workshop.open(tmp_path / "lokakarya", judges=1, regions=3)
    made.enrol("j01-1")
    made.score("j01-1", {made.regions[0]: (1, 2, 3), made.regions[1]: (4, 4, 4)})
    return made


@pytest.fixture
def press() -> Press:
    return open_press(RESOURCES, Language.ENGLISH, str, Zone.WITA.tzinfo)


def facts(shop: Workshop) -> DeskFacts:
    with shop.desk("j01-1") as desk:
        return read_desk(desk)


def read(path: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed")
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True
    )
    return " ".join(done.stdout.split())


def test_before_a_seal_the_paper_says_that_nothing_counts(
    shop: Workshop, press: Press, tmp_path: Path
) -> None:
    found = facts(shop)
    record = planned_sheets(found, AT)
    assert own_sheets_name(record, found, Language.INDONESIAN) == (
        "lembar-juri-j01-1-resmi-belum-disegel.pdf"
    )
    target = tmp_path / "lembar.pdf"
    assert print_own_sheets(record, press, target) >= 1
    text = read(target)
    for said in ("NOT SEALED", "Kota 1", "Kota 2", "2 sheets in all", "24 November 2026"):
        assert said in text
    assert "Kota 3" not in text


def test_after_the_seal_the_paper_carries_its_receipt(
    shop: Workshop, press: Press, tmp_path: Path
) -> None:
    sealed, _ = shop.seal("j01-1")
    found = facts(shop)
    record = planned_sheets(found, AT)
    assert record == sealed_sheets(found)
    assert own_sheets_name(record, found, Language.ENGLISH) == (
        "lembar-juri-j01-1-resmi-segel-1-en.pdf"
    )
    target = tmp_path / "lembar.pdf"
    print_own_sheets(record, press, target)
    text = read(target)
    assert sealed.receipt in text
    assert "NOT SEALED" not in text


def test_what_was_changed_since_is_not_printed_as_sealed(shop: Workshop) -> None:
    shop.seal("j01-1")
    shop.score("j01-1", {shop.regions[0]: (4, 2, 3)})
    found = facts(shop)
    planned, sealed = planned_sheets(found, AT), sealed_sheets(found)
    assert planned.seals == ()
    assert [sheet.values[0] for sheet in planned.sheets] == [4, 4]
    assert [sheet.values[0] for sheet in sealed.sheets] == [1, 4]
    assert [note.number for note in sealed.seals] == [1]


class StopError(Exception):
    """Somebody does not want to wait."""


def test_printing_tells_how_far_it_is_and_can_be_stopped(
    shop: Workshop, press: Press, tmp_path: Path
) -> None:
    record = planned_sheets(facts(shop), AT)
    told: list[tuple[int, int]] = []
    whole = tmp_path / "utuh.pdf"
    print_own_sheets(record, press, whole, lambda done, total: told.append((done, total)))
    assert len(told) > 5
    assert told == sorted(told)
    assert all(0 <= done <= total for done, total in told)

    def stop(done: int, _total: int) -> None:
        if done > 2:
            raise StopError

    target = tmp_path / "lembar.pdf"
    with pytest.raises(StopError):
        print_own_sheets(record, press, target, stop)
    assert not target.exists()
    again = tmp_path / "lagi.pdf"
    print_own_sheets(record, press, again)
    assert again.read_bytes() == whole.read_bytes()


def test_the_zone_is_the_laptops_where_it_is_one_of_indonesia() -> None:
    def there(hours: int) -> datetime:
        return datetime(2026, 11, 24, 9, tzinfo=timezone(timedelta(hours=hours)))

    assert [zone_of(there(hours)) for hours in (7, 8, 9, 0, -5)] == [
        Zone.WIB, Zone.WITA, Zone.WIT, Zone.WIB, Zone.WIB,
    ]  # fmt: skip
