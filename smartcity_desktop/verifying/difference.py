"""The first thing in which two results documents differ, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.results.document_reading import read_results_document

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.results.facts import ResultsFacts


def first_difference(printed: bytes, again: bytes) -> Message:
    """Name what differs first: seals and sheets before the ranking they lead to."""
    claimed, computed = read_results_document(printed), read_results_document(again)
    return (
        _seals(claimed, computed)
        or _sheets(claimed, computed)
        or _ranking(claimed, computed)
        or message("The results differ from what the panel files give, beside the ranking.")
    )


def _seals(claimed: ResultsFacts, computed: ResultsFacts) -> Message | None:
    known = {seal.digest for seal in claimed.seals}
    for seal in computed.seals:
        if seal.digest not in known:
            return message(
                "An intact seal of judge {judge} ({digest}) should count and is not listed.",
                judge=seal.judge,
                digest=seal.digest[:16],
            )
    standing = {seal.digest for seal in computed.seals}
    for seal in claimed.seals:
        if seal.digest not in standing:
            return message(
                "The seal of judge {judge} ({digest}) is listed as counted and should not count.",
                judge=seal.judge,
                digest=seal.digest[:16],
            )
    return None


def _sheets(claimed: ResultsFacts, computed: ResultsFacts) -> Message | None:
    for judge, region in sorted(
        {(s.judge, s.region) for s in {*claimed.sheets} ^ {*computed.sheets}}
    ):
        return message(
            "The score sheet of judge {judge} for {region} is not counted as its seal says.",
            judge=judge,
            region=region,
        )
    return None


def _ranking(claimed: ResultsFacts, computed: ResultsFacts) -> Message | None:
    again = {row.code: row for row in computed.ranked}
    for row in claimed.ranked:
        other = again.get(row.code)
        if other is None:
            return message("{code} is ranked and cannot be.", code=row.code)
        if row.total != other.total:
            return message(
                "The total of {code} is printed as {printed}; the panel files give {computed}.",
                code=row.code,
                printed=row.printed,
                computed=other.printed,
            )
        if row != other:
            return message(
                "Rank, selection or dimensions of {code} differ from what the panel files give.",
                code=row.code,
            )
    for code in again.keys() - {row.code for row in claimed.ranked}:
        return message("{code} is not ranked and should be.", code=code)
    return None
