"""Invented histories: seals with forks and gaps, decisions made while only some had come."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

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
from smartcity_desktop.domain.decision import Decision
from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.intact_seal import IntactSeal
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.plenary.decisions import prepare_ruling
from smartcity_desktop.plenary.reckoning import Reckoning, reckon
from tests.workshop import INSTRUMENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.merging.claims import Content

BANDS = b"""
[[selection]]
name = { id = "Terpilih", en = "Selected" }
quota = 1
[[selection]]
name = { id = "Cadangan", en = "Reserve" }
quota = 2
reserve = true
"""
REGIONS = ("11.01", "11.02", "11.03", "11.04")
JUDGES = ("j1", "j2", "j3")


def issue(
    name: str,
    kind: IssueKind = IssueKind.FIRST,
    regions: tuple[str, ...] = REGIONS,
    replaces: str = "",
    typist: int = 0,
) -> Issue:
    judge = name.split("-", maxsplit=1)[0]
    return Issue(name, judge, kind, regions, "{}", "", replaces, typist=typist)


ISSUES = (
    issue("j1-1"),
    issue("j1-2", IssueKind.REPLACEMENT, replaces="j1-1"),
    issue("j2-1", regions=REGIONS[:3]),
    issue("j2-2", IssueKind.PAPER, REGIONS[2:], typist=1),
    issue("j2-3", IssueKind.PAPER, REGIONS[2:], typist=2),
    issue("j3-1"),
    issue("j3-2", IssueKind.SUPPLEMENTARY, REGIONS[:1]),
)
EASY = (
    "v444#1", "v444#1", "v444#2", "v111#1", "v222#1", "recused#1", "absent#1",
)  # fmt: skip
"""Sheets by what they say; few, so that ties, cuts and equal claims are frequent."""


def hexed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


SHEETS = {hexed(name): name for name in EASY}


def contents(sha256: str) -> Content:
    """Read a sheet off its name."""
    name = SHEETS[sha256]
    if name.startswith("v"):
        return SheetState.SCORED, tuple(map(int, name[1:4]))
    return SheetState(name.split("#", maxsplit=1)[0]), (None,) * 3


class History(Struct, frozen=True):
    """Everything that ever came, and everything that was decided, in that order."""

    roster: Roster
    seals: tuple[IntactSeal, ...]
    decisions: tuple[Decision, ...]

    def reckon(
        self, seals: Iterable[IntactSeal] | None = None, decisions: Sequence[Decision] | None = None
    ) -> Reckoning:
        return reckon(
            self.roster,
            RULES,
            tuple(self.seals if seals is None else seals),
            self.decisions if decisions is None else decisions,
            contents,
        )


RULES = read_instrument(INSTRUMENT + BANDS, "uji.toml")


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Draw seals, then let people decide now and then while more of them come."""
    seals = draw(_seals())
    kept = [s.digest for s in seals if s.issue == "j1-1"]
    roster = _roster(draw(st.lists(st.sampled_from(kept), unique=True)) if kept else [])
    history = History(roster, tuple(seals), ())
    for _ in range(draw(st.integers(0, 6))):
        known = seals[: draw(st.integers(0, len(seals)))]
        decision = _decide(draw, history, known)
        if decision is not None:
            history = History(roster, history.seals, (*history.decisions, decision))
    return history


@st.composite
def _seals(draw: st.DrawFn) -> list[IntactSeal]:
    seals: list[IntactSeal] = []
    for number in range(draw(st.integers(2, 9))):
        own = draw(st.sampled_from(ISSUES))
        before = [s.digest for s in seals if s.issue == own.id]
        earlier = draw(st.lists(st.sampled_from(before), unique=True)) if before else []
        said = {r: draw(st.sampled_from(EASY)) for r in own.regions if draw(st.integers(0, 4))}
        proven = draw(st.integers(0, 3)) > 0
        seals.append(
            IntactSeal(
                digest=hexed(f"seal {number}"),
                receipt=f"R{number}",
                judge=own.judge,
                issue=own.id,
                number=len(earlier) + 1,
                earlier=frozenset(earlier),
                sheets={region: hexed(name) for region, name in said.items()},
                open=tuple(r for r in own.regions if r not in said),
                thumbprint=f"K-{own.id}" if draw(st.integers(0, 5)) else f"L-{own.id}",
                key_proven=proven,
                declared=(("11.04", "kerabat"),) if draw(st.integers(0, 9)) == 0 else (),
                time="2026-01-02T00:00:00Z",
                reason="",
            )
        )
    return seals


def _decide(draw: st.DrawFn, history: History, known: list[IntactSeal]) -> Decision | None:
    """Answer an open question, or decide something of one's own accord."""
    now = history.reckon(known)
    answers = [answer for question in now.questions for answer in question.answers]
    region, judge = draw(st.sampled_from(REGIONS)), draw(st.sampled_from(JUDGES))
    statuses = [s.value for s in RegionStatus]
    answers += [
        ("void", draw(st.sampled_from(history.seals)).digest, region),
        ("recuse", judge, region),
        ("status", region, draw(st.sampled_from(statuses))),
        ("reissue", "j1-1"),
    ]
    kind, *arguments = draw(st.sampled_from(answers))
    try:
        ruling = prepare_ruling(kind, arguments, now, known)
    except InputError:
        return None
    number = len(history.decisions) + 1
    return Decision(
        number, ruling.kind, ruling.subject, ruling.choice, "K", "r", "2026-01-03T00:00:00Z",
        ruling.basis,
    )  # fmt: skip


def _roster(kept: Sequence[str]) -> Roster:
    issues = (replace(i, kept=tuple(sorted(kept))) if i.replaces else i for i in ISSUES)
    return Roster(
        Assessment("a" * 32, "Uji", Mode.OFFICIAL, "2026-01-01T00:00:00Z", "f" * 64),
        tuple(Region(code, f"Kota {code}", "Aceh") for code in REGIONS),
        tuple(Judge(judge, judge) for judge in JUDGES),
        tuple(Assignment(judge, code) for judge in JUDGES for code in REGIONS),
        (ConflictOfInterest("j3", "11.04", "home_region", "asal"),),
        tuple(RegionStanding(code, RegionStatus.INVITED, "") for code in REGIONS),
        tuple(issues),
    )
