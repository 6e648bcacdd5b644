"""Days and times as people write them on paper."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from enum import Enum

from smartcity_desktop.domain.local_text import Language

_MONTHS = {
    Language.INDONESIAN: (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
    ),
    Language.ENGLISH: (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
}  # fmt: skip
"""As Babel has them, which takes long to load; timetables are shown when a file is opened."""


class Zone(Enum):
    """The three civil times of Indonesia, as hours before UTC; none has a summer time."""

    WIB = 7
    WITA = 8
    WIT = 9

    @property
    def tzinfo(self) -> timezone:
        """The zone as a ``tzinfo`` that carries its name, without any table of time zones."""
        return timezone(timedelta(hours=self.value), self.name)


def zone_of(moment: datetime) -> Zone:
    """Return the civil time that this moment's own time zone keeps; WIB where it keeps none."""
    offset = moment.utcoffset()
    return next((zone for zone in Zone if timedelta(hours=zone.value) == offset), Zone.WIB)


def print_day(day: date, language: Language) -> str:
    """Return ``2 Mei 2017``; a moment counts in its own time zone."""
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def print_weekday(day: date, language: Language) -> str:
    """Return ``Selasa``."""
    return _format(day, "EEEE", language)


def print_month(day: date, language: Language) -> str:
    """Return ``Mei``."""
    return _format(day, "MMMM", language)


def print_time(moment: datetime, language: Language) -> str:
    """Return ``pukul 09.30 WIB``, in English ``09:30 WIB``.

    A moment without a zone is a fault of the caller (ValueError).
    """
    zone = moment.tzname()
    if zone is None:
        raise ValueError("a moment needs its time zone")
    if language is Language.INDONESIAN:
        return f"pukul {moment:%H.%M} {zone}"
    return f"{moment:%H:%M} {zone}"


def print_moment(moment: datetime, language: Language) -> str:
    """Return ``2 Mei 2017 pukul 09.30 WIB``, in English ``2 May 2017, 09:30 WIB``."""
    link = " " if language is Language.INDONESIAN else ", "
    return print_day(moment, language) + link + print_time(moment, language)


def spell_day(day: date, language: Language) -> str:
    """Return the day as minutes open with it.

    ``Selasa, tanggal dua bulan Mei tahun dua ribu tujuh belas (02-05-2017)``.
    """
    from smartcity_desktop.language.numbers import spell_number, spell_ordinal

    weekday, month = print_weekday(day, language), print_month(day, language)
    number, year = spell_number(day.day, language), spell_number(day.year, language)
    figures = f"{day:%d-%m-%Y}"
    if language is Language.INDONESIAN:
        return f"{weekday}, tanggal {number} bulan {month} tahun {year} ({figures})"
    return f"{weekday}, the {spell_ordinal(day.day, language)} of {month} {year} ({figures})"


def _format(day: date, pattern: str, language: Language) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=language.value)
