"""Tables that both kinds of file have."""

from __future__ import annotations

INDICATORS = """CREATE TABLE indicators (
    position INTEGER PRIMARY KEY,
    indicator TEXT NOT NULL,
    decimals INTEGER NOT NULL
) STRICT"""

DOSSIERS = """CREATE TABLE dossiers (
    region TEXT PRIMARY KEY,
    document TEXT NOT NULL
) STRICT"""

SEALED_SHEETS = """CREATE TABLE sealed_sheets (
    sha256 TEXT PRIMARY KEY,
    payload TEXT NOT NULL
) STRICT"""

EVIDENCE = """CREATE TABLE evidence (
    sha256 TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT"""

ACTS = """CREATE TABLE acts (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    details TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT"""

SEALED_SCORES = """CREATE VIEW sealed_scores AS
SELECT
    sealed_sheets.sha256 AS sha256,
    json_extract(sealed_sheets.payload, '$.judge') AS judge,
    json_extract(sealed_sheets.payload, '$.region') AS region,
    json_extract(sealed_sheets.payload, '$.name') AS name,
    json_extract(sealed_sheets.payload, '$.state') AS state,
    json_each.key AS position,
    indicators.indicator AS indicator,
    json_each.value AS value,
    indicators.decimals AS decimals
FROM sealed_sheets
JOIN json_each(sealed_sheets.payload, '$.values')
LEFT JOIN indicators ON indicators.position = json_each.key"""
