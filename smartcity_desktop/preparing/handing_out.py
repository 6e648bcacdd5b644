"""Handing out panel files: written first, then entered in the assessment, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.errors import Problem, RuleError, StoreError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.panel_issue import PanelIssue
from smartcity_desktop.preparing.issues import IssueKey, Issuing
from smartcity_desktop.sealing.proof import open_seal
from smartcity_desktop.sealing.signer import make_key, write_pem
from smartcity_desktop.store.durable import take_away
from smartcity_desktop.store.panel_file import NewPanel, create_panel_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Issue, Roster
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.preparing.issues import NewIssue
    from smartcity_desktop.store.assessment_file import AssessmentFile


class HandedOut(Struct, frozen=True):
    """One panel file that lies in the folder now."""

    issue: Issue
    path: Path


def open_issuing(
    file: AssessmentFile, roster: Roster, random_bytes: Callable[[int], bytes], clock: Clock
) -> Issuing:
    """Return what issues are made with, regions' statuses as decided by now.

    Raises:
        RuleError: the results are declared; reopen them first.
    """
    if file.declarations.standing() is not None:
        raise RuleError(
            message("The results are declared. Reopen them before issuing panel files.")
        )

    def make_issue_key() -> IssueKey:
        key = make_key(random_bytes)
        return IssueKey(key.public.jwk, write_pem(key))

    return Issuing(roster, write_instant(clock()), make_issue_key)


def hand_out(
    file: AssessmentFile,
    folder: Path,
    new: Sequence[NewIssue],
    instrument: Instrument,
    clock: Clock,
    advance: Callable[[], None],
) -> tuple[HandedOut, ...]:
    """Write one panel file for each new issue and enter all of them in the assessment.

    Nothing is written or recorded where there is no new issue. ``advance`` is called after
    every file.

    Raises:
        StoreError: a file could not be written; none is entered and none is left behind.
    """
    if not new:
        return ()
    roster = file.roster()
    paths = {n.issue.id: folder / f"{n.issue.id}.panel" for n in new}
    _expect_free(paths.values())
    written: list[Path] = []
    try:
        for each in new:
            panel = _panel(file, roster, each, instrument)
            create_panel_file(paths[each.issue.id], panel, clock)
            written.append(paths[each.issue.id])
            advance()
        _enter(file, new, clock)
    except BaseException:
        for path in written:
            take_away(path)
        raise
    return tuple(HandedOut(n.issue, paths[n.issue.id]) for n in new)


def kept_seals(file: AssessmentFile, issue: Issue) -> tuple[str, ...]:
    """Return the seals of a lost panel file that stand, as the plenary decided.

    Raises:
        RuleError: seals of it were merged, and nobody has decided which of them stand.
    """
    decided = [
        d.subject[1:]
        for d in file.decisions.all()
        if d.kind is DecisionKind.REISSUE and d.subject[0] == issue.id
    ]
    seals = [seal.digest for seal in file.seals.all() if seal.issue == issue.id]
    if seals and not decided:
        raise RuleError(
            message(
                "Seals of the panel file {issue} were merged already. Decide first which of them "
                "stand: decide FILE reissue {issue} {seals}",
                issue=issue.id,
                seals=" ".join(digest[:12] for digest in seals),
            )
        )
    return decided[-1] if decided else ()


def _expect_free(paths: Iterable[Path]) -> None:
    taken = [path for path in paths if path.exists()]
    if taken:
        raise StoreError(
            Problem(
                str(path),
                message(
                    "A file of this name lies there already and is never overwritten. Choose "
                    "another folder. No panel file was issued."
                ),
            )
            for path in taken
        )


def _enter(file: AssessmentFile, new: Sequence[NewIssue], clock: Clock) -> None:
    file.rosters.add_issues(
        [n.issue for n in new],
        write_instant(clock()),
        {"issues": " ".join(n.issue.id for n in new)},
        assignments=[assignment for n in new for assignment in n.added],
    )


def _panel(file: AssessmentFile, roster: Roster, new: NewIssue, instrument: Instrument) -> NewPanel:
    issue = new.issue
    codes = set(issue.regions)
    assignments = {(a.judge, a.region): a for a in (*roster.assignments, *new.added)}
    panel_issue = PanelIssue(
        assessment=roster.assessment,
        judge=next(judge for judge in roster.judges if judge.id == issue.judge),
        issue=issue,
        regions=tuple(region for region in roster.regions if region.code in codes),
        assignments=tuple(
            a for (judge, code), a in sorted(assignments.items())
            if judge == issue.judge and code in codes
        ),
        conflicts=tuple(c for c in roster.conflicts if c.judge == issue.judge),
        former_names=tuple(each for each in roster.former_names if each.region in codes),
    )  # fmt: skip
    return NewPanel(
        issue=panel_issue,
        instrument=file.instrument(),
        indicators=tuple((i.id, i.scale.decimals) for i in instrument.indicators()),
        issue_key=new.private_key,
        dossiers={code: data for code, data in file.dossiers().items() if code in codes},
        sheets=_kept_sheets(file, roster, issue),
    )


def _kept_sheets(file: AssessmentFile, roster: Roster, issue: Issue) -> Mapping[str, bytes]:
    """Return the sheets of the kept seals, the latest of each region.

    An issue that was replaced twice begins with what was kept of the first one too.
    """
    by_id = {other.id: other for other in roster.issues}
    sheets: dict[str, bytes] = {}
    if issue.replaces in by_id:
        sheets.update(_kept_sheets(file, roster, by_id[issue.replaces]))
    kept = [seal for seal in file.seals.all() if seal.digest in issue.kept]
    for seal in sorted(kept, key=lambda seal: seal.number):
        _, _, manifest = open_seal(seal.jws)
        for code, sha256 in manifest.sheets:
            payload = file.seals.sheet(sha256)
            if payload is not None:
                sheets[code] = payload
    return sheets
