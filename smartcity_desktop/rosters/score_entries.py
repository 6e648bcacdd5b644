"""What a judge typed in a table, ready to be recorded: all of it, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.domain.score_entry import EntryKind, ScoreEntry
from smartcity_desktop.domain.score_sheet import REGION_NOTE
from smartcity_desktop.regions.finding import RegionFinder
from smartcity_desktop.rosters.score_form import TypedScore, typed_scores
from smartcity_desktop.rosters.values import IndicatorFinder, made_a_date
from smartcity_desktop.tables.problem_list import ProblemList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.instrument import Indicator, Instrument
    from smartcity_desktop.regions.official import RegionTable
    from smartcity_desktop.tables.table import Table

_DASHES = frozenset({"-", "\u2013", "\u2014", "\u2212"})
_WHOLE_REGION = {
    "recused": EntryKind.RECUSE,
    "recuse": EntryKind.RECUSE,
    "rekusal": EntryKind.RECUSE,
    "tidak menilai": EntryKind.RECUSE,
    "absent": EntryKind.ABSENT,
    "absen": EntryKind.ABSENT,
    "tidak hadir": EntryKind.ABSENT,
    "scored": EntryKind.RESUME,
    "dinilai": EntryKind.RESUME,
}
_Reading = tuple[EntryKind, int | None]
_NOT_SCORED = (EntryKind.RECUSE, EntryKind.ABSENT)


def read_score_entries(
    table: Table, instrument: Instrument, regions: Sequence[Region], official: RegionTable
) -> tuple[ScoreEntry, ...]:
    """Return the entries of a table, by region and in instrument order, the region itself first.

    A blank score changes nothing; ``-`` means abstained, its note is the reason; in the line or
    column of the region as a whole stand RECUSED or ABSENT, with the reason as note, or SCORED,
    which takes that back. Decimals with comma or point. Both forms of the table: see `score_form`.

    Args:
        table: as it was filled.
        instrument: the scales and the order of the indicators.
        regions: those that this judge scores.
        official: the official regions, for old codes.

    Raises:
        InputError: every cell that cannot be taken, and why; nothing is taken then.
    """
    indicators = instrument.indicators()
    reader = _Reader(IndicatorFinder(instrument), RegionFinder(regions, official))
    for typed in typed_scores(table, [i.id for i in indicators]):
        reader.take(typed)
    reader.check_whole_regions()
    reader.problems.refuse()
    order = {indicator.id: number for number, indicator in enumerate(indicators)}
    return tuple(sorted(reader.entries, key=lambda e: (e.region, order.get(e.indicator, -1))))


class _Reader:
    """Turns typed scores into entries and keeps what is wrong with them."""

    def __init__(self, indicators: IndicatorFinder, regions: RegionFinder) -> None:
        self.entries: list[ScoreEntry] = []
        self.problems = ProblemList()
        self._indicators = indicators
        self._regions = regions
        self._lines: dict[tuple[str, str], int] = {}
        self._whole: list[tuple[TypedScore, str]] = []
        self._scored: dict[str, int] = {}

    def take(self, typed: TypedScore) -> None:
        """Read one typed score."""
        record = typed.record
        region = self._regions.find(record.words("region"), record.words("name"))
        if isinstance(region, Message):
            self.problems.add(record.place("region"), region)
        whole = typed.indicator == REGION_NOTE
        indicator = None if whole else self._indicators.find(typed.indicator)
        if isinstance(indicator, Message):
            self.problems.add(record.place("indicator"), indicator)
            return
        reading = self._reading(typed, indicator) if indicator else _reading_for_region(typed)
        if isinstance(reading, Message):
            self.problems.add(typed.place(), reading)
        elif not isinstance(region, Message):
            self._keep(typed, region.code, indicator.id if indicator else REGION_NOTE, reading)

    def check_whole_regions(self) -> None:
        """Find regions that are said not to be scored, and scored all the same."""
        for typed, region in self._whole:
            if region in self._scored:
                self.problems.add(
                    typed.place(),
                    message(
                        "{region} is not to be scored, but line {line} scores it. Delete the one "
                        "or the other.",
                        region=region,
                        line=self._scored[region],
                    ),
                )

    def _reading(self, typed: TypedScore, indicator: Indicator) -> _Reading | Message:
        """Return what was typed for one indicator."""
        if typed.is_date():
            return made_a_date()
        if not typed.score:
            return EntryKind.NOTE, None
        if typed.score in _DASHES:
            return (EntryKind.ABSTAIN, None) if typed.note else _without_reason()
        if typed.score.casefold() in _WHOLE_REGION:
            return message(
                '"{score}" concerns the whole region. Write it for the indicator *.',
                score=typed.score,
            )
        value = self._indicators.value(indicator, typed.score)
        return value if isinstance(value, Message) else (EntryKind.SCORE, value)

    def _keep(self, typed: TypedScore, region: str, indicator: str, reading: _Reading) -> None:
        line = typed.record.row.line
        first = self._lines.setdefault((region, indicator), line)
        if first != line:
            self.problems.add(
                typed.place(),
                message(
                    "{indicator} of {region} is in line {line} already. Keep one of the two lines.",
                    indicator=indicator,
                    region=region,
                    line=first,
                ),
            )
        kind, value = reading
        if kind is EntryKind.NOTE and not typed.note:
            return
        if kind in _NOT_SCORED:
            self._whole.append((typed, region))
        elif kind in (EntryKind.SCORE, EntryKind.ABSTAIN):
            self._scored.setdefault(region, line)
        self.entries.append(ScoreEntry(region, indicator, kind, value, typed.note))


def _reading_for_region(typed: TypedScore) -> _Reading | Message:
    """Return what was typed for the region as a whole."""
    if not typed.score:
        return EntryKind.NOTE, None
    kind = _WHOLE_REGION.get(typed.score.casefold())
    if kind is None:
        return message(
            '"{score}" is not known for a whole region. Write RECUSED or ABSENT with the reason as '
            "note, or leave the score empty.",
            score=typed.score[:40],
        )
    return (kind, None) if typed.note or kind is EntryKind.RESUME else _without_reason()


def _without_reason() -> Message:
    return message("No value without a reason: write the reason as note.")
