"""Planning: what a merge would make of each file. Nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.refusal import Outcome, RefusalReason
from smartcity_desktop.merging.claims import settle_pair
from smartcity_desktop.merging.standing import find_standing, kept_by_issue, read_rulings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.domain.assessment import Issue, Roster
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.domain.refusal import Refusal
    from smartcity_desktop.merging.claims import Content, Contents
    from smartcity_desktop.merging.scan import ScannedFile
    from smartcity_desktop.merging.sources import Source
    from smartcity_desktop.merging.standing import Standing


class FilePlan(Struct, frozen=True):
    """What becomes of one file.

    Attributes:
        seals: those that are not stored yet, first to last. last: the file's latest seal.
        replaced: the stored seal that ``last`` supersedes, whose sheets it is compared with.
    """

    source: Source
    sha256: str
    outcome: Outcome
    refusal: Refusal | None = None
    also: tuple[Refusal, ...] = ()
    seals: tuple[IntactSeal, ...] = ()
    last: IntactSeal | None = None
    replaced: IntactSeal | None = None

    def cannot_stand(self) -> bool:
        """Whether it is refused or in conflict; a stray file nobody named is merely listed."""
        if self.refusal is not None and self.refusal.reason is RefusalReason.NOT_A_PANEL_FILE:
            return self.source.named
        return self.outcome in (Outcome.REFUSED, Outcome.CONFLICT)


class MergePlan(Struct, frozen=True):
    """One plan per file, in the order in which the files were given."""

    files: tuple[FilePlan, ...]

    def count(self, outcome: Outcome) -> int:
        """Return how many files have this outcome."""
        return sum(file.outcome is outcome for file in self.files)


class StoredFacts(Struct, frozen=True):
    """What the assessment file holds before the merge.

    Attributes:
        contents: looks up a stored sheet; asked only where paper sheets are compared.
    """

    seals: tuple[IntactSeal, ...]
    decisions: tuple[Decision, ...]
    contents: Contents


def plan_merge(scanned: Iterable[ScannedFile], roster: Roster, stored: StoredFacts) -> MergePlan:
    """Plan every file as if those before it were merged already.

    The outcome words tell people what happened; what counts afterwards depends on the set of
    stored seals alone, whatever the order.
    """
    planner = _Planner(roster, stored)
    return MergePlan(tuple(planner.plan(file) for file in scanned))


class _Planner:
    def __init__(self, roster: Roster, stored: StoredFacts) -> None:
        self._issues = {issue.id: issue for issue in roster.issues}
        self._rulings = read_rulings(stored.decisions)
        self._kept = kept_by_issue(roster)
        self._stored = stored.contents
        self._typed: dict[str, Content] = {}
        self._known: dict[str, dict[str, IntactSeal]] = {issue: {} for issue in self._issues}
        for seal in stored.seals:
            self._known[seal.issue][seal.digest] = seal

    def plan(self, file: ScannedFile) -> FilePlan:
        """Plan one file and remember its seals."""
        if file.refusal is not None:
            return FilePlan(file.source, file.sha256, Outcome.REFUSED, file.refusal, file.also)
        last = file.seals[-1]
        known = self._known[last.issue]
        fresh = tuple(seal for seal in file.seals if seal.digest not in known)
        before = dict(known)
        known.update((seal.digest, seal) for seal in fresh)
        self._typed.update(file.typed)
        outcome = self._outcome(last, before, fresh)
        replaced = [before[digest] for digest in last.earlier if digest in before]
        return FilePlan(
            file.source,
            file.sha256,
            outcome,
            seals=fresh,
            last=last,
            replaced=max(replaced, key=lambda s: s.number, default=None) if fresh else None,
        )

    def _outcome(
        self, last: IntactSeal, before: dict[str, IntactSeal], fresh: Sequence[IntactSeal]
    ) -> Outcome:
        if not fresh:
            return Outcome.ALREADY_MERGED
        if self._in_conflict(last):
            return Outcome.CONFLICT
        if any(last.digest in seal.earlier for seal in before.values()):
            return Outcome.SUPERSEDED
        return Outcome.SUPERSEDES if before else Outcome.NEW

    def _in_conflict(self, last: IntactSeal) -> bool:
        """Whether a key does not stand now, the seal is late, or a sheet of it is in dispute."""
        standings = [
            self._standing(issue) for issue in self._issues.values() if issue.judge == last.judge
        ]
        own = next(s for s in standings if s.issue.id == last.issue)
        if any(seal.digest == last.digest for seal in own.late):
            return True
        if any(last.digest in question.seals for question in own.questions):
            return True
        if len(standings) == 1 and len(own.heads) < 2:
            return False
        return any(self._is_disputed(region, standings) for region in own.issue.regions)

    def _standing(self, issue: Issue) -> Standing:
        seals = tuple(self._known[issue.id].values())
        return find_standing(issue, seals, self._rulings, self._kept)

    def _is_disputed(self, region: str, standings: Sequence[Standing]) -> bool:
        holding = [s for s in standings if region in s.issue.regions]
        judge = standings[0].issue.judge
        return bool(settle_pair(judge, region, holding, self._rulings, self._contents).dispute)

    def _contents(self, sha256: str) -> Content:
        return self._typed.get(sha256) or self._stored(sha256)
