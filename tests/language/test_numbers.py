from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.rounding import round_exactly, write_decimal
from smartcity_desktop.domain.rules import RoundingMode
from smartcity_desktop.language.numbers import (
    DECIMAL,
    GROUP,
    localise_figures,
    print_number,
    spell_figures,
    spell_number,
    spell_ordinal,
)

ID, EN = Language.INDONESIAN, Language.ENGLISH
MODES = {RoundingMode.HALF_UP: ROUND_HALF_UP, RoundingMode.HALF_EVEN: ROUND_HALF_EVEN}


@pytest.mark.parametrize("language", list(Language))
def test_the_signs_are_those_of_the_locale_data(language: Language) -> None:
    symbols = Locale(language.value).number_symbols["latn"]
    assert (DECIMAL[language], GROUP[language]) == (symbols["decimal"], symbols["group"])


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        (Fraction("3.315"), 2, "3,32"),
        (Fraction("3.475"), 2, "3,48"),
        (Fraction("-3.315"), 2, "-3,32"),
        (Fraction(-1, 1000), 2, "0,00"),
        (Fraction(1, 3), 6, "0,333333"),
        (Fraction(2, 3), 0, "1"),
        (7, 1, "7,0"),
        (Fraction(10**30 + 1, 10), 1, "1" + "0" * 29 + ",1"),
    ],
)
def test_figures_of_exact_values(value: Fraction | int, decimals: int, printed: str) -> None:
    assert print_number(value, ID, decimals=decimals) == printed
    assert print_number(value, EN, decimals=decimals) == printed.replace(",", ".")


def test_thousands_are_set_apart_on_request() -> None:
    assert print_number(Fraction("1234567.5"), ID, decimals=2, grouped=True) == "1.234.567,50"
    assert print_number(-1234567, EN, grouped=True) == "-1,234,567"
    assert print_number(Fraction(-1, 2), ID, decimals=1, grouped=True) == "-0,5"


@given(
    st.integers(-(10**20), 10**20),
    st.integers(0, 6),
    st.integers(0, 4),
    st.sampled_from(RoundingMode),
)
def test_rounding_agrees_with_decimal_arithmetic(
    digits: int, places: int, decimals: int, mode: RoundingMode
) -> None:
    value = Decimal(digits).scaleb(-places)
    expected = value.quantize(Decimal(1).scaleb(-decimals), MODES[mode], Context(prec=60))
    assert round_exactly(Fraction(value), decimals, mode) == Fraction(expected)
    written = write_decimal(Fraction(value), decimals, mode)
    assert Decimal(written) == expected
    assert written.lstrip("-").strip("0.") or not written.startswith("-")
    assert len(written.partition(".")[2]) == decimals


def test_printed_figures_change_their_sign_only() -> None:
    assert localise_figures("87.45", ID) == "87,45"
    assert localise_figures("87.45", EN) == "87.45"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (1000, "seribu"),
        (2017, "dua ribu tujuh belas"),
        (1_001_000, "satu juta satu ribu"),
        (-3, "minus tiga"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert spell_number(number, ID) == words


def test_figures_and_places_in_words() -> None:
    assert spell_figures("87.45", ID) == "delapan puluh tujuh koma empat lima"
    assert spell_figures("-0.50", ID) == "minus nol koma lima nol"
    assert spell_figures("87.05", EN) == "eighty-seven point zero five"
    assert spell_figures("87", EN) == "eighty-seven"
    assert spell_ordinal(2, ID) == "kedua"
    assert spell_ordinal(2, EN) == "second"
