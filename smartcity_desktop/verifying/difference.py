"""The first thing in which two results documents differ, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.results.in_force import ruling_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.results.facts import RankedRow, ResultsFacts


def first_difference(claimed: ResultsFacts, computed: ResultsFacts) -> Message:
    """Name what differs first: seals and sheets before the ranking they lead to."""
    for look in (_seals, _sheets, _decisions, _pairs, _ranking, _roster):
        for found in look(claimed, computed):
            return found
    return message("The results differ from what the panel files give, beside the ranking.")


def _seals(claimed: ResultsFacts, computed: ResultsFacts) -> Iterator[Message]:
    listed = {seal.digest for seal in claimed.seals}
    for seal in computed.seals:
        if seal.digest not in listed:
            yield message(
                "An intact seal of judge {judge} ({digest}) should count and is not listed.",
                judge=seal.judge,
                digest=seal.digest[:16],
            )
    standing = {seal.digest for seal in computed.seals}
    for seal in claimed.seals:
        if seal.digest not in standing:
            yield message(
                "The seal of judge {judge} ({digest}) is listed as counted and should not count.",
                judge=seal.judge,
                digest=seal.digest[:16],
            )


def _sheets(claimed: ResultsFacts, computed: ResultsFacts) -> Iterator[Message]:
    for judge, region in sorted(
        {(s.judge, s.region) for s in {*claimed.sheets} ^ {*computed.sheets}}
    ):
        yield message(
            "The score sheet of judge {judge} for {region} is not counted as its seal says.",
            judge=judge,
            region=region,
        )


def _decisions(claimed: ResultsFacts, computed: ResultsFacts) -> Iterator[Message]:
    listed = {ruling_of(decision) for decision in claimed.decisions}
    standing = {ruling_of(decision) for decision in computed.decisions}
    for kind, subject, choice, _ in sorted(listed - standing):
        yield message(
            "The decision {decision} is listed as in force and is not.",
            decision=" ".join((kind, *subject, choice)).strip(),
        )
    for kind, subject, choice, _ in sorted(standing - listed):
        yield message(
            "The decision {decision} is in force and is not listed.",
            decision=" ".join((kind, *subject, choice)).strip(),
        )


def _pairs(claimed: ResultsFacts, computed: ResultsFacts) -> Iterator[Message]:
    for judge, region in sorted({*claimed.recusals} ^ {*computed.recusals}):
        yield message(
            "The list of recusals is not what seals and decisions give: judge {judge}, {region}.",
            judge=judge,
            region=region,
        )
    for judge, region in sorted({*claimed.absences} ^ {*computed.absences}):
        yield message(
            "The list of absences is not what the sheets report: judge {judge}, {region}.",
            judge=judge,
            region=region,
        )


def _ranking(claimed: ResultsFacts, computed: ResultsFacts) -> Iterator[Message]:
    again = {row.code: row for row in computed.ranked}
    for row in claimed.ranked:
        other = again.get(row.code)
        if other is None:
            yield message("{code} is ranked and cannot be.", code=row.code)
        elif row != other:
            yield _row(row, other)
    for code in sorted(again.keys() - {row.code for row in claimed.ranked}):
        yield message("{code} is not ranked and should be.", code=code)
    others = {out.code for out in {*claimed.not_ranked} ^ {*computed.not_ranked}}
    for code in sorted(others):
        yield message("The reasons why {code} is not ranked are other ones.", code=code)


def _roster(claimed: ResultsFacts, computed: ResultsFacts) -> Iterator[Message]:
    """Panel files are reckoned with the very roster that is claimed; an assessment has its own."""
    one, two = claimed.roster, computed.roster
    for name, same in (
        (message("assessment"), one.assessment == two.assessment),
        (message("regions"), one.regions == two.regions),
        (message("region statuses"), one.standings == two.standings),
        (message("judges"), one.judges == two.judges),
        (message("panel files"), one.issues == two.issues),
        (message("assignments"), one.assignments == two.assignments),
        (message("conflicts of interest"), one.conflicts == two.conflicts),
    ):
        if not same:
            yield message("What is stated of the {name} is not what lies here.", name=name)


def _row(row: RankedRow, other: RankedRow) -> Message:
    if (row.total, row.printed) != (other.total, other.printed):
        return message(
            "The total of {code} is printed as {printed}; the panel files give {computed}.",
            code=row.code,
            printed=row.printed,
            computed=other.printed,
        )
    for name, claimed, computed in (
        (message("exact total"), row.unrounded, other.unrounded),
        (message("rank"), row.rank, other.rank),
        (message("tied regions"), row.tied_with, other.tied_with),
        (message("selection"), row.selection, other.selection),
        (message("grade"), row.grade, other.grade),
        (message("dimensions"), row.dimensions, other.dimensions),
        (message("number of judges"), row.judges, other.judges),
    ):
        if claimed != computed:
            return message(
                "The {name} of {code} differs from what the panel files give.",
                name=name,
                code=row.code,
            )
    return message("What the place of {code} rests on is another decision.", code=row.code)
