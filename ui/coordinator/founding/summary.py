"""A new assessment in a few lines, before it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.founding.reading import Reading
    from ui.words import Words


def summary_lines(reading: Reading, words: Words) -> tuple[str, ...]:
    """Return what is known so far, a sentence each."""
    return tuple(words.say(line) for line in _lines(reading, words))


def _lines(reading: Reading, words: Words) -> Iterator[Message]:
    draft = reading.draft
    mode = message("OFFICIAL") if draft.mode == Mode.OFFICIAL.value else message("REHEARSAL")
    if draft.full_title() and draft.mode:
        yield message("{title}, {mode}", title=draft.full_title(), mode=mode)
    if reading.instrument is not None:
        yield message(
            "Instrument: {title}, version {version}",
            title=words.text(reading.instrument.title),
            version=reading.instrument.version,
        )
    if reading.regions is not None and reading.judges is not None:
        yield message(
            "{regions} regions, {judges} judges, {conflicts} conflicts of interest",
            regions=len(reading.regions),
            judges=len(reading.judges),
            conflicts=len(reading.conflicts),
        )
    if reading.coverage is not None:
        yield message("{count} score sheets to come", count=reading.coverage.sheets)
    if draft.anonymous:
        yield message("No published document names a judge")
    if reading.dossiers:
        yield message("Dossiers of {count} regions", count=len(reading.dossiers))
