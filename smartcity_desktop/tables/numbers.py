"""Numbers as people write them: exact, and never guessed."""

from __future__ import annotations

import re
from fractions import Fraction

from smartcity_desktop.domain.message import Message, message

MOST_DIGITS = 15

_PLAIN = re.compile(r"[+-]?(?P<whole>[0-9]+)(?:[.,](?P<part>[0-9]+))?")
_GROUPED = re.compile(r"[+-]?[0-9]+(?:[.,' ][0-9]+){2,}")
_EXPONENT = re.compile(r"[+-]?[0-9.,]+[eE][+-]?[0-9]+")


def read_number(text: str) -> Fraction | Message:
    """Return the exact number, or the sentence that says why the text is none.

    A comma and a point both part the decimals, and nothing parts thousands: ``1.5`` and ``1,5``
    are the same, ``1.234,5`` and ``1,234.5`` are refused. At most 15 digits, no exponent.
    """
    stripped = text.strip()
    plain = _PLAIN.fullmatch(stripped)
    if plain:
        digits = len(plain["whole"]) + len(plain["part"] or "")
        if digits <= MOST_DIGITS:
            return Fraction(stripped.replace(",", "."))
        return message(
            '"{text}" has more than {most} digits.', text=stripped[:40], most=MOST_DIGITS
        )
    if _GROUPED.fullmatch(stripped):
        return message(
            '"{text}" could be read in more than one way. Write the number without a mark for '
            "thousands.",
            text=stripped[:40],
        )
    if _EXPONENT.fullmatch(stripped):
        return message('"{text}" has an exponent. Write the number out.', text=stripped[:40])
    return message('"{text}" is not a number.', text=stripped[:40])
