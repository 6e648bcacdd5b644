"""Numbers as people write them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.message import Message
from smartcity_desktop.tables.numbers import read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", Fraction(3)),
        (" 3,5 ", Fraction(7, 2)),
        ("3.5", Fraction(7, 2)),
        ("+0,10", Fraction(1, 10)),
        ("-2", Fraction(-2)),
        ("87,45", Fraction(8745, 100)),
        ("0.1", Fraction(1, 10)),
        ("123456789012345", Fraction(123456789012345)),
        ("\u00a04\u00a0", Fraction(4)),
    ],
)
def test_comma_and_point_are_the_same(text: str, number: Fraction) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1.234,5", "more than one way"),
        ("1,234.5", "more than one way"),
        ("1.234.567", "more than one way"),
        ("1e3", "exponent"),
        ("1,5E-2", "exponent"),
        ("1234567890123456", "15 digits"),
        ("0,0000000000000001", "15 digits"),
        ("tiga", "not a number"),
        ("", "not a number"),
        ("3.", "not a number"),
        (",5", "not a number"),
        ("1 000", "not a number"),
        ("50%", "not a number"),
        ("NaN", "not a number"),
        ("inf", "not a number"),
        ("0x10", "not a number"),
        ("1_000", "not a number"),
        ("٣", "not a number"),
        ("TRUE", "not a number"),
        ("3/4", "not a number"),
    ],
)
def test_nothing_is_guessed(text: str, reason: str) -> None:
    sentence = read_number(text)
    assert isinstance(sentence, Message)
    assert reason in str(sentence)


@given(st.integers(-(10**9), 10**9), st.integers(0, 5), st.sampled_from(".,"))
def test_every_decimal_is_exact(scaled: int, decimals: int, mark: str) -> None:
    digits = str(abs(scaled)).rjust(decimals + 1, "0")
    whole, part = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    text = ("-" if scaled < 0 else "") + whole + (mark + part if part else "")
    assert read_number(text) == Fraction(scaled, 10**decimals)
