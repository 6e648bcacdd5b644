"""What documents are printed from that are needed before, or apart from, any declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from smartcity_desktop.reports.letterhead import Letterhead

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartcity_desktop.domain.assessment import Judge, Roster
    from smartcity_desktop.domain.instrument import Instrument


class PreparedRecord(Struct, frozen=True):
    """An assessment as it was prepared: who takes part, and by which instrument.

    Attributes:
        declared: (region, reason) that judges declared at enrolment, by judge id, as far as their
            seals have arrived.
        anonymous: no published document names a judge; those that do are marked.
    """

    instrument: Instrument
    roster: Roster
    letterhead: Letterhead = field(default_factory=Letterhead)
    declared: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    anonymous: bool = False

    def regions_of(self, judge: str) -> tuple[str, ...]:
        """Return the codes of the regions a judge was assigned or issued, sorted."""
        codes = {a.region for a in self.roster.assignments if a.judge == judge}
        codes.update(*(i.regions for i in self.roster.issues if i.judge == judge))
        return tuple(sorted(codes))

    def judge(self, judge_id: str) -> Judge | None:
        """Return a judge; None for an unknown id."""
        return next((judge for judge in self.roster.judges if judge.id == judge_id), None)
