"""Imports as Python does them: PySide6 wraps them, and looks into the source of every module.

It looks for ``from __feature__ import ...``, by which a module may ask for other names of Qt's
methods. No module of ours does, and reading, decoding and searching the sources takes longer than
running what they define.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - what takes the place of the import


def import_plainly() -> None:
    """Put back the import that was there before PySide6 took its place."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
