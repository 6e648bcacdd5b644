"""The pages of one region in the regions' sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import CondPageBreak  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.reports.documents.region_dimensions import RegionDimensions
from smartcity_desktop.reports.documents.region_facts import dimension_means
from smartcity_desktop.reports.documents.region_matrix import RegionMatrix, labels_of
from smartcity_desktop.reports.documents.region_steps import RegionSteps
from smartcity_desktop.reports.layout.bookmark import Bookmark
from smartcity_desktop.reports.layout.ink import (
    BODY_BOLD,
    HEADING,
    MM,
    NOTE,
    SMALL,
    SMALL_BLACK,
    TITLE,
)
from smartcity_desktop.reports.layout.text import flush, gap, heading, numbered, paragraph
from smartcity_desktop.reports.phrases.people import judge_word
from smartcity_desktop.reports.phrases.reading import read_out, read_out_unranked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.reports.documents.region_facts import RegionFacts
    from smartcity_desktop.reports.phrases.naming import Naming
    from smartcity_desktop.reports.record import DeclaredRecord

INDENT = 5 * MM


class RegionPages:
    """Sets the pages of one region after another."""

    def __init__(self, record: DeclaredRecord, naming: Naming, width: float) -> None:
        """Take the record and the width in points; what regions share is worked out once."""
        self._width = width
        self._record = record
        self._naming = naming
        self._words = naming.words
        results = record.results
        means = dimension_means(results)
        self._dimensions = RegionDimensions(
            record.instrument, means, len(results.ranked), naming.words
        )
        self._labels = labels_of(record.instrument, naming.words)
        self._receipts = {seal.digest: seal.receipt for seal in record.seals}

    def flowables(self, facts: RegionFacts) -> list[Flowable]:
        """Return everything about one region, from its heading on."""
        matrix = RegionMatrix(self._record.instrument, facts, self._words, self._labels)
        title = f"{self._words.name(facts.region.code)} · {self._words.name(facts.region.name)}"
        found: list[Flowable] = [
            Bookmark(title),
            heading(title, TITLE),
            *self._province(facts),
            gap(4),
            paragraph(self._sentence(facts), BODY_BOLD),
            gap(6),
        ]
        if not facts.scored:
            nobody = message("No scored sheet of this region counts.")
            return [*found, paragraph(self._words.say(nobody), NOTE), *self._remarks(facts)]
        steps = RegionSteps(self._record.instrument, facts, matrix, self._words).lines()
        return [
            *found,
            *self._dimensions.flowables(facts, self._width),
            *self._headed(message("How the final value came about"), steps),
            *self._judges(facts),
            *self._remarks(facts),
            *self._values(matrix, title),
        ]

    def _province(self, facts: RegionFacts) -> list[Flowable]:
        return [flush(self._words.name(facts.region.province), NOTE)]

    def _sentence(self, facts: RegionFacts) -> str:
        if facts.ranked:
            return read_out(self._record, self._naming, facts.ranked)
        if facts.unranked:
            return read_out_unranked(self._naming, facts.unranked)
        return self._words.say(message("{region} has no rank. {reasons}",
                                       region=self._words.name(facts.region.name),
                                       reasons=""))  # fmt: skip

    def _headed(self, title: Message, lines: list[str]) -> list[Flowable]:
        points = numbered(lines, SMALL_BLACK, ragged=True, indent=INDENT)
        room = HEADING.leading + 12 + sum(p.wrap(self._width, 0)[1] for p in points[:2])
        return [CondPageBreak(room), heading(self._words.say(title), tied=False), *points]

    def _judges(self, facts: RegionFacts) -> list[Flowable]:
        words = self._words
        if facts.lettered:
            note = message(
                "Letters stand for judges, drawn anew for this region: the same letter in another "
                "region's sheet need not be the same person. No published document tells whose "
                "they are."
            )
            return [gap(4), paragraph(words.say(note), NOTE)]
        people = {judge.id: judge for judge in self._record.roster.judges}
        lines = []
        for sheet in facts.scored:
            judge = people.get(sheet.judge)
            institution = words.name(judge.institution) if judge else ""
            name = self._naming.judge(sheet.judge)
            receipt = self._receipts.get(sheet.seal, "")
            sealed = words.say(message("receipt {receipt}", receipt=receipt)) if receipt else ""
            paper = (
                words.say(message("typed twice from a signed paper sheet")) if sheet.paper else ""
            )
            lines.append(", ".join(p for p in (name, institution, sealed, paper) if p))
        label = judge_word(self._record.roster.assessment)
        return self._headed(message("{judge} numbers in this sheet", judge=label), lines)

    def _remarks(self, facts: RegionFacts) -> list[Flowable]:
        """Return what was left out, by whom and why."""
        words = self._words
        lines = []
        for sheet in facts.sheets:
            name = self._naming.judge(sheet.judge)
            if facts.lettered:
                lines += [words.say(line) for line in _remarks_nameless(sheet, name)]
            elif sheet.state is SheetState.RECUSED:
                lines.append(words.say(message("{judge} did not score: conflict of interest. "
                                               "{reason}", judge=name,
                                               reason=words.note(sheet.reason))))  # fmt: skip
            elif sheet.state is SheetState.ABSENT:
                lines.append(words.say(message("{judge} reported the region absent. {reason}",
                                               judge=name,
                                               reason=words.note(sheet.reason))))  # fmt: skip
            if not facts.lettered:
                lines += [words.say(message("{judge} did not score {indicator}: {reason}",
                                            judge=name, indicator=words.name(indicator),
                                            reason=words.note(reason)))
                          for indicator, reason in sheet.abstained]  # fmt: skip
        if not lines:
            return []
        if facts.lettered:
            return self._headed(message("Not scored; the reasons are kept by the panel"), lines)
        return self._headed(message("Not scored, with the reason given"), lines)

    def _values(self, matrix: RegionMatrix, title: str) -> list[Flowable]:
        words = self._words
        head = words.say(message("Every value: {region}", region=title))
        tables = matrix.tables(self._width)
        heads = message("Numbers at the head of columns: the judges above.")
        if self._record.veil:
            heads = message("Letters at the head of columns: judges who are not named.")
        legend = [message("{heads} (…): left out by the "
                          "rules. —: not scored, with a stated reason. ≈: the decimals do not end; "
                          "what is calculated with is the exact fraction.",
                          heads=heads)]  # fmt: skip
        room = min(tables[0].wrap(self._width, 0)[1] + 40, 200 * MM)
        return [
            CondPageBreak(room),
            heading(head, tied=False),
            tables[0],
            *(part for table in tables[1:] for part in (gap(4), table)),
            *(flush(words.say(line), SMALL) for line in legend),
        ]


def _remarks_nameless(sheet: ScoreSheet, name: str) -> Iterator[Message]:
    """Yield what was not scored: under the letter where there are values beside it."""
    if sheet.state is SheetState.RECUSED:
        yield message("A judge did not score: conflict of interest.")
    elif sheet.state is SheetState.ABSENT:
        yield message("A judge reported the region absent.")
    for indicator, _ in sheet.abstained:
        yield message("Judge {letter} did not score {indicator}.", letter=name, indicator=indicator)
