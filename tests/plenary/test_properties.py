"""Results are a function of the set of seals and the list of decisions, whoever reckons them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hypothesis import event, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from smartcity_desktop.plenary.facts import results_document
from smartcity_desktop.plenary.reckoning import reckon
from smartcity_desktop.results.document_reading import read_results_document
from tests.plenary.histories import RULES, contents, histories
from tests.workshop import Workshop

if TYPE_CHECKING:
    import random

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from tests.plenary.histories import History

Row = TypeVar("Row")
ROOT = Path(__file__).resolve().parents[2]


def shuffled(roster: Roster, chance: random.Random) -> Roster:
    """Return the same people, places and panel files in another order of rows."""

    def mixed(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(chance.sample(rows, len(rows)))

    return replace(
        roster,
        regions=mixed(roster.regions),
        judges=mixed(roster.judges),
        assignments=mixed(roster.assignments),
        conflicts=mixed(roster.conflicts),
        standings=mixed(roster.standings),
        issues=mixed(roster.issues),
    )


def note(history: History) -> None:
    """Count what the histories hold, for ``--hypothesis-show-statistics``."""
    reckoning = history.reckon()
    for question in reckoning.questions:
        event(f"open: {question.kind.value}")
    for decision in history.decisions:
        event(f"decided: {decision.kind.value}")
    event(f"ranked: {len(reckoning.results.ranked)}")
    event(f"lapsed: {bool(reckoning.results.lapsed or reckoning.completeness.lapsed)}")


@settings(max_examples=150)
@given(histories(), st.randoms(use_true_random=False))
def test_no_order_of_seals_or_rows_changes_a_byte(history: History, chance: random.Random) -> None:
    note(history)
    again: list[IntactSeal] = [*history.seals, *history.seals[:3]]
    chance.shuffle(again)
    first = history.reckon()
    second = reckon(shuffled(history.roster, chance), RULES, again, history.decisions, contents)
    assert results_document(second) == results_document(first)
    assert second.questions == first.questions
    assert second.completeness == first.completeness


@settings(max_examples=150)
@given(histories(), st.randoms(use_true_random=False))
def test_whoever_holds_the_files_gets_the_same_bytes(
    history: History, chance: random.Random
) -> None:
    """With nothing but the document and the seals: the promise behind ``verify``."""
    document = results_document(history.reckon())
    stated = read_results_document(document)
    seals = list(history.seals)
    chance.shuffle(seals)
    again = reckon(stated.roster, RULES, seals, stated.decisions, contents)
    assert results_document(again) == document
    assert {q.kind for q in again.blocking()} == {q.kind for q in history.reckon().blocking()}


@settings(max_examples=100)
@given(histories())
def test_no_decision_alters_a_total(history: History) -> None:
    """What a region that is ranked got is what its counted sheets give, whatever was decided."""
    decided = history.reckon()
    plain = {(s.judge, s.region): s.sha256 for s in decided.sheets}
    for row in decided.results.ranked:
        scored = [
            contents(sha256)[1]
            for (_, region), sha256 in plain.items()
            if region == row.code and contents(sha256)[0].value == "scored"
        ]
        sums = [30 * (a or 0) + 30 * (b or 0) + 40 * (c or 0) for a, b, c in scored]
        assert row.total * 100 * len(sums) == sum(sums)
        assert row.tally.judges == len(sums)


def test_the_hash_seed_of_the_process_changes_no_byte(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path, judges=3, regions=4)
    for judge in shop.judges[:2]:
        shop.merge(shop.hand_in(judge))
    told = set()
    for seed in ("0", "1", "4711"):
        ran = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "results", str(shop.path), "--json"],
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        )
        told.add(ran.stdout)
    assert len(told) == 1
    assert len(json.loads(told.pop())["results_sha256"]) == 64
