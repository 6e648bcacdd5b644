"""The results document: the same facts give the same bytes, and the bytes give back the facts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import RegionStanding, RegionStatus
from smartcity_desktop.domain.results import Lack, LackKind
from smartcity_desktop.domain.rules import CombineAt
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.results.document import build_results_document, results_sha256
from smartcity_desktop.results.document_reading import ResultsDocumentError, read_results_document
from smartcity_desktop.results.gathering import Counted, gather_facts
from smartcity_desktop.results.in_force import decisions_in_force
from tests.results.arbitrary import Contest, contests
from tests.results.building import (
    MEAN,
    band,
    chain,
    counted,
    decide,
    instrument,
    places,
    sheet,
)
from tests.results.stating import Stage, digest

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from smartcity_desktop.domain.decision import Decision

ONE = {"A": ("60", {"A1": "100"}), "B": ("40", {"B1": "100"})}
RULES = replace(MEAN, tie_break=chain("plenary"), bands=(band("Terpilih", 2),))


def stage(*decisions: Decision) -> Stage:
    """Five regions and three judges: a tie at the cut, a recusal, an absence, a withdrawal."""
    sheets = [
        sheet(judge, code, row)
        for code, row in (("a", "4 4"), ("b", "3 2"), ("c", "3 2"), ("d", "1 1"))
        for judge in ("j1", "j2")
    ]
    sheets += [
        counted("j3", "a", (None, None), SheetState.RECUSED),
        counted("j3", "d", (None, None), SheetState.ABSENT),
    ]
    return Stage(
        instrument(ONE, RULES),
        places(["a", "b", "c", "d", "e"]),
        sheets,
        decisions,
        [RegionStanding("e", RegionStatus.WITHDRAWN, "bencana alam")],
        [("j3", "b")],
        homes={"j3": "b"},
    )


def document(*decisions: Decision) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(build_results_document(stage(*decisions).facts()))
    return found


def test_what_the_document_says() -> None:
    found = document()
    assert found["format"] == 1
    assert found["assessment"] == {
        "id": "0123456789abcdef" * 2,
        "mode": "rehearsal",
        "public_key": '{"kty":"EC"}',
        "title": "Asesmen uji",
    }
    assert found["recusals"] == [["j3", "a"], ["j3", "b"]]
    assert found["absences"] == [["j3", "d"]]
    assert found["conflicts"] == [["j3", "b", "home_region"]]
    assert found["not_ranked"] == [
        {"code": "e", "reasons": [{"have": 0, "kind": "withdrawn", "need": 0, "unit": ""}]}
    ]
    assert found["ranked"][1] == {
        "rank": 2, "code": "b", "total": "13/5", "unrounded": "13/5", "printed": "2.60",
        "dimensions": {"A": "3/1", "B": "2/1"}, "judges": 2, "selection": "", "grade": "",
        "tied_with": ["c"], "decided": "",
    }  # fmt: skip
    assert found["ranked"][0]["selection"] == "Terpilih"


def test_who_when_and_why_stay_outside() -> None:
    written = build_results_document(stage(decide(3, "void", ("ff",))).facts()).decode()
    for outside in ("bencana alam", "Universitas", "anggota", "2026-11-24", "Ketua", "musyawarah",
                    "lahir", "pagi", "hadir"):  # fmt: skip
        assert outside not in written


def test_only_integers_and_texts_in_canonical_json() -> None:
    data = build_results_document(stage().facts())
    assert rfc8785.dumps(json.loads(data)) == data

    def walk(value: object) -> None:
        if isinstance(value, dict):
            assert all(key.isascii() for key in value)
            for item in value.values():
                walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)
        else:
            assert type(value) in (int, str)

    walk(json.loads(data))


def test_texts_are_written_in_one_form() -> None:
    composed, apart = stage(), stage()
    composed.regions = [replace(r, name="Kota Malé") for r in composed.regions]
    apart.regions = [replace(r, name="Kota Male\u0301") for r in apart.regions]
    assert build_results_document(composed.facts()) == build_results_document(apart.facts())


def test_the_digest_is_sha256_of_the_bytes() -> None:
    assert results_sha256(b"abc") == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )


# Decisions in force.


def stated(*decisions: Decision, lapsed: tuple[int, ...] = ()) -> list[tuple[str, ...]]:
    own = stage(*decisions)
    own.lapsed_waivers = lapsed
    return [(d.kind.value, *d.subject) for d in own.facts().decisions]


def test_decisions_are_stated_as_rulings_in_one_order() -> None:
    first = decide(1, "void", ("bb",))
    second = decide(2, "recuse", ("j3", "b"))
    assert stated(first, second) == [("recuse", "j3", "b"), ("void", "bb")]
    assert stage(first, second).facts() == stage(second, first).facts()
    assert stage(first, first, second).facts() == stage(first, second).facts()


def test_of_several_statuses_the_last_is_in_force() -> None:
    absent = replace(decide(1, "status", ("e",)), choice="absent")
    present = replace(decide(2, "status", ("e",)), choice="present")
    facts = stage(absent, present).facts()
    assert [(d.subject, d.choice) for d in facts.decisions] == [(("e",), "present")]


def test_every_former_name_is_stated_with_the_one_in_force() -> None:
    first = replace(decide(1, "name", ("e", "Kota Ee")), choice="Kota Eee")
    second = replace(decide(2, "name", ("e", "Kota Eee")), choice="Kota e")
    facts = stage(first, second).facts()
    assert [(d.subject, d.choice) for d in facts.decisions] == [
        (("e", "Kota Ee"), "Kota e"), (("e", "Kota Eee"), "Kota e"),
    ]  # fmt: skip
    assert decisions_in_force(facts.decisions) == facts.decisions
    back = replace(decide(3, "name", ("e", "Kota e")), choice="Kota Ee")
    assert [d.subject[1] for d in stage(first, second, back).facts().decisions] == [
        "Kota Eee", "Kota e",
    ]  # fmt: skip


def test_lapsed_decisions_are_not_stated() -> None:
    tie = stage().results().open_questions[0]
    good, bad = decide(1, "tie", "cb", tie.basis), decide(2, "tie", "bc", "0" * 64)
    assert stated(good, bad) == [("tie", "c", "b")]
    assert stated(good, decide(3, "tie", "bc", tie.basis)) == [("tie", "b", "c")]
    waiver = decide(4, "waive", ("j3:c",), "11" * 32)
    assert stated(waiver) == [("waive", "j3:c")]
    assert stated(waiver, lapsed=(4,)) == []
    assert document(waiver)["waivers"] == [{"basis": "11" * 32, "pairs": ["j3:c"]}]
    assert document(waiver)["decisions"] == []


# Reading.


def test_reading_gives_back_the_facts() -> None:
    tie = stage().results().open_questions[0]
    facts = stage(
        decide(1, "tie", "cb", tie.basis),
        decide(2, "waive", ("j3:c",), "11" * 32),
        decide(3, "void", (digest("x"), "a")),
    ).facts()
    assert read_results_document(build_results_document(facts)) == facts


def test_reading_a_dimension_that_too_few_judges_scored() -> None:
    rules = replace(MEAN, combine_at=CombineAt.TOTAL, minimum_scores=2)
    own = Stage(instrument(ONE, rules), places(["a"]), [sheet("j1", "a", "3 3")])
    facts = own.facts()
    assert facts.not_ranked[0].lacks == (Lack(LackKind.TOTAL, "", 1, 2),)
    row = replace(stage().facts().ranked[0], dimensions=(("A", None), ("B", Fraction(1))), code="a")
    held = replace(facts, ranked=(row,), not_ranked=())
    assert read_results_document(build_results_document(held)) == held


@settings(deadline=None)
@given(contests(), st.randoms(use_true_random=False))
def test_no_order_changes_the_bytes(contest: Contest, chance: random.Random) -> None:
    own = Stage(contest.instrument, contest.regions, contest.sheets)
    data = build_results_document(own.facts())
    regions, sheets = list(contest.regions), list(contest.sheets)
    chance.shuffle(regions)
    chance.shuffle(sheets)
    mixed = Stage(contest.instrument, regions, sheets)
    assert build_results_document(mixed.facts()) == data
    assert read_results_document(data) == own.facts()


@settings(deadline=None)
@given(contests(), st.randoms(use_true_random=False))
def test_the_decisions_stated_give_the_same_results(
    contest: Contest, chance: random.Random
) -> None:
    """What verification does: the stated decisions, in the document's order, and the sheets."""
    own = Stage(contest.instrument, contest.regions, contest.sheets)
    decisions: list[Decision] = []
    for _ in range(6):
        questions = (*own.results().open_questions, *own.results().settled)
        if not questions:
            break
        question = chance.choice(questions)
        number = len(decisions) + 1
        if question.kind == "tie":
            order = chance.sample(question.codes, len(question.codes))
            decisions.append(decide(number, "tie", order, question.basis))
        else:
            subject = (chance.choice(question.codes), question.band)
            kind = chance.choice(["select", "leave"])
            decisions.append(decide(number, kind, subject, question.basis))
        own.decisions = tuple(decisions)
    facts = own.facts()
    again = replace_decisions(own, facts.decisions)
    assert again.results().lapsed == ()
    assert build_results_document(again.facts()) == build_results_document(facts)


def replace_decisions(own: Stage, decisions: tuple[Decision, ...]) -> Stage:
    return Stage(own.instrument, own.regions, own.sheets, decisions)


def put(*path: str | int, value: object) -> bytes:
    """The document with one value changed or added."""
    found = document(decide(1, "void", ("ff",)))
    node: Any = found
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    return rfc8785.dumps(found)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (put("format", value="1"), ""),
        (put("extra", value=1), "the outermost value"),
        (put("regions", value={}), "regions"),
        (put("regions", 0, "name", value=7), "regions[0].name"),
        (put("regions", 0, "status", value="tired"), "regions[0].status"),
        (put("regions", 0, "code", value="c"), "regions"),
        (put("regions", 1, "code", value="a"), "regions"),
        (put("regions", 0, "name", value="Kota Male\u0301"), "regions[0].name"),
        (put("regions", 0, "note", value=""), "regions[0]"),
        (put("judges", 0, "thumbprints", value=["b", "a"]), "judges[0].thumbprints"),
        (put("issues", 0, "kind", value="last"), "issues[0].kind"),
        (put("issues", 0, "typist", value=-1), "issues[0].typist"),
        (put("issues", 0, "typist", value=True), "issues[0].typist"),
        (put("assignments", 0, value=["j1"]), "assignments[0]"),
        (put("conflicts", 0, value=["j1", "a"]), "conflicts[0]"),
        (put("recusals", 0, value="j3"), "recusals[0]"),
        (put("sheets", 0, "seal", value=None), "sheets[0].seal"),
        (put("decisions", 0, "kind", value="waive"), "decisions[0].kind"),
        (put("decisions", 0, "kind", value="override"), "decisions[0].kind"),
        (put("ranked", 0, "rank", value="1"), "ranked[0].rank"),
        (put("ranked", 0, "total", value="4"), "ranked[0].total"),
        (put("ranked", 0, "total", value="4/0"), "ranked[0].total"),
        (put("ranked", 0, "total", value="٤/1"), "ranked[0].total"),
        (put("ranked", 0, "dimensions", "A", value="3.0"), "ranked[0].dimensions.A"),
        (put("ranked", 0, "tied_with", value=["b", "b"]), "ranked[0].tied_with"),
        (put("not_ranked", 0, "reasons", 0, "kind", value="bored"), "not_ranked[0].reasons[0]"),
    ],
)
def test_a_part_that_is_wrong_is_named(data: bytes, place: str) -> None:
    with pytest.raises(ResultsDocumentError) as caught:
        read_results_document(data)
    (problem,) = caught.value.problems
    assert place in str(problem.what)


GOOD = build_results_document(stage().facts())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        GOOD[:-1],
        GOOD + b"\n",
        b" " + GOOD,
        b"\xef\xbb\xbf" + GOOD,
        GOOD.replace(b'"format":1', b'"format":1.0'),
        GOOD.replace(b'"format":1', b'"format":1,"format":1'),
        GOOD.replace(b'"format":1', b'"format":NaN'),
        GOOD.replace(b'"format":1', b'"format":true'),
        GOOD.replace(b'"format":1', b'"format":1' + b"0" * 5000),
        GOOD.replace(b'"rank":1,', b'"rank":1 ,'),
        GOOD.replace(b"Asesmen", b"\\u0041sesmen"),
        GOOD.replace(b"Asesmen", b"\\ud800"),
        GOOD.replace(b'"total":"4/1"', b'"total":"8/2"'),
        GOOD.replace(b'"total":"4/1"', b'"total":"04/1"'),
        GOOD.replace(digest("key of j1").encode(), digest("key of j2").encode(), 1),
        b"[" * 100_000,
        b'{"a":' * 100_000,
    ],
)
def test_anything_but_the_exact_bytes_is_refused(data: bytes) -> None:
    with pytest.raises(ResultsDocumentError):
        read_results_document(data)


def test_a_newer_format_says_so() -> None:
    with pytest.raises(ResultsDocumentError, match="format 3; this program knows formats up to 2"):
        read_results_document(GOOD.replace(b'"format":1', b'"format":3,"new":[]'))


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255))
def test_any_changed_byte_changes_the_facts_or_is_refused(at: int, byte: int) -> None:
    data = GOOD[:at] + bytes([byte]) + GOOD[at + 1 :]
    try:
        facts = read_results_document(data)
    except ResultsDocumentError:
        return
    assert build_results_document(facts) == data
    assert (facts == stage().facts()) is (data == GOOD)


def test_a_seal_that_nobody_knows_is_a_fault() -> None:
    own = stage()
    counted_without_seals = Counted(own.standings(), (), own.sheets, (), ())
    with pytest.raises(KeyError):
        gather_facts(own.roster(), counted_without_seals, own.results())


PRINT_DIGEST = """
from smartcity_desktop.results.document import build_results_document, results_sha256
from tests.results.test_results_document import stage
print(results_sha256(build_results_document(stage().facts())))
"""


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_hash_seed_changes_nothing(root: Path, seed: str) -> None:
    found = subprocess.run(
        [sys.executable, "-c", PRINT_DIGEST],
        cwd=root,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == results_sha256(GOOD)
