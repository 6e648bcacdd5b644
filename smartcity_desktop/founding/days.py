"""The days of an assessment: typed in figures, printed in words of both languages."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from smartcity_desktop.domain.local_text import Language, LocalText
from smartcity_desktop.language.dates import print_day, print_month

if TYPE_CHECKING:
    from smartcity_desktop.founding.draft import AssessmentDraft

_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
MOST_DAYS = 31


def read_day(typed: str) -> date | None:
    """Return the day that was typed as 2-5-2017, 2/5/2017 or 2017-05-02; None for no such day."""
    text = typed.strip()
    first, last = _YEAR_FIRST.fullmatch(text), _DAY_FIRST.fullmatch(text)
    parts = first.groups() if first else last.groups()[::-1] if last else None
    if parts is None:
        return None
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def days_of(draft: AssessmentDraft) -> tuple[date, ...]:
    """Return every day from the first to the last; none where they make no sense."""
    first = read_day(draft.first_day)
    last = read_day(draft.last_day) if draft.last_day.strip() else first
    if first is None or last is None or not 0 <= (last - first).days < MOST_DAYS:
        return ()
    return tuple(first + timedelta(n) for n in range((last - first).days + 1))


def held_in_words(draft: AssessmentDraft) -> LocalText:
    """Return the time as documents print it: ``2 dan 3 Mei 2017``; else what a letterhead said."""
    days = days_of(draft)
    if not days:
        return draft.held
    return LocalText(
        _in_words(days[0], days[-1], Language.INDONESIAN, ("dan", "s.d.")),
        _in_words(days[0], days[-1], Language.ENGLISH, ("and", "to")),
    )


def _in_words(first: date, last: date, language: Language, links: tuple[str, str]) -> str:
    end = print_day(last, language)
    if first == last:
        return end
    link = links[0] if last - first == timedelta(1) else links[1]
    if (first.year, first.month) == (last.year, last.month):
        begin = str(first.day)
    elif first.year == last.year:
        begin = f"{first.day} {print_month(first, language)}"
    else:
        begin = print_day(first, language)
    return f"{begin} {link} {end}"
