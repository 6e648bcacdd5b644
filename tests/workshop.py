"""A workshop that makes real assessments for tests: real files, keys, seals and copies.

    shop = Workshop.open(tmp_path, judges=2, regions=3)
    copies = [shop.hand_in(judge) for judge in shop.judges]
    shop.merge(*copies)

Everything is made with the functions that the command line calls. Two workshops with the same
seed make the same keys and digests, because clock and randomness are its own. Keys are wrapped
at the lowest cost, for the passphrase protects nothing here.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from contextlib import contextmanager
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Assignment, Judge, Mode, Region
from smartcity_desktop.domain.decision import Decision, DecisionKind
from smartcity_desktop.domain.score_entry import EntryKind, ScoreEntry
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.merging.session import Merged, MergeWish, merge_panel_files
from smartcity_desktop.preparing.assessment import AssessmentWish, Secrets, make_assessment
from smartcity_desktop.preparing.handing_out import hand_out, kept_seals, open_issuing
from smartcity_desktop.scoring.desk import Desk
from smartcity_desktop.scoring.enrolling import KeyMaking, add_key, enrol_judge
from smartcity_desktop.scoring.entering import enter_scores
from smartcity_desktop.scoring.handing_over import hand_over
from smartcity_desktop.scoring.seal import Sealed, seal_panel_file
from smartcity_desktop.store.assessment_file import open_assessment_file
from smartcity_desktop.store.panel_file import open_panel_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from smartcity_desktop.domain.assessment import ConflictOfInterest, Roster
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.preparing.issues import Issuing, NewIssue
    from smartcity_desktop.sealing.signer import Signer
    from smartcity_desktop.store.assessment_file import AssessmentFile

PHRASE = "kuda laut makan padi"
LOWEST_WORK = 1
BEGINNING = datetime(2026, 11, 24, 3, 0, 0, tzinfo=UTC)

INSTRUMENT = b"""\
format = 1
id = "uji"
version = "1"
title = { id = "Instrumen uji", en = "Test instrument" }
notice = { id = "Contoh, bukan instrumen resmi", en = "An example, not an official instrument" }

[scale]
values = [1, 2, 3, 4]

[[dimensions]]
id = "A"
name = { id = "Layanan", en = "Services" }
weight = 60
[[dimensions.indicators]]
id = "A1"
name = { id = "Layanan daring", en = "Online services" }
weight = 50
[[dimensions.indicators]]
id = "A2"
name = { id = "Pengaduan", en = "Complaints" }
weight = 50

[[dimensions]]
id = "B"
name = { id = "Lingkungan", en = "Environment" }
weight = 40
[[dimensions.indicators]]
id = "B1"
name = { id = "Udara", en = "Air" }
weight = 100

[rules]
weights = "percent"
combine_judges = "mean"
combine_at = "indicator"
minimum_judges = 1
minimum_scores = 1
decimals = 2
tie_break = ["plenary"]
"""


class Ticking(Struct):
    """A clock that goes one second further whenever somebody looks at it."""

    now: datetime = BEGINNING

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Seeded(Struct):
    """Bytes that look random and follow from a word."""

    seed: str
    drawn: int = 0

    def __call__(self, size: int) -> bytes:
        self.drawn += 1
        return hashlib.shake_256(f"{self.seed} {self.drawn}".encode()).digest(size)


class Workshop(Struct):
    """One assessment, its panel files, and the people who work on them.

    Attributes:
        path: the assessment file. panels: the latest panel file by issue.
        signers: the open key by issue.
    """

    folder: Path
    path: Path
    instrument: Instrument
    judges: tuple[str, ...]
    regions: tuple[str, ...]
    clock: Ticking
    random_bytes: Seeded
    panels: dict[str, Path] = field(default_factory=dict)
    signers: dict[str, Signer] = field(default_factory=dict)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        judges: int = 2,
        regions: int = 3,
        seed: str = "lokakarya",
        instrument: bytes = INSTRUMENT,
        issue: bool = True,
        people: tuple[Judge, ...] = (),
        places: tuple[Region, ...] = (),
        **wishes: object,
    ) -> Workshop:
        """Make an assessment in which everybody scores everything, and issue the panel files.

        ``people`` and ``places`` take the place of invented judges and regions; ``wishes`` are
        further fields of AssessmentWish: mode, conflicts, recipients ...
        """
        folder.mkdir(parents=True, exist_ok=True)
        clock, random_bytes = Ticking(), Seeded(seed)
        people = people or tuple(Judge(f"j{n:02}", f"Juri {n}") for n in range(1, judges + 1))
        places = places or tuple(
            Region(f"{11 + n // 99}.{n % 99 + 1:02}", f"Kota {n + 1}", "Aceh")
            for n in range(regions)
        )
        shop = cls(
            folder,
            folder / "uji.assessment",
            read_instrument(instrument, "uji.toml"),
            tuple(judge.id for judge in people),
            tuple(region.code for region in places),
            clock,
            random_bytes,
        )
        fields: dict[str, object] = {
            "title": "Uji",
            "mode": Mode.OFFICIAL,
            "instrument": shop.instrument,
            "instrument_bytes": instrument,
            "regions": places,
            "judges": people,
            "assignments": tuple(Assignment(j.id, r.code) for j in people for r in places),
        }
        wish = AssessmentWish(**(fields | wishes))  # type: ignore[arg-type]
        make_assessment(shop.path, wish, Secrets(PHRASE, random_bytes, LOWEST_WORK), clock)
        if issue:
            shop.issue(lambda issuing: issuing.first_issues())
        return shop

    def copied_to(self, folder: Path) -> Workshop:
        """Return the same workshop in a folder that is not there yet; this one stays as it is."""
        shutil.copytree(self.folder, folder)
        return replace(
            self,
            folder=folder,
            path=folder / self.path.relative_to(self.folder),
            panels={i: folder / p.relative_to(self.folder) for i, p in self.panels.items()},
            signers=dict(self.signers),
            clock=deepcopy(self.clock),
            random_bytes=deepcopy(self.random_bytes),
        )

    @contextmanager
    def assessment(self) -> Iterator[AssessmentFile]:
        """Open the assessment file for one act."""
        with open_assessment_file(self.path, self.clock) as file:
            yield file

    def roster(self) -> Roster:
        """Return who takes part now."""
        with self.assessment() as file:
            return file.roster()

    def issue(self, choose: Callable[[Issuing], Sequence[NewIssue]]) -> tuple[str, ...]:
        """Hand out what ``choose`` makes; returns the ids of the issues."""
        with self.assessment() as file:
            issuing = open_issuing(file, file.roster(), self.random_bytes, self.clock)
            new = choose(issuing)
            folder = self.folder / "issued"
            folder.mkdir(exist_ok=True)
            given = hand_out(file, folder, new, self.instrument, self.clock, lambda: None)
        self.panels.update((each.issue.id, each.path) for each in given)
        return tuple(each.issue.id for each in given)

    def supplement(self, judge: str, *regions: str) -> str:
        """Issue a further panel file; returns the id of the issue."""
        return self.issue(lambda issuing: [issuing.supplement(judge, regions, "Tambahan")])[0]

    def replace(self, issue: str, *kept: str) -> str:
        """Issue a panel file in place of a lost one, of which these seals stand."""
        self.decide(DecisionKind.REISSUE, issue, *sorted(kept))
        with self.assessment() as file:
            lost = next(each for each in file.roster().issues if each.id == issue)
            stand = kept_seals(file, lost)
        return self.issue(lambda issuing: [issuing.replace_lost(lost, stand, "Hilang")])[0]

    def paper(self, judge: str) -> tuple[str, str]:
        """Issue the two files in which a judge's paper sheets are typed."""
        first, second = self.issue(lambda issuing: issuing.paper(judge, "Laptop rusak"))
        return first, second

    @contextmanager
    def desk(self, issue: str, path: Path | None = None) -> Iterator[Desk]:
        """Open an issue's panel file, or a copy of it elsewhere, for its judge."""
        with open_panel_file(path or self.panels[issue], self.clock) as panel:
            yield Desk(panel, self.instrument, self.clock)

    def enrol(self, issue: str, conflicts: Mapping[str, str] | None = None) -> Signer:
        """Confirm a panel file, unless that was done before."""
        if issue not in self.signers:
            with self.desk(issue) as desk:
                self.signers[issue] = enrol_judge(desk.panel, self._making(), conflicts or {})
        return self.signers[issue]

    def forget_passphrase(self, issue: str, path: Path | None = None) -> Signer:
        """Make a new key in the same file."""
        with self.desk(issue, path) as desk:
            return add_key(desk.panel, self._making())

    def score(
        self, issue: str, values: Mapping[str, Sequence[int]], *, path: Path | None = None
    ) -> None:
        """Enter whole sheets: the values in instrument order by region."""
        ids = [indicator.id for indicator in self.instrument.indicators()]
        with self.desk(issue, path) as desk:
            enter_scores(
                desk,
                [
                    ScoreEntry(region, indicator, EntryKind.SCORE, value)
                    for region, row in values.items()
                    for indicator, value in zip(ids, row, strict=True)
                ],
                self.clock,
            )

    def seal(
        self, issue: str, *, signer: Signer | None = None, path: Path | None = None
    ) -> tuple[Sealed, Path]:
        """Seal and hand over; returns the seal and the copy, each in a folder of its own."""
        with self.desk(issue, path) as desk:
            reason = "Pembetulan" if desk.panel.seals.last() else ""
            sealed = seal_panel_file(desk, signer or self.signers[issue], reason, self.clock)
            folder = self.folder / "handed-over" / sealed.digest[:12]
            folder.mkdir(parents=True, exist_ok=True)
            return sealed, hand_over(desk, folder).copy

    def hand_in(self, judge: str, values: Mapping[str, Sequence[int]] | None = None) -> Path:
        """Enrol, score (every region with invented values unless told), seal: the whole day."""
        issue = f"{judge}-1"
        self.enrol(issue)
        self.score(issue, self.invented(judge) if values is None else values)
        return self.seal(issue)[1]

    def invented(self, judge: str) -> dict[str, tuple[int, ...]]:
        """Return permitted values for every region, other ones for every judge."""
        count = len(self.instrument.indicators())
        return {
            region: tuple(
                1 + hashlib.sha256(f"{judge} {region} {n}".encode()).digest()[0] % 4
                for n in range(count)
            )
            for region in self.regions
        }

    def merge(
        self, *paths: Path, identities: Sequence[str] = (), all_or_nothing: bool = False
    ) -> Merged:
        """Merge files, folders and archives into the assessment."""
        wish = MergeWish(paths, tuple(identities), all_or_nothing)
        with self.assessment() as file:
            return merge_panel_files(
                file,
                self.instrument,
                wish,
                self.clock,
                lambda _: contextlib.nullcontext(lambda: None),
            )

    def decide(
        self, kind: DecisionKind, *subject: str, choice: str = "", basis: str = ""
    ) -> Decision:
        """Record a decision as it would stand in the minutes."""
        decision = Decision(
            0, kind, subject, choice, "Ketua", "Alasan", "2026-11-25T00:00:00Z", basis
        )
        with self.assessment() as file:
            return file.decisions.add(decision)

    def _making(self) -> KeyMaking:
        return KeyMaking(PHRASE, self.random_bytes, self.clock, LOWEST_WORK)


def conflict_of(judge: str, region: str) -> ConflictOfInterest:
    """Return a conflict of interest that the coordinator knows before any score."""
    from smartcity_desktop.domain.assessment import ConflictOfInterest

    return ConflictOfInterest(judge, region, "coordinator", "Pernah bekerja di sana")
