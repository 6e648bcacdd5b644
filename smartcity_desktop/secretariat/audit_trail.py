"""The audit log as people read it: every act in words, and whether its chain is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.tables.writing import write_csv
from smartcity_desktop.verifying.acts import check_chain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartcity_desktop.domain.audit import Act
    from smartcity_desktop.domain.check import Check
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office import Office

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
    "document": message("Document printed"),
}
DETAILS = {
    "by": message("by"),
    "reason": message("reason"),
    "kind": message("kind"),
    "subject": message("about"),
    "choice": message("choice"),
    "manner": message("manner"),
    "votes": message("votes"),
    "basis": message("facts decided"),
    "decision": message("decision"),
    "declaration": message("declaration"),
    "results_sha256": message("digest of the results"),
    "number": message("document"),
    "sha256": message("digest"),
    "issues": message("panel files"),
    "prepared": message("digest of what is prepared"),
    "merge": message("merge"),
    "files": message("digest of the list of files"),
    "seals": message("digest of the new seals"),
    "judge": message("judge"),
    "name": message("name"),
    "home_region": message("home region"),
    "province": message("province"),
    "objection": message("objection"),
    "objections": message("objections"),
    "claim": message("claim"),
    "answer": message("answer"),
    "outcome": message("outcome"),
    "region": message("region"),
    "status": message("status"),
    "source": message("known from"),
    "new": message("new"),
    "already_merged": message("already merged"),
    "supersedes": message("supersedes an earlier seal"),
    "superseded": message("superseded by a later seal"),
    "conflict": message("in conflict"),
    "refused": message("refused"),
}


class Trail(Struct, frozen=True):
    """Every act, and the check of the chain that holds them together."""

    acts: tuple[Act, ...]
    chain: Check


class TrailLine(Struct, frozen=True):
    """One act in the language of the screen.

    Attributes:
        details: what the act was about, on one line.
    """

    number: int
    at: str
    kind: str
    details: str
    hash: str


def read_trail(office: Office) -> Trail:
    """Read every act and verify the chain from the first to the last."""
    acts = office.file.acts.all()
    return Trail(acts, check_chain(acts))


def in_words(act: Act, say: Callable[[Message], str]) -> TrailLine:
    """Return an act in words; what a newer program has recorded is shown as it stands."""
    kind = say(KINDS[act.kind]) if act.kind in KINDS else act.kind
    details = "; ".join(
        f"{say(DETAILS[name]) if name in DETAILS else name}: {text}"
        for name, text in act.details
        if text
    )
    return TrailLine(act.number, act.at, kind, details, act.hash)


def write_trail(lines: Sequence[TrailLine], say: Callable[[Message], str]) -> bytes:
    """Return the acts as CSV, the hash of each included."""
    titles = (
        message("Number"),
        message("Time (UTC)"),
        message("Act"),
        message("Details"),
        message("Hash"),
    )
    rows = ((line.number, line.at, line.kind, line.details, line.hash) for line in lines)
    return write_csv([[say(title) for title in titles], *rows])
