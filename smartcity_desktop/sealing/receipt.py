"""The judge's receipt: the first 80 bits of a seal's digest, for reading aloud and comparing."""

from __future__ import annotations

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Douglas Crockford's base32: no I, L, O, U."""

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None})


def receipt_of(digest: str) -> str:
    """Return the receipt of a seal's digest: 16 characters in fours, ``XXXX-XXXX-XXXX-XXXX``."""
    number = int(digest[:20], 16)
    letters = "".join(ALPHABET[number >> shift & 31] for shift in range(75, -1, -5))
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))


def read_receipt(text: str) -> str:
    """Return a receipt as people type it in its one form.

    Case, blanks and hyphens do not matter; O is read as 0, I and L as 1.

    Raises:
        InputError: not 16 characters of the alphabet.
    """
    letters = "".join(text.split()).upper().translate(_READ_AS)
    if len(letters) != 16 or any(letter not in ALPHABET for letter in letters):
        raise InputError(
            message(
                "A receipt has 16 letters and digits in fours, such as 4G7K-0Z9M-... Compare "
                "what was typed with the paper."
            )
        )
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))
