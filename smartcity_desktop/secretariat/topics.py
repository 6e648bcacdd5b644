"""Open questions gathered into topics, and every answer as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.question import QuestionKind
from smartcity_desktop.plenary.seal_standings import seal_standings
from smartcity_desktop.sealing.receipt import receipt_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.question import Question
    from smartcity_desktop.secretariat.office_facts import OfficeFacts

Ruling = tuple[str, ...]
"""The kind of a decision and its arguments, as the command line takes them."""

NAMES = {
    QuestionKind.KEY: message("Key of a judge"),
    QuestionKind.SEALS: message("Two seals of one judge"),
    QuestionKind.ISSUES: message("Sealed in two panel files"),
    QuestionKind.PAPER_DIFFERS: message("Paper typed differently"),
    QuestionKind.PAPER_AND_ELECTRONIC: message("On paper and electronically"),
    QuestionKind.PAPER_HALF_TYPED: message("Paper typed only once"),
    QuestionKind.LATE_SEAL: message("Seal of a replaced panel file"),
    QuestionKind.REPORTED_ABSENT: message("Reported absent"),
    QuestionKind.MISSING: message("Missing score sheets"),
    QuestionKind.TIE: message("Tied regions"),
    QuestionKind.CUT: message("Tie across a cut"),
}
"""What each kind of question is called on the screen."""

STATUSES = {
    "invited": message("invited"),
    "present": message("present"),
    "absent": message("absent"),
    "withdrawn": message("withdrawn"),
    "disqualified": message("disqualified"),
}


class Topic(Struct, frozen=True):
    """What is decided together: one question, or the same two seals in several regions.

    Attributes:
        questions: at least one; several are about the same seals of one judge.
        answers: for all of them together; each question has its own besides.
    """

    questions: tuple[Question, ...]
    answers: tuple[Ruling, ...]

    @property
    def kind(self) -> QuestionKind:
        """What is open."""
        return self.questions[0].kind

    @property
    def blocking(self) -> bool:
        """Whether a declaration waits for it."""
        return any(question.blocking for question in self.questions)


def find_topics(questions: Iterable[Question]) -> tuple[Topic, ...]:
    """Gather questions about the same seals of one judge; the order stays."""
    groups: dict[object, list[Question]] = {}
    for number, question in enumerate(questions):
        seals = frozenset(rival.seal for rival in question.rivals)
        key = (question.kind, question.judge, seals) if seals else number
        groups.setdefault(key, []).append(question)
    return tuple(_topic(group) for group in groups.values())


def _topic(group: list[Question]) -> Topic:
    first = group[0]
    if len(group) == 1:
        return Topic((first,), first.answers)
    seals = [rival.seal for rival in first.rivals]
    return Topic(tuple(group), tuple(("void", seal) for seal in seals))


def describe_ruling(ruling: Ruling, facts: OfficeFacts) -> Message:
    """Return what a decision would say, as a sentence."""
    kind, *rest = ruling
    return _SENTENCES[kind](rest, facts)


class StandingSeal(Struct, frozen=True):
    """A seal that has a voice now.

    Attributes:
        said: number, judge and receipt.
    """

    digest: str
    said: Message


def standing_seals(facts: OfficeFacts) -> tuple[StandingSeal, ...]:
    """Return the seals that a decision may void, by judge and number."""
    silent = seal_standings(facts.reckoning.state)
    speaking = [seal for seal in facts.reckoning.seals if seal.digest not in silent]
    speaking.sort(key=lambda seal: (seal.judge, seal.issue, seal.number))
    return tuple(StandingSeal(seal.digest, _seal(seal.digest, facts)) for seal in speaking)


def codes_of(topic: Topic) -> tuple[str, ...]:
    """Return the regions that a topic about a tie or a cut is about, sorted; else none."""
    if topic.kind not in (QuestionKind.TIE, QuestionKind.CUT):
        return ()
    named = {"tie": slice(1, None), "select": slice(1, 2), "leave": slice(1, 2)}
    own = (
        topic.answers
        if topic.kind is QuestionKind.TIE
        else [ruling for ruling in topic.answers if ruling[0] != "tie"]
    )
    return tuple(sorted({code for ruling in own for code in ruling[named[ruling[0]]]}))


def region_words(code: str, facts: OfficeFacts) -> str:
    """Return name and code of a region."""
    name = next((r.name for r in facts.roster.regions if r.code == code), "")
    return f"{name} ({code})" if name else code


def _judge(judge: str, facts: OfficeFacts) -> str:
    name = next((j.name for j in facts.roster.judges if j.id == judge), "")
    return f"{judge} {name}".strip()


def _seal(digest: str, facts: OfficeFacts) -> Message:
    seal = next((seal for seal in facts.reckoning.seals if seal.digest == digest), None)
    if seal is None:
        return message("seal {receipt}", receipt=receipt_of(digest))
    issue = next((each for each in facts.roster.issues if each.id == seal.issue), None)
    if issue is not None and issue.typist:
        return message(
            "typing {typist} of the paper sheets of {judge} ({issue}, receipt {receipt})",
            typist=issue.typist,
            judge=_judge(seal.judge, facts),
            issue=issue.id,
            receipt=seal.receipt,
        )
    return message(
        "seal {number} of {judge} (receipt {receipt})",
        number=seal.number,
        judge=_judge(seal.judge, facts),
        receipt=seal.receipt,
    )


def _regions(codes: Iterable[str], facts: OfficeFacts) -> str:
    return ", ".join(region_words(code, facts) for code in codes)


def _void(rest: list[str], facts: OfficeFacts) -> Message:
    seal, *codes = rest
    if codes:
        return message(
            "For {regions} the {seal} does not count.",
            regions=_regions(codes, facts),
            seal=_seal(seal, facts),
        )
    return message("The {seal} does not count at all.", seal=_seal(seal, facts))


def _tie(rest: list[str], facts: OfficeFacts) -> Message:
    return message("In this order, best first: {regions}.", regions=_regions(rest, facts))


def _key(rest: list[str], facts: OfficeFacts) -> Message:
    judge, thumbprint = rest
    return message(
        "The key {thumbprint} is that of judge {judge}.",
        thumbprint=thumbprint,
        judge=_judge(judge, facts),
    )


def _recuse(rest: list[str], facts: OfficeFacts) -> Message:
    judge, region = rest
    return message(
        "Judge {judge} does not score {region}; a sheet already sealed does not count.",
        judge=_judge(judge, facts),
        region=region_words(region, facts),
    )


def _status(rest: list[str], facts: OfficeFacts) -> Message:
    region, status = rest
    return message(
        "{region} is {status}.",
        region=region_words(region, facts),
        status=STATUSES.get(status, message("{status}", status=status)),
    )


def _name(rest: list[str], facts: OfficeFacts) -> Message:
    """A recorded one also says the former name."""
    del facts
    code, *former, name = rest
    if not former:
        return message("{code} is called {name}.", code=code, name=name)
    return message(
        "{code} is called {name}, and no longer {former}.", code=code, name=name, former=former[0]
    )


def _reissue(rest: list[str], facts: OfficeFacts) -> Message:
    issue, *seals = rest
    if not seals:
        return message("Of the lost panel file {issue} no seal stands.", issue=issue)
    receipts = ", ".join(receipt_of(seal) for seal in seals)
    del facts
    return message(
        "Of the lost panel file {issue} these seals stand: {receipts}.",
        issue=issue,
        receipts=receipts,
    )


def _waive(rest: list[str], facts: OfficeFacts) -> Message:
    """A recorded one says which sheets were missing then."""
    return message(
        "The results are declared without the {count} missing score sheets.",
        count=len(rest or facts.reckoning.completeness.missing),
    )


def _admit(rest: list[str], facts: OfficeFacts) -> Message:
    return message("The late {seal} is admitted and counts.", seal=_seal(rest[0], facts))


def _select(rest: list[str], facts: OfficeFacts) -> Message:
    region, band = rest
    return message("{region} is taken into {band}.", region=region_words(region, facts), band=band)


def _leave(rest: list[str], facts: OfficeFacts) -> Message:
    region, band = rest
    return message(
        "{region} is not taken into {band}.", region=region_words(region, facts), band=band
    )


_SENTENCES = {
    "void": _void,
    "tie": _tie,
    "key": _key,
    "recuse": _recuse,
    "status": _status,
    "name": _name,
    "reissue": _reissue,
    "waive": _waive,
    "admit": _admit,
    "select": _select,
    "leave": _leave,
}
