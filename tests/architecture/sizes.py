"""Size as a contract: import rules alone do not stop files and classes from growing."""

from __future__ import annotations

import ast
from statistics import median
from typing import TYPE_CHECKING

from tests.architecture.source_tree import read_sources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.architecture.source_tree import Source

MEDIAN_FILE, LONGEST_FILE, LONGEST_FUNCTION, LONGEST_CLASS, MOST_METHODS = 100, 400, 50, 250, 20

DEFINITIONS = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def find_oversized(root: Path, *parts: str) -> list[str]:
    """Return a line for everything in these parts of the tree that is too large."""
    found: list[str] = []
    lengths = []
    for source in read_sources(root, *parts):
        length = len(source.text.splitlines())
        if any(isinstance(node, DEFINITIONS) for node in ast.walk(source.tree)):
            lengths.append(length)
        if length > LONGEST_FILE:
            found.append(f"{source.name}: {length} lines, at most {LONGEST_FILE}")
        found.extend(_oversized_definitions(source))
    if lengths and median(lengths) > MEDIAN_FILE:
        found.append(f"half of the files have more than {median(lengths)} lines")
    return found


def _oversized_definitions(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if not isinstance(node, DEFINITIONS):
            continue
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        longest = LONGEST_CLASS if isinstance(node, ast.ClassDef) else LONGEST_FUNCTION
        if length > longest:
            yield f"{source.name}: {node.name} has {length} lines, at most {longest}"
        methods = sum(
            isinstance(member, ast.FunctionDef | ast.AsyncFunctionDef)
            and not member.name.startswith("_")
            for member in node.body
        )
        if isinstance(node, ast.ClassDef) and methods > MOST_METHODS:
            yield f"{source.name}: {node.name} has {methods} public methods, at most {MOST_METHODS}"
