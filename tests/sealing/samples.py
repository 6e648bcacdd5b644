"""One small assessment with real keys, from fixed seeds, for the tests of seals."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from fractions import Fraction
from functools import cache

from msgspec import Struct, field
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
from smartcity_desktop.domain.audit import Head
from smartcity_desktop.domain.instrument import Dimension, Indicator, Instrument, Scale
from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.rules import Combine, CombineAt, Rules, WeightKind
from smartcity_desktop.domain.score_sheet import Changed, ScoreSheet, SheetState
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.certificate import make_certificate
from smartcity_desktop.sealing.enrolment import Enrolment, make_enrolment
from smartcity_desktop.sealing.manifest import Manifest
from smartcity_desktop.sealing.seal import Seal, make_seal
from smartcity_desktop.sealing.sheet_payload import write_sheet
from smartcity_desktop.sealing.signer import Signer, make_key

MOMENT = datetime(2026, 11, 24, 3, 10, 16, tzinfo=UTC)
TIME = "2026-11-24T03:10:16Z"
ASSESSMENT_ID = "5ad1c17e000000000000000000000001"
IDS = ("A1", "A2", "B1")
SCALE = Scale(0, 1, 4, 1, (1, 2, 3, 4))
HALVES = Scale(1, 0, 1000, 5)
NAMES = {"35.78": "Kota Surabaya", "64.72": "Kota Samarinda", "64.74": "Kota Bontang"}
REGIONS = tuple(NAMES)
JUDGE = Judge("j07", "Dr. Sri Wahyuni, M.Kom.", institution="Universitas Mulawarman")
OTHER_JUDGE = Judge("j08", "Budi Santoso")


def seeded(seed: str) -> Signer:
    """Return the P-256 key that follows from a word."""
    return make_key(lambda size: hashlib.sha512(seed.encode()).digest()[:size])


@cache
def issue_key(issue: str = "j07-1") -> Signer:
    return seeded(f"issue {issue}")


@cache
def assessment_key() -> Signer:
    return seeded("assessment")


@cache
def judge_signer(seed: str = "judge j07") -> Signer:
    key = seeded(seed)
    return key.with_certificates([make_certificate(key, JUDGE, MOMENT)])


def instrument(*scales: Scale) -> Instrument:
    """Return an instrument of three indicators; the second has halves unless told."""
    chosen = scales or (SCALE, HALVES, SCALE)
    indicators = tuple(
        Indicator(name, LocalText(name), Fraction(100, 3), scale)
        for name, scale in zip(IDS, chosen, strict=True)
    )
    rules = Rules(WeightKind.FACTOR, Combine.MEAN, CombineAt.INDICATOR, 1, 1, 2)
    dimension = Dimension("A", LocalText("A"), Fraction(1), indicators)
    return Instrument("uji", "1", LocalText("Uji"), LocalText(""), (dimension,), rules, "1" * 64)


def issue(judge: str = "j07", number: int = 1, regions: tuple[str, ...] = REGIONS) -> Issue:
    name = f"{judge}-{number}"
    return Issue(name, judge, IssueKind.FIRST, regions, issue_key(name).public.jwk, TIME)


def roster(*issues: Issue, conflicts: tuple[ConflictOfInterest, ...] = ()) -> Roster:
    assessment = Assessment(
        ASSESSMENT_ID, "Uji", Mode.OFFICIAL, TIME, "1" * 64, assessment_key().public.jwk
    )
    return Roster(
        assessment,
        tuple(Region(code, name) for code, name in NAMES.items()),
        (JUDGE, OTHER_JUDGE),
        tuple(Assignment(JUDGE.id, code) for code in REGIONS),
        conflicts,
        tuple(RegionStanding(code, RegionStatus.INVITED, "") for code in REGIONS),
        issues or (issue(), issue("j08")),
    )


def sheet(region: str = "64.72", values: tuple[int | None, ...] = (4, 875, 3)) -> ScoreSheet:
    """Return a finished sheet with a note on its first indicator."""
    return ScoreSheet(
        JUDGE.id, region, NAMES[region], SheetState.SCORED, "", values, (),
        (("A1", "Bukti cukup: ᬅᬓ᭄ᬱᬭ, 智慧城市"),), (), Changed(TIME, "2026-11-24T04:00:00Z", 7),
    )  # fmt: skip


def enrolment(**changes: object) -> str:
    """Return the proof for the judge's key."""
    said = Enrolment(ASSESSMENT_ID, JUDGE.id, "j07-1", judge_signer().public.thumbprint, (), TIME)
    return make_enrolment(replace(said, **changes), issue_key())


class Panel(Struct):
    """What a verifier reads of a panel file, free to be tampered with."""

    manifest: Manifest
    payloads: dict[str, bytes]
    signer: Signer = field(default_factory=judge_signer)

    def seal(self) -> Seal:
        return make_seal(self.manifest, self.signer)


def panel(*sheets: ScoreSheet, **changes: object) -> Panel:
    """Seal these sheets (one of Samarinda unless told); the other regions stay open."""
    payloads = {one.region: write_sheet(one, IDS) for one in sheets or (sheet(),)}
    manifest = Manifest(
        mode=Mode.OFFICIAL,
        assessment=ASSESSMENT_ID,
        judge=JUDGE.id,
        issue="j07-1",
        number=1,
        earlier=(),
        instrument="1" * 64,
        time=TIME,
        sheets=tuple(sorted((code, sha256_hex(data)) for code, data in payloads.items())),
        open=tuple(code for code in REGIONS if code not in payloads),
        enrolment=enrolment(),
        log=Head(3, "c" * 64),
        assessment_key=assessment_key().public.jwk,
    )
    manifest = replace(manifest, **changes)
    return Panel(manifest, {sha256_hex(data): data for data in payloads.values()})
