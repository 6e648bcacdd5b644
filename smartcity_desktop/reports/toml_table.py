"""Reading a table of a TOML file while gathering everything that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import Problem
from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message

LONGEST_TEXT = 400
LONGEST_LIST = 40


class TomlTable:
    """One table; every key that is read is known, the others are problems when it is closed."""

    def __init__(self, values: object, where: str, problems: list[Problem]) -> None:
        """Take a table found at ``where``; what is no table counts as an empty one."""
        self._where = where
        self._problems = problems
        self._known: set[str] = set()
        self._values: dict[str, object] = {}
        if isinstance(values, dict):
            self._values = values
        else:
            self._fault("", message("A table is expected here."))

    def text(self, key: str) -> str:
        """Return a short text; empty when the key is absent."""
        return self._text(self._take(key, ""), key)

    def local(self, key: str) -> LocalText:
        """Return a text in one or both languages; empty when the key is absent."""
        return self._local(self._take(key, ""), key)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of short texts."""
        return tuple(self._text(item, f"{key}[{n}]") for n, item in self._items(key))

    def local_texts(self, key: str) -> tuple[LocalText, ...]:
        """Return a list of texts in one or both languages."""
        return tuple(self._local(item, f"{key}[{n}]") for n, item in self._items(key))

    def number(self, key: str, default: int, highest: int) -> int:
        """Return a whole number from 0 up to ``highest``."""
        value = self._take(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= highest:
            self._fault(key, message("A whole number from 0 to {highest} is expected.",
                                     highest=highest))  # fmt: skip
            return default
        return value

    def flag(self, key: str) -> bool:
        """Return yes or no; no when the key is absent."""
        value = self._take(key, default=False)
        if not isinstance(value, bool):
            self._fault(key, message("Write true or false here."))
            return False
        return value

    def table(self, key: str) -> TomlTable | None:
        """Return a table within this one, or None when the key is absent."""
        if key not in self._values:
            self._known.add(key)
            return None
        return TomlTable(self._take(key, {}), self._place(key), self._problems)

    def tables(self, key: str) -> tuple[TomlTable, ...]:
        """Return a list of tables."""
        return tuple(
            TomlTable(item, self._place(f"{key}[{n}]"), self._problems)
            for n, item in self._items(key)
        )

    def fault(self, key: str, what: Message) -> None:
        """Add a problem with a key of this table."""
        self._fault(key, what)

    def close(self) -> None:
        """Name every key that nobody asked for."""
        for key in self._values:
            if key not in self._known:
                self._fault(
                    key,
                    message("This key is not known here. Known: {known}.",
                            known=", ".join(sorted(self._known))),
                )  # fmt: skip

    def _take(self, key: str, default: object) -> object:
        self._known.add(key)
        return self._values.get(key, default)

    def _items(self, key: str) -> list[tuple[int, object]]:
        value = self._take(key, [])
        if not isinstance(value, list):
            self._fault(key, message("A list is expected here."))
            return []
        if len(value) > LONGEST_LIST:
            self._fault(key, message("At most {limit} entries are allowed.", limit=LONGEST_LIST))
        return list(enumerate(value[:LONGEST_LIST], start=1))

    def _text(self, value: object, key: str) -> str:
        if not isinstance(value, str):
            self._fault(key, message("A text in quotation marks is expected here."))
            return ""
        if len(value) > LONGEST_TEXT:
            self._fault(key, message("The text is longer than {limit} characters.",
                                     limit=LONGEST_TEXT))  # fmt: skip
        return " ".join(value.split())

    def _local(self, value: object, key: str) -> LocalText:
        if not isinstance(value, dict):
            return LocalText(self._text(value, key))
        if not value.get("id") or not set(value) <= {"id", "en"}:
            self._fault(key, message("A text is written plainly or as {form}.",
                                     form='{ id = "...", en = "..." }'))  # fmt: skip
            return LocalText("")
        return LocalText(
            self._text(value["id"], f"{key}.id"), self._text(value.get("en", ""), f"{key}.en")
        )

    def _fault(self, key: str, what: Message) -> None:
        self._problems.append(Problem(self._place(key), what))

    def _place(self, key: str) -> str:
        return ".".join(part for part in (self._where, key) if part)
