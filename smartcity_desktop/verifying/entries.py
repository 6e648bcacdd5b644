"""What an assessment file holds against what its audit log says was done, entry by entry."""

from __future__ import annotations

from collections import defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.kinds import PREPARED
from smartcity_desktop.store.anonymity import anonymity_details
from smartcity_desktop.store.decisions import decision_details
from smartcity_desktop.store.declarations import (
    declaration_details,
    document_details,
    reopening_details,
)
from smartcity_desktop.store.objections import answer_details, objection_details
from smartcity_desktop.store.received_seals import merge_details
from smartcity_desktop.store.roster_tables import judge_details, region_details

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from smartcity_desktop.domain.audit import Act
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.store.foreign_assessment import ForeignAssessment

    _Key = tuple[str, str]

_PREPARED = frozenset(kind.value for kind in PREPARED)
_KEYS = {
    "merge": "merge",
    "decision": "decision",
    "declare": "declaration",
    "reopen": "declaration",
    "document": "sha256",
    "objection": "objection",
    "answer": "objection",
    "anonymous": "secret_sha256",
}
"""By kind of act, the detail that names the entry it recorded."""


class _Entry(Struct, frozen=True):
    """One row of the file as the act that recorded it would describe it."""

    kind: str
    at: str
    details: Mapping[str, str]

    @property
    def key(self) -> _Key:
        return self.kind, self.details[_KEYS[self.kind]]


def check_entries(foreign: ForeignAssessment) -> tuple[Check, ...]:
    """Check that merges, decisions, declarations, objections, documents are those recorded.

    A whole chain of acts proves little of the rows beside it: somebody who alters a decision with
    a database tool leaves the chain as it is.
    """
    entries: dict[_Key, list[_Entry]] = defaultdict(list)
    for entry in _entries(foreign):
        entries[entry.key].append(entry)
    acts: dict[_Key, list[Act]] = defaultdict(list)
    for act in foreign.acts:
        if act.kind in _KEYS:
            acts[act.kind, dict(act.details).get(_KEYS[act.kind], "")].append(act)
    faults = [
        *_unrecorded(entries, acts),
        *_printed(foreign),
        *_issues(foreign),
        *_prepared(foreign),
        *_standings(foreign),
        *_loose(foreign),
        *_joined(foreign),
        *_renamed(foreign),
    ]
    if faults:
        return tuple(Check("recorded", ok=False, detail=fault) for fault in faults)
    what = message(
        "Merges, decisions, declarations, objections and documents are those that the audit log "
        "records."
    )
    return (Check("recorded", ok=True, detail=what),)


def _entries(foreign: ForeignAssessment) -> Iterator[_Entry]:
    for merge in foreign.merges:
        seals = foreign.seals_by_merge.get(merge.number, ())
        yield _Entry("merge", merge.at, merge_details(merge.number, merge.files, seals))
    for decision in foreign.decisions:
        yield _Entry("decision", decision.at, decision_details(decision))
    for declaration in foreign.declarations:
        yield _Entry("declare", declaration.at, declaration_details(declaration))
        reopening = declaration.reopening
        if reopening is not None:
            yield _Entry("reopen", reopening.at, reopening_details(declaration.number, reopening))
    for document in foreign.documents:
        yield _Entry("document", document.at, document_details(document))
    for objection in foreign.objections:
        yield _Entry("objection", objection.at, objection_details(objection))
        answer = objection.answer
        if answer is not None:
            yield _Entry("answer", answer.at, answer_details(objection.number, answer))
    if foreign.secret:
        yield _Entry("anonymous", foreign.secret_at, anonymity_details(foreign.secret))


def _unrecorded(
    entries: Mapping[_Key, Sequence[_Entry]], acts: Mapping[_Key, Sequence[Act]]
) -> Iterator[Message]:
    """Compare the rows of one name with its acts, both oldest first: no row hides another."""
    for key in dict.fromkeys((*entries, *acts)):
        for entry, act in zip_longest(entries.get(key, ()), acts.get(key, ())):
            if act is None:
                yield message(
                    "{what} is in the file, but the audit log does not know it.", what=_name(key)
                )
            elif entry is None:
                yield message(
                    "The audit log records {what}, which is not in the file any more.",
                    what=_name(key),
                )
            elif changed := _changed(entry, act):
                yield _altered(_name(key), *changed)


def _changed(entry: _Entry, act: Act) -> list[str]:
    said = dict(act.details)
    changed = sorted(name for name, value in entry.details.items() if said.get(name, "") != value)
    return changed if entry.at == act.at else [*changed, "at"]


def _altered(what: Message, *fields: str) -> Message:
    return message(
        "{what} is not what the audit log records ({fields}): it was changed afterwards.",
        what=what,
        fields=", ".join(fields),
    )


def _printed(foreign: ForeignAssessment) -> Iterator[Message]:
    """Yield the documents that are filed under another declaration than they were printed from.

    Results are printed of the declaration in force alone, so the log tells which one that was.
    """
    declared = 0
    expected: dict[str, list[int | None]] = defaultdict(list)
    for act in foreign.acts:
        said = dict(act.details)
        if act.kind == "declare":
            declared = int(said["declaration"])
        elif act.kind == "document":
            prepared = said.get("kind") in _PREPARED
            expected[said.get("sha256", "")].append(None if prepared else declared)
    for document in foreign.documents:
        known = expected.get(document.sha256)
        if known and document.declaration != known.pop(0):
            yield _altered(_name(("document", document.sha256)), "declaration")


def _issues(foreign: ForeignAssessment) -> Iterator[Message]:
    recorded = {
        issue
        for act in foreign.acts
        if act.kind == "issue"
        for issue in dict(act.details).get("issues", "").split()
    }
    held = {issue.id for issue in foreign.roster.issues}
    for issue in sorted(held - recorded):
        yield message(
            "{what} is in the file, but the audit log does not know it.",
            what=message("Panel file {issue}", issue=issue),
        )
    for issue in sorted(recorded - held):
        yield message(
            "The audit log records {what}, which is not in the file any more.",
            what=message("Panel file {issue}", issue=issue),
        )


def _prepared(foreign: ForeignAssessment) -> Iterator[Message]:
    """Yield that what panel files were issued from is another thing than it was then.

    Files of earlier programs have no digest of it.
    """
    issued = [dict(act.details) for act in foreign.acts if act.kind == "issue"]
    stated = issued[-1].get("prepared", "") if issued else ""
    if stated and stated != foreign.prepared:
        yield message(
            "What the panel files were issued from (assessment, letterhead, regions, judges, "
            "assignments, conflicts of interest, dossiers) is not what the audit log records: it "
            "was changed afterwards."
        )


def _standings(foreign: ForeignAssessment) -> Iterator[Message]:
    said = [dict(act.details) for act in foreign.acts if act.kind == "status"]
    recorded = [(each.get("region", ""), each.get("status", "")) for each in said]
    for row, act in zip_longest(foreign.standings, recorded):
        if row != act:
            region, _ = row or act
            yield _altered(message("The status of {region}", region=region), "status")
            return


def _loose(foreign: ForeignAssessment) -> Iterator[Message]:
    for number in foreign.loose_reopenings:
        yield message(
            "{what} is in the file, but the audit log does not know it.",
            what=_name(("reopen", str(number))),
        )


def _joined(foreign: ForeignAssessment) -> Iterator[Message]:
    """Yield the judges and regions that joined later and are not as they were recorded."""
    judges = {judge.id: judge_details(judge) for judge in foreign.roster.judges}
    names = foreign.first_names
    regions = {
        region.code: region_details(replace(region, name=names.get(region.code, region.name)))
        for region in foreign.roster.regions
    }
    for act in foreign.acts:
        if act.kind not in ("judge", "region"):
            continue
        said = dict(act.details)
        which = said.get(act.kind, "")
        held = (judges if act.kind == "judge" else regions).get(which)
        if held != said:
            yield message(
                "The audit log records that {which} joined, and the file says otherwise.",
                which=which,
            )


def _renamed(foreign: ForeignAssessment) -> Iterator[Message]:
    """Yield corrections that do not begin with the name that the region bore until then."""
    names = dict(foreign.first_names)
    for decision in foreign.decisions:
        if decision.kind is not DecisionKind.NAME or len(decision.subject) != 2:
            continue
        code, former = decision.subject
        if names.get(code, former) != former:
            yield message(
                "Decision {number} corrects the name “{former}” of {code}, and the file says that "
                "it was called “{name}” until then.",
                number=decision.number,
                former=former,
                code=code,
                name=names[code],
            )
        names[code] = decision.choice


def _name(key: _Key) -> Message:
    kind, which = key
    names = {
        "merge": message("Merge {number}", number=which),
        "decision": message("Decision {number}", number=which),
        "declare": message("Declaration {number}", number=which),
        "reopen": message("The reopening of declaration {number}", number=which),
        "objection": message("Objection {number}", number=which),
        "answer": message("The answer to objection {number}", number=which),
        "anonymous": message("The choice that judges stay anonymous"),
    }
    return names.get(kind, message("The document {digest}", digest=which[:16]))
