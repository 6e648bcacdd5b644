"""Walking through foreign JSON, each value exactly of its type, with its place for the sentence."""

from __future__ import annotations

import json
import re
import unicodedata
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

Choice = TypeVar("Choice", bound=Enum)
Item = TypeVar("Item")

RATIO = re.compile(r"(-?[0-9]{1,1000})/([1-9][0-9]{0,999})", re.ASCII)


class MisplacedError(ValueError):
    """A value is missing, unknown, or of another type; the text is its place."""


class Node(Struct, frozen=True):
    """A value and its place, such as ``sheets[3].seal``."""

    value: object
    place: str

    def refuse(self) -> NoReturn:
        """Say that this value cannot stand here."""
        raise MisplacedError(self.place or "the outermost value")

    def fields(self, *names: str) -> list[Node]:
        """Return the fields of an object that has exactly these, in the order of the names."""
        entries = self.entries()
        if entries.keys() != set(names):
            self.refuse()
        return [entries[name] for name in names]

    def entries(self) -> dict[str, Node]:
        """Return the fields of an object with any names."""
        if not isinstance(self.value, dict):
            self.refuse()
        return {
            str(name): Node(value, f"{self.place}.{name}".lstrip("."))
            for name, value in self.value.items()
        }

    def items(self) -> list[Node]:
        """Return the items of an array."""
        if not isinstance(self.value, list):
            self.refuse()
        return [Node(item, f"{self.place}[{at}]") for at, item in enumerate(self.value)]

    def ascending(
        self, read: Callable[[Node], Item], key: Callable[[Item], Any]
    ) -> tuple[Item, ...]:
        """Return what is read from the items, which must be different and in ascending order."""
        found = tuple(read(item) for item in self.items())
        keys = [key(item) for item in found]
        if any(before >= after for before, after in pairwise(keys)):
            self.refuse()
        return found

    def text(self) -> str:
        """Return a text in NFC."""
        if not isinstance(self.value, str) or not unicodedata.is_normalized("NFC", self.value):
            self.refuse()
        return self.value

    def texts(self) -> tuple[str, ...]:
        """Return an array of texts in any order."""
        return tuple(item.text() for item in self.items())

    def count(self) -> int:
        """Return an integer that is not negative; a truth value is none."""
        if type(self.value) is not int or self.value < 0:
            self.refuse()
        return self.value

    def ratio(self) -> Fraction:
        """Return the number written as ``p/q``."""
        found = RATIO.fullmatch(self.text())
        if not found:
            self.refuse()
        return Fraction(int(found[1]), int(found[2]))

    def choice(self, choices: type[Choice]) -> Choice:
        """Return the member of an enumeration with this value."""
        members = {member.value: member for member in choices}
        if self.text() not in members:
            self.refuse()
        return members[self.text()]


def parse_strictly(data: bytes) -> Node:
    """Return the outermost value of UTF-8 JSON without approximate numbers.

    Raises:
        ValueError: it is none. RecursionError: it is nested too deeply.
    """
    value = json.loads(data.decode(), parse_float=_no_number, parse_constant=_no_number)
    return Node(value, "")


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text[:20]} is no integer")
