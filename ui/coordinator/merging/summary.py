"""What a merge did, as one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.merging.session import Merged
    from ui.words import Words

MOST_NAMES = 6


def summarise(merged: Merged, words: Words) -> str:
    """Return what was merged, what was not, and which evidence is still missing."""
    return "\n".join(_lines(merged, words))


def _lines(merged: Merged, words: Words) -> Iterator[str]:
    say, applied = words.say, merged.applied
    stored = sum(bool(each.seals) for each in applied.plan.files)
    done = message("Merge {number} is done. Files merged: {count}.",
                   number=applied.number, count=stored)  # fmt: skip
    backup = applied.backup
    kept = ""
    if backup is not None:
        kept = say(message("The assessment as it was before lies beside it: {name}",
                           name=backup.name))  # fmt: skip
    yield " ".join(part for part in (say(done), kept) if part)
    conflicts, refused = (applied.plan.count(o) for o in (Outcome.CONFLICT, Outcome.REFUSED))
    open_ends = []
    if conflicts:
        open_ends.append(say(message("In conflict: {count}. The plenary decides what counts.",
                                     count=conflicts)))  # fmt: skip
    if refused:
        open_ends.append(say(message("Refused: {count}. Why is told below, at the earlier merges.",
                                     count=refused)))  # fmt: skip
    if open_ends:
        yield " ".join(open_ends)
    items = sum(taken.items for taken in merged.evidence)
    if items:
        yield say(message("Evidence taken in: {count}.", count=items))
    for taken in merged.evidence:
        if taken.refusal is not None:
            yield f"{taken.source.path.name}: {say(taken.refusal.what)}"
    if merged.lacking:
        names = ", ".join(item.name for item in merged.lacking[:MOST_NAMES])
        rest = len(merged.lacking) - MOST_NAMES
        more = f" … (+{rest})" if rest > 0 else ""
        yield say(message("Evidence that was listed but not handed over: {names}",
                          names=names + more))  # fmt: skip
