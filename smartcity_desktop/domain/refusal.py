"""Why a file is refused, and what becomes of one that is not: two closed sets."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message


class RefusalReason(Enum):
    """The one check that failed. The values appear in ``--json`` and never change."""

    NOT_A_PANEL_FILE = "not_a_panel_file"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    WAL_MODE = "wal_mode"
    NEWER_VERSION = "newer_version"
    FOREIGN_SCHEMA = "foreign_schema"
    ENCRYPTED = "encrypted"
    NOT_SEALED = "not_sealed"
    SEAL_MALFORMED = "seal_malformed"
    ALGORITHM_NOT_ALLOWED = "algorithm_not_allowed"
    CERTIFICATE_NOT_ALLOWED = "certificate_not_allowed"
    SIGNATURE_INVALID = "signature_invalid"
    OTHER_ASSESSMENT = "other_assessment"
    OTHER_MODE = "other_mode"
    OTHER_INSTRUMENT = "other_instrument"
    UNKNOWN_JUDGE = "unknown_judge"
    UNKNOWN_ISSUE = "unknown_issue"
    KEY_NOT_PROVEN = "key_not_proven"
    REGION_NOT_ASSIGNED = "region_not_assigned"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    SHEET_MISSING = "sheet_missing"
    SHEET_CHANGED = "sheet_changed"
    SHEET_NOT_SEALED = "sheet_not_sealed"
    SHEET_DUPLICATED = "sheet_duplicated"
    SHEET_MALFORMED = "sheet_malformed"
    SHEET_MISPLACED = "sheet_misplaced"
    VALUE_NOT_PERMITTED = "value_not_permitted"
    SHEET_UNFINISHED = "sheet_unfinished"
    CHANGED_SINCE_SCAN = "changed_since_scan"
    DECLARED = "declared"
    UNREADABLE = "unreadable"


class Outcome(Enum):
    """What a merge makes of one file."""

    NEW = "new"
    ALREADY_MERGED = "already_merged"
    SUPERSEDES = "supersedes"
    SUPERSEDED = "superseded"
    CONFLICT = "conflict"
    REFUSED = "refused"


class Refusal(Struct, frozen=True):
    """A refusal with the facts known at that point; judge and region may be empty."""

    reason: RefusalReason
    what: Message
    judge: str = ""
    region: str = ""
