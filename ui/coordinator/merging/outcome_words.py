"""What a merge makes of a file, in words and shapes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Outcome
from smartcity_desktop.merging.difference import SheetChange
from smartcity_desktop.plenary.refusal_words import REFUSAL_WORDS
from ui.widgets.state_mark import MarkShape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.question import Question
    from smartcity_desktop.merging.difference import SheetDifference
    from smartcity_desktop.merging.plan import FilePlan
    from smartcity_desktop.merging.session import PlannedMerge

    Say = Callable[[Message], str]

SHAPES = {
    Outcome.NEW: MarkShape.FINISHED,
    Outcome.ALREADY_MERGED: MarkShape.LEFT_OUT,
    Outcome.SUPERSEDES: MarkShape.SEALED,
    Outcome.SUPERSEDED: MarkShape.PARTLY,
    Outcome.CONFLICT: MarkShape.DOUBT,
    Outcome.REFUSED: MarkShape.REFUSED,
}
WORDS = {
    Outcome.NEW: message("new"),
    Outcome.ALREADY_MERGED: message("already merged"),
    Outcome.SUPERSEDES: message("supersedes an earlier seal"),
    Outcome.SUPERSEDED: message("superseded by a later seal"),
    Outcome.CONFLICT: message("in conflict"),
    Outcome.REFUSED: message("refused"),
}


def outcome_word(file: FilePlan) -> Message:
    """Return what becomes of a file, with the number of the seal whose place it takes."""
    if file.outcome is Outcome.SUPERSEDES and file.replaced is not None:
        return message("takes the place of seal {number}", number=file.replaced.number)
    return WORDS[file.outcome]


def plan_sentence(planned: PlannedMerge, say: Say) -> str:
    """Return how many files come to what, in one line."""
    files = planned.plan.files
    parts = [_count(files, Outcome.NEW, message("{count} new", count=0))]
    replaced = Counter(
        each.replaced.number if each.replaced else 0
        for each in files
        if each.outcome is Outcome.SUPERSEDES
    )
    parts += [
        message("{count} in place of seal {number}", count=count, number=number)
        for number, count in sorted(replaced.items())
    ]
    parts += [_count(files, outcome, words) for outcome, words in _REST]
    if planned.archives:
        parts.append(message("{count} with evidence", count=len(planned.archives)))
    return ", ".join(say(part) for part in parts if part is not None)


_REST = (
    (Outcome.SUPERSEDED, message("{count} superseded by later seals", count=0)),
    (Outcome.ALREADY_MERGED, message("{count} merged before", count=0)),
    (Outcome.CONFLICT, message("{count} in conflict", count=0)),
    (Outcome.REFUSED, message("{count} refused", count=0)),
)


def _count(files: Sequence[FilePlan], outcome: Outcome, words: Message) -> Message | None:
    count = sum(each.outcome is outcome for each in files)
    return message(words.template, count=count) if count else None


def what_changes(
    file: FilePlan,
    differences: Sequence[SheetDifference],
    questions: Sequence[Question],
    say: Say,
) -> str:
    """Return what a file changes, in a few words; why, where it is refused."""
    if file.refusal is not None:
        return say(REFUSAL_WORDS[file.refusal.reason])
    if questions:
        regions = len({question.region for question in questions if question.region})
        if regions:
            return say(message("regions in dispute: {count}", count=regions))
        return say(message("its key or its seal needs a decision"))
    if differences:
        counts = Counter(difference.change for difference in differences)
        return ", ".join(
            say(message(words.template, count=counts[change]))
            for change, words in _CHANGES.items()
            if counts[change]
        )
    if file.last is None or not file.seals:
        return say(message("changes nothing"))
    left = len(file.last.open)
    return say(message("regions still open: {count}", count=left) if left else message("complete"))


_CHANGES = {
    SheetChange.CHANGED: message("sheets changed: {count}", count=0),
    SheetChange.ADDED: message("sheets added: {count}", count=0),
    SheetChange.WITHDRAWN: message("sheets withdrawn: {count}", count=0),
}
