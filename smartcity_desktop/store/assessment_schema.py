"""The tables of an assessment file. What people did is only ever added to, never altered."""

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

_ASSESSMENT = """CREATE TABLE assessment (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('official', 'rehearsal')),
    created_at TEXT NOT NULL,
    instrument_sha256 TEXT NOT NULL,
    public_key TEXT NOT NULL,
    recipients TEXT NOT NULL,
    judge_label TEXT NOT NULL,
    instrument BLOB NOT NULL,
    letterhead BLOB NOT NULL,
    wrapped_key BLOB NOT NULL
) STRICT"""

_REGIONS = """CREATE TABLE regions (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    province TEXT NOT NULL
) STRICT"""

_JUDGES = """CREATE TABLE judges (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    institution TEXT NOT NULL,
    home_region TEXT NOT NULL,
    role TEXT NOT NULL,
    panel TEXT NOT NULL
) STRICT"""

_ASSIGNMENTS = """CREATE TABLE assignments (
    judge TEXT NOT NULL REFERENCES judges (id),
    region TEXT NOT NULL REFERENCES regions (code),
    day TEXT NOT NULL,
    session TEXT NOT NULL,
    room TEXT NOT NULL,
    start TEXT NOT NULL,
    PRIMARY KEY (judge, region)
) STRICT, WITHOUT ROWID"""

_CONFLICTS = """CREATE TABLE conflicts_of_interest (
    judge TEXT NOT NULL REFERENCES judges (id),
    region TEXT NOT NULL REFERENCES regions (code),
    source TEXT NOT NULL CHECK (source IN ('home_region', 'declared', 'coordinator')),
    reason TEXT NOT NULL,
    PRIMARY KEY (judge, region, source)
) STRICT, WITHOUT ROWID"""

_STANDINGS = """CREATE TABLE standings (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    region TEXT NOT NULL REFERENCES regions (code),
    status TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT"""

_ISSUES = """CREATE TABLE issues (
    id TEXT PRIMARY KEY,
    judge TEXT NOT NULL REFERENCES judges (id),
    kind TEXT NOT NULL,
    regions TEXT NOT NULL,
    public_key TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    replaces TEXT NOT NULL,
    kept TEXT NOT NULL,
    typist INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT"""

_SEALS = """CREATE TABLE seals (
    position INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    jws TEXT NOT NULL,
    judge TEXT NOT NULL REFERENCES judges (id),
    issue TEXT NOT NULL REFERENCES issues (id),
    number INTEGER NOT NULL,
    received_at TEXT NOT NULL,
    merge INTEGER NOT NULL REFERENCES merges (number)
) STRICT"""

_MERGES = """CREATE TABLE merges (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL
) STRICT"""

_MERGED_FILES = """CREATE TABLE merged_files (
    merge INTEGER NOT NULL REFERENCES merges (number),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    sentence TEXT NOT NULL,
    judge TEXT NOT NULL,
    issue TEXT NOT NULL,
    seal TEXT NOT NULL,
    PRIMARY KEY (merge, position)
) STRICT, WITHOUT ROWID"""

_DECISIONS = """CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    choice TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    basis TEXT NOT NULL,
    manner TEXT NOT NULL,
    votes_for INTEGER NOT NULL,
    votes_against INTEGER NOT NULL
) STRICT"""

_DECLARATIONS = """CREATE TABLE declarations (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    results_sha256 TEXT NOT NULL,
    results BLOB NOT NULL,
    token TEXT NOT NULL,
    acts_count INTEGER NOT NULL,
    acts_hash TEXT NOT NULL
) STRICT"""

_REOPENINGS = """CREATE TABLE reopenings (
    declaration INTEGER PRIMARY KEY REFERENCES declarations (number),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT"""

_DOCUMENTS = """CREATE TABLE documents (
    position INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    declaration INTEGER REFERENCES declarations (number),
    at TEXT NOT NULL
) STRICT"""

_OBJECTIONS = """CREATE TABLE objections (
    number INTEGER PRIMARY KEY,
    declaration INTEGER NOT NULL REFERENCES declarations (number),
    region TEXT NOT NULL REFERENCES regions (code),
    by TEXT NOT NULL,
    claim TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT"""

_OBJECTION_ANSWERS = """CREATE TABLE objection_answers (
    objection INTEGER PRIMARY KEY REFERENCES objections (number),
    outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'rejected', 'withdrawn')),
    answer TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT"""

_REOPENING_OBJECTIONS = """CREATE TABLE reopening_objections (
    objection INTEGER PRIMARY KEY REFERENCES objections (number),
    declaration INTEGER NOT NULL REFERENCES reopenings (declaration)
) STRICT"""

_ANONYMITY = """CREATE TABLE anonymity (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    secret BLOB NOT NULL,
    at TEXT NOT NULL
) STRICT"""

_PANEL_RESULTS = """CREATE TABLE panel_results (
    declaration INTEGER PRIMARY KEY REFERENCES declarations (number),
    document BLOB NOT NULL
) STRICT"""

ASSESSMENT = FileKind(
    name="assessment",
    label=message("assessment file"),
    application_id=0x53434146,  # "SCAF"
    steps=(
        SchemaStep(
            Version(1, 0),
            "first_release",
            (
                _ASSESSMENT,
                _REGIONS,
                _JUDGES,
                _ASSIGNMENTS,
                _CONFLICTS,
                _STANDINGS,
                _ISSUES,
                INDICATORS,
                DOSSIERS,
                _MERGES,
                _MERGED_FILES,
                _SEALS,
                SEALED_SHEETS,
                EVIDENCE,
                _DECISIONS,
                _DECLARATIONS,
                _REOPENINGS,
                _DOCUMENTS,
                ACTS,
                SEALED_SCORES,
            ),
        ),
        SchemaStep(
            Version(1, 1),
            "objections_and_anonymity",
            (
                _OBJECTIONS,
                _OBJECTION_ANSWERS,
                _REOPENING_OBJECTIONS,
                _ANONYMITY,
                _PANEL_RESULTS,
            ),
        ),
    ),
    proof_tables=(
        "assessment",
        "regions",
        "judges",
        "assignments",
        "conflicts_of_interest",
        "standings",
        "issues",
        "merges",
        "merged_files",
        "seals",
        "sealed_sheets",
        "decisions",
        "declarations",
        "reopenings",
        "documents",
        "objections",
        "objection_answers",
        "reopening_objections",
        "anonymity",
        "panel_results",
        "acts",
    ),
    refused_as=RefusalReason.UNREADABLE,
    longest_value=64 * 1024 * 1024,
    page_size=8192,  # a merge adds thousands of sheets: half as many pages to split and to write
)
"""Version 1.0: first release. 1.1: objections with answers, and anonymous judges."""
