"""The people who sign: the letterhead's offices joined with the prepared signatories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.signatory import CHAIR, SECRETARY, witness_field
from smartcity_desktop.reports.layout.signatures import SignatureBlock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.assessment import Assessment
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.signatory import Signatory
    from smartcity_desktop.reports.letterhead import Letterhead, Person
    from smartcity_desktop.reports.words import Words


def judge_word(assessment: Assessment) -> Message:
    """Return the assessment's word for who scores."""
    return message("Assessor") if assessment.judge_label == "asesor" else message("Judge")


def jury_word(assessment: Assessment) -> Message:
    """Return what all who score are called together."""
    if assessment.judge_label == "asesor":
        return message("the Assessors")
    return message("the Jury")


def chair_role(assessment: Assessment) -> Message:
    """Return the role of the one who signs for all."""
    if assessment.judge_label == "asesor":
        return message("Chair of the Assessors")
    return message("Chair of the Jury")


class SigningPeople:
    """Makes signature blocks and remembers which of them got a field."""

    def __init__(self, signatories: Iterable[Signatory], words: Words) -> None:
        """Take everybody for whom a field may be prepared."""
        self._signatories = {s.field: s for s in signatories}
        self._words = words

    def has_field(self, field: str) -> bool:
        """Whether a signatory waits for this field."""
        return field in self._signatories

    def among(self, fields: Iterable[str]) -> tuple[Signatory, ...]:
        """Return the signatories of these fields, in this order."""
        return tuple(self._signatories[f] for f in fields if f in self._signatories)

    def block(self, field: str, person: Person, role: Message) -> SignatureBlock:
        """Return somebody's block; ``role`` stands where the letterhead names none."""
        signatory = self._signatories.get(field)
        words = self._words
        name = person.name or (signatory.name if signatory else "")
        office = words.local(person.role) or words.say(role)
        details = tuple(words.name(d) for d in (person.identity, person.institution) if d)
        return SignatureBlock(office, words.name(name), details, field if signatory else "")


def leading_blocks(
    letterhead: Letterhead, assessment: Assessment, people: SigningPeople
) -> list[SignatureBlock]:
    """Return the chair's block, and before it the secretary's where there is one."""
    blocks = [people.block(CHAIR, letterhead.chair, chair_role(assessment))]
    if letterhead.secretary is not None:
        blocks.insert(0, people.block(SECRETARY, letterhead.secretary, message("Secretary")))
    return blocks


def witness_blocks(letterhead: Letterhead, people: SigningPeople) -> list[SignatureBlock]:
    """Return the witnesses' blocks."""
    return [
        people.block(witness_field(n), person, message("Witness"))
        for n, person in enumerate(letterhead.witnesses, start=1)
    ]
