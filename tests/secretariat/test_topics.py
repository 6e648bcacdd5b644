"""Sentences of decisions: what an official would say, and can tell apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.office import open_office
from smartcity_desktop.secretariat.office_facts import read_office
from smartcity_desktop.secretariat.topics import describe_ruling, find_topics
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


def test_two_typings_of_one_paper_are_told_apart(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path, judges=2, regions=2)
    shop.merge(shop.hand_in("j02"))
    sheets = shop.invented("j01")
    other = {**sheets, shop.regions[0]: tuple(5 - value for value in sheets[shop.regions[0]])}
    for issue, values in zip(shop.paper("j01"), (sheets, other), strict=True):
        shop.enrol(issue)
        shop.score(issue, values)
        shop.merge(shop.seal(issue)[1])
    office = open_office(shop.path, shop.clock, shop.random_bytes)
    try:
        facts = read_office(office)
    finally:
        office.close()
    (topic,) = find_topics(facts.reckoning.blocking())
    said = [str(describe_ruling(answer, facts)) for answer in topic.answers]
    assert [sum(f"typing {n} of the paper sheets of j01" in each for each in said) for n in (1, 2)]
    assert len(set(said)) == len(said)
