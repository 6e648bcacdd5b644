"""Moments in time as the files carry them: whole seconds, UTC, ``2026-11-24T03:10:16Z``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Where the present comes from; passed in, so that tests and reports can fix it."""

FORMAT = "%Y-%m-%dT%H:%M:%SZ"


def write_instant(moment: datetime) -> str:
    """Return an aware moment as text; a moment without a zone is a fault of the caller."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC).strftime(FORMAT)


def read_instant(text: str) -> datetime:
    """Return the moment; raises ValueError for any other form."""
    if len(text) != len("2026-11-24T03:10:16Z") or text[4::3] != "--T::Z":
        raise ValueError(f"no moment in this form: {text!r}")
    return datetime.fromisoformat(text)
