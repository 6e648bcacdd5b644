"""Region codes: the official form, free ones, and what spreadsheets make of them."""

from __future__ import annotations

import re

OFFICIAL_FORM = re.compile(r"[0-9]{2}\.[0-9]{2}")
"""Two digits for the province, two for the kabupaten or kota."""

FREE_FORM = re.compile(r"[A-Za-z0-9._/-]{1,32}")
"""What any other code may consist of."""

BARE_FORM = re.compile("[0-9]{4}")
"""An official code that lost its point; or a code of somebody's own."""

_MANGLED = (
    (re.compile(r"([0-9]{2})[.,]([0-9])"), (r"\1.\g<2>0", r"\1.0\2")),  # 35.10 as a number: 35.1
    (re.compile(r"([0-9]{2}),([0-9]{2})"), (r"\1.\2",)),
    (re.compile(r"([0-9]{2})([0-9]{2})"), (r"\1.\2",)),
    (re.compile(r"([0-9]{2}):([0-9]{2})(?::00)?"), (r"\1.\2",)),  # as a time of day
    (re.compile(r"[0-9]{4}-([0-9]{2})-([0-9]{2})(?: 00:00)?"), (r"\2.\1",)),  # 12.05 as 12 May
)


def possible_originals(text: str) -> tuple[str, ...]:
    """Return the codes of official form that a spreadsheet may have turned into this text."""
    return tuple(
        found.expand(form)
        for pattern, forms in _MANGLED
        if (found := pattern.fullmatch(text))
        for form in forms
    )
