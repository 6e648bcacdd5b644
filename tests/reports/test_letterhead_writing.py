"""A letterhead that is written says the same when it is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.letterhead import Letterhead, Paper, Person
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from smartcity_desktop.reports.letterhead_writing import write_letterhead

LETTERHEADS = Path(__file__).resolve().parents[2] / "resources" / "letterheads"

words = st.text(st.characters(exclude_categories=["Cs", "Zs", "Zl", "Zp", "Cc"]), max_size=40)
lines = st.lists(words, max_size=3).map(tuple)
texts = st.tuples(words.filter(bool), words).map(lambda pair: LocalText(*pair))
maybe = st.one_of(st.just(LocalText("")), texts)
people = st.builds(Person, words, maybe, words, words, st.sampled_from(["", "ab" * 32]))
letterheads = st.builds(
    Letterhead,
    paper=st.sampled_from(Paper),
    lines=lines,
    address=lines,
    place=words,
    venue=maybe,
    held=maybe,
    subject=maybe,
    legal_basis=st.lists(texts, max_size=3).map(tuple),
    copies=st.integers(0, 99),
    numbering=st.lists(st.sampled_from([k.value for k in ReportKind]), unique=True, max_size=3).map(
        lambda kinds: tuple((kind, "{number}/X") for kind in sorted(kinds, key=_order))
    ),
    chair=people,
    secretary=st.one_of(st.none(), people),
    witnesses=st.lists(people, max_size=2).map(tuple),
    judges_sign=st.booleans(),
)


def _order(kind: str) -> int:
    return [each.value for each in ReportKind].index(kind)


@given(letterheads)
def test_what_is_written_is_read_again(letterhead: Letterhead) -> None:
    assert read_letterhead(write_letterhead(letterhead)) == letterhead


@pytest.mark.parametrize("name", ["netral.toml", "contoh-kementerian.toml"])
def test_the_shipped_letterheads_survive(name: str) -> None:
    letterhead = read_letterhead((LETTERHEADS / name).read_bytes())
    assert read_letterhead(write_letterhead(letterhead)) == letterhead


def test_the_emblem_goes_with_it() -> None:
    emblem = (LETTERHEADS / "contoh-lambang.png").read_bytes()
    own = read_letterhead((LETTERHEADS / "contoh-kementerian.toml").read_bytes(), emblem)
    again = read_letterhead(write_letterhead(own))
    assert again.emblem == own.emblem
    assert replace(again, emblem=b"") == replace(own, emblem=b"")
