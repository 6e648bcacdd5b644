"""Where approximate numbers could slip into what decides a result.

A division is allowed where one side is provably a ``Fraction`` (annotated so, or made on the
spot) or a path; ``Fraction(a, b)`` says the same of two integers.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from typing import TYPE_CHECKING

from tests.architecture.source_tree import imported_names, read_sources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.architecture.source_tree import Source

APPROXIMATE = {"math", "cmath", "random", "statistics", "numpy", "decimal"}
EXACT, PATH = "Fraction", "Path"

Kinds = dict[str, set[str]]


def find_approximations(root: Path, *parts: str) -> list[str]:
    """Return a line for everything in these parts that could compute with approximations."""
    sources = list(read_sources(root, *parts))
    fields: Kinds = defaultdict(set)
    for source in sources:
        _note_annotations(source.tree, fields)
    return [
        f"{source.name}:{line}: {what}"
        for source in sources
        for line, what in sorted(_look_through(source, fields))
    ]


def _look_through(source: Source, fields: Kinds) -> Iterator[tuple[int, str]]:
    for line, name in imported_names(source.tree):
        if name.split(".")[0] in APPROXIMATE:
            yield line, f"imports {name}"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield node.lineno, f"{node.value!r} is a float"
        elif isinstance(node, ast.Name) and node.id == "float":
            yield node.lineno, "names float"
        elif isinstance(node, ast.Call) and _reads_json_with_floats(node):
            yield node.lineno, "reads JSON without parse_float"
    yield from _unproven_divisions(source.tree, fields)


def _reads_json_with_floats(call: ast.Call) -> bool:
    return (
        isinstance(call.func, ast.Attribute)
        and call.func.attr in {"load", "loads"}
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "json"
        and not any(keyword.arg == "parse_float" for keyword in call.keywords)
    )


def _unproven_divisions(tree: ast.Module, fields: Kinds) -> Iterator[tuple[int, str]]:
    scopes = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Module)
    ]
    proven: set[int] = set()
    divisions: dict[int, ast.BinOp | ast.AugAssign] = {}
    for scope in scopes:
        names = _names_of(scope, fields)
        for node in ast.walk(scope):
            if not isinstance(node, ast.BinOp | ast.AugAssign) or not isinstance(node.op, ast.Div):
                continue
            divisions[id(node)] = node
            sides = (
                (node.left, node.right)
                if isinstance(node, ast.BinOp)
                else (node.target, node.value)
            )
            if any(_kind(side, names, fields) for side in sides):
                proven.add(id(node))
    for key, node in divisions.items():
        if key not in proven:
            yield node.lineno, f"divides without a Fraction: {ast.unparse(node)}"


def _names_of(scope: ast.AST, fields: Kinds) -> Kinds:
    """Return what is known of the plain names of a function or module."""
    names: Kinds = defaultdict(set)
    _note_annotations(scope, names)
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
            if isinstance(target, ast.Name):
                names[target.id].add(_kind(node.value, names, fields))
    return names


def _note_annotations(scope: ast.AST, kinds: Kinds) -> None:
    for node in ast.walk(scope):
        if isinstance(node, ast.arg) and node.annotation:
            kinds[node.arg].add(_annotated(node.annotation))
        elif isinstance(node, ast.AnnAssign):
            name = node.target
            if isinstance(name, ast.Name | ast.Attribute):
                label = name.id if isinstance(name, ast.Name) else name.attr
                kinds[label].add(_annotated(node.annotation))


def _annotated(annotation: ast.expr) -> str:
    words = ast.unparse(annotation).replace(" | None", "")
    return words if words in {EXACT, PATH} else ""


def _only(kinds: set[str]) -> str:
    return next(iter(kinds)) if len(kinds) == 1 else ""


def _kind(node: ast.expr, names: Kinds, fields: Kinds) -> str:
    """Return ``Fraction`` or ``Path`` where an expression provably is one; else nothing."""
    kind = ""
    match node:
        case ast.Constant(value=str()) | ast.JoinedStr():
            kind = PATH
        case ast.Call(func=ast.Name(id=name)) if name in {EXACT, PATH}:
            kind = name
        case ast.Name(id=name):
            kind = _only(names.get(name, set()))
        case ast.UnaryOp(operand=operand):
            kind = _kind(operand, names, fields)
        case ast.BinOp(left=left, right=right):
            kind = _kind(left, names, fields) or _kind(right, names, fields)
        case ast.Attribute(value=value, attr=name):
            kind = _only(fields.get(name, set())) or _of_a_path(value, names, fields)
        case ast.Call(func=inner) | ast.Subscript(value=inner):
            kind = _of_a_path(inner, names, fields)
    return kind


def _of_a_path(node: ast.expr, names: Kinds, fields: Kinds) -> str:
    """Return ``Path`` for what is asked of a path; a fraction's numerator is no fraction."""
    return PATH if _kind(node, names, fields) == PATH else ""
