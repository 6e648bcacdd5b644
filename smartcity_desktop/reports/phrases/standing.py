"""Words for what became of seals, issues and merged files."""

from __future__ import annotations

from smartcity_desktop.domain.assessment import IssueKind
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Outcome
from smartcity_desktop.reports.record import SealStanding

STANDINGS = {
    SealStanding.COUNTS: message("counts"),
    SealStanding.SUPERSEDED: message("superseded by a later seal"),
    SealStanding.VOID: message("void by decision"),
    SealStanding.LATE: message("of a replaced panel file, not admitted"),
    SealStanding.KEY_OPEN: message("key not confirmed"),
    SealStanding.IDLE: message("stands, but no sheet of it is counted"),
}

ISSUE_KINDS = {
    IssueKind.FIRST: message("first issue"),
    IssueKind.SUPPLEMENTARY: message("supplementary"),
    IssueKind.REPLACEMENT: message("replacement"),
    IssueKind.PAPER: message("typed from paper"),
}

OUTCOME_WORDS = {
    Outcome.NEW: message("new"),
    Outcome.ALREADY_MERGED: message("already merged"),
    Outcome.SUPERSEDES: message("supersedes an earlier seal"),
    Outcome.SUPERSEDED: message("superseded by a later seal"),
    Outcome.CONFLICT: message("in conflict"),
    Outcome.REFUSED: message("refused"),
}
