"""The page on the results document tells the truth."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from smartcity_desktop.domain.assessment import IssueKind, Mode, RegionStatus
from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.results import LackKind
from smartcity_desktop.merging.completeness import digest_of_pairs
from smartcity_desktop.results.basis import cut_basis
from smartcity_desktop.results.document import build_results_document, results_sha256
from smartcity_desktop.results.document_reading import read_results_document
from tests.results.building import tally
from tests.results.page_example import SCORES, page_stage

if TYPE_CHECKING:
    from enum import Enum
    from pathlib import Path


@pytest.fixture
def page(root: Path) -> str:
    return (root / "docs/results-format.md").read_text(encoding="utf-8")


@pytest.fixture
def example(page: str) -> dict[str, Any]:
    (block,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    found: dict[str, Any] = json.loads(block)
    return found


def canonical(value: object) -> bytes:
    """As the page describes it, without any of the program's own code."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def test_the_example_is_what_the_program_writes(example: dict[str, Any], page: str) -> None:
    data = build_results_document(page_stage().facts())
    assert canonical(example) == data
    assert results_sha256(data) in page
    assert read_results_document(canonical(example)) == page_stage().facts()


def test_the_scores_of_the_example_are_on_the_page(page: str) -> None:
    for judge in ("j01", "j02"):
        rows = " | ".join(row for own, _, row in SCORES if own == judge)
        assert f"| {judge} | {rows} |" in page


def test_the_bases_of_the_example(example: dict[str, Any], page: str) -> None:
    facts = {"totals": [["35.10", "29/10"], ["35.78", "29/10"]]}
    assert canonical(facts).decode() in page
    (tie,) = [d for d in example["decisions"] if d["kind"] == "tie"]
    assert tie["basis"] == hashlib.sha256(canonical(facts)).hexdigest()
    assert tie["basis"] in page
    cut = hashlib.sha256(canonical({"band": "Terpilih", "places": 1, **facts})).hexdigest()
    assert cut in page
    assert cut == cut_basis("Terpilih", 1, [tally("35.78", "2.9"), tally("35.10", "2.9")])


def test_the_basis_of_a_waiver(page: str) -> None:
    pairs = [["j01", "64.72"], ["j02", "35.10"]]
    assert canonical(pairs).decode() in page
    basis = hashlib.sha256(canonical(pairs)).hexdigest()
    assert basis in page
    assert basis == digest_of_pairs([("j02", "35.10"), ("j01", "64.72")])


def test_every_field_is_described(example: dict[str, Any], page: str) -> None:
    described = set(re.findall(r"`(\w+)`", page))
    assert example.keys() <= described
    for part in example.values():
        rows = part if isinstance(part, list) else [part]
        for row in rows:
            if isinstance(row, dict):
                assert row.keys() <= described


@pytest.mark.parametrize("words", [Mode, RegionStatus, IssueKind, DecisionKind, LackKind])
def test_every_fixed_word_is_described(words: type[Enum], page: str) -> None:
    described = set(re.findall(r"`(\w+)`", page))
    assert {word.value for word in words} - described <= {"waive"}
