"""A modest estimate: length and variety, in words."""

from __future__ import annotations

import pytest

from smartcity_desktop.scoring.passphrase_strength import Strength, estimate_strength


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", Strength.TOO_SHORT),
        ("kuda123", Strength.TOO_SHORT),
        ("12345678", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("qwertyuiopasdf", Strength.WEAK),
        ("password123", Strength.WEAK),
        ("rahasia2017", Strength.WEAK),
        ("Sri Wahyuni", Strength.WEAK),
        ("kudalaut77", Strength.WEAK),
        ("kuda laut mandi", Strength.FAIR),
        ("kuda laut makan padi", Strength.STRONG),
        ("gF7!mQ2$xR9&", Strength.STRONG),
    ],
)
def test_strength_in_words(passphrase: str, strength: Strength) -> None:
    assert estimate_strength(passphrase, ("Dr. Sri Wahyuni", "j07")).strength is strength


def test_hints_say_what_would_be_better() -> None:
    said = [str(hint) for hint in estimate_strength("juri12345", ()).hints]
    assert len(said) == 3
    assert "tried first" in said[1]
    assert estimate_strength("kuda laut makan padi").hints == ()


def test_a_longer_passphrase_is_never_called_weaker() -> None:
    order = list(Strength)
    text = "Rawa7 bening! tepi danau"
    found = [order.index(estimate_strength(text[:n]).strength) for n in range(len(text) + 1)]
    assert found == sorted(found)
