"""Bands, minimums, caps, and tied groups across a cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec import Struct, field
from msgspec.structs import replace

from smartcity_desktop.domain.rules import AtCut, Band, Rules
from smartcity_desktop.results.basis import cut_basis
from smartcity_desktop.results.ranking import rank_regions
from smartcity_desktop.results.selection import Selection, select_regions
from tests.results.building import MEAN, band, decide, tally

if TYPE_CHECKING:
    from smartcity_desktop.domain.decision import Decision


class Field(Struct):
    """Regions by total and province, and the bands they compete for.

    ``totals`` reads ``"a5 b4 c4 d3"``: code and total. ``provinces`` reads ``"abd"``: those in
    the province P; all others are in Q.
    """

    totals: str
    bands: tuple[Band, ...]
    provinces: str = ""
    at_cut: AtCut = AtCut.PLENARY
    decisions: list[Decision] = field(default_factory=list)

    def rules(self) -> Rules:
        return replace(MEAN, bands=self.bands, at_cut=self.at_cut)

    def select(self) -> Selection:
        rules = self.rules()
        tallies = [tally(word[0], word[1:]) for word in self.totals.split()]
        provinces = {t.code: "P" if t.code in self.provinces else "Q" for t in tallies}
        places = rank_regions(rules, tallies).places
        return select_regions(rules, places, provinces, self.decisions)

    def taken(self) -> dict[str, str]:
        """Return the codes each band took, in one word."""
        found: dict[str, str] = {}
        for code, own in sorted(self.select().taken.items()):
            found[own.name.id] = found.get(own.name.id, "") + code
        return found

    def questions(self) -> list[tuple[str, str, int]]:
        return [("".join(q.codes), q.band, q.places) for q in self.select().open_questions]

    def answer(self, kind: str, code: str) -> None:
        """Record what the plenary decides on the open question that concerns this region."""
        found = self.select()
        for question in (*found.open_questions, *found.settled):
            if code in question.codes:
                subject = (code, question.band)
                number = len(self.decisions) + 1
                self.decisions.append(decide(number, kind, subject, question.basis))
                return
        raise AssertionError(code)


def test_bands_fill_down_the_ranks() -> None:
    contest = Field("a6 b5 c4 d3 e2", (band("X", 2), band("Y", 1), band("R", 1)))
    assert contest.taken() == {"X": "ab", "Y": "c", "R": "d"}


def test_who_is_under_the_minimum_waits_for_the_next_band() -> None:
    contest = Field("a6 b5 c4 d3", (band("X", 3, "5"), band("Y", 1)))
    assert contest.taken() == {"X": "ab", "Y": "c"}


def test_the_minimum_itself_is_enough() -> None:
    assert Field("a5 b4.99", (band("X", 3, "5"),)).taken() == {"X": "a"}


def test_who_is_over_a_cap_waits_and_the_walk_goes_on() -> None:
    contest = Field("a6 b5 c4 d3", (band("X", 2, cap=1), band("Y", 1)), provinces="ab")
    assert contest.taken() == {"X": "ac", "Y": "b"}


def test_each_band_counts_provinces_anew() -> None:
    contest = Field("a6 b5 c4 d3", (band("X", 1, cap=1), band("Y", 2, cap=1)), provinces="abc")
    assert contest.taken() == {"X": "a", "Y": "bd"}


def test_a_tie_that_fits_needs_nobody() -> None:
    contest = Field("a6 b5 c5 d3", (band("X", 3),))
    assert contest.taken() == {"X": "abc"}
    assert contest.questions() == []


# A tied group across a quota.


def test_a_tie_across_a_quota_waits_and_the_next_band_keeps_its_places() -> None:
    contest = Field("a6 b5 c5 d4 e3 f2", (band("X", 2), band("Y", 2), band("R", 1)))
    assert contest.questions() == [("bc", "X", 1)]
    assert contest.select().open_questions[0].blocking
    assert contest.taken() == {"X": "a", "Y": "d", "R": "e"}  # one of b, c has a place in Y
    contest.answer("select", "c")
    assert contest.questions() == []
    assert contest.taken() == {"X": "ac", "Y": "bd", "R": "e"}
    assert contest.select().decided == {"b": "leave", "c": "select"}


def test_leaving_the_others_selects_the_rest() -> None:
    contest = Field("a5 b5 c5", (band("X", 1),))
    contest.answer("leave", "a")
    assert contest.questions() == [("bc", "X", 1)]
    assert contest.taken() == {}
    contest.answer("leave", "b")
    assert contest.taken() == {"X": "c"}
    assert contest.select().decided == {"a": "leave", "b": "leave", "c": "select"}
    assert contest.select().applied == {1, 2}


def test_several_places_are_given_one_by_one() -> None:
    contest = Field("a5 b5 c5 d5", (band("X", 2), band("R", 2)))
    contest.answer("select", "d")
    assert contest.questions() == [("abc", "X", 1)]
    contest.answer("select", "a")
    assert contest.questions() == []
    assert contest.taken() == {"X": "ad", "R": "bc"}


def test_the_last_word_on_a_region_holds() -> None:
    contest = Field("a5 b5", (band("X", 1),))
    contest.answer("select", "a")
    contest.answer("leave", "a")
    assert contest.taken() == {"X": "b"}
    assert contest.select().applied == {2}


def test_a_later_selection_takes_the_place_of_an_earlier_one() -> None:
    contest = Field("a5 b5", (band("X", 1),))
    contest.answer("select", "a")
    contest.answer("select", "b")
    assert contest.taken() == {"X": "b"}
    assert contest.select().applied == {2}


def test_nobody_lower_profits_from_leaving_everybody() -> None:
    contest = Field("a5 b5 c4", (band("X", 1),))
    contest.answer("leave", "a")
    contest.answer("leave", "b")  # b is the last word, so the place is a's
    assert contest.taken() == {"X": "a"}
    assert contest.select().applied == {2}


def test_a_decision_lapses_when_there_are_more_places() -> None:
    tied = [tally("a", "5"), tally("b", "5"), tally("c", "5")]
    one = decide(1, "select", ("a", "X"), cut_basis("X", 1, tied))
    contest = Field("z6 a5 b5 c5", (band("X", 2),), decisions=[one])
    assert contest.taken() == {"X": "az"}
    contest.totals = "a5 b5 c5"  # z has withdrawn
    assert contest.questions() == [("abc", "X", 2)]
    assert contest.select().applied == frozenset()


@pytest.mark.parametrize(
    "decision",
    [
        decide(1, "select", ("a", "Y"), cut_basis("X", 1, [tally("a", "5"), tally("b", "5")])),
        decide(1, "select", ("c", "X"), cut_basis("X", 1, [tally("a", "5"), tally("b", "5")])),
        decide(1, "select", ("a", "X"), cut_basis("X", 1, [tally("a", "5"), tally("b", "4")])),
        decide(1, "select", ("a", "X"), ""),
        decide(1, "select", ("a",), cut_basis("X", 1, [tally("a", "5"), tally("b", "5")])),
    ],
)
def test_a_decision_on_something_else_does_not_apply(decision: Decision) -> None:
    contest = Field("a5 b5 c4", (band("X", 1),), decisions=[decision])
    assert contest.questions() == [("ab", "X", 1)]
    assert contest.select().applied == frozenset()


def test_two_cuts_are_asked_at_once() -> None:
    contest = Field("a6 b6 c5 d4 e4 f3", (band("X", 1), band("R", 3)))
    assert contest.questions() == [("ab", "X", 1), ("de", "R", 1)]
    contest.answer("select", "d")  # stands, whichever of a and b comes over
    contest.answer("select", "b")
    assert contest.questions() == []
    assert contest.taken() == {"X": "b", "R": "acd"}


def test_a_group_across_two_cuts_is_decided_band_by_band() -> None:
    contest = Field("a5 b5 c5 d4", (band("X", 1), band("R", 1)))
    assert contest.questions() == [("abc", "X", 1)]
    assert contest.taken() == {}  # R belongs to one of the group, d has no place
    contest.answer("select", "b")
    assert contest.questions() == [("ac", "R", 1)]
    contest.answer("select", "a")
    assert contest.taken() == {"X": "b", "R": "a"}
    assert contest.select().decided == {"a": "select", "b": "select", "c": "leave"}


def test_all_pass_takes_the_whole_group_and_leaves_later_quotas_alone() -> None:
    contest = Field("a5 b4 c4 d4 e3 f2", (band("X", 2), band("R", 1)), at_cut=AtCut.TAKE_ALL)
    assert contest.taken() == {"X": "abcd", "R": "e"}
    assert contest.questions() == []


# A tied group with members of a capped province.


def test_a_full_province_is_out_of_the_tie() -> None:
    # P has its one place already, so b waits; of c and d, both of Q, one has a place
    contest = Field("a6 b5 c5 d5 e4", (band("X", 3, cap=1), band("R", 2)), provinces="abe")
    assert contest.questions() == [("cd", "X", 1)]
    contest.answer("select", "c")
    assert contest.taken() == {"X": "ac", "R": "bd"}


def test_a_full_province_may_leave_room_for_all_others_of_the_tie() -> None:
    contest = Field("a6 b5 c5 d4", (band("X", 2, cap=1), band("R", 1)), provinces="ab")
    assert contest.questions() == []
    assert contest.taken() == {"X": "ac", "R": "b"}


def test_a_cap_divides_a_tied_group_even_if_the_quota_does_not() -> None:
    contest = Field("a6 b5 c5 d5 e4", (band("X", 4, cap=2), band("R", 2)), provinces="abc")
    assert contest.questions() == [("bc", "X", 1)]
    assert contest.taken() == {"X": "ade"}  # d is not in dispute; one of b, c has a place in R
    contest.answer("leave", "c")
    assert contest.questions() == []
    assert contest.taken() == {"X": "abde", "R": "c"}
    assert contest.select().decided == {"b": "select", "c": "leave"}


def test_two_capped_provinces_are_two_questions() -> None:
    contest = Field("a5 b5 c5 d5 e4", (band("X", 5, cap=1),), provinces="ab")
    assert contest.questions() == [("ab", "X", 1), ("cd", "X", 1)]
    contest.answer("select", "a")
    contest.answer("select", "d")
    assert contest.taken() == {"X": "ad"}


def test_a_quota_cut_respects_the_caps() -> None:
    # z has one of three places; two are left for a, b (P, room for one) and c, d (Q, for two)
    contest = Field("z6 a5 b5 c5 d5", (band("X", 3, cap=2), band("R", 2)), provinces="abz")
    assert contest.questions() == [("abcd", "X", 2)]
    contest.answer("select", "a")
    assert contest.questions() == [("cd", "X", 1)]  # P is full, so b is out
    contest.answer("select", "d")
    assert contest.taken() == {"X": "adz", "R": "bc"}


def test_more_than_a_cap_allows_cannot_be_selected() -> None:
    contest = Field("z6 a5 b5 c5 d5", (band("X", 3, cap=2),), provinces="abz")
    contest.answer("select", "a")
    first = contest.decisions[0]
    contest.decisions.insert(0, decide(9, "select", ("b", "X"), first.basis))
    assert contest.select().applied == {1}


def test_all_pass_takes_a_group_over_its_cap_but_not_into_a_full_province() -> None:
    contest = Field(
        "a6 b5 c5 d5 e4 f3", (band("X", 6, cap=2), band("R", 1)), "abcf", AtCut.TAKE_ALL
    )
    assert contest.taken() == {"X": "abcde", "R": "f"}


def test_bands_below_stay_unfilled_where_it_depends_on_who_comes_over() -> None:
    contest = Field("a5 b5 c4 d3", (band("X", 1), band("Y", 2, cap=1), band("R", 1)), "ac")
    assert contest.questions() == [("ab", "X", 1)]
    assert contest.taken() == {}
    contest.answer("select", "a")
    assert contest.taken() == {"X": "a", "Y": "bc", "R": "d"}
    contest.decisions.clear()
    contest.answer("select", "b")
    assert contest.taken() == {"X": "b", "Y": "ad", "R": "c"}


def test_no_bands_select_nobody() -> None:
    assert Field("a5 b5", ()).taken() == {}
