"""What is told from the text of our statements is what SQLite makes of them."""

from __future__ import annotations

import pytest

from smartcity_desktop.store.assessment_schema import ASSESSMENT
from smartcity_desktop.store.file_kind import (
    MIGRATIONS_TABLE,
    FileKind,
    made_by_sqlite,
    released_schema,
)
from smartcity_desktop.store.panel_schema import PANEL
from smartcity_desktop.store.schema_text import objects_of


@pytest.mark.parametrize("kind", [PANEL, ASSESSMENT])
def test_sqlite_makes_the_same_of_every_released_version(kind: FileKind) -> None:
    statements = list(MIGRATIONS_TABLE)
    for step in kind.steps:
        statements += step.statements
        told = objects_of(statements)
        assert told is not None, "opening would wait for SQLite again"
        assert told == made_by_sqlite(statements) == released_schema(kind, step.version)


@pytest.mark.parametrize(
    "statement",
    [
        'CREATE TABLE "quoted" (\n    x TEXT NOT NULL UNIQUE,\n    y TEXT PRIMARY KEY\n) STRICT',
        "CREATE TABLE plain (x INTEGER PRIMARY KEY, y TEXT, UNIQUE (x, y)) STRICT",
        "CREATE TABLE plain (x TEXT, y TEXT, PRIMARY KEY (x, y)) STRICT, WITHOUT ROWID",
    ],
)
def test_sqlite_makes_the_same_of_other_tables(statement: str) -> None:
    assert objects_of([statement]) == made_by_sqlite([statement])


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE loose (x)",
        "CREATE TABLE IF NOT EXISTS plain (x TEXT) STRICT",
        "CREATE TABLE two (x TEXT PRIMARY KEY, y TEXT UNIQUE) STRICT, WITHOUT ROWID",
        "CREATE TRIGGER t AFTER INSERT ON loose BEGIN SELECT 1; END",
        "ALTER TABLE plain ADD COLUMN y TEXT",
        "DROP TABLE plain",
        "",
    ],
)
def test_anything_else_is_left_to_sqlite(statement: str) -> None:
    assert objects_of(["CREATE TABLE plain (x TEXT) STRICT", statement]) is None
