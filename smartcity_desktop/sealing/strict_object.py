"""Reading of small sealed documents: exactly these keys, exactly these types."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.sealing.canonical import read_canonical
from smartcity_desktop.sealing.plain_text import are_instants, are_texts, is_digest, is_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class MalformedError(InputError):
    """A sealed document that does not have the published form.

    Attributes:
        field: its path in the document.
        reason: what a refusal because of it is called.
    """

    def __init__(self, field: str, reason: RefusalReason = RefusalReason.SEAL_MALFORMED) -> None:
        """Name the field that is not as published."""
        self.field = field
        self.reason = reason
        super().__init__(
            message("The field {field} does not have the published form.", field=field)
        )


class StrictObject(Struct, frozen=True):
    """A JSON object that holds exactly the expected keys; each getter refuses any other type.

    Attributes:
        place: the path of the object, such as ``log.``; empty for the document itself.
    """

    fields: Mapping[str, object]
    place: str = ""

    def line(self, key: str) -> str:
        """Return a text on one line that says something."""
        return str(self._where(key, is_line(self.fields[key])))

    def text(self, key: str) -> str:
        """Return a text, which may be empty or have several lines."""
        return str(self._where(key, are_texts((self.fields[key],))))

    def digest(self, key: str) -> str:
        """Return a SHA-256 in lowercase hexadecimal."""
        return str(self._where(key, is_digest(self.fields[key])))

    def instant(self, key: str) -> str:
        """Return a moment as the files carry it."""
        return str(self._where(key, are_instants((self.fields[key],))))

    def count(self, key: str, least: int = 0) -> int:
        """Return an integer of at least that much; ``true`` is none."""
        value = self.fields[key]
        if type(value) is not int or value < least:
            raise MalformedError(self.place + key)
        return value

    def exactly(self, key: str, expected: str | int) -> None:
        """Refuse anything but this very value."""
        value = self.fields[key]
        self._where(key, type(value) is type(expected) and value == expected)

    def part(self, key: str, keys: Sequence[str]) -> StrictObject:
        """Return an object inside this one."""
        return strict_object(self.fields[key], keys, f"{self.place}{key}.")

    def parts(self, key: str, keys: Sequence[str]) -> tuple[StrictObject, ...]:
        """Return the objects of an array."""
        return tuple(
            strict_object(item, keys, f"{self.place}{key}[{number}].")
            for number, item in enumerate(self.array(key))
        )

    def array(self, key: str) -> list[object]:
        """Return an array of anything."""
        value = self.fields[key]
        if type(value) is not list:
            raise MalformedError(self.place + key)
        return value

    def lines(self, key: str) -> tuple[str, ...]:
        """Return an array of lines, each once, in ascending order of their code points."""
        value = tuple(item for item in self.array(key) if type(item) is str and is_line(item))
        self._where(key, len(value) == len(self.array(key)) and is_ascending(value))
        return value

    def digests(self, key: str) -> tuple[str, ...]:
        """Return an array of digests, each once, in ascending order."""
        value = self.lines(key)
        self._where(key, all(map(is_digest, value)))
        return value

    def _where(self, key: str, holds: bool) -> object:  # noqa: FBT001 - the outcome of a check
        if not holds:
            raise MalformedError(self.place + key)
        return self.fields[key]


def read_object(data: bytes, keys: Sequence[str]) -> StrictObject:
    """Return the object that these canonical bytes hold.

    Raises:
        MalformedError: other keys, or no object.
        NotCanonicalError: the bytes are no canonical JSON.
    """
    return strict_object(read_canonical(data), keys, "")


def strict_object(value: object, keys: Sequence[str], place: str) -> StrictObject:
    """Return the object, which must hold exactly these keys."""
    if type(value) is not dict or sorted(value) != sorted(keys):
        raise MalformedError(place.rstrip(".") or "(document)")
    return StrictObject(value, place)


def is_ascending(items: Sequence[object]) -> bool:
    """Whether the items are sorted, each occurring once."""
    texts = [str(item) for item in items]
    return all(left < right for left, right in itertools.pairwise(texts))
