"""Instruments of any number of dimensions, for tests of what is drawn."""

from __future__ import annotations

HEAD = """\
format = 1
id = "uji"
version = "1"
title = { id = "Instrumen uji", en = "Test instrument" }
notice = { id = "Contoh, bukan instrumen resmi", en = "An example, not an official instrument" }
[scale]
values = [1, 2, 3, 4]
"""
RULES = """\
[rules]
weights = "percent"
combine_judges = "mean"
combine_at = "indicator"
minimum_judges = 1
minimum_scores = 1
decimals = 2
tie_break = ["plenary"]
"""


def write_instrument(dimensions: int) -> bytes:
    """Return an instrument with two indicators in every dimension."""
    text = HEAD
    for number in range(1, dimensions + 1):
        weight = 100 // dimensions if number > 1 else 100 - (dimensions - 1) * (100 // dimensions)
        text += f"""\
[[dimensions]]
id = "D{number}"
name = {{ id = "Dimensi {number}", en = "Dimension {number}" }}
weight = {weight}
"""
        for each in (1, 2):
            text += f"""\
[[dimensions.indicators]]
id = "D{number}.{each}"
name = {{ id = "Indikator {each}", en = "Indicator {each}" }}
weight = 50
"""
    return (text + RULES).encode()
