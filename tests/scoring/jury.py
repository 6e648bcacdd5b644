"""A small jury with real files, for tests of preparing and scoring."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import count
from typing import TYPE_CHECKING

from msgspec import Struct, field

from smartcity_desktop.domain.assessment import (
    Assignment,
    ConflictOfInterest,
    Judge,
    Mode,
    Region,
)
from smartcity_desktop.domain.instrument import Dimension, Indicator, Instrument, Scale
from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.rules import Combine, CombineAt, Rules, WeightKind
from smartcity_desktop.preparing.assessment import AssessmentWish, Secrets, make_assessment
from smartcity_desktop.preparing.handing_out import hand_out, open_issuing
from smartcity_desktop.scoring.desk import Desk
from smartcity_desktop.scoring.enrolling import KeyMaking, enrol_judge
from smartcity_desktop.sealing.proof import prove_seal, prove_sheets
from smartcity_desktop.sealing.sheet_proof import SheetChecker
from smartcity_desktop.store.assessment_file import open_assessment_file
from smartcity_desktop.store.foreign import read_foreign_panel
from smartcity_desktop.store.panel_file import open_panel_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Assessment, Roster
    from smartcity_desktop.preparing.handing_out import HandedOut
    from smartcity_desktop.preparing.issues import Issuing, NewIssue
    from smartcity_desktop.sealing.proof import ProvenSeal
    from smartcity_desktop.sealing.sheet_proof import SheetContent
    from smartcity_desktop.sealing.signer import Signer
    from smartcity_desktop.store.assessment_file import AssessmentFile

TOML = b'format = 1\nid = "uji"\n'
PASSPHRASE = " ".join(("kuda", "hitam", "di", "pagi", "hari"))
WORK = 4
REGIONS = (
    Region("64.71", "Kota Balikpapan", "Kalimantan Timur"),
    Region("64.72", "Kota Samarinda", "Kalimantan Timur"),
    Region("64.74", "Kota Bontang", "Kalimantan Timur"),
)
CODES = tuple(region.code for region in REGIONS)
JUDGES = (Judge("j1", "Dr. Sri Wahyuni"), Judge("j2", "Ir. Budi", home_region="64.74"))
INSTRUMENT = Instrument(
    "uji",
    "1",
    LocalText("Uji"),
    LocalText(""),
    (
        Dimension(
            "A",
            LocalText("A"),
            Fraction(100),
            (
                Indicator("A1", LocalText("Satu"), Fraction(50), Scale(0, 1, 4, 1, (1, 2, 3, 4))),
                Indicator("A2", LocalText("Dua"), Fraction(50), Scale(1, 0, 1000, 5)),
            ),
        ),
    ),
    Rules(WeightKind.PERCENT, Combine.MEAN, CombineAt.INDICATOR, 1, 1, 2),
    hashlib.sha256(TOML).hexdigest(),
)


def ticking() -> Callable[[], datetime]:
    """Return a clock that goes on by one minute at every look."""
    minutes = count()
    start = datetime(2026, 5, 2, 2, 0, tzinfo=UTC)
    return lambda: start + timedelta(minutes=next(minutes))


def chance(seed: str) -> Callable[[int], bytes]:
    """Return bytes that nobody can guess who does not know the seed."""
    numbers = count()

    def random_bytes(size: int) -> bytes:
        return hashlib.shake_256(f"{seed} {next(numbers)}".encode()).digest(size)

    return random_bytes


def wish(**changes: object) -> AssessmentWish:
    """Return what the coordinator wants: everybody scores all but his home region."""
    parts: dict[str, object] = {
        "title": "Asesmen Uji",
        "mode": Mode.REHEARSAL,
        "instrument": INSTRUMENT,
        "instrument_bytes": TOML,
        "regions": REGIONS,
        "judges": JUDGES,
        "assignments": tuple(Assignment(j.id, code) for j in JUDGES for code in CODES),
        "conflicts": (ConflictOfInterest("j2", "64.74", "home_region", "daerah asal juri"),),
    }
    return AssessmentWish(**(parts | changes))  # type: ignore[arg-type]


class Jury(Struct):
    """One assessment in a folder, and what people do with its files."""

    folder: Path
    clock: Callable[[], datetime] = field(default_factory=ticking)
    random_bytes: Callable[[int], bytes] = field(default_factory=lambda: chance("uji"))

    @property
    def path(self) -> Path:
        return self.folder / "uji.assessment"

    def make(self, **changes: object) -> Assessment:
        secrets = Secrets(PASSPHRASE, self.random_bytes, WORK)
        return make_assessment(self.path, wish(**changes), secrets, self.clock)

    def open(self) -> AssessmentFile:
        return open_assessment_file(self.path, self.clock)

    def roster(self) -> Roster:
        with self.open() as file:
            return file.roster()

    def issue(
        self,
        choose: Callable[[Issuing], Sequence[NewIssue]] = lambda issuing: issuing.first_issues(),
    ) -> tuple[HandedOut, ...]:
        with self.open() as file:
            issuing = open_issuing(file, file.roster(), self.random_bytes, self.clock)
            new = choose(issuing)
            return hand_out(file, self.folder, new, INSTRUMENT, self.clock, lambda: None)

    def sit(self, issue: str = "j1-1", name: str = "") -> Desk:
        """Open a panel file; whoever asked for it closes ``desk.panel``."""
        path = self.folder / (name or f"{issue}-latihan.panel")
        panel = open_panel_file(path, self.clock)
        return Desk(panel, INSTRUMENT, self.clock)

    def key_making(self, passphrase: str = PASSPHRASE) -> KeyMaking:
        return KeyMaking(passphrase, self.random_bytes, self.clock, WORK)

    def enrol(self, desk: Desk, conflicts: Mapping[str, str] | None = None) -> Signer:
        return enrol_judge(desk.panel, self.key_making(), conflicts or {})

    def prove(self, copy: bytes) -> tuple[ProvenSeal, Mapping[str, SheetContent]]:
        """Prove the last seal of a handed-over copy and its sheets, as a merge does."""
        roster = self.roster()
        foreign = read_foreign_panel(copy)
        proven = prove_seal(foreign.seals[-1], roster)
        checker = SheetChecker(INSTRUMENT, {r.code: r.name for r in roster.regions})
        excused = frozenset((c.judge, c.region) for c in roster.conflicts)
        return proven, prove_sheets(proven.seal, foreign.sheets.get, checker, excused)


def score_all(desk: Desk, code: str, first: int = 3, second: int = 875) -> None:
    """Finish one region's sheet."""
    desk.record_score(code, "A1", first)
    desk.record_score(code, "A2", second)
