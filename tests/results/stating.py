"""A whole assessment around some sheets, as the results document states it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from msgspec import Struct, field

from smartcity_desktop.domain.assessment import (
    Assessment,
    Assignment,
    ConflictOfInterest,
    Issue,
    IssueKind,
    Judge,
    Mode,
    Region,
    RegionStanding,
    RegionStatus,
    Roster,
)
from smartcity_desktop.domain.intact_seal import IntactSeal
from smartcity_desktop.results.compute import compute_results
from smartcity_desktop.results.gathering import Counted, gather_facts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartcity_desktop.domain.counted import CountedSheet
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.results import Results
    from smartcity_desktop.results.facts import ResultsFacts

NOON = "2026-11-24T05:00:00Z"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class Stage(Struct):
    """Everything that is known, in any order."""

    instrument: Instrument
    regions: Sequence[Region]
    sheets: Sequence[CountedSheet]
    decisions: Sequence[Decision] = ()
    statuses: Sequence[RegionStanding] = ()
    recused: Sequence[tuple[str, str]] = ()
    lapsed_waivers: Sequence[int] = ()
    homes: Mapping[str, str] = field(default_factory=dict)

    def judges(self) -> list[str]:
        return list(dict.fromkeys(sheet.judge for sheet in self.sheets))

    def standings(self) -> list[RegionStanding]:
        own = {standing.region: standing for standing in self.statuses}
        present = RegionStatus.PRESENT
        return [own.get(r.code, RegionStanding(r.code, present, "hadir")) for r in self.regions]

    def results(self) -> Results:
        return compute_results(
            self.instrument, self.regions, self.standings(), self.sheets, self.decisions
        )

    def roster(self) -> Roster:
        codes = [region.code for region in self.regions]
        return Roster(
            assessment=Assessment(
                "0123456789abcdef" * 2, "Asesmen uji", Mode.REHEARSAL, NOON,
                self.instrument.sha256, public_key='{"kty":"EC"}', recipients=("age1x",),
            ),
            regions=tuple(self.regions),
            judges=tuple(
                Judge(j, f"Juri {j}", "Universitas", self.homes.get(j, ""), "anggota", "P1")
                for j in self.judges()
            ),
            assignments=tuple(
                Assignment(judge, code, "1", "pagi") for judge in self.judges() for code in codes
            ),
            conflicts=tuple(
                ConflictOfInterest(judge, home, "home_region", "lahir di sana")
                for judge, home in self.homes.items()
            ),
            standings=tuple(self.standings()),
            issues=tuple(
                Issue(f"{j}-1", j, IssueKind.FIRST, tuple(codes), '{"crv":"P-256"}', NOON)
                for j in self.judges()
            ),
        )  # fmt: skip

    def seals(self) -> list[IntactSeal]:
        return [
            IntactSeal(
                self._seal_of(judge), "", judge, f"{judge}-1", 1, frozenset(), {}, (),
                digest(f"key of {judge}"), key_proven=True, declared=(), time=NOON, reason="",
            )
            for judge in self.judges()
        ]  # fmt: skip

    def _seal_of(self, judge: str) -> str:
        return next(sheet.seal for sheet in self.sheets if sheet.judge == judge)

    def facts(self) -> ResultsFacts:
        counted = Counted(
            self.standings(),
            self.recused,
            self.sheets,
            self.seals(),
            self.decisions,
            self.lapsed_waivers,
        )
        return gather_facts(self.roster(), counted, self.results())
