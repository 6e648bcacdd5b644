"""Reading one table of the file while gathering everything that is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.instruments import sentences
from smartcity_desktop.instruments.figures import exact_number
from smartcity_desktop.instruments.limits import LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from enum import Enum
    from fractions import Fraction

    from smartcity_desktop.instruments.findings import Findings, Place

    _Choice = TypeVar("_Choice", bound=Enum)

# Controls, and the characters that make text read otherwise than it is stored.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_BLANKS = re.compile("[ \t\n]+")


class Section:
    """One table; a key that is asked for is known, the others are faults when it is closed.

    What is faulty is read as a neutral value (empty text, None, the smallest number), so that
    reading can go on and find the rest.
    """

    def __init__(self, values: Mapping[str, object], place: Place, findings: Findings) -> None:
        """Take the table that was found at a place."""
        self.place = place
        self.findings = findings
        self._values = values
        self._known: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether the key is given; it is known from now on."""
        self._known.add(key)
        return key in self._values

    def fault(self, key: str, what: Message) -> None:
        """Keep a problem with a key of this table."""
        self.findings.add(self.place.key(key), what)

    def text(self, key: str, longest: int = LONGEST_NAME, like: str = "") -> str:
        """Return a text, blanks and line breaks in it as single blanks; "" when it is faulty.

        Args:
            key: where the text stands.
            longest: how many characters fit.
            like: the key whose example helps, where it is another.
        """
        value = self._required(key, like)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fault(key, sentences.wrong_type(like or key, value, sentences.TEXT))
            return ""
        # Printable text has nothing forbidden in it, and no blanks but spaces.
        printable = value.isprintable()
        found = None if printable else _FORBIDDEN.search(value)
        text = unicodedata.normalize("NFC", value)
        if not printable or "  " in text:
            text = _BLANKS.sub(" ", text)
        text = text.strip(" ")
        if found:
            self.fault(
                key,
                message("The text contains the invisible character {character}. Delete it.",
                        character=f"U+{ord(found[0]):04X}"),
            )  # fmt: skip
        elif not text:
            self.fault(key, message("The text is empty."))
        elif len(text) > longest:
            self.fault(key, message("The text has {length} characters; at most {most} fit.",
                                    length=len(text), most=longest))  # fmt: skip
        else:
            return text
        return ""

    def local(self, key: str, longest: int = LONGEST_NAME, *, required: bool = True) -> LocalText:
        """Return a text ``{ id, en }``; ``en`` may be left out."""
        if not required and not self.has(key):
            return LocalText("")
        section = self.section(key, expected=sentences.LOCAL_TEXT)
        if section is None:
            return LocalText("")
        text = section.languages(longest)
        section.close()
        return text

    def languages(self, longest: int) -> LocalText:
        """Return the text that this table gives under ``id`` and ``en``."""
        return LocalText(
            self.text("id", longest, like="id of a text"),
            self.text("en", longest) if self.has("en") else "",
        )

    def whole(self, key: str, lowest: int, highest: int) -> int:
        """Return a whole number within bounds; the lowest when it is faulty."""
        value = self._required(key)
        if value is None:
            return lowest
        if isinstance(value, bool) or not isinstance(value, int):
            self.fault(key, sentences.wrong_type(key, value, sentences.WHOLE_NUMBER))
        elif not lowest <= value <= highest:
            self.fault(key, message("A whole number from {lowest} to {highest} is needed.",
                                    lowest=lowest, highest=highest))  # fmt: skip
        else:
            return value
        return lowest

    def number(self, key: str) -> Fraction | None:
        """Return an exact number; None when it is faulty."""
        value = self._required(key)
        return None if value is None else self._number(key, value)

    def numbers(self, key: str, most: int) -> tuple[Fraction, ...] | None:
        """Return a list of exact numbers; None when it, or one of them, is faulty."""
        items = [
            self._number(f"{key}[{n}]", item, key) for n, item in self._items(key, most)
        ]  # fmt: skip
        found = tuple(item for item in items if item is not None)
        return found if found and len(found) == len(items) else None

    def texts(self, key: str, most: int) -> Iterator[tuple[int, str]]:
        """Yield the texts of a list, which may be empty, with their numbers."""
        for number, item in self._items(key, most, least=0):
            if isinstance(item, str):
                yield number, item
            else:
                what = sentences.wrong_type(key, item, sentences.TEXT)
                self.findings.add(self.place.entry(key, number), what)

    def choice(self, key: str, words: type[_Choice]) -> _Choice | None:
        """Return one of a closed set of words; None when it is faulty."""
        value = self._required(key)
        if value is None:
            return None
        offered: dict[str, _Choice] = {word.value: word for word in words}
        if not isinstance(value, str):
            self.fault(key, sentences.wrong_type(key, value, sentences.TEXT))
        elif value not in offered:
            self.fault(key, sentences.not_offered(value, offered))
        else:
            return offered[value]
        return None

    def flag(self, key: str) -> bool:
        """Return true or false; false when it is left out."""
        if not self.has(key):
            return False
        value = self._values[key]
        if not isinstance(value, bool):
            self.fault(key, sentences.wrong_type(key, value, sentences.YES_OR_NO))
        return value is True

    def section(self, key: str, expected: Message = sentences.TABLE) -> Section | None:
        """Return the table under a key; None when it is faulty."""
        value = self._required(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.fault(key, sentences.wrong_type(key, value, expected))
            return None
        return Section(value, self.place.key(key), self.findings)

    def sections(self, key: str, most: int, *, least: int = 1) -> tuple[Section, ...]:
        """Return the tables of a list."""
        found = []
        for number, item in self._items(key, most, least=least):
            if isinstance(item, dict):
                label = "" if "value" in item else item.get("id")
                place = self.place.entry(key, number, label)
                found.append(Section(item, place, self.findings))
            else:
                what = sentences.wrong_type(key, item, sentences.TABLE)
                self.findings.add(self.place.entry(key, number), what)
        return tuple(found)

    def named_sections(self) -> Iterator[tuple[str, Section]]:
        """Yield the tables of this table, whatever they are called."""
        for name in self._values:
            section = self.section(name)
            if section:
                yield name, section

    def close(self) -> None:
        """Name every key that nobody asked for."""
        for key in self._values:
            if key not in self._known:
                self.fault(key, sentences.unknown_key(key, self._known))

    def _required(self, key: str, like: str = "") -> object:
        if not self.has(key):
            self.fault(key, sentences.missing(like or key))
            return None
        return self._values[key]

    def _items(self, key: str, most: int, *, least: int = 1) -> Iterator[tuple[int, object]]:
        """Yield the entries of a list, counted from 1."""
        value = self._required(key)
        if value is None:
            return
        if not isinstance(value, list):
            self.fault(key, sentences.wrong_type(key, value, sentences.LIST))
        elif len(value) < least:
            self.fault(key, message("The list is empty; it needs at least one entry."))
        elif len(value) > most:
            self.fault(key, message("At most {most} entries are possible.", most=most))
        else:
            yield from enumerate(value, start=1)

    def _number(self, step: str, value: object, key: str = "") -> Fraction | None:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.fault(step, sentences.wrong_type(key or step, value, sentences.NUMBER))
            return None
        number = exact_number(value)
        if isinstance(number, Message):
            self.fault(step, number)
            return None
        return number
