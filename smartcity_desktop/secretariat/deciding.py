"""Plenary decisions: what would follow from one, and recording it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.collector import without_cycle_search
from smartcity_desktop.domain.decision import Decision, DecisionKind
from smartcity_desktop.domain.question import QuestionKind
from smartcity_desktop.merging.stored import read_contents, read_stored_seals
from smartcity_desktop.plenary.decisions import prepare_ruling
from smartcity_desktop.plenary.reckoning import reckon
from smartcity_desktop.plenary.recording import Backing, expect_open, record_decision
from smartcity_desktop.secretariat.topics import codes_of

if TYPE_CHECKING:
    from smartcity_desktop.domain.local_text import LocalText
    from smartcity_desktop.plenary.reckoning import Reckoning
    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from smartcity_desktop.secretariat.topics import Ruling, Topic


class Standing(Struct, frozen=True):
    """Where a region stands in the ranking.

    Attributes:
        rank: None for a region that is not ranked. printed: its total as printed, or empty.
    """

    code: str
    name: str
    rank: int | None
    printed: str
    selection: LocalText | None


class Consequence(Struct, frozen=True):
    """What would be otherwise after a decision.

    Attributes:
        before, after: the regions whose place, total or selection changes, in the same order.
        open_before, open_after: how many questions a declaration waits for.
    """

    before: tuple[Standing, ...]
    after: tuple[Standing, ...]
    open_before: int
    open_after: int


@without_cycle_search()
def foresee(office: Office, ruling: Ruling) -> Consequence:
    """Reckon with a decision that is not recorded, and say what it would change.

    Raises:
        RuleError: the results are declared. InputError: it decides nothing that is open.
    """
    file = office.file
    expect_open(file)
    roster = file.roster()
    seals = read_stored_seals(file.seals.all(), roster)
    contents = read_contents(seals, file.seals.sheets(), office.instrument)
    decisions = file.decisions.all()
    before = reckon(roster, office.instrument, seals, decisions, contents)
    kind, *arguments = ruling
    prepared = prepare_ruling(kind, arguments, before, seals)
    number = 1 + max((decision.number for decision in decisions), default=0)
    imagined = Decision(
        number, prepared.kind, prepared.subject, prepared.choice, "", "", "", prepared.basis
    )
    after = reckon(roster, office.instrument, seals, (*decisions, imagined), contents)
    return _compare(before, after)


def record(office: Office, ruling: Ruling, backing: Backing, present: str = "") -> Decision:
    """Record a decision.

    Args:
        office: the open assessment.
        ruling: kind and arguments.
        backing: who decided, why, by consensus or votes.
        present: who was present, in words; stands behind the reason.

    Raises:
        RuleError: the results are declared. InputError: it decides nothing that is open, or a
            name or reason is missing.
    """
    kind, *arguments = ruling
    if present.strip() and backing.reason.strip():
        reason = f"{backing.reason.strip()} ({present.strip()})"
        backing = Backing(backing.by, reason, backing.votes)
    return record_decision(office.file, office.instrument, (kind, arguments), backing, office.clock)


def lapsed_decisions(facts: OfficeFacts) -> frozenset[int]:
    """Return the numbers of decisions that no longer apply: what they decided on has changed."""
    reckoning = facts.reckoning
    return frozenset((*reckoning.results.lapsed, *reckoning.completeness.lapsed))


def lapsed_about(facts: OfficeFacts, topic: Topic) -> tuple[int, ...]:
    """Return the numbers of lapsed decisions that had answered a topic before its facts changed."""
    lapsed, codes = lapsed_decisions(facts), set(codes_of(topic))
    return tuple(
        decision.number
        for decision in facts.reckoning.decisions
        if decision.number in lapsed and _was_about(decision, topic.kind, codes)
    )


def _was_about(decision: Decision, kind: QuestionKind, codes: set[str]) -> bool:
    if kind is QuestionKind.MISSING:
        return decision.kind is DecisionKind.WAIVE
    if decision.kind is DecisionKind.TIE:
        return bool(codes & set(decision.subject))
    at_cut = (DecisionKind.SELECT, DecisionKind.LEAVE)
    return decision.kind in at_cut and decision.subject[0] in codes


def _compare(before: Reckoning, after: Reckoning) -> Consequence:
    first, second = _standings(before), _standings(after)
    changed = [code for code in first if first[code] != second[code]]
    changed.sort(key=lambda code: (second[code].rank or len(second) + 1, code))
    return Consequence(
        tuple(first[code] for code in changed),
        tuple(second[code] for code in changed),
        len(before.blocking()),
        len(after.blocking()),
    )


def _standings(reckoning: Reckoning) -> dict[str, Standing]:
    found = {
        region.code: Standing(region.code, region.name, None, "", None)
        for region in reckoning.roster.regions
    }
    for ranked in reckoning.results.ranked:
        name = found[ranked.code].name
        found[ranked.code] = Standing(
            ranked.code, name, ranked.rank, ranked.printed, ranked.selection
        )
    return found
