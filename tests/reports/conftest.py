"""Declared records made by hand: the default instrument, real regions, invented scores."""

from __future__ import annotations

import csv
import hashlib
import json
import random
import shutil
import subprocess
from datetime import timedelta, timezone
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec import Struct, field
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import (
    Assessment,
    Assignment,
    Judge,
    Mode,
    Region,
    RegionStanding,
    RegionStatus,
    Roster,
)
from smartcity_desktop.domain.counted import CountedSheet
from smartcity_desktop.domain.decision import Decision, DecisionKind, Manner
from smartcity_desktop.domain.instrument import Dimension, Indicator, Instrument, Scale
from smartcity_desktop.domain.local_text import Language, LocalText
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Refusal, RefusalReason
from smartcity_desktop.domain.results import NotRanked, RankedRegion, RegionTally, Results
from smartcity_desktop.domain.rounding import write_decimal
from smartcity_desktop.domain.rules import (
    Band,
    Combine,
    CombineAt,
    Grade,
    Rules,
    TieKey,
    TieKeyKind,
    WeightKind,
)
from smartcity_desktop.domain.score_sheet import Changed, ScoreSheet, SheetState
from smartcity_desktop.reports.letterhead import Letterhead
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from smartcity_desktop.reports.press import Press, open_press
from smartcity_desktop.reports.record import (
    AbsenceNote,
    Declaration,
    DeclaredRecord,
    Gap,
    RecusalNote,
    RefusedFile,
    Reopening,
    SealNote,
)

if TYPE_CHECKING:
    from collections.abc import Callable

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
WIB = timezone(timedelta(hours=7), "WIB")
NOON = "2017-05-05T02:30:00Z"

NAMES = (
    "Prof. Dr. Ratna Wibisono, M.Sc.", "Dr. Bagus Prasetyo", "Ir. Made Suarta, M.T.",
    "Dr. Eng. Siti Maharani", "Andreas Simanjuntak, Ph.D.", "Dra. Lestari Kusumawardhani, M.Si.",
    "Teguh Wicaksana, M.Kom.", "Dr. Nurul Fadhilah", "Yohanes Lumban Tobing, S.T., M.T.",
    "Dr. Hj. Rahmawati Dg. Ngai", "Galih Anggara, M.Eng.", "Dr. Fransiska Hadiwidjana",
    "Ir. Zulkifli Harahap", "Dr. Kadek Ayu Pramesti", "Rizal Mantovani, M.B.A.",
    "Prof. Soedarmanto Notonegoro", "Intan Permatasari, M.P.P.", "Dr. Abdurrahman Saleh Lubis",
    "Maria Goretti Tukan, M.Si.", "Dr. Haryo Bimantoro", "Wahyu Kencana, M.Stat.",
)  # fmt: skip
INSTITUTIONS = ("Universitas Nusantara", "Institut Teknologi Khatulistiwa",
                "Badan Perencanaan Contoh", "Asosiasi Praktisi TIK Contoh")  # fmt: skip

DIMENSIONS = (
    ("A", "Kebijakan", "Policy", "20 20 20 15 15 10",
     ("Visi dan keselarasan RPJMD|Dasar hukum|Rencana induk dan peta jalan|"
     "Standar, pedoman, dan SOP|Kebijakan data dan keamanan informasi|Pemantauan dan evaluasi")),
    ("B", "SDM TIK", "ICT human resources", "20 20 20 15 15 10",
     ("Kelembagaan pengelola TIK|Kecukupan personel|Kompetensi dan sertifikasi|"
     "Program pengembangan SDM|Kepemimpinan digital|Literasi dan kolaborasi warga")),
    ("C", "Infrastruktur TIK", "ICT infrastructure", "20 20 15 15 10 10 10",
     ("Pusat data|Jaringan intra pemerintah|Konektivitas publik|Keamanan informasi|"
     "Pencadangan dan pemulihan bencana|Fasilitas pendukung dan pemeliharaan|"
     "Inventaris aset TIK")),
    ("D", "Aplikasi", "Applications", "25 15 10 20 15 15",
     ("Pelayanan publik|Administrasi dan manajemen umum|Administrasi legislasi|"
     "Manajemen pembangunan|Manajemen keuangan|Manajemen kepegawaian")),
    ("E", "Komitmen dukungan anggaran", "Budget commitment", "30 20 20 20 10",
     ("Alokasi anggaran TIK dalam APBD|Kesinambungan perencanaan|Realisasi|"
     "Komitmen tertulis kepala daerah dan DPRD|Sumber pembiayaan lain")),
)  # fmt: skip

SCALE = Scale(0, 1, 4, 1, (1, 2, 3, 4))

RULES = Rules(
    weights=WeightKind.PERCENT, combine_judges=Combine.MEAN, combine_at=CombineAt.INDICATOR,
    minimum_judges=3, minimum_scores=3, decimals=2,
    tie_break=(TieKey(TieKeyKind.DIMENSION, "A"), TieKey(TieKeyKind.DIMENSION, "E"),
               TieKey(TieKeyKind.MEDIAN_TOTAL), TieKey(TieKeyKind.PLENARY)),
    bands=(Band(LocalText("Terpilih", "Selected"), 25),
           Band(LocalText("Cadangan", "Reserve"), 10, reserve=True)),
    grades=(Grade(LocalText("Sangat Kurang", "Very poor"), Fraction(1)),
            Grade(LocalText("Kurang", "Poor"), Fraction("1.6")),
            Grade(LocalText("Baik", "Good"), Fraction("2.6")),
            Grade(LocalText("Sangat Baik", "Very good"), Fraction("3.6"))),
)  # fmt: skip

SHORT_BANDS = (
    Band(LocalText("Terpilih", "Selected"), 3),
    Band(LocalText("Cadangan", "Reserve"), 1, reserve=True),
)


def default_instrument(rules: Rules = RULES) -> Instrument:
    """The 30 indicators of the default instrument."""
    dimensions = []
    for code, name, english, weights, indicators in DIMENSIONS:
        leaves = tuple(
            Indicator(f"{code}{n}", LocalText(text), Fraction(weight), SCALE)
            for n, (text, weight) in enumerate(
                zip(indicators.split("|"), weights.split(), strict=True), start=1
            )
        )
        dimensions.append(Dimension(code, LocalText(name, english), Fraction(20), leaves))
    return Instrument(
        "contoh-100-smart-city", "1.0",
        LocalText("Instrumen Bawaan 100 Smart City", "Default instrument, 100 Smart City"),
        LocalText("Contoh, bukan instrumen resmi", "An example, not an official instrument"),
        tuple(dimensions), rules, "ab" * 32,
    )  # fmt: skip


def wide_instrument(dimensions: int, indicators: int) -> Instrument:
    """An instrument of any size, with shares as weights."""
    rules = replace(RULES, weights=WeightKind.SHARE, tie_break=(TieKey(TieKeyKind.MEDIAN_TOTAL),))
    share = Fraction(100, dimensions * indicators)
    return Instrument(
        "lebar", "2.1", LocalText("Instrumen lebar"), LocalText(""),
        tuple(
            Dimension(
                f"D{d}", LocalText(f"Dimensi nomor {d} dengan nama yang panjang"),
                share * indicators,
                tuple(Indicator(f"D{d}.{i}", LocalText(f"Indikator {i} dari dimensi {d}"), share,
                                SCALE) for i in range(1, indicators + 1)),
            )
            for d in range(1, dimensions + 1)
        ),
        rules, "cd" * 32,
    )  # fmt: skip


def places(count: int) -> tuple[Region, ...]:
    """Real regions: the 98 of the movement first, then the rest of the country."""
    folder = RESOURCES / "regions"
    with (folder / "contoh-2017-2019.csv").open(encoding="utf-8") as file:
        first = [Region(r["code"], r["name"], r["province"]) for r in csv.DictReader(file)]
    with (folder / "regions.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    provinces = {r["code"]: r["name"] for r in rows if not r["province_code"]}
    known = {region.code for region in first}
    rest = [Region(r["code"], r["name"], provinces[r["province_code"]])
            for r in rows if r["province_code"] and r["code"] not in known]  # fmt: skip
    unique = list({region.code: region for region in [*first, *rest]}.values())
    return tuple(sorted(unique[:count], key=lambda region: region.code))


def panel(count: int) -> tuple[Judge, ...]:
    return tuple(
        Judge(f"j{n:02}", NAMES[(n - 1) % len(NAMES)], INSTITUTIONS[n % len(INSTITUTIONS)],
              role="Ketua merangkap anggota" if n == 1 else "Anggota", panel=f"P{(n - 1) // 3 + 1}")
        for n in range(1, count + 1)
    )  # fmt: skip


class Case(Struct):
    """What a record is made of; every test changes what it cares about."""

    regions: tuple[Region, ...]
    judges: tuple[Judge, ...]
    instrument: Instrument
    mode: Mode = Mode.OFFICIAL
    letterhead: Letterhead = field(default_factory=Letterhead)
    token: str = ""
    title: str = "Asesmen Gerakan Menuju 100 Smart City Tahun 2017"
    per_region: int = 4
    seed: int = 7

    def record(self) -> DeclaredRecord:
        """Score, tally, rank and declare."""
        chance = random.Random(self.seed)  # noqa: S311  invented scores
        sheets = tuple(self._sheets(chance))
        results = self._results(sheets)
        data = json.dumps([r.code for r in results.ranked]).encode()
        digest = hashlib.sha256(data).hexdigest()
        assignments = tuple(sorted(Assignment(s.judge, s.region) for s in sheets))
        roster = Roster(
            Assessment("0" * 32, self.title, self.mode, NOON, self.instrument.sha256),
            self.regions, self.judges, assignments, (),
            tuple(RegionStanding(r.code, RegionStatus.PRESENT, "") for r in self.regions), (),
        )  # fmt: skip
        return DeclaredRecord(
            instrument=self.instrument, roster=roster,
            declaration=Declaration(1, NOON, "Prof. Dr. Ratna Wibisono, M.Sc.", digest, self.token),
            results=results, results_json=data, results_csv=b"\xef\xbb\xbfrank;code\r\n",
            letterhead=self.letterhead, sheets=sheets,
            counted=tuple(
                CountedSheet(s.judge, s.region, s.state, s.values, "00" * 32, "11" * 32,
                             f"{s.judge}-1") for s in sheets),
            seals=tuple(seal_note(judge.id) for judge in self.judges),
        )  # fmt: skip

    def _sheets(self, chance: random.Random) -> list[ScoreSheet]:
        sheets = []
        count = len(self.instrument.indicators())
        for index, region in enumerate(self.regions):
            merit = chance.uniform(1.4, 3.9)
            size = min(self.per_region, len(self.judges))
            for n in range(size):
                judge = self.judges[(index * size + n) % len(self.judges)]
                values = tuple(min(4, max(1, round(chance.gauss(merit, 0.6))))
                               for _ in range(count))  # fmt: skip
                sheets.append(
                    ScoreSheet(judge.id, region.code, region.name, SheetState.SCORED, "", values,
                               (), (), (), Changed(NOON, NOON, count))
                )  # fmt: skip
        return sorted(sheets, key=lambda sheet: (sheet.judge, sheet.region))

    def _results(self, sheets: tuple[ScoreSheet, ...]) -> Results:
        tallies = [self._tally(region.code, sheets) for region in self.regions]
        tallies.sort(key=lambda t: (-(t.final_total or 0), t.code))
        totals = [t.final_total for t in tallies]
        limits = [(b, sum(o.quota for o in self.instrument.rules.bands[: n + 1]))
                  for n, b in enumerate(self.instrument.rules.bands)]  # fmt: skip
        ranked = []
        for index, tally in enumerate(tallies):
            band = next((b for b, limit in limits if index < limit), None)
            total = tally.final_total or Fraction(0)
            rank = totals.index(tally.final_total) + 1
            same = tuple(t.code for t in tallies if t.final_total == total and t is not tally)
            grade = [g.name for g in self.instrument.rules.grades if g.lowest <= total]
            ranked.append(
                RankedRegion(rank, tally.code, total, write_decimal(total, 2), tally,
                             band.name if band else None, bool(band and band.reserve),
                             grade[-1] if grade else None, same, "")
            )  # fmt: skip
        return Results(tuple(ranked), (), ())

    def _tally(self, code: str, sheets: tuple[ScoreSheet, ...]) -> RegionTally:
        own = [s for s in sheets if s.region == code]
        position = 0
        dimensions = []
        for dimension in self.instrument.dimensions:
            total = Fraction(0)
            for indicator in dimension.all_indicators():
                values = [s.values[position] or 0 for s in own]
                weight = self.instrument.weight_in_dimension(dimension, indicator)
                total += weight * Fraction(sum(values), len(values))
                position += 1
            dimensions.append((dimension, total))
        whole = sum((self.instrument.weight_in_total(d) * v for d, v in dimensions), Fraction(0))
        return RegionTally(code, (), tuple((d.id, v) for d, v in dimensions), whole, whole, whole,
                           len(own))  # fmt: skip


def seal_note(judge: str, number: int = 1, reason: str = "") -> SealNote:
    digest = hashlib.sha256(f"{judge}-{number}".encode()).hexdigest()
    receipt = "-".join(hashlib.sha256(digest.encode()).hexdigest().upper()[n : n + 4]
                       for n in range(0, 16, 4))  # fmt: skip
    return SealNote(judge, f"{judge}-1", number, digest, receipt, NOON, digest[:43], reason)


def eventful(record: DeclaredRecord) -> DeclaredRecord:
    """The same record with one of everything that can happen; the tie is between places 3 and 4."""
    ranked = list(record.results.ranked)
    first, second = ranked[2], ranked[3]
    ranked[2] = replace(first, decided="select", tied_with=(second.code,))
    ranked[3] = replace(second, rank=first.rank, total=first.total, printed=first.printed,
                        decided="leave", tied_with=(first.code,))  # fmt: skip
    lost = ranked.pop()
    reason = message("Only {found} judges scored it, {least} are needed.", found=2, least=3)
    standings = list(record.roster.standings)
    standings[0] = replace(standings[0], status=RegionStatus.WITHDRAWN, reason="Surat wali kota")
    by, seal = "Pleno Dewan Juri", record.seals[0]
    decisions = (
        Decision(1, DecisionKind.SELECT, (first.code, "Terpilih"), "", by, "Bukti lebih lengkap.",
                 NOON, "b", Manner.VOTE, 14, 7),
        Decision(2, DecisionKind.LEAVE, (second.code, "Terpilih"), "", by, "Lihat nomor 1.", NOON),
        Decision(3, DecisionKind.WAIVE, (f"j02:{lost.code}",), "", by, "Juri sakit.", NOON, "b"),
        Decision(4, DecisionKind.VOID, (seal.digest, first.code), "", by, "Daerah salah.", NOON),
    )  # fmt: skip
    refusal = Refusal(RefusalReason.DAMAGED, message("The file is damaged."), "j03")
    return replace(
        record,
        roster=replace(record.roster, standings=tuple(standings)),
        results=replace(record.results, ranked=tuple(ranked),
                        not_ranked=(NotRanked(lost.code, (reason,)),)),
        decisions=decisions,
        seals=(*record.seals, seal_note("j01", 2, "Nilai A2 tertukar.")),
        gaps=(Gap("j02", lost.code, 3),),
        recusals=(RecusalNote("j03", first.code, "Keluarga bekerja di sana."),),
        absences=(AbsenceNote("j01", standings[0].region, "Ditunggu 30 menit."),),
        refused=(RefusedFile("juri-03 (rusak).panel", refusal),),
        declaration=replace(
            record.declaration, number=2,
            reopenings=(Reopening(1, "2017-05-04T09:00:00Z", "ef" * 32, NOON, "Ketua",
                                  "Segel susulan."),),
        ),
    )  # fmt: skip


class Paper(Struct, frozen=True):
    """A printed PDF under test, and what independent tools read from it."""

    path: Path

    def text(self, page: int = 0) -> str:
        """All text, or that of one page (from 1), laid out as on paper."""
        pages = ["-f", str(page), "-l", str(page)] if page else []
        done = subprocess.run(["pdftotext", "-layout", *pages, str(self.path), "-"],
                              check=True, capture_output=True)  # fmt: skip
        return done.stdout.decode()

    def flat(self) -> str:
        """All text with every run of blanks as one."""
        return " ".join(self.text().split())

    def pages(self) -> list[str]:
        """The text of every page."""
        return self.text().split("\f")[:-1]


@pytest.fixture
def paper(tmp_path: Path) -> Callable[[bytes], Paper]:
    """Put bytes into a file and read them with other tools than ours."""
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed")

    def write(pdf: bytes) -> Paper:
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdf)
        return Paper(path)

    return write


@pytest.fixture(scope="session")
def press() -> Callable[[Language], Press]:
    """Open a press that prints the English sentences, with the dates of a language."""
    return lambda language: open_press(RESOURCES, language, str, WIB)


@pytest.fixture(scope="session")
def english(press: Callable[[Language], Press]) -> Press:
    return press(Language.ENGLISH)


@pytest.fixture(scope="session")
def ministry() -> Letterhead:
    """The fictional ministry's letterhead, with its emblem."""
    folder = RESOURCES / "letterheads"
    return read_letterhead((folder / "contoh-kementerian.toml").read_bytes(),
                           (folder / "contoh-lambang.png").read_bytes())  # fmt: skip


@pytest.fixture(scope="session")
def make_case(ministry: Letterhead) -> Callable[..., Case]:
    """Make a case: few regions and judges unless the test says otherwise."""

    def make(regions: int = 6, judges: int = 4, **changes: object) -> Case:
        instrument = default_instrument(replace(RULES, bands=SHORT_BANDS))
        case = Case(places(regions), panel(judges), instrument, letterhead=ministry)
        return replace(case, **changes)

    return make


@pytest.fixture(scope="session")
def make_eventful() -> Callable[[DeclaredRecord], DeclaredRecord]:
    return eventful


@pytest.fixture(scope="session")
def make_wide() -> Callable[[int, int], Instrument]:
    return wide_instrument
