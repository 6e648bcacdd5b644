"""What the result letter says, point by point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.participation import count_participation
from smartcity_desktop.reports.documents.taken_table import taken_bands
from smartcity_desktop.reports.phrases.people import jury_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.reports.phrases.naming import Naming
    from smartcity_desktop.reports.record import DeclaredRecord


def letter_points(record: DeclaredRecord, naming: Naming) -> list[str]:
    """Return how it was done, when it was declared, and how many regions were taken."""
    return [naming.words.say(point) for point in _points(record, naming)]


def _points(record: DeclaredRecord, naming: Naming) -> Iterator[Message]:
    words, declaration = naming.words, record.declaration
    counts = count_participation(record)
    yield message(
        "Regions invited: {invited}; took part: {present}; scored by {jury}: {scored} (judges: "
        "{judges}).",
        invited=counts.invited,
        present=counts.present,
        scored=counts.scored,
        jury=jury_word(record.roster.assessment),
        judges=record.count_counting(),
    )
    yield message(
        "The results were declared by {by} on {day} as declaration {number}.",
        by=words.name(declaration.by),
        day=words.day(declaration.at),
        number=declaration.number,
    )
    bands = [(band, regions) for band, regions in taken_bands(record) if band]
    if not record.results.ranked:
        yield message("No region is ranked.")
    elif not bands:
        yield message("The ranking stands in the attachment.")
    for band, regions in bands:
        yield message(
            "Regions in “{band}”: {count} ({words}), named in the attachment.",
            band=naming.band(band),
            words=words.spelled(len(regions)),
            count=len(regions),
        )
