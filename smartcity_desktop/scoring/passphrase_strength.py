"""How hard a passphrase is to guess: a modest estimate from length and variety, in words."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.sealing.key_wrap import SHORTEST_PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterable


class Strength(Enum):
    """What the estimate comes to; only ``TOO_SHORT`` is refused."""

    TOO_SHORT = "too_short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


class Estimate(Struct, frozen=True):
    """The estimate with what would make the passphrase better."""

    strength: Strength
    hints: tuple[Message, ...]


WORDS = {
    Strength.TOO_SHORT: message("too short"),
    Strength.WEAK: message("weak"),
    Strength.FAIR: message("fair"),
    Strength.STRONG: message("strong"),
}
FAIR_BITS, STRONG_BITS = 36, 64
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_OFTEN_TRIED = ("password", "sandi", "rahasia", "qwerty", "admin", "indonesia", "juri", "asesmen")


def estimate_strength(passphrase: str, known: Iterable[str] = ()) -> Estimate:
    """Estimate a passphrase.

    Args:
        passphrase: as it is typed.
        known: words that others would try first: the judge's name, id, institution.
    """
    names = {word for text in known for word in text.casefold().split() if len(word) > 2}
    plain, rest = passphrase.casefold(), passphrase.casefold()
    for word in sorted({*names, *_OFTEN_TRIED}, key=len, reverse=True):
        rest = rest.replace(word, word[0])
    surprising = sum(not _expected(rest, at) for at in range(len(rest)))
    surprising = min(surprising, 2 * len(set(rest)))
    bits = surprising * _bits_a_letter(passphrase)
    hints = _hints(passphrase, shortened=len(rest) < len(plain), rows=surprising < len(rest) - 2)
    if len(passphrase) < SHORTEST_PASSPHRASE:
        return Estimate(Strength.TOO_SHORT, hints)
    if bits < FAIR_BITS:
        return Estimate(Strength.WEAK, hints)
    if bits < STRONG_BITS:
        return Estimate(Strength.FAIR, hints)
    return Estimate(Strength.STRONG, ())


def _expected(text: str, at: int) -> bool:
    """Whether a letter repeats the one before or goes on in a row: aaa, 123, qwe."""
    if at == 0:
        return False
    before, now = text[at - 1], text[at]
    near = abs(ord(now) - ord(before)) <= 1
    return near or any(before + now in row or now + before in row for row in _ROWS)


def _bits_a_letter(passphrase: str) -> int:
    """Letters of words are guessable, so each counts less than its alphabet would allow."""
    kinds = [
        any(c.islower() for c in passphrase),
        any(c.isupper() for c in passphrase),
        any(c.isdigit() for c in passphrase),
        any(not c.isalnum() and not c.isspace() for c in passphrase),
    ]
    only_digits = kinds == [False, False, True, False]
    return 3 if only_digits else max(4, sum(kinds) + 2)


def _hints(passphrase: str, *, shortened: bool, rows: bool) -> tuple[Message, ...]:
    found = []
    if len(passphrase.split()) < 3:
        found.append(message("Four words that have nothing to do with each other are strong."))
    if shortened:
        found.append(message("Names and usual words are tried first."))
    if rows:
        found.append(message("Repeated letters and rows such as 12345 add nothing."))
    return tuple(found)
