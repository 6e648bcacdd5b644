"""One thing that a judge enters: a score, or why there is none."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class EntryKind(Enum):
    """What is entered.

    SCORE: a value. ABSTAIN: no value, with a reason. NOTE: only a note, the value stays as it is.
    RECUSE, ABSENT: the whole region is not scored, with a reason. RESUME: that is taken back.
    """

    SCORE = "score"
    ABSTAIN = "abstain"
    NOTE = "note"
    RECUSE = "recuse"
    ABSENT = "absent"
    RESUME = "resume"


class ScoreEntry(Struct, frozen=True):
    """One entry for one indicator of one region, or for the region as a whole.

    Attributes:
        indicator: its id; ``REGION_NOTE`` (``*``) for RECUSE, ABSENT, RESUME and a
            remark on the region.
        value: value x 10**decimals of the indicator for SCORE, else None.
        note: the reason for ABSTAIN, RECUSE and ABSENT, never empty there; else the note, where
            empty means that the present one stays.
    """

    region: str
    indicator: str
    kind: EntryKind
    value: int | None = None
    note: str = ""
