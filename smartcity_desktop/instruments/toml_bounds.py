"""Bounds on a TOML text before it is parsed.

Parsing a dotted key costs memory and time with the square of its length, deep brackets exhaust
the stack, and very long numbers are refused by Python itself. A text from a stranger must not do
any of this.
"""

from __future__ import annotations

import re
from itertools import accumulate

from smartcity_desktop.domain.message import Message, message

MOST_KEY_PARTS = 16
DEEPEST = 16
LONGEST_WORD = 64
"""Characters of a bare key, a number or a date."""

_TEXTS = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+(?:"{3,5}|\\?\Z)'
    r"|'''(?:[^']++|'(?!''))*+(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]++|\\[^\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+",
    re.DOTALL,
)
"""Texts and comments, closed or not."""

_PIECES = re.compile(r"[=,\[\]{}\n]")
_WORD = re.compile(rf"[\w+-]{{{LONGEST_WORD + 1}}}")
_KEY = re.compile(rf"(?:\.[^=,\[\]{{}}\n.]*+){{{MOST_KEY_PARTS + 1}}}")
_BRACKETS = re.compile(r"[\[\]{}]")
_DEEPER = {"[": 1, "{": 1, "]": -1, "}": -1}


def first_excess(text: str) -> tuple[int, Message] | None:
    """Return line and sentence for the first thing out of proportion, None when all is well."""
    bare = _TEXTS.sub(_its_lines, text)
    # Nearly always all is well, and that is told of the whole text at once.
    depths = accumulate(map(_DEEPER.__getitem__, _BRACKETS.findall(bare)))
    if max(depths, default=0) > DEEPEST or _WORD.search(bare) or _KEY.search(bare):
        return _first_in(bare)
    return None


def _its_lines(found: re.Match[str]) -> str:
    text = found[0]
    return "\n" * text.count("\n") if "\n" in text else ""


def _first_in(bare: str) -> tuple[int, Message] | None:
    line, depth, start = 1, 0, 0
    for mark in _PIECES.finditer(bare):
        what = _excess_in(bare[start : mark.start()])
        start = mark.end()
        if mark[0] in "[{":
            depth += 1
        elif mark[0] in "]}":
            depth -= 1
        if depth > DEEPEST:
            what = message("Brackets are nested deeper than {most}.", most=DEEPEST)
        if what:
            return line, what
        line += mark[0] == "\n"
    what = _excess_in(bare[start:])
    return (line, what) if what else None


def _excess_in(piece: str) -> Message | None:
    if piece.count(".") > MOST_KEY_PARTS:
        return message("A key has more than {most} parts.", most=MOST_KEY_PARTS)
    if _WORD.search(piece):
        return message(
            "Outside quotation marks nothing is longer than {most} characters.", most=LONGEST_WORD
        )
    return None
