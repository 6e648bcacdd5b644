"""What may be attached as evidence, before anything is attached."""

from __future__ import annotations

from smartcity_desktop.scoring.wording import clean_note
from smartcity_desktop.store.evidence import LARGEST_ITEM, LONGEST_NAME, NOT_IN_NAMES

__all__ = ["LARGEST_ITEM", "plain_name"]


def plain_name(name: str, otherwise: str) -> str:
    """Return a file's own name without what other systems refuse in names.

    Args:
        name: as the file is called; it may hold anything.
        otherwise: taken where nothing is left of the name.
    """
    seen = "".join("-" if c in NOT_IN_NAMES else c for c in clean_note(name[: LONGEST_NAME * 2]))
    line = "".join(c if c.isprintable() else " " for c in seen).strip(". ")
    stem, dot, kind = line.rpartition(".")
    if len(line) > LONGEST_NAME:
        room = LONGEST_NAME - len(dot + kind)
        line = stem[:room] + dot + kind if room > 0 else line[:LONGEST_NAME]
    return line or otherwise
