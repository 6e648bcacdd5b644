"""The judge's receipt: the first 80 bits of the seal's digest in Crockford's base 32."""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def write_receipt(digest: str) -> str:
    """Return ``XXXX-XXXX-XXXX-XXXX`` for a seal digest of 64 hexadecimal digits."""
    number = int(digest[:20], 16)
    letters = "".join(ALPHABET[number >> shift & 31] for shift in range(75, -1, -5))
    return "-".join(letters[place : place + 4] for place in range(0, 16, 4))


def read_receipt(text: str) -> str:
    """Return the receipt in its one form, whatever the case, blanks, and O for 0, I or L for 1.

    Raises:
        ValueError: not 16 letters of the alphabet.
    """
    letters = text.upper().translate(_MISREAD)
    if len(letters) != 16 or not set(letters) <= set(ALPHABET):
        raise ValueError("not a receipt")
    return "-".join(letters[place : place + 4] for place in range(0, 16, 4))
