"""Planning: what a merge would make of each file. Nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcity_desktop.domain.refusal import Outcome
from smartcity_desktop.merging.standing import find_standing, kept_by_issue, read_rulings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.domain.refusal import Refusal
    from smartcity_desktop.merging.scan import ScannedFile
    from smartcity_desktop.merging.sources import Source


@dataclass(frozen=True, slots=True)
class FilePlan:
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


@dataclass(frozen=True, slots=True)
class MergePlan:
    """One plan per file, in the order in which the files were given."""

    files: tuple[FilePlan, ...]

    def count(self, outcome: Outcome) -> int:
        """Return how many files have this outcome."""
        return sum(file.outcome is outcome for file in self.files)


def plan_merge(
    scanned: Iterable[ScannedFile],
    roster: Roster,
    stored: Sequence[IntactSeal],
    decisions: Iterable[Decision],
) -> MergePlan:
    """Plan every file as if those before it were merged already.

    The outcome words tell people what happened; what counts afterwards depends on the set of
    stored seals alone, whatever the order.
    """
    planner = _Planner(roster, stored, decisions)
    return MergePlan(tuple(planner.plan(file) for file in scanned))


class _Planner:
    def __init__(
        self, roster: Roster, stored: Sequence[IntactSeal], decisions: Iterable[Decision]
    ) -> None:
        self._issues = {issue.id: issue for issue in roster.issues}
        self._rulings = read_rulings(decisions)
        self._kept = kept_by_issue(roster)
        self._known: dict[str, dict[str, IntactSeal]] = {}
        for seal in stored:
            self._known.setdefault(seal.issue, {})[seal.digest] = seal

    def plan(self, file: ScannedFile) -> FilePlan:
        """Plan one file and remember its seals."""
        if file.refusal is not None:
            return FilePlan(file.source, file.sha256, Outcome.REFUSED, file.refusal, file.also)
        last = file.seals[-1]
        known = self._known.setdefault(last.issue, {})
        fresh = tuple(seal for seal in file.seals if seal.digest not in known)
        before = dict(known)
        known.update((seal.digest, seal) for seal in fresh)
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
        """Whether the issue now has two heads, a key that does not stand, or a late seal."""
        issue = self._issues[last.issue]
        standing = find_standing(
            issue, tuple(self._known[last.issue].values()), self._rulings, self._kept
        )
        late = any(seal.digest == last.digest for seal in standing.late)
        asked = any(last.digest in question.seals for question in standing.questions)
        return len(standing.heads) > 1 or late or asked
