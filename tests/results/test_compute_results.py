"""From sheets, statuses and decisions to results, in one step."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import RegionStanding, RegionStatus
from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.results import Lack, LackKind, Results
from smartcity_desktop.domain.rules import Band, Grade, Rules
from smartcity_desktop.results.compute import compute_results
from tests.results.arbitrary import Contest, contests
from tests.results.building import MEAN, band, chain, decide, instrument, places, sheet

if TYPE_CHECKING:
    import random

    from smartcity_desktop.domain.decision import Decision

ONE = {"A": ("100", {"A1": "100"})}
RULES = replace(
    MEAN,
    tie_break=chain("plenary"),
    bands=(band("Terpilih", 2), Band(LocalText("Cadangan", "Reserve"), 1, reserve=True)),
    grades=(Grade(LocalText("Cukup"), Fraction(0)), Grade(LocalText("Baik"), Fraction(3))),
)


def reckon(
    totals: str,
    decisions: tuple[Decision, ...] = (),
    out: tuple[RegionStanding, ...] = (),
    rules: Rules = RULES,
) -> Results:
    """``"a4 b3 c3"``: each region scored by one judge."""
    words = totals.split()
    regions = places([word[0] for word in words])
    sheets = [sheet("j1", word[0], word[1:]) for word in words if word[1:]]
    return compute_results(instrument(ONE, rules), regions, out, sheets, decisions)


def test_a_plain_result() -> None:
    results = reckon("d1 c2 b3 a3.5")
    assert [(r.rank, r.code, r.printed) for r in results.ranked] == [
        (1, "a", "3.50"), (2, "b", "3.00"), (3, "c", "2.00"), (4, "d", "1.00"),
    ]  # fmt: skip
    assert [r.selection.id if r.selection else "" for r in results.ranked] == [
        "Terpilih", "Terpilih", "Cadangan", "",
    ]  # fmt: skip
    assert [r.reserve for r in results.ranked] == [False, False, True, False]
    assert [r.grade.id if r.grade else "" for r in results.ranked] == [
        "Baik", "Baik", "Cukup", "Cukup",
    ]  # fmt: skip
    assert (results.not_ranked, results.open_questions, results.lapsed) == ((), (), ())


@pytest.mark.parametrize(
    ("status", "kind", "sentence"),
    [
        (RegionStatus.ABSENT, LackKind.ABSENT, "It was absent: banjir"),
        (RegionStatus.WITHDRAWN, LackKind.WITHDRAWN, "It withdrew: banjir"),
        (RegionStatus.DISQUALIFIED, LackKind.DISQUALIFIED, "It was disqualified: banjir"),
    ],
)
def test_a_region_that_takes_no_part_is_listed_with_its_reason(
    status: RegionStatus, kind: LackKind, sentence: str
) -> None:
    results = reckon("a4 b3", out=(RegionStanding("a", status, "banjir"),))
    assert [r.code for r in results.ranked] == ["b"]
    (out,) = results.not_ranked
    assert (out.code, out.lacks, [str(r) for r in out.reasons]) == ("a", (Lack(kind),), [sentence])
    (bare,) = reckon("a4", out=(RegionStanding("a", status, ""),)).not_ranked
    assert str(bare.reasons[0]) == sentence.removesuffix(": banjir") + "."


def test_invited_and_present_regions_take_part() -> None:
    out = (
        RegionStanding("a", RegionStatus.INVITED, ""),
        RegionStanding("b", RegionStatus.PRESENT, ""),
    )
    assert len(reckon("a4 b3", out=out).ranked) == 2


def test_a_region_without_enough_sheets_is_listed() -> None:
    rules = replace(RULES, minimum_judges=2, minimum_scores=2)
    (out,) = reckon("a4", rules=rules).not_ranked
    assert [str(reason) for reason in out.reasons] == ["It has too few score sheets: 1, needed 2."]
    assert out.tally is not None
    assert out.tally.judges == 1


def test_every_lacking_unit_is_said() -> None:
    rules = replace(MEAN, minimum_scores=2)
    two = instrument({"A": ("100", {"A1": "50", "A2": "50"})}, rules)
    sheets = [sheet("j1", "a", "3 3"), sheet("j2", "a", "- -")]
    (out,) = compute_results(two, places(["a"]), (), sheets, ()).not_ranked
    assert [str(reason) for reason in out.reasons] == [
        "Indicator A1 has too few scores: 1, needed 2.",
        "Indicator A2 has too few scores: 1, needed 2.",
    ]


def test_a_tie_away_from_any_cut_does_not_block() -> None:
    results = reckon("a4 b4 c1")
    (question,) = results.open_questions
    assert (question.kind, question.codes, question.blocking) == ("tie", ("a", "b"), False)
    assert [r.tied_with for r in results.ranked] == [("b",), ("a",), ()]


def test_a_tie_at_a_cut_is_asked_as_tie_and_as_cut() -> None:
    results = reckon("a4 b3 c3 d1")
    tie, cut = results.open_questions
    assert (tie.kind, tie.blocking) == ("tie", False)
    assert (cut.kind, cut.codes, cut.band, cut.places) == ("cut", ("b", "c"), "Terpilih", 1)
    assert cut.blocking
    assert tie.basis != cut.basis


def test_an_order_settles_the_cut_as_well() -> None:
    tie, _ = reckon("a4 b3 c3 d1").open_questions
    results = reckon("a4 b3 c3 d1", (decide(4, "tie", "cb", tie.basis),))
    assert [(r.rank, r.code, r.decided) for r in results.ranked] == [
        (1, "a", ""), (2, "c", "tie"), (3, "b", "tie"), (4, "d", ""),
    ]  # fmt: skip
    assert (results.open_questions, results.lapsed) == ((), ())
    assert [q.kind for q in results.settled] == ["tie"]


def test_a_selection_leaves_the_rank_alone() -> None:
    _, cut = reckon("a4 b3 c3 d1").open_questions
    results = reckon("a4 b3 c3 d1", (decide(4, "select", ("c", "Terpilih"), cut.basis),))
    found = {r.code: (r.rank, r.decided, r.selection.id if r.selection else "")
             for r in results.ranked}  # fmt: skip
    assert found["b"] == (2, "leave", "Cadangan")
    assert found["c"] == (2, "select", "Terpilih")
    assert [q.kind for q in results.open_questions] == ["tie"]
    assert [(q.kind, q.codes, q.places) for q in results.settled] == [("cut", ("b", "c"), 1)]


def test_ordering_after_selecting_makes_the_selection_lapse() -> None:
    tie, cut = reckon("a4 b3 c3 d1").open_questions
    decisions = (
        decide(4, "select", ("c", "Terpilih"), cut.basis),
        decide(5, "tie", "bc", tie.basis),
    )
    results = reckon("a4 b3 c3 d1", decisions)
    assert [r.code for r in results.ranked if r.selection and not r.reserve] == ["a", "b"]
    assert results.lapsed == (4,)


def test_a_decision_lapses_when_its_facts_change() -> None:
    tie, _ = reckon("a4 b3 c3 d1").open_questions
    decision = decide(4, "tie", "cb", tie.basis)
    results = reckon("a4 b3 c3.5 d1", (decision,))
    assert results.lapsed == (4,)
    assert [r.decided for r in results.ranked] == ["", "", "", ""]
    again = reckon("a4 b2.5 c2.5 d1", (decision,))
    assert again.lapsed == (4,)
    assert [q.kind for q in again.open_questions] == ["tie", "cut"]


def test_questions_come_in_rank_order() -> None:
    results = reckon("z4 y4 b3 a3 c1 d1")
    assert [q.codes for q in results.open_questions] == [
        ("y", "z"), ("a", "b"), ("a", "b"), ("c", "d"),
    ]  # fmt: skip


@settings(deadline=None)
@given(contests(), st.randoms(use_true_random=False))
def test_no_order_changes_results(contest: Contest, chance: random.Random) -> None:
    regions, sheets = list(contest.regions), list(contest.sheets)
    before = compute_results(contest.instrument, regions, (), sheets, ())
    chance.shuffle(regions)
    chance.shuffle(sheets)
    assert compute_results(contest.instrument, regions, (), sheets, ()) == before


@settings(deadline=None)
@given(contests(), st.sampled_from(["tie", "select", "leave", "void", "key"]), st.data())
def test_a_decision_that_does_not_apply_changes_only_lapsed(
    contest: Contest, kind: str, data: st.DataObject
) -> None:
    before = compute_results(contest.instrument, contest.regions, (), contest.sheets, ())
    subject = data.draw(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3))
    decision = decide(8, kind, subject, "0" * 64)
    after = compute_results(contest.instrument, contest.regions, (), contest.sheets, [decision])
    assert after.lapsed == ((8,) if kind in {"tie", "select", "leave"} else ())
    assert replace(after, lapsed=()) == before


@settings(deadline=None)
@given(contests(), st.randoms(use_true_random=False))
def test_answering_every_question_leaves_none_and_never_touches_a_total(
    contest: Contest, chance: random.Random
) -> None:
    decisions: list[Decision] = []
    before = compute_results(contest.instrument, contest.regions, (), contest.sheets, ())
    results = before
    while results.open_questions:
        assert len(decisions) < 40
        question = chance.choice(results.open_questions)
        number = len(decisions) + 1
        if question.kind == "tie":
            order = list(question.codes)
            chance.shuffle(order)
            decisions.append(decide(number, "tie", order, question.basis))
        else:
            kind = chance.choice(["select", "leave"])
            subject = (chance.choice(question.codes), question.band)
            decisions.append(decide(number, kind, subject, question.basis))
        results = compute_results(
            contest.instrument, contest.regions, (), contest.sheets, decisions
        )
    assert {r.code: (r.total, r.printed) for r in results.ranked} == {
        r.code: (r.total, r.printed) for r in before.ranked
    }
    for number, own in enumerate(contest.instrument.rules.bands):
        taken = [r for r in results.ranked if r.selection == own.name]
        if contest.instrument.rules.at_cut.value == "plenary":
            assert len(taken) <= own.quota
            check_caps(contest, own, {r.code for r in taken})
            check_no_place_is_lost(contest, results, number, len(taken))


def check_caps(contest: Contest, own: Band, codes: set[str]) -> None:
    provinces = [region.province for region in contest.regions if region.code in codes]
    if own.province_cap is not None:
        assert all(provinces.count(p) <= own.province_cap for p in provinces)


def check_no_place_is_lost(contest: Contest, results: Results, number: int, taken: int) -> None:
    """A band without minimum and cap is full, unless nobody is left for it."""
    bands = contest.instrument.rules.bands
    own = bands[number]
    if own.minimum_total is None and own.province_cap is None and taken < own.quota:
        names = [b.name for b in bands[: number + 1]]
        assert all(r.selection in names for r in results.ranked)
