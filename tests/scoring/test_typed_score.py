from __future__ import annotations

import pytest

from smartcity_desktop.domain.instrument import Scale
from smartcity_desktop.domain.message import Message
from smartcity_desktop.scoring.typed_score import Typed, choices, read_typed, type_on

FOUR = Scale(0, 1, 4, 1, (1, 2, 3, 4))
TEN = Scale(0, 1, 10, 1, tuple(range(1, 11)))
HALVES = Scale(1, 0, 20, 5)
HUNDRED = Scale(1, 0, 1000, 5)
BELOW = Scale(0, -2, 2, 1)


def typed(scale: Scale, signs: str) -> Typed:
    now = Typed("", None, certain=False)
    for sign in signs:
        now = type_on(scale, now.text, sign)
    return now


def test_few_values_are_chosen_and_many_are_typed() -> None:
    assert choices(FOUR) == (1, 2, 3, 4)
    assert choices(HALVES) == (0, 5, 10, 15, 20)
    assert choices(HUNDRED) == ()
    assert choices(Scale(0, 1, 13, 1, tuple(range(1, 14)))) == ()


@pytest.mark.parametrize(
    ("scale", "signs", "value", "certain"),
    [
        (FOUR, "3", 3, True),
        (FOUR, "7", None, False),
        (TEN, "2", 2, True),
        (TEN, "1", 1, False),
        (TEN, "10", 10, True),
        (TEN, "12", 2, True),
        (HALVES, "1", 10, False),
        (HALVES, "1,5", 15, True),
        (HALVES, "1.5", 15, True),
        (HALVES, "1,", None, False),
        (BELOW, "-1", -1, True),
        (BELOW, "-", None, False),
        (BELOW, "1", 1, True),
    ],
)
def test_a_digit_is_a_value_as_soon_as_it_can_be_no_other(
    scale: Scale, signs: str, value: int | None, *, certain: bool
) -> None:
    now = typed(scale, signs)
    assert (now.value, now.certain) == (value, certain)


def test_what_leads_nowhere_is_forgotten() -> None:
    assert typed(FOUR, "9").text == ""


@pytest.mark.parametrize(("text", "value"), [("87,5", 875), (" 87.5 ", 875), ("100", 1000)])
def test_a_typed_number_is_read_with_comma_or_point(text: str, value: int) -> None:
    assert read_typed(HUNDRED, text) == value


@pytest.mark.parametrize("text", ["87,3", "101", "-1", "delapan", "1.000,5", ""])
def test_what_the_scale_has_not_gets_a_sentence(text: str) -> None:
    assert isinstance(read_typed(HUNDRED, text), Message)
