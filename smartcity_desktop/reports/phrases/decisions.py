"""Decisions of the plenary as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import RegionStatus
from smartcity_desktop.domain.decision import DecisionKind, Manner
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.reports.phrases.naming import Naming
    from smartcity_desktop.reports.words import Words

STATUS_WORDS = {
    RegionStatus.INVITED: message("invited"),
    RegionStatus.PRESENT: message("present"),
    RegionStatus.ABSENT: message("absent"),
    RegionStatus.WITHDRAWN: message("withdrawn"),
    RegionStatus.DISQUALIFIED: message("disqualified"),
}

MOST_PAIRS = 12
"""Missing sheets named in one sentence; the others are counted."""


def decided(decision: Decision, naming: Naming) -> str:
    """Return what was decided; without judge, key and seal where the set is anonymous."""
    say = _SENTENCES
    if naming.anonymous and decision.kind in _NAMELESS:
        say = _NAMELESS
    return naming.words.say(say[decision.kind](decision, naming))


def circumstances(decision: Decision, words: Words) -> str:
    """Return by whom, when, in what manner and why it was decided."""
    return words.say(
        message(
            "Decided by {by}, {at}, {manner}. Reason: {reason}",
            by=words.name(decision.by),
            at=words.stamp(decision.at),
            manner=_manner(decision),
            reason=words.note(decision.reason),
        )
    )


def _manner(decision: Decision) -> Message:
    if decision.manner is Manner.CONSENSUS:
        return message("by consensus")
    return message(
        "by vote, {for_count} for and {against_count} against",
        for_count=decision.votes_for,
        against_count=decision.votes_against,
    )


def _void(decision: Decision, naming: Naming) -> Message:
    seal, *regions = decision.subject
    if regions:
        return message("Under {seal} these sheets are not counted: {regions}.",
                       seal=naming.seal(seal), regions=_listed(regions, naming.region))  # fmt: skip
    return message("All sheets under {seal} are not counted.", seal=naming.seal(seal))


def _tie(decision: Decision, naming: Naming) -> Message:
    return message("Order of regions that are otherwise equal: {regions}.",
                   regions=_listed(decision.subject, naming.region))  # fmt: skip


def _key(decision: Decision, naming: Naming) -> Message:
    judge, *thumbprints = decision.subject
    return message("The key with the thumbprint {thumbprint} is that of {judge}.",
                   thumbprint=", ".join(thumbprints), judge=naming.judge(judge))  # fmt: skip


def _recuse(decision: Decision, naming: Naming) -> Message:
    judge, region = decision.subject
    return message("{judge} does not score {region}.", judge=naming.judge(judge),
                   region=naming.region(region))  # fmt: skip


def _status(decision: Decision, naming: Naming) -> Message:
    region, *status = decision.subject
    return message("Status of {region}: {status}.", region=naming.region(region),
                   status=status_word((*status, decision.choice)[0]))  # fmt: skip


def _name(decision: Decision, naming: Naming) -> Message:
    """Say both names as they were: the roster may have had a later correction."""
    region, former = decision.subject
    words = naming.words
    return message("Name of {region} corrected from “{former}” to “{name}”.",
                   region=words.name(region), former=words.name(former),
                   name=words.name(decision.choice))  # fmt: skip


def _reissue(decision: Decision, naming: Naming) -> Message:
    issue, *seals = decision.subject
    if not seals:
        return message("A new panel file takes the place of issue {issue}; none of its seals "
                       "stands.", issue=issue)  # fmt: skip
    return message("A new panel file takes the place of issue {issue}; of it stand: {seals}.",
                   issue=issue, seals=_listed(seals, naming.seal))  # fmt: skip


def _waive(decision: Decision, naming: Naming) -> Message:
    return message("Missing sheets waived ({count}): {pairs}.", count=len(decision.subject),
                   pairs=_listed(decision.subject[:MOST_PAIRS], naming.pair)
                   + (", …" if len(decision.subject) > MOST_PAIRS else ""))  # fmt: skip


def _admit(decision: Decision, naming: Naming) -> Message:
    return message("The late {seal} is admitted.", seal=naming.seal(decision.subject[0]))


def _select(decision: Decision, naming: Naming) -> Message:
    region, *band = decision.subject
    return message("{region} is taken into {band}.", region=naming.region(region),
                   band=naming.band(" ".join(band)))  # fmt: skip


def _leave(decision: Decision, naming: Naming) -> Message:
    region, *band = decision.subject
    return message("{region} is not taken into {band}.", region=naming.region(region),
                   band=naming.band(" ".join(band)))  # fmt: skip


def _void_nameless(decision: Decision, naming: Naming) -> Message:
    if decision.subject:
        return message("Under one seal these sheets are not counted: {regions}.",
                       regions=_listed(decision.subject, naming.region))  # fmt: skip
    return message("All sheets under one seal are not counted.")


def _waive_nameless(decision: Decision, naming: Naming) -> Message:
    return message("Missing sheets waived ({count}): {pairs}.", count=len(decision.subject),
                   pairs=_listed(decision.subject[:MOST_PAIRS], naming.region)
                   + (", …" if len(decision.subject) > MOST_PAIRS else ""))  # fmt: skip


_SENTENCES: dict[DecisionKind, Callable[[Decision, Naming], Message]] = {
    DecisionKind.VOID: _void,
    DecisionKind.TIE: _tie,
    DecisionKind.KEY: _key,
    DecisionKind.RECUSE: _recuse,
    DecisionKind.STATUS: _status,
    DecisionKind.NAME: _name,
    DecisionKind.REISSUE: _reissue,
    DecisionKind.WAIVE: _waive,
    DecisionKind.ADMIT: _admit,
    DecisionKind.SELECT: _select,
    DecisionKind.LEAVE: _leave,
}


_NAMELESS: dict[DecisionKind, Callable[[Decision, Naming], Message]] = {
    DecisionKind.VOID: _void_nameless,
    DecisionKind.KEY: lambda _, __: message("The key of a judge is confirmed."),
    DecisionKind.RECUSE: lambda decision, naming: message(
        "A judge does not score {region}.", region=naming.region(decision.subject[0])
    ),
    DecisionKind.REISSUE: lambda _, __: message("A new panel file takes the place of another."),
    DecisionKind.WAIVE: _waive_nameless,
    DecisionKind.ADMIT: lambda _, __: message("A late seal is admitted."),
}
"""Of decisions about judges, where the record holds no more than regions."""


def status_word(value: str) -> Message | str:
    """Return the word for a region's status as the files write it."""
    known = {status.value: word for status, word in STATUS_WORDS.items()}
    return known.get(value, value)


def _listed(items: Sequence[str], name: Callable[[str], str]) -> str:
    return ", ".join(name(item) for item in items)
