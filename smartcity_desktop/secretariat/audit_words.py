"""The words of the audit log: what acts, their details, and the values of these are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.decision import DecisionKind, Manner
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.objection import ObjectionOutcome
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.secretariat.topics import STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartcity_desktop.domain.message import Message

KINDS = {
    "issue": message("Panel files issued"),
    "judge": message("Judge joined"),
    "region": message("Region joined"),
    "status": message("Status of a region"),
    "conflict_of_interest": message("Conflict of interest"),
    "merge": message("Merging"),
    "decision": message("Plenary decision"),
    "declare": message("Declaration"),
    "reopen": message("Reopening"),
    "objection": message("Objection"),
    "answer": message("Answer to an objection"),
    "anonymous": message("Judges stay unnamed"),
    "document": message("Document made"),
}
DETAILS = {
    "decision": message("decision"),
    "declaration": message("declaration"),
    "objection": message("objection"),
    "merge": message("merge"),
    "kind": message("kind"),
    "subject": message("about"),
    "choice": message("choice"),
    "number": message("document"),
    "issues": message("panel files"),
    "judge": message("judge"),
    "name": message("name"),
    "home_region": message("home region"),
    "province": message("province"),
    "region": message("region"),
    "status": message("status"),
    "source": message("known from"),
    "claim": message("claim"),
    "outcome": message("outcome"),
    "answer": message("answer"),
    "by": message("by"),
    "reason": message("reason"),
    "manner": message("manner"),
    "votes": message("votes"),
    "objections": message("objections"),
    "new": message("new"),
    "already_merged": message("already merged"),
    "supersedes": message("supersedes an earlier seal"),
    "superseded": message("superseded by a later seal"),
    "conflict": message("in conflict"),
    "refused": message("refused"),
    "basis": message("facts decided"),
    "results_sha256": message("digest of the results"),
    "sha256": message("digest"),
    "files": message("digest of the list of files"),
    "seals": message("digest of the new seals"),
    "prepared": message("digest of what is prepared"),
}
"""In the order in which they are read: what, about what, by whom and why, digests at the end."""

DECISIONS = {
    DecisionKind.VOID: message("A seal does not count"),
    DecisionKind.TIE: message("Order of tied regions"),
    DecisionKind.KEY: message("Key of a judge"),
    DecisionKind.RECUSE: message("A judge does not score a region"),
    DecisionKind.STATUS: message("Status of a region"),
    DecisionKind.NAME: message("Name of a region corrected"),
    DecisionKind.REISSUE: message("Panel file replaced"),
    DecisionKind.WAIVE: message("Missing score sheets waived"),
    DecisionKind.ADMIT: message("Late seal admitted"),
    DecisionKind.SELECT: message("Region taken into a selection"),
    DecisionKind.LEAVE: message("Region not taken into a selection"),
}
OUTCOMES = {
    ObjectionOutcome.OPEN: message("no answer yet"),
    ObjectionOutcome.ACCEPTED: message("accepted"),
    ObjectionOutcome.REJECTED: message("rejected"),
    ObjectionOutcome.WITHDRAWN: message("withdrawn"),
}
"""What came of an objection."""
MANNERS = {
    Manner.CONSENSUS: message("by consensus"),
    Manner.VOTE: message("by vote"),
}
SOURCES = {
    "home_region": message("home region"),
    "declared": message("declared by the judge"),
    "coordinator": message("named by the secretariat"),
}
VALUES: Mapping[tuple[str, str], Mapping[str, Message]] = {
    ("decision", "kind"): {kind.value: said for kind, said in DECISIONS.items()},
    ("decision", "choice"): STATUSES,
    ("decision", "manner"): {manner.value: said for manner, said in MANNERS.items()},
    ("status", "status"): STATUSES,
    ("conflict_of_interest", "source"): SOURCES,
    ("answer", "outcome"): {outcome.value: said for outcome, said in OUTCOMES.items()},
    ("document", "kind"): {kind.value: kind.title() for kind in ReportKind},
}
"""By kind of act and name of the detail: values that are words of the file format."""
