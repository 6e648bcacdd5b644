"""The annexes of the minutes: the ranking, and every event in detail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.event_tables import event_tables
from smartcity_desktop.reports.documents.unranked_table import unranked_table
from smartcity_desktop.reports.layout.bookmark import Bookmark
from smartcity_desktop.reports.layout.facts import FactsBlock
from smartcity_desktop.reports.layout.ink import BODY, BODY_BOLD, SMALL
from smartcity_desktop.reports.layout.text import centred, flush, gap, paragraph

if TYPE_CHECKING:
    from reportlab.platypus import Flowable  # type: ignore[import-untyped]

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.reports.documents.ranking_table import RankingTable
    from smartcity_desktop.reports.phrases.naming import Naming
    from smartcity_desktop.reports.record import DeclaredRecord


def first_annex(
    record: DeclaredRecord, naming: Naming, number: str, table: tuple[RankingTable, float]
) -> list[Flowable]:
    """Return Annex I: the ranking table, set at a width, and the regions without a rank."""
    ranking, width = table
    title = message("RANKING AND RESULT OF THE SELECTION")
    return [
        *_head(record, naming, number, ("I", title)),
        ranking.flowable(width),
        *(flush(line, SMALL) for line in ranking.legend()),
        *unranked_table(record.results, naming, width),
    ]


def second_annex(
    record: DeclaredRecord, naming: Naming, number: str, width: float
) -> list[Flowable]:
    """Return Annex II: decisions, absences, corrections and all other events."""
    tables = event_tables(record, naming, width)
    nothing = naming.words.say(message("There is nothing to record."))
    title = message("DECISIONS, ABSENCES AND CORRECTIONS")
    return [*_head(record, naming, number, ("II", title)), *(tables or [paragraph(nothing)])]


def _head(
    record: DeclaredRecord, naming: Naming, number: str, annex: tuple[str, Message]
) -> list[Flowable]:
    words = naming.words
    roman, title = annex
    assessment = words.name(record.roster.assessment.title)
    name = words.say(message("ANNEX {number} TO THE MINUTES", number=roman))
    return [
        Bookmark(name),
        flush(name, BODY_BOLD),
        FactsBlock(
            [
                (words.say(message("Number")), number),
                (words.say(message("Date")), words.day(record.declaration.at)),
            ]
        ),
        centred(words.say(title), BODY_BOLD),
        centred(assessment, BODY),
        gap(8),
    ]
