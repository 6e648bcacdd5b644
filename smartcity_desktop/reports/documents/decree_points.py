"""What a draft decree considers and lays down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.taken_table import taken_bands
from smartcity_desktop.reports.phrases.people import jury_word

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.reports.phrases.naming import Naming
    from smartcity_desktop.reports.record import DeclaredRecord

ORDINALS = (
    message("FIRST"),
    message("SECOND"),
    message("THIRD"),
    message("FOURTH"),
    message("FIFTH"),
    message("SIXTH"),
    message("SEVENTH"),
    message("EIGHTH"),
    message("NINTH"),
    message("TENTH"),
)


def own_consideration(record: DeclaredRecord, title: str) -> Message:
    """Return what the program itself has to say among the considerations."""
    jury = jury_word(record.roster.assessment)
    if record.letterhead.considering:
        return message("that {jury} has assessed the regions in {title} and declared the "
                       "results;", jury=jury, title=title)  # fmt: skip
    return message("that {jury} has assessed the regions in {title} and declared the results, "
                   "so that a decree on them is needed;",
                   jury=jury, title=title)  # fmt: skip


def ruling_points(record: DeclaredRecord, naming: Naming) -> list[Message]:
    """Return what is laid down, one point for every band."""
    points = [
        message("The regions named in the annex under “{band}” ({count}) are given this result.",
                band=naming.band(band), count=len(regions))
        for band, regions in taken_bands(record) if band
    ]  # fmt: skip
    if not record.results.ranked:
        points = [message("No region is ranked.")]
    elif not points:
        points = [message("The ranking of the regions is established as named in the annex.")]
    return [
        *points[:8],
        message("The annex is an inseparable part of this decree."),
        message("This decree takes effect on the day on which it is issued."),
    ]
