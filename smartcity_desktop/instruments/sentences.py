"""Sentences for faults that every key can have."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.instruments.findings import shown
from smartcity_desktop.instruments.grammar import EXAMPLES, HOMES, INDONESIAN

if TYPE_CHECKING:
    from collections.abc import Iterable

TEXT = message("text in quotation marks")
LOCAL_TEXT = message("a text in both languages")
WHOLE_NUMBER = message("a whole number")
NUMBER = message("a number")
LIST = message("a list")
TABLE = message("a table")
YES_OR_NO = message("true or false")

_KINDS: tuple[tuple[type, Message], ...] = (
    (bool, YES_OR_NO),
    (int, WHOLE_NUMBER),
    (Decimal, message("a number with decimals")),
    (str, message("text")),
    (list, LIST),
    (dict, TABLE),
)

_MOST_LISTED = 12


def missing(key: str) -> Message:
    """Return the sentence for a key that must be given."""
    return message("This is missing. Write for instance: {example}", example=_example(key))


def wrong_type(key: str, value: object, expected: Message) -> Message:
    """Return the sentence for a value of another kind than the key has."""
    found = next((k for t, k in _KINDS if isinstance(value, t)), message("a date or a time"))
    return message(
        "Here stands {found}, but {expected} is needed, for instance: {example}",
        found=found,
        expected=expected,
        example=_example(key),
    )


def unknown_key(key: str, known: Iterable[str]) -> Message:
    """Return the sentence for a key that has no meaning where it stands."""
    from difflib import get_close_matches

    keys = sorted(known)
    meant = INDONESIAN.get(key.casefold(), "")
    close = [meant] if meant in keys else get_close_matches(key.casefold(), keys, 1)
    if key in HOMES:
        return message('"{key}" has no meaning here. It belongs {home}.',
                       key=key, home=HOMES[key])  # fmt: skip
    if close:
        return message('"{key}" is not known here. Did you mean "{offer}"?',
                       key=shown(key), offer=close[0])  # fmt: skip
    return message('"{key}" is not known here. Known are: {known}.',
                   key=shown(key), known=", ".join(keys))  # fmt: skip


def not_offered(given: str, offered: Iterable[str]) -> Message:
    """Return the sentence for a word that is none of those to choose from."""
    from difflib import get_close_matches

    words = list(offered)
    close = get_close_matches(given.casefold(), words, 1)
    if close:
        return message('"{given}" is not known here. Did you mean "{offer}"?',
                       given=shown(given), offer=close[0])  # fmt: skip
    return message('"{given}" is not known here. Known are: {known}.',
                   given=shown(given), known=listed(words))  # fmt: skip


def listed(words: Iterable[str]) -> str:
    """Return words for a sentence, the first ones where there are many."""
    all_words = list(words)
    first = ", ".join(all_words[:_MOST_LISTED])
    return first if len(all_words) <= _MOST_LISTED else f"{first}, …"


def _example(key: str) -> str:
    return EXAMPLES.get(key, f"{key} = ...")
