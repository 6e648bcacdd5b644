"""Words, figures and times of the screen, in the language a person chose."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.instant import read_instant
from smartcity_desktop.domain.local_text import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from fractions import Fraction

    from smartcity_desktop.domain.errors import Problem
    from smartcity_desktop.domain.instrument import Scale
    from smartcity_desktop.domain.local_text import LocalText
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.language.catalogue import Catalogue

MEGABYTE = 1024 * 1024


class Words(Struct, frozen=True):
    """The catalogue of the screen with what else depends on its language."""

    catalogue: Catalogue

    @property
    def language(self) -> Language:
        """The language of the screen."""
        return self.catalogue.language

    def say(self, text: Message) -> str:
        """Return a message in the language of the screen."""
        return self.catalogue.translate(text)

    def text(self, text: LocalText) -> str:
        """Return an instrument's own text."""
        return text.in_language(self.language)

    def number(self, value: Fraction | int, decimals: int = 0) -> str:
        """Return an exact value with that many decimals."""
        return _printer()(value, self.language, decimals=decimals)

    def figures(self, printed: str) -> str:
        """Return figures that carry a decimal point as the language writes them."""
        from smartcity_desktop.language.numbers import localise_figures

        return localise_figures(printed, self.language)

    def value(self, scale: Scale, value: int) -> str:
        """Return a score (value x 10**decimals) as its scale writes it."""
        return _printer()(scale.exact(value), self.language, decimals=scale.decimals)

    def file_size(self, size: int) -> str:
        """Return bytes as KB, from a tenth of a MB on as MB."""
        from fractions import Fraction

        if size < MEGABYTE // 10:
            return f"{-(-size // 1024)} KB"
        return f"{self.number(Fraction(size, MEGABYTE), 1)} MB"

    def time(self, instant: str | datetime) -> str:
        """Return the time of day on this laptop: ``10.42.07``, in English ``10:42:07``."""
        moment = read_instant(instant) if isinstance(instant, str) else instant
        mark = "." if self.language is Language.INDONESIAN else ":"
        return moment.astimezone().strftime(f"%H{mark}%M{mark}%S")

    def moment(self, instant: str | datetime, *, seconds: bool = False) -> str:
        """Return day and time on this laptop: ``24 November 2026 10.42``."""
        from smartcity_desktop.language.dates import print_day

        moment = read_instant(instant) if isinstance(instant, str) else instant
        local = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone()
        mark = "." if self.language is Language.INDONESIAN else ":"
        form = f"%H{mark}%M{mark}%S" if seconds else f"%H{mark}%M"
        return f"{print_day(local.date(), self.language)} {local.strftime(form)}"

    def problems(self, problems: Iterable[Problem]) -> str:
        """Return every problem on a line of its own, its place before it."""
        lines = []
        for problem in problems:
            where = self.catalogue.place(problem)
            said = self.say(problem.what)
            lines.append(f"{where}: {said}" if where else said)
        return "\n".join(lines)


@cache
def _printer() -> Callable[..., str]:
    """Return what prints figures; the start page has none."""
    from smartcity_desktop.language.numbers import print_number

    return print_number
