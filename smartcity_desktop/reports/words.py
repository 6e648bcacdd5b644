"""The words, figures and dates of one document: in its language, and safe to print."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.instant import read_instant
from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.language.dates import print_day, print_moment, print_weekday, spell_day
from smartcity_desktop.language.numbers import localise_figures, spell_figures, spell_number
from smartcity_desktop.reports.figures import exact_figure
from smartcity_desktop.reports.layout.legible import shortened

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo

    from smartcity_desktop.domain.local_text import Language, LocalText
    from smartcity_desktop.reports.layout.legible import Legible

NAME_LIMIT = 160
NOTE_LIMIT = 600
KNOWN_FIGURES = 65536


class Words(Struct, frozen=True, dict=True):
    """Turns values into printable text; whatever it returns can be drawn as it is.

    Attributes:
        translate: turns a message into words of the document's language.
        zone: time zone of every printed moment; its name is printed beside the time.
    """

    language: Language
    translate: Callable[[Message], str]
    zone: tzinfo
    legible: Legible

    def say(self, text: Message) -> str:
        """Return a fixed sentence."""
        return self.legible.lines(self.translate(text))

    def local(self, text: LocalText) -> str:
        """Return a text from data in the document's language."""
        return self.name(text.in_language(self.language))

    def name(self, text: str) -> str:
        """Return a name or another single line from data, shortened when it is endless."""
        return self._short(self.legible.line(text), NAME_LIMIT)

    def capitals(self, text: str) -> str:
        """Return a printable text in capitals, which are made legible once more."""
        return self.legible.line(text.upper())

    def note(self, text: str) -> str:
        """Return a longer text from data with its line breaks, shortened when it is endless."""
        return self._short(self.legible.lines(text).strip(), NOTE_LIMIT)

    def moment(self, instant: str) -> datetime:
        """Return a stored moment in the document's time zone."""
        return read_instant(instant).astimezone(self.zone)

    def day(self, instant: str) -> str:
        """Return ``5 Mei 2017``."""
        return print_day(self.moment(instant), self.language)

    def written_day(self, text: str) -> str:
        """Return a day of a timetable: ``Selasa, 2 Mei 2017`` where it is a date, else as it is."""
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return self.name(text)
        return f"{print_weekday(day, self.language)}, {print_day(day, self.language)}"

    def day_spelled(self, instant: str) -> str:
        """Return the day with its weekday in words and figures, as minutes open with it."""
        return spell_day(self.moment(instant), self.language)

    def stamp(self, instant: str) -> str:
        """Return ``5 Mei 2017 pukul 09.30 WIB``."""
        return print_moment(self.moment(instant), self.language)

    def spelled(self, number: int) -> str:
        """Return a number in words: ``dua puluh satu``."""
        return spell_number(number, self.language)

    def spelled_figure(self, printed: str) -> str:
        """Return figures with a decimal point in words: ``tiga koma empat satu``."""
        return spell_figures(printed, self.language)

    def figure(self, printed: str) -> str:
        """Return figures that were written with a decimal point as this language writes them."""
        return localise_figures(printed, self.language)

    @cached_property
    def exact(self) -> Callable[[Fraction], str]:
        """What prints a number with all its decimals where they end early, else marked as near."""

        @lru_cache(maxsize=KNOWN_FIGURES)
        def shown(ratio: tuple[int, int]) -> str:
            return self.figure(exact_figure(Fraction(*ratio)))

        return lambda value: shown(value.as_integer_ratio())

    def _short(self, text: str, limit: int) -> str:
        if len(text) <= limit:
            return text
        return shortened(text, limit, self.say(message("[shortened]")))
