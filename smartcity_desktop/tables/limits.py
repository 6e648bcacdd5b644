"""What a table may measure; anything larger is no list that a person filled."""

from __future__ import annotations

LARGEST_FILE = 20 * 2**20
"""Bytes of a file as it lies on the disk."""

LARGEST_UNPACKED = 100 * 2**20
"""Bytes of all parts of a spreadsheet together, unpacked."""

MOST_PARTS = 2_000
"""Parts in the archive that a spreadsheet is."""

MOST_LINES = 2**20
"""Lines with the blank ones: as many as a spreadsheet has."""

MOST_ROWS = 200_000
"""Lines that are filled."""

MOST_COLUMNS = 300

MOST_CELLS = 4_000_000
"""Cells counted up to the last filled one of each row: what the memory has to hold."""

MOST_CHARACTERS = 40_000_000
"""Characters of all cells together: a spreadsheet can repeat one long text in every cell."""

LONGEST_CELL = 32_767
"""Characters in one cell: the limit of spreadsheets themselves."""
