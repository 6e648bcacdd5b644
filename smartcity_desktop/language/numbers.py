"""Figures as a language writes them, from exact values, and numbers in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.rounding import write_decimal
from smartcity_desktop.domain.rules import RoundingMode

if TYPE_CHECKING:
    from fractions import Fraction

DECIMAL = {Language.INDONESIAN: ",", Language.ENGLISH: "."}
GROUP = {Language.INDONESIAN: ".", Language.ENGLISH: ","}
COMMA_IN_WORDS = {Language.INDONESIAN: "koma", Language.ENGLISH: "point"}


def localise_figures(printed: str, language: Language) -> str:
    """Return figures that carry a decimal point (``87.45``) as the language writes them."""
    return printed.replace(".", DECIMAL[language])


def print_number(
    value: Fraction | int,
    language: Language,
    *,
    decimals: int = 0,
    mode: RoundingMode = RoundingMode.HALF_UP,
    grouped: bool = False,
) -> str:
    """Return an exact value in figures: ``87,45`` in Indonesian, ``87.45`` in English.

    Args:
        value: exact; no approximation is made on the way.
        language: decides decimal and grouping signs.
        decimals: digits after the decimal sign, always that many.
        mode: how the digit after the last one is rounded away.
        grouped: whether thousands are set apart (``1.250.000``).
    """
    whole, _, rest = write_decimal(value, decimals, mode).partition(".")
    if grouped:
        sign = "-" if whole.startswith("-") else ""
        whole = sign + f"{abs(int(whole)):,}".replace(",", GROUP[language])
    return whole + DECIMAL[language] + rest if rest else whole


def spell_number(value: int, language: Language) -> str:
    """Return a whole number in words: ``dua ribu tujuh belas``."""
    words = _num2words(abs(value), "cardinal", language)
    return f"minus {words}" if value < 0 else words


def spell_ordinal(value: int, language: Language) -> str:
    """Return the place in a row in words: ``kedua``, ``second``."""
    return _num2words(value, "ordinal", language)


def spell_figures(printed: str, language: Language) -> str:
    """Return figures that carry a decimal point in words.

    Digits after the sign are spelled one by one: ``87.45`` is ``delapan puluh tujuh koma empat
    lima``.
    """
    whole, _, rest = printed.removeprefix("-").partition(".")
    words = spell_number(int(whole), language)
    if rest:
        digits = " ".join(spell_number(int(digit), language) for digit in rest)
        words = f"{words} {COMMA_IN_WORDS[language]} {digits}"
    return f"minus {words}" if printed.startswith("-") else words


def _num2words(value: int, form: str, language: Language) -> str:
    from num2words import num2words  # type: ignore[import-untyped]

    return str(num2words(value, to=form, lang=language.value))
