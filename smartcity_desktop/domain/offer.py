"""What may be written in place of something that cannot stand."""

from __future__ import annotations

from msgspec import Struct


class Offer(Struct, frozen=True):
    """One thing that was likely meant.

    Attributes:
        value: what would be written; None where the whole line would be left out.
        said: the same with what helps to choose: ``64.71 Kota Balikpapan``.
        column: name of the column it belongs to; empty for the very place that is wrong.
        guess: it only looks alike, so a person has to choose it even where it stands alone.
    """

    value: str | None
    said: str = ""
    column: str = ""
    guess: bool = False


LEAVE_OUT = Offer(None)
"""The line says nothing that another line does not say."""
MAY_LEAVE_OUT = Offer(None, guess=True)
"""The line cannot stand, and what it says would be lost with it."""
