"""Panel files: who has one, and issuing more of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import IssueKind
from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.errors import Problem, StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.state import statuses_in_force
from smartcity_desktop.plenary.recording import Backing, record_decision
from smartcity_desktop.preparing.handing_out import hand_out, kept_seals, open_issuing
from smartcity_desktop.preparing.latecomers import add_judge, add_region
from smartcity_desktop.store.durable import take_away
from smartcity_desktop.store.panel_file import open_panel_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Issue, Judge, Region
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.preparing.handing_out import HandedOut
    from smartcity_desktop.preparing.issues import Issuing, NewIssue
    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from smartcity_desktop.store.assessment_file import AssessmentFile


class IssueLine(Struct, frozen=True):
    """One panel file that was handed out.

    Attributes:
        replaced_by: id of the issue that stands in for it; empty while it is in use.
        seals: how many of its seals were merged.
    """

    issue: Issue
    judge: Judge
    replaced_by: str
    seals: int


def list_issues(facts: OfficeFacts) -> tuple[IssueLine, ...]:
    """Return every panel file that was handed out, by judge and number."""
    roster = facts.roster
    judges = {judge.id: judge for judge in roster.judges}
    replaced = {issue.replaces: issue.id for issue in roster.issues if issue.replaces}
    merged = [seal.issue for seal in facts.reckoning.seals]
    return tuple(
        IssueLine(issue, judges[issue.judge], replaced.get(issue.id, ""), merged.count(issue.id))
        for issue in roster.issues
    )


def judges_without(facts: OfficeFacts) -> tuple[Judge, ...]:
    """Return the judges who have regions to score and no panel file yet."""
    served = {issue.judge for issue in facts.roster.issues}
    busy = {cell.judge for cell in facts.reckoning.completeness.cells}
    return tuple(j for j in facts.roster.judges if j.id in busy - served)


def seals_of(facts: OfficeFacts, issue: str) -> tuple[IntactSeal, ...]:
    """Return the merged seals of a panel file, oldest first."""
    found = [seal for seal in facts.reckoning.seals if seal.issue == issue]
    return tuple(sorted(found, key=lambda seal: (seal.number, seal.digest)))


def open_issuing_now(
    file: AssessmentFile, random_bytes: Callable[[int], bytes], clock: Clock
) -> Issuing:
    """Return what issues are made with, regions' statuses as decided by now.

    Raises:
        RuleError: the results are declared; reopen them first.
    """
    roster = file.roster()
    statuses = statuses_in_force(roster, file.decisions.all())
    return open_issuing(file, replace(roster, standings=statuses), random_bytes, clock)


def issue_first(office: Office, folder: Path, advance: Callable[[], None]) -> tuple[HandedOut, ...]:
    """Hand out the first panel file of every judge who has none; each is read back.

    Raises:
        RuleError: declared. StoreError: a file could not be written or read back; none is issued.
    """
    return _hand_out(office, folder, lambda: _issuing(office).first_issues(), advance)


def issue_supplement(
    office: Office, judge: str, regions: Sequence[str], reason: str, folder: Path
) -> tuple[HandedOut, ...]:
    """Hand out a further panel file with more regions; finished work stays valid.

    Raises:
        InputError: unknown regions, or such as the judge must not score. RuleError: declared, or
            the judge has them. StoreError: as ``issue_first``.
    """
    return _hand_out(office, folder, lambda: (_issuing(office).supplement(judge, regions, reason),))


def issue_replacement(
    office: Office, lost: str, stand: Sequence[str], backing: Backing, folder: Path
) -> tuple[HandedOut, ...]:
    """Hand out a panel file in place of a lost one, and record which of its seals stand.

    Args:
        office: the open assessment.
        lost: id of the panel file.
        stand: digests of its merged seals that stand; others are kept and never counted.
        backing: who decided, and why.
        folder: where the new file goes.

    Raises:
        InputError: name or reason is missing. RuleError: declared. StoreError: as ``issue_first``.
    """

    def make() -> tuple[NewIssue, ...]:
        file = office.file
        issue = next(each for each in file.roster().issues if each.id == lost)
        if any(seal.issue == lost for seal in file.seals.all()):
            ruling = (DecisionKind.REISSUE.value, [lost, *sorted(stand)])
            record_decision(file, office.instrument, ruling, backing, office.clock)
        kept = kept_seals(file, issue)
        return (_issuing(office).replace_lost(issue, kept, backing.reason),)

    return _hand_out(office, folder, make)


def issue_paper(office: Office, judge: str, reason: str, folder: Path) -> tuple[HandedOut, ...]:
    """Hand out the two files in which a judge's paper sheets are typed, each blind.

    Raises:
        RuleError: declared, or nothing to type. StoreError: as ``issue_first``.
    """
    return _hand_out(office, folder, lambda: _issuing(office).paper(judge, reason))


def issue_to_latecomer(
    office: Office, judge: Judge, regions: Sequence[str], reason: str, folder: Path
) -> tuple[HandedOut, ...]:
    """Let a judge join and hand out a panel file, together or not at all.

    Raises:
        InputError: the judge or the regions cannot be. RuleError: declared. StoreError: as
            ``issue_first``.
    """

    def make() -> tuple[NewIssue, ...]:
        added = add_judge(office.file, judge, office.clock)
        return (_issuing(office).supplement(added.id, regions, reason),)

    return _hand_out(office, folder, make)


def issue_new_region(
    office: Office, region: Region, judges: Sequence[str], reason: str, folder: Path
) -> tuple[HandedOut, ...]:
    """Let a region join and hand out a panel file for it to each of these judges.

    Raises:
        InputError: the region cannot be, or a judge must not score it. RuleError: declared.
            StoreError: as ``issue_first``.
    """

    def make() -> tuple[NewIssue, ...]:
        added = add_region(office.file, region, office.clock)
        issuing = _issuing(office)
        return tuple(issuing.supplement(judge, [added.code], reason) for judge in judges)

    return _hand_out(office, folder, make)


def can_be_replaced(line: IssueLine) -> bool:
    """Whether a panel file is in use and not one of the two for paper."""
    return not line.replaced_by and line.issue.kind is not IssueKind.PAPER


def _issuing(office: Office) -> Issuing:
    return open_issuing_now(office.file, office.random_bytes, office.clock)


def _hand_out(
    office: Office,
    folder: Path,
    make: Callable[[], Sequence[NewIssue]],
    advance: Callable[[], None] = lambda: None,
) -> tuple[HandedOut, ...]:
    """Write, enter and read back, or leave nothing behind."""
    file = office.file
    written: tuple[HandedOut, ...] = ()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.transaction():
            new = make()
            written = hand_out(file, folder, new, office.instrument, office.clock, advance)
            for each in written:
                _read_back(each, office.clock)
    except BaseException:
        for each in written:
            take_away(each.path)
        raise
    return written


def _read_back(written: HandedOut, clock: Clock) -> None:
    """Open what was written as the judge will, from the drive on which it lies."""
    with open_panel_file(written.path, clock, read_only=True) as panel:
        same = panel.issue.issue == written.issue
    if not same:
        what = message(
            "The drive gave back another panel file than was written, so it was removed and "
            "nothing was issued. Use another drive."
        )
        raise StoreError(Problem(str(written.path), what))


def regions_to_add(facts: OfficeFacts, judge: str) -> tuple[Region, ...]:
    """Return the regions taking part that a judge may score and has in no panel file."""
    taken = {code for i in facts.roster.issues if i.judge == judge for code in i.regions}
    barred = {c.region for c in facts.roster.conflicts if c.judge == judge}
    taking_part = facts.reckoning.state.taking_part()
    return tuple(
        region
        for region in facts.roster.regions
        if region.code in taking_part and region.code not in taken | barred
    )
