"""What is missing or wrong in the parts that no list or file holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.days import MOST_DAYS, days_of, read_day
from smartcity_desktop.founding.draft import KeyWish
from smartcity_desktop.founding.parts import Fault, FaultKind, missing, wrong
from smartcity_desktop.preparing.assessment import find_faults, find_idle_judges
from smartcity_desktop.sealing.age_file import check_recipient

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartcity_desktop.domain.assessment import Assignment, ConflictOfInterest, Judge
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.founding.draft import AssessmentDraft

_PLACE = re.compile(r"([a-z_0-9-]+(?:\.[a-z_0-9-]+)?)(?:\[(\d+)\])?(?:\.(?:id|en))?(.*)")

PAPER_PLACES = {
    "kop.lines": message("Letterhead, lines"),
    "kop.address": message("Letterhead, address"),
    "kop.emblem": message("Emblem"),
    "place": message("Place of signing"),
    "venue": message("Venue"),
    "held": message("Time"),
    "subject": message("Subject"),
    "classification": message("Classification"),
    "legal_basis": message("Legal basis"),
    "copies_to": message("Copies to"),
    "letter_to": message("Letter to"),
    "considering": message("Considering"),
    "chair": message("Chair"),
    "secretary": message("Secretary"),
    "official": message("Official"),
    "witnesses": message("Witnesses"),
}


def name_faults(draft: AssessmentDraft) -> Iterator[Fault]:
    """Yield what title, days and mode lack."""
    if not draft.full_title():
        yield missing(message("the title"))
    else:
        for problem in find_faults(draft.full_title(), ()):
            yield wrong(problem.what, message("Title"))
    if not draft.mode:
        yield missing(message("whether this is official or a rehearsal"))
    for name, typed in ((message("First day"), draft.first_day),
                        (message("Last day"), draft.last_day)):  # fmt: skip
        if typed.strip() and read_day(typed) is None:
            yield wrong(
                message('"{typed}" is no day. Write day, month and year: 2-5-2017.', typed=typed),
                name,
            )
    if read_day(draft.first_day) and read_day(draft.last_day) and not days_of(draft):
        yield wrong(
            message("The last day comes before the first, or more than {most} days after it.",
                    most=MOST_DAYS),
            message("Last day"),
        )  # fmt: skip
    if draft.last_day.strip() and not draft.first_day.strip():
        yield missing(message("the first day"))


def paper_faults(draft: AssessmentDraft) -> Iterator[Fault]:
    """Yield what the form of the letterhead says itself, before the letterhead is read."""
    copies = draft.paper.copies.strip()
    if copies and not (copies.isdecimal() and int(copies) <= 99):
        yield wrong(message("A whole number from 0 to {highest} is expected.", highest=99),
                    message("Originals"))  # fmt: skip


def place_in_paper(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield faults of the letterhead with the words of the form in place of keys."""
    for fault in faults:
        yield replace(fault, problem=replace(fault.problem, where=_words(str(fault.problem.where))))


def assignment_faults(
    judges: tuple[Judge, ...],
    assignments: tuple[Assignment, ...] | None,
    conflicts: tuple[ConflictOfInterest, ...],
) -> Iterator[Fault]:
    """Yield the judges who would score nothing."""
    if assignments is not None:
        for problem in find_idle_judges(judges, assignments, conflicts):
            yield wrong(problem.what)


def key_faults(draft: AssessmentDraft) -> Iterator[Fault]:
    """Yield what is missing before the file can be made; the passphrase is asked for then."""
    if draft.key is KeyWish.UNDECIDED:
        yield missing(message("whether the assessment gets a key of its own"))
    for line, recipient in enumerate(recipients_of(draft), start=1):
        try:
            check_recipient(recipient)
        except InputError as error:
            for problem in error.problems:
                place = message("Recipient {number}", number=line)
                yield Fault(FaultKind.WRONG, replace(problem, where=place))


def recipients_of(draft: AssessmentDraft) -> tuple[str, ...]:
    """Return the age recipients that were typed."""
    return tuple(line.strip() for line in draft.recipients.splitlines() if line.strip())


def _words(where: str) -> str | Message:
    found = _PLACE.fullmatch(where)
    if not found:
        return where
    key, number = found[1], found[2]
    name = PAPER_PLACES.get(key) or PAPER_PLACES.get(key.partition(".")[0])
    if key.startswith("numbering."):
        return message("Numbering of {kind}", kind=key.partition(".")[2])
    if name is None:
        return where
    return message("{name}, entry {number}", name=name, number=number) if number else name
