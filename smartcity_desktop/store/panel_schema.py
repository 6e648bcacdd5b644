"""The tables of a panel file."""

from __future__ import annotations

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.store.file_kind import FileKind, SchemaStep, Version
from smartcity_desktop.store.shared_schema import (
    ACTS,
    DOSSIERS,
    EVIDENCE,
    INDICATORS,
    SEALED_SCORES,
    SEALED_SHEETS,
)

_ISSUE = """CREATE TABLE issue (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    document TEXT NOT NULL,
    instrument BLOB NOT NULL,
    created_at TEXT NOT NULL
) STRICT"""

_ISSUE_KEY = """CREATE TABLE issue_key (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    pem BLOB NOT NULL
) STRICT"""

_KEYS = """CREATE TABLE keys (
    thumbprint TEXT PRIMARY KEY,
    form TEXT NOT NULL CHECK (form IN ('age', 'p12')),
    wrapped BLOB NOT NULL,
    certificates TEXT NOT NULL,
    proof TEXT NOT NULL,
    added_at TEXT NOT NULL,
    current INTEGER NOT NULL CHECK (current IN (0, 1))
) STRICT"""

_ONE_CURRENT_KEY = "CREATE UNIQUE INDEX one_current_key ON keys (current) WHERE current = 1"

_DECLARED_CONFLICTS = """CREATE TABLE declared_conflicts (
    region TEXT PRIMARY KEY,
    reason TEXT NOT NULL
) STRICT"""

_SHEETS = """CREATE TABLE sheets (
    region TEXT PRIMARY KEY,
    payload TEXT NOT NULL
) STRICT, WITHOUT ROWID"""

_CHANGES = """CREATE TABLE changes (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    step INTEGER NOT NULL,
    reverted INTEGER,
    region TEXT,
    before TEXT,
    after TEXT
) STRICT"""

_SEALS = """CREATE TABLE seals (
    digest TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    jws TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT"""

_JOTTINGS = """CREATE TABLE jottings (
    region TEXT NOT NULL,
    indicator TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (region, indicator)
) STRICT, WITHOUT ROWID"""

_DOUBTS = """CREATE TABLE doubts (
    region TEXT NOT NULL,
    indicator TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (region, indicator)
) STRICT, WITHOUT ROWID"""

_SCORES = """CREATE VIEW scores AS
SELECT
    sheets.region AS region,
    json_extract(sheets.payload, '$.name') AS name,
    json_extract(sheets.payload, '$.state') AS state,
    json_each.key AS position,
    indicators.indicator AS indicator,
    json_each.value AS value,
    indicators.decimals AS decimals,
    json_extract(sheets.payload, '$.abstained."' || indicators.indicator || '"') AS abstained,
    json_extract(sheets.payload, '$.notes."' || indicators.indicator || '"') AS note
FROM sheets
JOIN json_each(sheets.payload, '$.values')
LEFT JOIN indicators ON indicators.position = json_each.key"""

PANEL = FileKind(
    name="panel",
    label=message("panel file"),
    application_id=0x53435046,  # "SCPF"
    steps=(
        SchemaStep(
            Version(1, 0),
            "first_release",
            (
                _ISSUE,
                _ISSUE_KEY,
                _KEYS,
                _ONE_CURRENT_KEY,
                _DECLARED_CONFLICTS,
                INDICATORS,
                DOSSIERS,
                _SHEETS,
                _CHANGES,
                _SEALS,
                SEALED_SHEETS,
                EVIDENCE,
                _JOTTINGS,
                _DOUBTS,
                ACTS,
                _SCORES,
                SEALED_SCORES,
            ),
        ),
    ),
    proof_tables=("issue", "seals", "sealed_sheets", "acts"),
    refused_as=RefusalReason.NOT_A_PANEL_FILE,
    longest_value=8 * 1024 * 1024,
)
"""Version 1.0: first release."""
