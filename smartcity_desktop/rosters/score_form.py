"""The two forms in which people type scores, brought to one.

List: ``region,indicator,score,note``, one line a score. Grid: one line a region and one column an
indicator, whose title is the indicator's id; ``A1 note`` beside it for its notes; ``*`` (or
``status``) and ``note`` for the region as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.domain.score_sheet import REGION_NOTE
from smartcity_desktop.rosters.region_columns import INDICATOR_NAMES, PLAIN_NAME, REGION
from smartcity_desktop.tables.columns import Column, Record, fold_title, read_records, records_at
from smartcity_desktop.tables.table import Oddity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from smartcity_desktop.tables.table import Table

_NOTE = Column("note", ("catatan", "alasan", "keterangan", "reason"))

SCORE_COLUMNS = (
    REGION,
    Column("indicator", INDICATOR_NAMES, required=True),
    Column("score", ("nilai", "skor", "value"), required=True),
    _NOTE,
    PLAIN_NAME,
)
"""Columns of the list form with every name they go by."""

_WHOLE_REGION = ("*", "status")
_HARMLESS = frozenset({"", "no", "nomor", "provinsi", "province"})


class TypedScore(Struct, frozen=True):
    """One score as it was typed, in either form.

    Attributes:
        indicator: the id as typed; ``*`` for the region as a whole.
        column: of the score, for its place.
    """

    record: Record
    indicator: str
    column: str
    score: str
    note: str

    def place(self) -> Message:
        """Return the words for the cell of the score."""
        return self.record.place(self.column)

    def is_date(self) -> bool:
        """Whether the spreadsheet holds a date there."""
        return self.record.oddity(self.column) is Oddity.DATE


def typed_scores(table: Table, indicator_ids: Sequence[str]) -> Iterator[TypedScore]:
    """Yield every score cell of a table, the blank ones of the list form included.

    Raises:
        InputError: the header fits neither form, or both.
    """
    by_title = {indicator.casefold(): indicator for indicator in indicator_ids}
    listed = any(fold_title(title) in ("indicator", *INDICATOR_NAMES) for title in table.header)
    titled = [title for title in table.header if title.strip().casefold() in by_title]
    if listed and titled:
        raise InputError(
            Problem(
                table.place(table.header_line),
                message(
                    "The header has a column for indicators, and the indicators {ids} as columns "
                    "too. Keep one of the two forms.",
                    ids=", ".join(title.strip() for title in titled),
                ),
            )
        )
    if titled:
        return _grid(table, by_title)
    return _listed(table)


def _listed(table: Table) -> Iterator[TypedScore]:
    for record in read_records(table, SCORE_COLUMNS):
        indicator = record.words("indicator")
        score, note = record.words("score"), record.text("note")
        if indicator or score or note:
            yield TypedScore(record, indicator, "score", score, note)


def _grid(table: Table, by_title: Mapping[str, str]) -> Iterator[TypedScore]:
    titles = _grid_titles(by_title)
    positions: dict[str, int] = {}
    problems: list[Problem] = []
    for at, title in enumerate(table.header):
        what = titles.get(title.strip().casefold()) or titles.get(fold_title(title))
        if what is None and fold_title(title) in _HARMLESS:
            continue
        if what is None or what in positions:
            problems.append(Problem(table.place(table.header_line, at), _unfit_title(title, what)))
        else:
            positions[what] = at
    if REGION.name not in positions:
        missing = message("There is no column for the region (daerah / region).")
        problems.append(Problem(table.place(table.header_line), missing))
    if problems:
        raise InputError(problems)
    targets = [REGION_NOTE, *(i for i in by_title.values() if i in positions)]
    for record in records_at(table, positions):
        for target in targets:
            score, note = record.words(target), record.text(_note_of(target))
            if score or note:
                yield TypedScore(record, target, target, score, note)


def _grid_titles(by_title: Mapping[str, str]) -> dict[str, str]:
    """Return what each known title of a grid stands for."""
    titles = {name: column.name for column in (REGION, PLAIN_NAME) for name in column.names()}
    titles |= dict.fromkeys(_WHOLE_REGION, REGION_NOTE)
    titles |= dict.fromkeys(_NOTE.names(), _note_of(REGION_NOTE))
    for indicator in by_title.values():
        words = (fold_title(f"{indicator} {word}") for word in _NOTE.names())
        titles |= dict.fromkeys(words, _note_of(indicator))
    return titles | dict(by_title)


def _note_of(target: str) -> str:
    return f"{target} note"


def _unfit_title(title: str, what: str | None) -> Message:
    if what is None:
        return message(
            'The column "{title}" is no indicator of this instrument. Correct its title or delete '
            "it.",
            title=title.strip()[:40],
        )
    return message("There is a second column for {title}.", title=title.strip()[:40])
