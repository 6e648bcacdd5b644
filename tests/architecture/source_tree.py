"""The source files of a tree, parsed once."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Source(Struct, frozen=True):
    """One file: its path inside the tree, its text and what it says."""

    name: str
    text: str
    tree: ast.Module


def read_sources(root: Path, *parts: str) -> Iterator[Source]:
    """Yield every Python file of these files and folders of the tree, sorted."""
    for part in parts:
        start = root / part
        paths = sorted(start.rglob("*.py")) if start.is_dir() else [start]
        for path in paths:
            if path.exists():
                text = path.read_text(encoding="utf-8")
                yield Source(path.relative_to(root).as_posix(), text, ast.parse(text))


def imported_names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the dotted name of every absolute import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.lineno, node.module or ""
