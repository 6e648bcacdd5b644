"""Judges and regions that join later: checked like the lists, recorded, verified."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.assessment import Judge, Region
from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.preparing.latecomers import (
    add_judge,
    add_region,
    judge_problem,
    next_judge_id,
    region_problem,
)
from smartcity_desktop.verifying.assessment_file import verify_assessment_file
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    places = (Region("32.73", "Kota Bandung", "Jawa Barat"), Region("lomba-1", "Kampung Satu"))
    return Workshop.open(tmp_path, judges=2, places=places)


def failed(shop: Workshop) -> list[str]:
    return [str(check.detail) for check in verify_assessment_file(shop.path) if not check.ok]


def test_a_judge_joins_and_can_be_issued_a_file(shop: Workshop) -> None:
    with shop.assessment() as file:
        added = add_judge(file, Judge("j03", "Juri Baru", home_region="Kota Bandung"), shop.clock)
    assert added.home_region == "32.73"
    assert [judge.id for judge in shop.roster().judges] == ["j01", "j02", "j03"]
    shop.supplement("j03", shop.regions[0])
    assert failed(shop) == []


@pytest.mark.parametrize(
    "judge",
    [Judge("j01", "Lain"), Judge("../x", "Lain"), Judge("j03", ""), Judge("j03", "Juri 1"),
     Judge("j03", "Lain", home_region="Atlantis")],
)  # fmt: skip
def test_a_judge_who_cannot_be_is_refused(shop: Workshop, judge: Judge) -> None:
    with shop.assessment() as file:
        before = file.acts.head()
        with pytest.raises(InputError):
            add_judge(file, judge, shop.clock)
        assert file.acts.head() == before


def test_a_region_joins_under_its_official_name(shop: Workshop) -> None:
    with shop.assessment() as file:
        added = add_region(file, Region("64.72", "samarinda"), shop.clock)
        assert added == Region("64.72", "Kota Samarinda", "Kalimantan Timur")
        with pytest.raises(InputError):
            add_region(file, Region("64.72", "Kota Samarinda"), shop.clock)
    assert failed(shop) == []


def test_a_name_that_is_changed_afterwards_is_found(shop: Workshop) -> None:
    with shop.assessment() as file:
        add_judge(file, Judge("j03", "Juri Baru"), shop.clock)
    with closing(sqlite3.connect(shop.path)) as connection:
        connection.execute("UPDATE judges SET name = 'Orang Lain' WHERE id = 'j03'")
        connection.commit()
    assert any("j03 joined" in text for text in failed(shop))


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (("juri-01", "juri-02"), "juri-03"),
        (("j9", "j10", "tamu"), "j11"),
        (("juri-99",), "juri-100"),
        (("ketua",), ""),
    ],
)
def test_the_next_id_goes_on_as_the_others_do(ids: tuple[str, ...], expected: str) -> None:
    assert next_judge_id([Judge(each, each) for each in ids]) == expected


def test_whoever_cannot_join_is_known_before_anything_is_asked_of_the_file(shop: Workshop) -> None:
    roster = shop.roster()
    assert judge_problem(roster, Judge("j03", "Juri Baru")) is None
    assert "j01" in str(judge_problem(roster, Judge("j01", "Juri Baru")))
    assert region_problem(roster, Region("64.72", "")) is None
    assert "belongs to this assessment" in str(region_problem(roster, Region("32.73", "")))
    assert "Kota Samarinda" in str(region_problem(roster, Region("64.72", "Kota Balikpapan")))
