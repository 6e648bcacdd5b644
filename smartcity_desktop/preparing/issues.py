"""Which issues to make: for whom, for which regions, in place of what. No files here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Assignment, Issue, IssueKind
from smartcity_desktop.domain.errors import InputError, Problem, RuleError
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from smartcity_desktop.domain.assessment import Roster


class IssueKey(Struct, frozen=True):
    """The key of one issue: the private half goes into that panel file alone."""

    public: str
    private: bytes


class NewIssue(Struct, frozen=True):
    """An issue about to be handed out.

    Attributes:
        private_key: PEM of the issue key's private half. added: assignments that come with it.
    """

    issue: Issue
    private_key: bytes
    added: tuple[Assignment, ...] = ()


class Issuing(Struct, frozen=True):
    """What every issue needs: who takes part, the moment, and where keys come from."""

    roster: Roster
    moment: str
    make_key: Callable[[], IssueKey]

    def first_issues(self) -> tuple[NewIssue, ...]:
        """Return the first issue of every judge who has assignments and none so far.

        Pairs in conflict of interest stay out of it.
        """
        served = {issue.judge for issue in self.roster.issues}
        new = []
        for judge in self.roster.judges:
            regions = self._open_regions(judge.id)
            if judge.id not in served and regions:
                new.append(self._make(judge.id, IssueKind.FIRST, regions, ""))
        return tuple(new)

    def supplement(self, judge: str, regions: Sequence[str], reason: str) -> NewIssue:
        """Return an issue for more regions; the judge's finished work stays valid."""
        self._check_judge(judge)
        self._check_regions(judge, regions)
        regions = sorted(set(regions))
        taken = {r for i in self.roster.issues if i.judge == judge for r in i.regions}
        twice = [region for region in regions if region in taken]
        if twice:
            raise RuleError(
                message(
                    "Judge {judge} already has {regions} in another panel file. Nothing was "
                    "issued.",
                    judge=judge,
                    regions=", ".join(twice),
                )
            )
        known = {(a.judge, a.region) for a in self.roster.assignments}
        added = tuple(Assignment(judge, r) for r in regions if (judge, r) not in known)
        new = self._make(judge, IssueKind.SUPPLEMENTARY, regions, reason)
        return replace(new, added=added)

    def replace_lost(self, old: Issue, kept: Iterable[str], reason: str) -> NewIssue:
        """Return an issue in place of a lost one; ``kept`` seals of that one stand."""
        new = self._make(old.judge, IssueKind.REPLACEMENT, old.regions, reason)
        issue = replace(new.issue, replaces=old.id, kept=tuple(sorted(kept)))
        return replace(new, issue=issue)

    def paper(self, judge: str, reason: str) -> tuple[NewIssue, NewIssue]:
        """Return two issues, one for each of the two people who type the paper sheets."""
        self._check_judge(judge)
        regions = self._open_regions(judge)
        if not regions:
            raise RuleError(
                message(
                    "Judge {judge} has no region to score, so there is nothing to type.",
                    judge=judge,
                )
            )
        first = self._make(judge, IssueKind.PAPER, regions, reason)
        second = self._make(judge, IssueKind.PAPER, regions, reason, ahead=1)
        return (
            replace(first, issue=replace(first.issue, typist=1)),
            replace(second, issue=replace(second.issue, typist=2)),
        )

    def find_lost(self, named: str) -> Issue:
        """Return the electronic issue that a judge's id, or its own id, names.

        Raises:
            InputError: no such judge or issue.
            RuleError: the judge has no panel file, or several, of which one must be named.
        """
        replaced = {issue.replaces for issue in self.roster.issues}
        in_use = [
            issue
            for issue in self.roster.issues
            if issue.kind is not IssueKind.PAPER and issue.id not in replaced
        ]
        own = [issue for issue in in_use if issue.judge == named]
        if not own and (by_id := [issue for issue in in_use if issue.id == named]):
            return by_id[0]
        self._check_judge(named)
        if not own:
            raise RuleError(
                message(
                    "Judge {judge} has no panel file yet, so none can be replaced. Issue the "
                    "first one.",
                    judge=named,
                )
            )
        if len(own) > 1:
            raise RuleError(
                message(
                    "Judge {judge} has several panel files: {issues}. Name the lost one instead "
                    "of the judge; issue again for each that is lost.",
                    judge=named,
                    issues=", ".join(issue.id for issue in own),
                )
            )
        return own[0]

    def _make(
        self, judge: str, kind: IssueKind, regions: Iterable[str], reason: str, ahead: int = 0
    ) -> NewIssue:
        number = 1 + ahead + sum(issue.judge == judge for issue in self.roster.issues)
        key = self.make_key()
        issue = Issue(
            id=f"{judge}-{number}",
            judge=judge,
            kind=kind,
            regions=tuple(sorted(set(regions))),
            public_key=key.public,
            issued_at=self.moment,
            reason=" ".join(reason.split()),
        )
        return NewIssue(issue, key.private)

    def _open_regions(self, judge: str) -> tuple[str, ...]:
        excused = {c.region for c in self.roster.conflicts if c.judge == judge}
        return tuple(
            a.region
            for a in self.roster.assignments
            if a.judge == judge and a.region not in excused | self._out()
        )

    def _out(self) -> set[str]:
        return {s.region for s in self.roster.standings if not s.status.takes_part()}

    def _check_judge(self, judge: str) -> None:
        if all(known.id != judge for known in self.roster.judges):
            raise InputError(
                message(
                    "This assessment has no judge {judge}. Judges: {known}.",
                    judge=judge,
                    known=", ".join(known.id for known in self.roster.judges),
                )
            )

    def _check_regions(self, judge: str, regions: Sequence[str]) -> None:
        known = {region.code for region in self.roster.regions}
        excused = {c.region for c in self.roster.conflicts if c.judge == judge}
        problems = [
            Problem(region, message("This assessment has no region {code}.", code=region))
            for region in regions
            if region not in known
        ]
        problems += [
            Problem(
                region,
                message(
                    "Region {code} takes no part any more, so nobody is asked to score it.",
                    code=region,
                ),
            )
            for region in regions
            if region in self._out()
        ]
        problems += [
            Problem(
                region,
                message(
                    "Judge {judge} has a conflict of interest with {code} and must not score it.",
                    judge=judge,
                    code=region,
                ),
            )
            for region in regions
            if region in excused
        ]
        if problems or not regions:
            raise InputError(problems or message("Name at least one region."))
