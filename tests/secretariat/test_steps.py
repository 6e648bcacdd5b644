"""How far each step has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.office import open_office
from smartcity_desktop.secretariat.office_facts import read_office
from smartcity_desktop.secretariat.steps import Progress, Step, find_steps
from tests.ui.office_files import make_office

if TYPE_CHECKING:
    from pathlib import Path


def test_the_plenary_is_not_done_while_sheets_are_missing(tmp_path: Path) -> None:
    shop = make_office(tmp_path / "asesmen", "half", regions=3, judges=4)
    office = open_office(shop.path, shop.clock, shop.random_bytes)
    try:
        line = next(x for x in find_steps(read_office(office)) if x.step is Step.PLENARY)
    finally:
        office.close()
    assert line.progress is Progress.PARTLY


def test_two_seals_of_one_judge_are_one_thing_to_decide(tmp_path: Path) -> None:
    """However many regions they differ in; the page of the plenary counts the same way."""
    shop = make_office(tmp_path / "asesmen", "conflict", regions=4, judges=3)
    office = open_office(shop.path, shop.clock, shop.random_bytes)
    try:
        facts = read_office(office)
    finally:
        office.close()
    assert len(facts.reckoning.blocking()) == 4
    line = next(line for line in find_steps(facts) if line.step is Step.PLENARY)
    assert line.progress is Progress.WAITING
    assert str(line.note) == "1 waiting"
