"""The instruments that ship with the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

RESOURCES = Path(__file__).parents[2] / "resources"
"""Beside the program, when it runs from its sources."""


def shipped_instruments(resources: Path = RESOURCES) -> Mapping[str, Path]:
    """Return the files of the shipped instruments by instrument id, which is the file's name.

    Args:
        resources: where the program's resources lie; a packed program passes its own folder.
    """
    folder = resources / "instruments"
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}
