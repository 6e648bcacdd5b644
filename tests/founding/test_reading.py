"""What a draft comes to, and everything that is missing or wrong in it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import ConflictOfInterest, Mode
from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.founding.coverage import cautions
from smartcity_desktop.founding.days import held_in_words
from smartcity_desktop.founding.draft import Division, KeyWish
from smartcity_desktop.founding.parts import FaultKind, Part
from smartcity_desktop.founding.reading import DraftReader, Reading
from smartcity_desktop.founding.wish import wish_of
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from tests.ui.founding_files import empty_draft, faulty_draft, full_draft, panels_draft


def said(reading: Reading, part: Part) -> list[str]:
    """Return place and sentence of every fault of a part."""
    return [
        f"{fault.problem.where}: {fault.problem.what}".removeprefix(": ")
        for fault in reading.faults[part]
    ]


def test_a_new_draft_says_what_it_lacks() -> None:
    reading = DraftReader().read(empty_draft())
    lacking = [part for part in Part if not reading.is_complete(part)]
    assert lacking == [
        Part.NAME, Part.INSTRUMENT, Part.REGIONS, Part.JUDGES, Part.ASSIGNMENTS, Part.KEY,
    ]  # fmt: skip
    faults = [fault for part in lacking for fault in reading.faults[part]]
    assert {fault.kind for fault in faults} == {FaultKind.MISSING}
    with pytest.raises(InputError) as refused:
        wish_of(reading)
    assert len(refused.value.problems) == len(faults)


def test_a_full_draft_becomes_a_wish() -> None:
    draft = full_draft()
    wish = wish_of(DraftReader().read(draft))
    assert (wish.title, wish.mode) == ("Asesmen 100 Smart City 2017", Mode.OFFICIAL)
    assert (len(wish.regions), len(wish.judges), len(wish.assignments)) == (12, 5, 36)
    assert wish.instrument_bytes == draft.instrument.data
    letterhead = read_letterhead(wish.letterhead)
    assert letterhead.held == LocalText("2 dan 3 Mei 2017", "2 and 3 May 2017")
    assert letterhead.secretary is not None
    assert letterhead.emblem
    sources = {conflict.source for conflict in wish.conflicts}
    assert sources == {"home_region", "coordinator"}
    taken = {(c.judge, c.region) for c in wish.conflicts}
    assert taken.isdisjoint((a.judge, a.region) for a in wish.assignments)
    assert {a.session for a in wish.assignments} == {"Sesi 1", "Sesi 2"}


def test_every_fault_is_named_with_its_place() -> None:
    reading = DraftReader().read(faulty_draft())
    assert said(reading, Part.NAME) == [
        'First day: "31-2-2017" is no day. Write day, month and year: 2-5-2017.'
    ]
    assert said(reading, Part.PAPER) == [
        "Originals: A whole number from 0 to 99 is expected.",
        "Letterhead, lines, entry 1: The text is longer than 400 characters.",
    ]
    assert "sendiri.toml" in said(reading, Part.INSTRUMENT)[0]
    regions = said(reading, Part.REGIONS)
    assert "List of regions, line 13, column Name" in regions[0]
    assert "Did you mean 64.71 Kota Balikpapan?" in regions[0]
    judges = said(reading, Part.JUDGES)
    assert [line.partition(": ")[0] for line in judges] == [
        f"List of judges, line 6, column {name}" for name in ("Id", "Name", "Home region")
    ]
    assert "32.04 Kabupaten Bandung / 32.73 Kota Bandung" in judges[2]
    assert said(reading, Part.KEY)[0].startswith("Recipient 1: ")


def test_a_part_that_did_not_change_is_not_read_again() -> None:
    reader = DraftReader()
    first = reader.read(full_draft())
    second = reader.read(replace(full_draft(), title="Lain"))
    assert second.instrument is first.instrument
    assert second.judges is first.judges
    assert second.assignments is first.assignments


def test_panels_that_share_no_judge_are_not_comparable() -> None:
    reading = DraftReader().read(panels_draft())
    assert reading.coverage is not None
    assert reading.regions is not None
    assert len(reading.coverage.groups) == 2
    told = [str(each) for each in cautions(reading.coverage, reading.regions, 3)]
    assert "fewer than the 3 judges" in told[0]
    assert "not comparable" in told[1]


def test_the_named_panel_of_a_region_comes_before_the_dealt_one() -> None:
    draft = panels_draft()
    code = draft.regions[3][0]
    reading = DraftReader().read(replace(draft, region_panels=((code, "A"),)))
    judges = {judge.id: judge.panel for judge in reading.judges or ()}
    assert {judges[a.judge] for a in reading.assignments or () if a.region == code} == {"A"}
    wrong = DraftReader().read(replace(draft, region_panels=((code, "a"),)))
    assert 'No judge belongs to panel "a".' in said(wrong, Part.ASSIGNMENTS)[0]


def test_conflicts_leave_too_few_judges_and_it_is_said() -> None:
    draft = replace(full_draft(), least="5")
    reading = DraftReader().read(draft)
    assert all("5 are wanted for every region" in line for line in said(reading, Part.ASSIGNMENTS))
    none = DraftReader().read(replace(draft, least="nol"))
    assert said(none, Part.ASSIGNMENTS) == ["The number of judges a region lies between 1 and 5."]


def test_everybody_scores_all_but_what_is_a_conflict() -> None:
    draft = replace(full_draft(), division=Division.ALL, timetable=())
    reading = DraftReader().read(draft)
    assert reading.coverage is not None
    assert reading.coverage.sheets == 5 * 12 - 2
    judge, region, reason = draft.conflicts[0]
    assert ConflictOfInterest(judge, region, "coordinator", reason) in reading.conflicts


def test_the_time_is_printed_in_words() -> None:
    draft = replace(full_draft(), first_day="2017-12-30", last_day="2 1 2018")
    assert held_in_words(draft).id == "30 Desember 2017 s.d. 2 Januari 2018"
    assert held_in_words(replace(draft, last_day="")).id == "30 Desember 2017"
    assert held_in_words(replace(draft, last_day="31.12.2017")).en == "30 and 31 December 2017"
    assert held_in_words(replace(draft, first_day="")) == draft.held


def test_no_key_is_a_choice_too() -> None:
    reading = DraftReader().read(replace(full_draft(), key=KeyWish.NONE))
    assert reading.is_complete(Part.KEY)
