"""Sentences for people, kept apart from the language they are finally read in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.offer import Offer


class Message(Struct, frozen=True):
    """An English sentence with named ``{placeholders}`` and the values for them.

    The core carries messages; only the edge (command line, window, paper) turns them into
    words of one language. A field may itself be a message and is then translated first.

    Attributes:
        offers: what may be written instead, where the sentence says what was likely meant.
    """

    template: str
    fields: tuple[tuple[str, str | int | Message], ...] = ()
    offers: tuple[Offer, ...] = ()

    def __str__(self) -> str:
        """Return the English sentence; what logs and test failures show."""
        return self.template.format(
            **{
                name: str(value) if isinstance(value, Message) else value
                for name, value in self.fields
            }
        )


def message(template: str, /, **fields: str | int | Message) -> Message:
    """Make a message. The catalogue is extracted from calls of this function."""
    return Message(template, tuple(sorted(fields.items())))


def offering(text: Message, offers: Iterable[Offer]) -> Message:
    """Return a message with what may be written instead, likeliest first, each once."""
    return replace(text, offers=tuple(dict.fromkeys(offers)))
