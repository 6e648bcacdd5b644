"""State is a function of the set of seals and the list of decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartcity_desktop.domain.assessment import (
    Assessment,
    Assignment,
    ConflictOfInterest,
    Issue,
    IssueKind,
    Judge,
    Mode,
    Region,
    RegionStanding,
    RegionStatus,
    Roster,
)
from smartcity_desktop.domain.decision import Decision, DecisionKind
from smartcity_desktop.domain.intact_seal import IntactSeal
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.merging.claims import DisputeKind
from smartcity_desktop.merging.completeness import CellState, find_completeness, find_replaced
from smartcity_desktop.merging.state import MergeState, counted_sheets, derive_state

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.merging.claims import Content

REGIONS = ("11.01", "11.02", "11.03")


def issue(number: int = 1, judge: str = "j1", **changes: object) -> Issue:
    fields: dict[str, object] = {
        "id": f"{judge}-{number}",
        "judge": judge,
        "kind": IssueKind.FIRST,
        "regions": REGIONS,
        "public_key": "{}",
        "issued_at": "2026-01-01T00:00:00Z",
    }
    return Issue(**(fields | changes))  # type: ignore[arg-type]


def roster(
    *issues: Issue,
    judges: Sequence[str] = ("j1",),
    conflicts: tuple[ConflictOfInterest, ...] = (),
) -> Roster:
    return Roster(
        Assessment("a" * 32, "Uji", Mode.OFFICIAL, "2026-01-01T00:00:00Z", "f" * 64),
        tuple(Region(code, f"Kota {code}") for code in REGIONS),
        tuple(Judge(j, j) for j in judges),
        tuple(Assignment(j, r) for j in judges for r in REGIONS),
        conflicts,
        tuple(RegionStanding(r, RegionStatus.INVITED, "") for r in REGIONS),
        issues or tuple(issue(judge=j) for j in judges),
    )


def seal(
    name: str, sheets: dict[str, str], earlier: Iterable[str] = (), **changes: object
) -> IntactSeal:
    fields: dict[str, object] = {
        "digest": name,
        "receipt": name,
        "judge": "j1",
        "issue": "j1-1",
        "number": 1,
        "earlier": frozenset(earlier),
        "sheets": sheets,
        "open": tuple(r for r in REGIONS if r not in sheets),
        "thumbprint": "K1",
        "key_proven": True,
        "declared": (),
        "time": "2026-01-02T00:00:00Z",
        "reason": "",
    }
    return IntactSeal(**(fields | changes))  # type: ignore[arg-type]


def decide(kind: DecisionKind, *subject: str, choice: str = "", basis: str = "") -> Decision:
    return Decision(1, kind, subject, choice, "Ketua", "alasan", "2026-01-03T00:00:00Z", basis)


def contents(sha256: str) -> Content:
    """Digest ``absent...`` reports an absent region; ``x#note`` has the values of ``x``."""
    if sha256.startswith("absent"):
        return SheetState.ABSENT, (None,)
    return SheetState.SCORED, (sum(sha256.split("#", maxsplit=1)[0].encode()),)


def standing_sheets(state: MergeState) -> dict[str, str]:
    return {s.region: s.sha256 for s in counted_sheets(state, contents)}


def disputes(state: MergeState) -> dict[str, DisputeKind]:
    return {pair.region: pair.dispute for pair in state.pairs if pair.dispute}


def derive(
    who: Roster, seals: Iterable[IntactSeal], decisions: Sequence[Decision] = ()
) -> MergeState:
    return derive_state(who, seals, decisions, contents)


def test_one_seal_counts_and_open_regions_are_missing() -> None:
    state = derive(roster(), [seal("A", {"11.01": "s1"})])
    assert standing_sheets(state) == {"11.01": "s1"}
    found = find_completeness(state, (), frozenset(), contents)
    assert found.missing == (("j1", "11.02"), ("j1", "11.03"))


def test_a_later_seal_supersedes_even_when_the_middle_one_never_came() -> None:
    first = seal("A", {"11.01": "s1"})
    third = seal("C", {"11.01": "s1b", "11.02": "s2"}, ["A", "B"])
    state = derive(roster(), [third, first])
    assert standing_sheets(state) == {"11.01": "s1b", "11.02": "s2"}
    assert find_replaced(state, [first, third]) == {("j1", "11.01")}


def test_a_fork_counts_only_what_all_heads_say() -> None:
    fork = [
        seal("B", {"11.01": "s1", "11.02": "s2"}, ["A"]),
        seal("C", {"11.01": "s1", "11.02": "x2", "11.03": "s3"}, ["A"]),
    ]
    state = derive(roster(), fork)
    assert standing_sheets(state) == {"11.01": "s1"}
    assert disputes(state) == {"11.02": DisputeKind.SEALS, "11.03": DisputeKind.SEALS}


def test_two_laptops_are_united_by_voiding_sheet_by_sheet() -> None:
    fork = [
        seal("B", {"11.01": "s1", "11.02": "s2"}, ["A"]),
        seal("C", {"11.01": "s1", "11.02": "x2", "11.03": "s3"}, ["A"]),
    ]
    settled = [
        decide(DecisionKind.VOID, "C", "11.02"),
        decide(DecisionKind.VOID, "B", "11.03"),
    ]
    state = derive(roster(), fork, settled)
    assert standing_sheets(state) == {"11.01": "s1", "11.02": "s2", "11.03": "s3"}
    assert not disputes(state)


def test_voiding_a_seal_brings_back_the_one_it_superseded() -> None:
    seals = [seal("A", {"11.01": "s1"}), seal("B", {"11.01": "s1b"}, ["A"])]
    state = derive(roster(), seals, [decide(DecisionKind.VOID, "B")])
    assert standing_sheets(state) == {"11.01": "s1"}


def test_a_void_waits_for_a_seal_that_comes_later() -> None:
    ruling = [decide(DecisionKind.VOID, "B")]
    assert standing_sheets(derive(roster(), [seal("A", {"11.01": "s"})], ruling)) == {"11.01": "s"}
    both = [seal("A", {"11.01": "s"}), seal("B", {"11.01": "t"})]
    assert standing_sheets(derive(roster(), both, ruling)) == {"11.01": "s"}


def test_two_proven_keys_stand_against_each_other_until_a_decision() -> None:
    seals = [seal("A", {"11.01": "s1"}), seal("B", {"11.01": "t1"}, thumbprint="K2")]
    state = derive(roster(), seals)
    assert standing_sheets(state) == {}
    assert {q.thumbprint for q in state.standings[0].questions} == {"K1", "K2"}
    decided = derive(roster(), seals, [decide(DecisionKind.KEY, "j1", "K2")])
    assert standing_sheets(decided) == {"11.01": "t1"}
    assert [q.thumbprint for q in decided.standings[0].questions] == ["K1"]


def test_an_unproven_key_cannot_supersede_before_it_is_accepted() -> None:
    seals = [
        seal("A", {"11.01": "s1"}),
        seal("B", {"11.01": "t1"}, ["A"], thumbprint="K2", key_proven=False),
    ]
    assert standing_sheets(derive(roster(), seals)) == {"11.01": "s1"}
    accepted = derive(roster(), seals, [decide(DecisionKind.KEY, "j1", "K2")])
    assert standing_sheets(accepted) == {"11.01": "t1"}


REPLACED = (
    issue(1),
    issue(2, kind=IssueKind.REPLACEMENT, replaces="j1-1", kept=("A",)),
)


def test_nobody_silences_another_judge_or_issue_by_listing_its_seals() -> None:
    """What is listed as earlier counts within the seal's own panel file and nowhere else."""
    who = roster(issue(1), issue(1, "j2"), judges=("j1", "j2"))
    seals = [
        seal("A", {"11.01": "s1"}),
        seal("B", {"11.01": "t1"}, ["A"], judge="j2", issue="j2-1"),
    ]
    state = derive(who, seals)
    assert {(p.judge, p.claim.sha256) for p in state.pairs if p.claim} == {
        ("j1", "s1"),
        ("j2", "t1"),
    }


def test_a_replacement_keeps_named_seals_until_it_seals_the_region() -> None:
    seals = [
        seal("A", {"11.01": "s1", "11.02": "s2"}),
        seal("L", {"11.01": "lost", "11.03": "lost"}, ["A"]),
        seal("N", {"11.01": "n1"}, issue="j1-2", thumbprint="K9"),
    ]
    state = derive(roster(*REPLACED), seals)
    assert standing_sheets(state) == {"11.01": "n1", "11.02": "s2"}
    assert [s.digest for s in state.standings[0].late] == ["L"]
    admitted = derive(roster(*REPLACED), seals, [decide(DecisionKind.ADMIT, "L")])
    assert standing_sheets(admitted) == {"11.01": "n1", "11.03": "lost"}


PAPER = (
    issue(1),
    issue(2, kind=IssueKind.PAPER, typist=1, regions=("11.03",)),
    issue(3, kind=IssueKind.PAPER, typist=2, regions=("11.03",)),
)


def typed(name: str, number: int, sheet: str) -> IntactSeal:
    return seal(name, {"11.03": sheet}, issue=f"j1-{number}", thumbprint=f"P{number}", open=())


def test_paper_counts_when_two_people_typed_the_same() -> None:
    electronic = seal("A", {"11.01": "s1"})
    state = derive(roster(*PAPER), [electronic, typed("P", 2, "p"), typed("Q", 3, "p#other")])
    assert standing_sheets(state) == {"11.01": "s1", "11.03": "p"}
    assert [s.paper for s in counted_sheets(state, contents)] == [False, True]


@pytest.mark.parametrize(
    ("seals", "kind"),
    [
        ([typed("P", 2, "p"), typed("Q", 3, "q")], DisputeKind.PAPER_DIFFERS),
        (
            [typed("P", 2, "p"), typed("Q", 3, "p"), seal("A", {"11.03": "s"})],
            DisputeKind.PAPER_AND_ELECTRONIC,
        ),
        (
            [typed("P", 2, "p"), seal("A", {"11.03": "s"})],
            DisputeKind.PAPER_AND_ELECTRONIC,
        ),
    ],
)
def test_paper_in_dispute(seals: list[IntactSeal], kind: DisputeKind) -> None:
    state = derive(roster(*PAPER), seals)
    assert disputes(state) == {"11.03": kind}
    assert standing_sheets(state) == {}


def test_paper_typed_once_waits_for_the_second_person() -> None:
    state = derive(roster(*PAPER), [typed("P", 2, "p")])
    assert standing_sheets(state) == {}
    assert [p.region for p in state.pairs if p.half_typed] == ["11.03"]


def test_conflicts_of_interest_and_recusals_never_count() -> None:
    coi = (ConflictOfInterest("j1", "11.01", "home_region", "asal"),)
    sealed = [
        seal("A", {r: r for r in REGIONS}, declared=(("11.02", "pernah bekerja"),)),
    ]
    state = derive(roster(conflicts=coi), sealed, [decide(DecisionKind.RECUSE, "j1", "11.03")])
    assert standing_sheets(state) == {}
    cells = find_completeness(state, (), frozenset(), contents).cells
    assert {c.state for c in cells} == {CellState.RECUSED}


def test_a_conflict_of_interest_concerns_the_panel_file_it_was_declared_in() -> None:
    """The holder of one panel file takes nothing out of another one of the same judge."""
    other = issue(2, kind=IssueKind.SUPPLEMENTARY, regions=("11.03",))
    first = issue(regions=REGIONS[:2])
    sealed = [
        seal("A", {"11.01": "s1", "11.02": "s2"}, open=()),
        seal("B", {"11.03": "s3"}, issue="j1-2", open=(), declared=(("11.01", "kerabat"),)),
    ]
    state = derive(roster(first, other), sealed)
    assert standing_sheets(state) == {"11.01": "s1", "11.02": "s2", "11.03": "s3"}


def test_who_types_a_paper_sheet_cannot_recuse_the_judge_alone() -> None:
    """Two people type what the judge signed; what only one of them says decides nothing."""
    electronic = seal("A", {"11.03": "s3"})
    first, second = (
        seal(name, {}, issue=f"j1-{number}", thumbprint=name, open=("11.03",),
             declared=(("11.03", "kerabat"),))
        for number, name in ((2, "P"), (3, "Q"))
    )  # fmt: skip
    assert standing_sheets(derive(roster(*PAPER), [electronic, first])) == {"11.03": "s3"}
    alone = find_completeness(derive(roster(*PAPER), [first]), (), frozenset(), contents)
    assert ("j1", "11.03") in alone.missing
    state = derive(roster(*PAPER), [electronic, first, second])
    assert ("j1", "11.03") in state.recused
    assert standing_sheets(state) == {}


def test_a_reported_absence_is_open_until_the_status_says() -> None:
    seals = [seal("A", {"11.01": "absent1", "11.02": "s2", "11.03": "s3"})]
    state = derive(roster(), seals)
    found = find_completeness(state, (), frozenset(), contents)
    assert found.reported_absent == (("j1", "11.01"),)
    confirmed = derive(roster(), seals, [decide(DecisionKind.STATUS, "11.01", choice="absent")])
    found = find_completeness(confirmed, (), frozenset(), contents)
    assert (found.reported_absent, found.missing) == ((), ())
    denied = derive(roster(), seals, [decide(DecisionKind.STATUS, "11.01", choice="present")])
    found = find_completeness(denied, (), frozenset(), contents)
    assert found.missing == (("j1", "11.01"),)


def test_a_waiver_lapses_when_what_is_missing_changes() -> None:
    state = derive(roster(), [seal("A", {"11.01": "s1"})])
    found = find_completeness(state, (), frozenset(), contents)
    waiver = decide(DecisionKind.WAIVE, "j1:11.02", "j1:11.03", basis=found.basis)
    assert find_completeness(state, [waiver], frozenset(), contents).waived
    more = derive(roster(), [seal("A", {"11.01": "s1", "11.02": "s2"})])
    later = find_completeness(more, [waiver], frozenset(), contents)
    assert (later.waived, later.lapsed) == (False, (1,))


@st.composite
def histories(draw: st.DrawFn) -> list[IntactSeal]:
    """Seals of two judges and three issues, with forks, gaps and foreign keys."""
    seals: list[IntactSeal] = []
    for number in range(draw(st.integers(1, 7))):
        who, number_of_issue = draw(st.sampled_from([("j1", 1), ("j1", 2), ("j2", 1)]))
        known = [s.digest for s in seals if s.issue == f"{who}-{number_of_issue}"]
        earlier = draw(st.lists(st.sampled_from(known), unique=True)) if known else []
        regions = draw(st.lists(st.sampled_from(REGIONS), unique=True))
        seals.append(
            seal(
                f"S{number}",
                {r: draw(st.sampled_from(["a", "b", "absent"])) for r in regions},
                earlier,
                judge=who,
                issue=f"{who}-{number_of_issue}",
                thumbprint=draw(st.sampled_from(["K1", "K1", "K2"])),
                key_proven=draw(st.booleans()),
            )
        )
    return seals


@settings(max_examples=200)
@given(histories(), st.randoms(use_true_random=False), st.data())
def test_order_and_repetition_change_nothing(
    seals: list[IntactSeal], shuffler: random.Random, data: st.DataObject
) -> None:
    who = roster(*REPLACED, issue(1, "j2"), judges=("j1", "j2"))
    names = [s.digest for s in seals]
    decisions = [
        decide(DecisionKind.VOID, *data.draw(st.sampled_from([(n,), (n, "11.01")])))
        for n in data.draw(st.lists(st.sampled_from(names), max_size=2))
    ]
    again = [*seals, *seals]
    shuffler.shuffle(again)
    assert derive(who, seals, decisions) == derive(who, again, decisions)
