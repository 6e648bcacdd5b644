"""One sentence on a region that the chair can read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.results import NotRanked, RankedRegion
    from smartcity_desktop.reports.phrases.naming import Naming
    from smartcity_desktop.reports.record import DeclaredRecord


def read_out(record: DeclaredRecord, naming: Naming, region: RankedRegion) -> str:
    """Return rank, final value, grade and result of a ranked region, figures in words as well."""
    words = naming.words
    total = message("{figures} ({spelled})", figures=words.figure(region.printed),
                    spelled=words.spelled_figure(region.printed))  # fmt: skip
    fields: dict[str, str | int | Message] = {
        "region": naming.region_name(region.code),
        "place": _place(region, len(record.results.ranked)),
        "total": total,
    }
    if region.grade:
        fields["grade"] = words.local(region.grade)
    if not record.instrument.rules.bands:
        return words.say(_without_selection(fields))
    taken = words.local(region.selection) if region.selection else ""
    fields["result"] = taken or message("not selected")
    return words.say(_with_selection(fields))


def read_out_unranked(naming: Naming, region: NotRanked) -> str:
    """Return that a region has no rank, and why."""
    words = naming.words
    reasons = " ".join(words.note(words.say(reason)) for reason in region.reasons)
    return words.say(message("{region} has no rank. {reasons}",
                             region=naming.region_name(region.code), reasons=reasons))  # fmt: skip


def _place(region: RankedRegion, ranked: int) -> Message:
    others = len(region.tied_with)
    if others == 0:
        return message("takes rank {rank} of {ranked} regions", rank=region.rank, ranked=ranked)
    if others == 1:
        return message("shares rank {rank} of {ranked} regions with one other region",
                       rank=region.rank, ranked=ranked)  # fmt: skip
    return message("shares rank {rank} of {ranked} regions with {others} other regions",
                   rank=region.rank, ranked=ranked, others=others)  # fmt: skip


def _with_selection(fields: dict[str, str | int | Message]) -> Message:
    if "grade" in fields:
        return message(
            "{region} {place}, with the final value {total}, the grade "
            "“{grade}” and this result of the selection: {result}.",
            **fields,
        )
    return message(
        "{region} {place}, with the final value {total} and this result of the "
        "selection: {result}.",
        **fields,
    )


def _without_selection(fields: dict[str, str | int | Message]) -> Message:
    if "grade" in fields:
        return message(
            "{region} {place}, with the final value {total} and the grade “{grade}”.",
            **fields,
        )
    return message("{region} {place}, with the final value {total}.", **fields)
