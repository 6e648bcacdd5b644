"""The results document: the one way to write results, so that equal results are equal bytes.

Canonical JSON (the profile of RFC 8785 in docs/results-format.md): integers and texts only, exact
numbers as ``p/q`` in lowest terms, keys sorted, no blanks, UTF-8, arrays sorted.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.results.basis import write_ratio

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from smartcity_desktop.domain.assessment import Issue, Judge, Roster
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.results import Lack
    from smartcity_desktop.results.facts import CountedSeal, RankedRow, ResultsFacts, UnrankedRow

    Json = Mapping[str, object]

FORMAT = 1
ANONYMOUS = 2
"""Format of the results that name no judge."""


def build_results_document(facts: ResultsFacts) -> bytes:
    """Return the document's bytes; the facts come sorted, as ``gather_facts`` leaves them.

    Raises:
        UnicodeEncodeError: a text holds a lone surrogate; a fault of the caller.
    """
    document = _with_judges(facts)
    if facts.panel_sha256:
        document = _without_judges(facts)
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def _with_judges(facts: ResultsFacts) -> Json:
    roster = facts.roster
    return {
        "format": FORMAT,
        **_shared(facts),
        "judges": _judges(roster.judges, facts.seals),
        "issues": [_issue(issue) for issue in roster.issues],
        "assignments": [[a.judge, a.region] for a in roster.assignments],
        "conflicts": [[c.judge, c.region, c.source] for c in roster.conflicts],
        "recusals": [list(pair) for pair in facts.recusals],
        "absences": [list(pair) for pair in facts.absences],
        "seals": [
            {"digest": s.digest, "judge": s.judge, "issue": s.issue, "thumbprint": s.thumbprint}
            for s in facts.seals
        ],
        "sheets": [
            {"judge": s.judge, "region": s.region, "sha256": s.sha256, "seal": s.seal}
            for s in facts.sheets
        ],
        "waivers": [
            {"basis": d.basis, "pairs": d.subject}
            for d in facts.decisions
            if d.kind is DecisionKind.WAIVE
        ],
    }


def _without_judges(facts: ResultsFacts) -> Json:
    return {
        "format": ANONYMOUS,
        **_shared(facts),
        "panel_sha256": facts.panel_sha256,
        "seals": [seal.digest for seal in facts.seals],
    }


def _shared(facts: ResultsFacts) -> Json:
    made = facts.roster.assessment
    return {
        "assessment": {
            "id": made.id,
            "title": made.title,
            "mode": made.mode.value,
            "public_key": made.public_key,
        },
        "instrument_sha256": made.instrument_sha256,
        "regions": _regions(facts.roster),
        "decisions": [_decision(d) for d in facts.decisions if d.kind is not DecisionKind.WAIVE],
        "ranked": [_ranked(row) for row in facts.ranked],
        "not_ranked": [_unranked(row) for row in facts.not_ranked],
    }


def results_sha256(document: bytes) -> str:
    """Return the SHA-256 of a results document as 64 lowercase hexadecimal characters."""
    return hashlib.sha256(document).hexdigest()


def _regions(roster: Roster) -> list[Json]:
    statuses = {standing.region: standing.status.value for standing in roster.standings}
    return [
        {"code": r.code, "name": r.name, "province": r.province, "status": statuses[r.code]}
        for r in roster.regions
    ]


def _judges(judges: Iterable[Judge], seals: Iterable[CountedSeal]) -> list[Json]:
    keys = {(seal.judge, seal.thumbprint) for seal in seals}
    return [
        {
            "id": judge.id,
            "name": judge.name,
            "home_region": judge.home_region,
            "thumbprints": sorted(thumb for owner, thumb in keys if owner == judge.id),
        }
        for judge in judges
    ]


def _issue(issue: Issue) -> Json:
    return {
        "id": issue.id,
        "judge": issue.judge,
        "kind": issue.kind.value,
        "regions": issue.regions,
        "public_key": issue.public_key,
        "replaces": issue.replaces,
        "kept": issue.kept,
        "typist": issue.typist,
    }


def _decision(decision: Decision) -> Json:
    return {
        "kind": decision.kind.value,
        "subject": decision.subject,
        "choice": decision.choice,
        "basis": decision.basis,
    }


def _ranked(row: RankedRow) -> Json:
    return {
        "rank": row.rank,
        "code": row.code,
        "total": write_ratio(row.total),
        "unrounded": write_ratio(row.unrounded),
        "printed": row.printed,
        "dimensions": {
            name: "" if value is None else write_ratio(value) for name, value in row.dimensions
        },
        "judges": row.judges,
        "selection": row.selection,
        "grade": row.grade,
        "tied_with": row.tied_with,
        "decided": row.decided,
    }


def _unranked(row: UnrankedRow) -> Json:
    return {"code": row.code, "reasons": [_lack(lack) for lack in row.lacks]}


def _lack(lack: Lack) -> Json:
    return {"kind": lack.kind.value, "unit": lack.unit, "have": lack.have, "need": lack.need}
