"""Which texts, moments and digests sealed documents may carry."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.sealing.plain_text import (
    are_digests,
    are_instants,
    are_lines,
    are_texts,
    is_digest,
    is_line,
    is_text,
)


@given(st.lists(st.text()))
def test_texts_are_judged_alike_together_and_alone(texts: list[str]) -> None:
    allowed = all(
        unicodedata.is_normalized("NFC", text)
        and not any(unicodedata.category(c) == "Cc" and c != "\n" for c in text)
        for text in texts
    )
    assert are_texts(texts) is allowed
    assert all(are_texts((text,)) for text in texts) is allowed


@pytest.mark.parametrize("text", ["é", "dua\nbaris", "a\u200db", "\u0301awal", ""])
def test_these_are_texts(text: str) -> None:
    assert are_texts((text,))


@pytest.mark.parametrize("text", ["e\u0301", "\t", "\r", "\x00", "\x7f", "\x85", 1, None, [], True])
def test_these_are_none(text: object) -> None:
    assert not are_texts((text,))
    assert not is_text(text)
    assert not is_line(text)


def test_blank_texts_say_nothing_and_a_line_has_no_blanks_around_it() -> None:
    assert not is_text(" \n ")
    assert is_text("dua\nbaris ")
    assert is_line("satu baris")
    for text in ("dua\nbaris", " a", "a ", ""):
        assert not is_line(text)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2999, 1, 1)))
def test_written_moments_are_moments(moment: datetime) -> None:
    assert are_instants((write_instant(moment.replace(tzinfo=UTC)),) * 3)


@pytest.mark.parametrize(
    "text",
    [
        "", "2026-11-24", "2026-11-24T03:10:16", "2026-11-24T03:10:16+00:00",
        "2026-02-29T00:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24T03:60:16Z",
        "2026-11-24T03:10:60Z", "2026-W48-2T03:10:16Z", "2026-13-01T00:00:00Z",
        "2026-11-00T00:00:00Z", "٢٠٢٦-11-24T03:10:16Z", "2026-11-24T03:10:16Z\n",
        "2026-11-24T03:10:16Z\n2026-11-24T03:10:16Z", None, 20261124,
    ],
)  # fmt: skip
def test_other_texts_are_no_moments(text: object) -> None:
    assert not are_instants((text,))
    assert not are_instants(("2026-11-24T03:10:16Z", text))


def test_no_moments_are_no_fault() -> None:
    assert are_instants(())
    assert are_texts(())


@pytest.mark.parametrize("text", ["", "a" * 63, "a" * 65, "A" * 64, "g" * 64, "a" * 64 + "\n", 1])
def test_other_texts_are_no_digests(text: object) -> None:
    assert is_digest("0" * 64)
    assert not is_digest(text)


TWO = "a" * 64 + "\n" + "b" * 64
ODD = st.sampled_from(["", "a" * 64, "a" * 64 + "\n", TWO, "A" * 64, 1, None])
LINES = st.sampled_from(["a", " a", "a\n", "", "\n", "e\u0301", "\x85", "dua kata", 1, None, True])


@given(st.lists(ODD, max_size=4), st.lists(LINES, max_size=4))
def test_digests_and_lines_are_judged_alike_together_and_alone(
    digests: list[object], lines: list[object]
) -> None:
    assert are_digests(digests) is all(map(is_digest, digests))
    assert are_lines(lines) is all(map(is_line, lines))


def test_two_digests_in_one_text_are_no_digest() -> None:
    assert not are_digests([TWO])
