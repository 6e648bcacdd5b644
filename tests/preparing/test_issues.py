"""Who is issued what: first, supplementary, replacement and paper."""

from __future__ import annotations

from itertools import count

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import (
    Assessment,
    Assignment,
    ConflictOfInterest,
    IssueKind,
    Judge,
    Mode,
    Region,
    RegionStanding,
    RegionStatus,
    Roster,
)
from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.preparing.issues import IssueKey, Issuing, NewIssue

MOMENT = "2026-05-02T02:00:00Z"


def roster() -> Roster:
    regions = tuple(Region(code, f"Kota {code}") for code in ("a", "b", "c"))
    return Roster(
        Assessment("0" * 32, "Uji", Mode.OFFICIAL, MOMENT, "f" * 64),
        regions,
        (Judge("j1", "Satu"), Judge("j2", "Dua"), Judge("j3", "Tiga")),
        tuple(Assignment(j, r) for j in ("j1", "j2") for r in ("a", "b")),
        (ConflictOfInterest("j1", "a", "home_region", "asal"),),
        tuple(RegionStanding(r.code, RegionStatus.INVITED, "") for r in regions),
        (),
    )


def issuing(who: Roster) -> Issuing:
    numbers = count(1)
    return Issuing(who, MOMENT, lambda: IssueKey(f"public{(n := next(numbers))}", b"%d" % n))


def handed_out(who: Roster, *new: NewIssue) -> Roster:
    return replace(who, issues=(*who.issues, *(n.issue for n in new)))


def test_every_judge_with_work_gets_one_file_without_his_conflicts() -> None:
    first = issuing(roster()).first_issues()
    assert [(n.issue.id, n.issue.regions) for n in first] == [
        ("j1-1", ("b",)),
        ("j2-1", ("a", "b")),
    ]
    assert len({n.issue.public_key for n in first}) == 2
    assert issuing(handed_out(roster(), *first)).first_issues() == ()


def test_regions_that_take_no_part_are_not_issued() -> None:
    gone = RegionStanding("b", RegionStatus.WITHDRAWN, "mundur")
    who = replace(roster(), standings=(*roster().standings[:1], gone, *roster().standings[2:]))
    assert [n.issue.regions for n in issuing(who).first_issues()] == [("a",)]


def test_a_supplement_brings_new_regions_and_their_assignments() -> None:
    who = handed_out(roster(), *issuing(roster()).first_issues())
    new = issuing(who).supplement("j2", ["c"], "daerah susulan")
    assert (new.issue.id, new.issue.kind) == ("j2-2", IssueKind.SUPPLEMENTARY)
    assert new.added == (Assignment("j2", "c"),)
    with pytest.raises(RuleError, match="already has a"):
        issuing(who).supplement("j2", ["a"], "x")
    with pytest.raises(InputError, match=r"(?s)no region z.*conflict of interest with a"):
        issuing(who).supplement("j1", ["z", "a"], "x")
    with pytest.raises(InputError, match="no judge j9"):
        issuing(who).supplement("j9", ["c"], "x")
    with pytest.raises(InputError, match="at least one region"):
        issuing(who).supplement("j2", [], "x")
    assert issuing(who).supplement("j2", ["c", "c"], "x").issue.regions == ("c",)


def test_regions_that_take_no_part_are_not_added_either() -> None:
    gone = RegionStanding("c", RegionStatus.DISQUALIFIED, "x")
    who = replace(roster(), standings=(*roster().standings[:2], gone))
    with pytest.raises(InputError, match="c takes no part"):
        issuing(who).supplement("j2", ["c"], "x")


def test_a_replacement_stands_in_for_the_latest_file() -> None:
    who = handed_out(roster(), *issuing(roster()).first_issues())
    lost = issuing(who).find_lost("j2")
    new = issuing(who).replace_lost(lost, ["seal2", "seal1"], " laptop\nhilang ")
    assert new.issue.reason == "laptop hilang"
    assert new.issue.replaces == "j2-1"
    assert new.issue.kept == ("seal1", "seal2")
    after = issuing(handed_out(who, new))
    again = after.replace_lost(after.find_lost("j2"), [], "hilang lagi")
    assert (again.issue.id, again.issue.replaces) == ("j2-3", "j2-2")
    with pytest.raises(RuleError, match="no panel file yet"):
        issuing(who).find_lost("j3")
    with pytest.raises(InputError, match="no judge j9"):
        issuing(who).find_lost("j9")


def test_of_several_panel_files_the_lost_one_is_named() -> None:
    who = handed_out(roster(), *issuing(roster()).first_issues())
    who = handed_out(who, issuing(who).supplement("j2", ["c"], ""))
    with pytest.raises(RuleError, match="j2-1, j2-2"):
        issuing(who).find_lost("j2")
    assert issuing(who).find_lost("j2-1").regions == ("a", "b")
    assert issuing(who).find_lost("j2-2").regions == ("c",)


def test_paper_is_typed_by_two_people() -> None:
    who = handed_out(roster(), *issuing(roster()).first_issues())
    one, two = issuing(who).paper("j2", "laptop rusak")
    assert [(n.issue.id, n.issue.typist) for n in (one, two)] == [("j2-2", 1), ("j2-3", 2)]
    assert one.issue.regions == two.issue.regions == ("a", "b")
    with pytest.raises(RuleError, match="nothing to type"):
        issuing(who).paper("j3", "x")
