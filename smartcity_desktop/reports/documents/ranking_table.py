"""The ranking as a table: limits drawn, ties marked, decisions named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.dimension_columns import DimensionColumns
from smartcity_desktop.reports.documents.region_cell import region_cell
from smartcity_desktop.reports.layout.cells import Align, Column, Row
from smartcity_desktop.reports.layout.ink import (
    CELL,
    CELL_BOLD,
    GROUP_FILL,
    HEAD,
    HEAD_FILL,
    MM,
    SMALL,
    SMALL_BOLD,
)
from smartcity_desktop.reports.layout.table import RuledTable

if TYPE_CHECKING:
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.results import RankedRegion
    from smartcity_desktop.reports.layout.cells import Cell
    from smartcity_desktop.reports.phrases.naming import Naming
    from smartcity_desktop.reports.record import DeclaredRecord

RANK, CODE, TOTAL, JUDGES, GRADE, REMARK = (w * MM for w in (17, 14, 19.5, 13.5, 25.5, 25))
NARROWEST_REGION, ENOUGH_REGION = 38 * MM, 58 * MM

TIED = "="


class RankingTable:
    """Builds the table for one width of paper."""

    def __init__(self, record: DeclaredRecord, naming: Naming) -> None:
        """Take the record and the names."""
        self._record = record
        self._naming = naming
        self._words = naming.words
        self._rules = record.instrument.rules
        self._totals = _aligned([self._words.figure(r.printed) for r in record.results.ranked])
        self._dimensions = DimensionColumns(record, naming.words)

    def narrowest(self) -> float:
        """Return the least width that the table can be set in well."""
        return self._fixed() + NARROWEST_REGION + sum(self._dimensions.widths())

    def flowable(self, width: float) -> RuledTable:
        """Return the table."""
        self._dimensions.fit(width - self._fixed() - NARROWEST_REGION)
        return RuledTable(self._columns(width), [self._head()], self._rows())

    def legend(self) -> list[str]:
        """Return what a reader needs to know beside the table, once it is set."""
        words = self._words
        found: list[Message] = []
        if any(region.tied_with for region in self._record.results.ranked):
            found.append(message("{mark} beside a rank: the same rank is shared.", mark=TIED))
        found += self._dimensions.legend()
        return [words.say(one) for one in found]

    def _fixed(self) -> float:
        return RANK + CODE + TOTAL + JUDGES + REMARK + (GRADE if self._rules.grades else 0)

    def _columns(self, width: float) -> list[Column]:
        widths = self._dimensions.widths()
        region = width - self._fixed() - sum(widths)
        if region < NARROWEST_REGION:
            squeezed = (width - self._fixed() - NARROWEST_REGION) / max(len(widths), 1)
            widths, region = [squeezed] * len(widths), NARROWEST_REGION
        spare = max(region - ENOUGH_REGION, 0) / (len(widths) + 1)
        columns = [Column(RANK, Align.CENTRE), Column(CODE), Column(region - spare * len(widths))]
        columns += [Column(one + spare, Align.RIGHT) for one in widths]
        columns += [Column(TOTAL, Align.RIGHT), Column(JUDGES, Align.CENTRE)]
        if self._rules.grades:
            columns.append(Column(GRADE))
        return [*columns, Column(REMARK)]

    def _head(self) -> Row:
        say = self._words.say
        heads: list[Cell] = [say(message("Rank")), say(message("Code")), say(message("Region"))]
        heads += self._dimensions.heads()
        heads += [say(message("Final value")), say(message("Judges"))]
        if self._rules.grades:
            heads.append(say(message("Grade")))
        return Row((*heads, say(message("Remark"))), HEAD, HEAD_FILL, 0.9, middle=True)

    def _rows(self) -> list[Row]:
        ranked = self._record.results.ranked
        last = {self._band(region): index for index, region in enumerate(ranked)}
        rows: list[Row] = []
        for index, region in enumerate(ranked):
            band = self._band(region)
            is_limit = bool(band) and last[band] == index
            rows.append(self._row(index, region, tied=is_limit))
            if is_limit:
                rows.append(self._limit(band))
        return rows or [Row((self._words.say(message("No region is ranked.")),), CELL)]

    def _row(self, index: int, region: RankedRegion, *, tied: bool) -> Row:
        naming, words = self._naming, self._words
        rank = f"{region.rank} {TIED}" if region.tied_with else str(region.rank)
        name = region_cell(naming.region_name(region.code), naming.province(region.code))
        cells: list[Cell] = [((rank, CELL_BOLD),), words.name(region.code), name]
        cells += self._dimensions.cells(index)
        cells += [((self._totals[index], CELL_BOLD),), str(region.tally.judges)]
        if self._rules.grades:
            cells.append(words.local(region.grade) if region.grade else "—")
        rule = 1.1 if tied else 0.4
        return Row((*cells, self._remark(region)), rule=rule, tied_to_next=tied)

    def _remark(self, region: RankedRegion) -> Cell:
        runs = [(self._band(region) or "—", CELL)]
        numbers = [str(d.number) for d in place_decisions(self._record)
                   if region.decided and concerns(d, region.code)]  # fmt: skip
        if numbers:
            runs.append((self._words.say(message("decision {numbers}",
                                                 numbers=", ".join(numbers))), SMALL))  # fmt: skip
        return tuple(runs)

    def _limit(self, band: str) -> Row:
        taken = sum(self._band(r) == band for r in self._record.results.ranked)
        text = self._words.say(message("Limit of {band} ({count})", band=band, count=taken))
        return Row((text,), SMALL_BOLD, GROUP_FILL)

    def _band(self, region: RankedRegion) -> str:
        return self._words.local(region.selection) if region.selection else ""


def place_decisions(record: DeclaredRecord) -> list[Decision]:
    """Return the decisions that a place in the ranking may rest on."""
    kinds = (DecisionKind.TIE, DecisionKind.SELECT, DecisionKind.LEAVE)
    return [d for d in record.decisions if d.kind in kinds]


def concerns(decision: Decision, code: str) -> bool:
    """Whether a decision on places is about this region."""
    codes = decision.subject if decision.kind is DecisionKind.TIE else decision.subject[:1]
    return code in codes


def _aligned(figures: list[str]) -> list[str]:
    """Pad figures so that their decimal signs stand below each other when set flush right.

    A blank is half as wide as a figure in the document's font, and as wide as the sign.
    """
    parts = [max(len(f) - 1 - f.rfind(s), 0) if s in f else -1
             for f in figures for s in [_sign(f)]]  # fmt: skip
    longest = max(parts, default=0)
    return [f + "  " * (longest - max(p, 0)) + (" " if p < 0 <= longest else "")
            for f, p in zip(figures, parts, strict=True)]  # fmt: skip


def _sign(figure: str) -> str:
    return "," if "," in figure else "."
