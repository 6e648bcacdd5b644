"""What an instrument may measure; anything larger is none that a jury could use."""

from __future__ import annotations

from fractions import Fraction

LARGEST_FILE = 500_000
"""Bytes of the whole file."""

LONGEST_NAME = 200
"""Characters in a title, in a name and in a general name of a value."""

LONGEST_TEXT = 500
"""Characters in the text of a level, in what evidence is asked for and in the notice."""

LONGEST_GUIDANCE = 1000

MOST_DIMENSIONS = 50
MOST_ASPECTS = 50
"""Aspects in one dimension."""

MOST_INDICATORS = 500
"""Indicators in the whole instrument."""

MOST_VALUES = 1000
"""Values that a scale lists, and levels of one rubric."""

MOST_RUBRICS = 100
MOST_BANDS = 20
MOST_GRADES = 50

MOST_DIGITS = 15
MOST_DECIMALS = 6
LARGEST_VALUE = Fraction(10**9)
"""Of a scale, up or down: with all its decimals it stays far inside what JSON keeps exact."""

LARGEST_COUNT = 100_000
"""Of judges, of dropped values, of places in a band."""

MOST_PROBLEMS = 500
"""Nobody repairs more in one go."""
