"""What was fixed when an assessment was made, as a page or a phone call would put it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.message import message
from smartcity_desktop.rosters.coverage import judges_per_region, linked_groups, regions_per_judge
from smartcity_desktop.secretariat.topics import STATUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smartcity_desktop.domain.local_text import LocalText
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office_facts import OfficeFacts


class Fact(Struct, frozen=True):
    """One line: what, and how it stands."""

    what: Message
    how: Message | str


def prepared_facts(
    facts: OfficeFacts, moment: Callable[[str], str], text: Callable[[LocalText], str]
) -> tuple[Fact, ...]:
    """Return what can no longer be changed, line by line.

    Args:
        facts: of the assessment.
        moment: writes an instant for the screen.
        text: gives an instrument's own text in the language of the screen.
    """
    assessment, instrument = facts.assessment, facts.instrument
    official = assessment.mode is Mode.OFFICIAL
    indicators = len(instrument.indicators())
    return (
        Fact(message("Title"), assessment.title),
        Fact(message("Mode"), message("OFFICIAL") if official else message("REHEARSAL")),
        Fact(message("Made"), moment(assessment.created_at)),
        Fact(
            message("Instrument"),
            message(
                "{title}, version {version}: {dimensions} dimensions, {indicators} indicators",
                title=text(instrument.title),
                version=instrument.version,
                dimensions=len(instrument.dimensions),
                indicators=indicators,
            ),
        ),
        Fact(message("Digest of the instrument"), in_eights(assessment.instrument_sha256)),
        Fact(message("Key of the assessment"), _key(facts)),
        Fact(message("Copies handed over"), _copies(facts)),
        Fact(message("Names of judges in documents"), _names(facts)),
        *_roster(facts),
    )


def in_eights(digest: str) -> str:
    """Return a digest in groups, as people compare it."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def _key(facts: OfficeFacts) -> Message:
    if facts.has_key:
        return message("there; documents carry a code that anybody can check")
    return message("none; documents carry no code")


def _copies(facts: OfficeFacts) -> Message:
    count = len(facts.assessment.recipients)
    if count:
        return message("encrypted to {count} recipients", count=count)
    return message("not encrypted")


def _names(facts: OfficeFacts) -> Message:
    if facts.anonymous:
        return message("published documents name no judge")
    return message("documents name the judges")


def _corrected(facts: OfficeFacts) -> Iterator[Fact]:
    """Yield the names that were corrected, if any, with those borne before."""
    names = {region.code: region.name for region in facts.roster.regions}
    former: dict[str, list[str]] = {}
    for each in facts.roster.former_names:
        former.setdefault(each.region, []).append(each.name)
    for code, own in former.items():
        yield Fact(
            message("Name of {code} corrected", code=code),
            message("{name}; before: {former}", name=names[code], former=", ".join(own)),
        )


def _out(facts: OfficeFacts) -> Iterator[Fact]:
    """Yield the regions that take no part, if any, each with its status and the reason."""
    names = {region.code: f"{region.name} ({region.code})" for region in facts.roster.regions}
    for standing in facts.reckoning.state.statuses:
        if not standing.status.takes_part():
            status = STATUSES[standing.status.value]
            yield Fact(
                message("Takes no part"),
                message(
                    "{region}: {status}. Reason: {reason}",
                    region=names[standing.region],
                    status=status,
                    reason=standing.reason,
                )
                if standing.reason
                else message("{region}: {status}", region=names[standing.region], status=status),
            )


def _roster(facts: OfficeFacts) -> tuple[Fact, ...]:
    roster = facts.roster
    excused = {(c.judge, c.region) for c in roster.conflicts}
    left = [a for a in roster.assignments if (a.judge, a.region) not in excused]
    per_region = judges_per_region(roster.regions, left).values()
    per_judge = regions_per_judge(roster.judges, left).values()
    groups = linked_groups(left)
    return (
        Fact(message("Regions"), str(len(roster.regions))),
        *_out(facts),
        *_corrected(facts),
        Fact(message("Judges"), str(len(roster.judges))),
        Fact(
            message("Score sheets to come"),
            message(
                "{sheets}; {least} to {most} judges a region, {fewest} to {many} regions a judge",
                sheets=len(left),
                least=min(per_region, default=0),
                most=max(per_region, default=0),
                fewest=min(per_judge, default=0),
                many=max(per_judge, default=0),
            ),
        ),
        Fact(message("Conflicts of interest taken out"), str(len(roster.conflicts))),
        Fact(
            message("Comparable"),
            message("all regions are linked by common judges")
            if len(groups) <= 1
            else message("{count} groups of regions share no judge", count=len(groups)),
        ),
    )
