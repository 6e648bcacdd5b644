"""Panel files as judges have them on the second day: real regions, the shipped instruments."""

from __future__ import annotations

import csv
import random
from pathlib import Path
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Assignment, ConflictOfInterest, Judge, Mode, Region
from smartcity_desktop.domain.dossier import Answer, Dossier
from smartcity_desktop.domain.score_entry import EntryKind, ScoreEntry
from smartcity_desktop.scoring.entering import enter_scores
from tests.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.instrument import Indicator

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
JUDGE = Judge("juri-07", "Prof. Dr. Ir. Bambang Wicaksono Hadiningrat", "Universitas Indonesia")
ISSUE = "juri-07-1"
LONG_NAMES = (
    Region("31.01", "Kabupaten Administrasi Kepulauan Seribu", "DKI Jakarta"),
    Region("16.12", "Kabupaten Penukal Abab Lematang Ilir", "Sumatera Selatan"),
)
NOTES = (
    "Perwali 12/2016 berlaku; pelaksanaan di kecamatan belum merata.",
    "Bukti berupa tangkapan layar, belum diuji langsung.",
)

ANSWERS = (
    Answer("A1", "Peraturan Wali Kota 12/2016 menetapkan rencana induk sampai 2025.", 3),
    Answer("A2", "Dewan kota cerdas bertemu tiap triwulan; notula terlampir.", 4),
)


def real_regions(count: int) -> tuple[Region, ...]:
    """Return regions of 2017 to 2019, and beyond 100 of the whole table; long names first."""
    path = RESOURCES / "regions" / "contoh-2017-2019.csv"
    found = {region.code: region for region in LONG_NAMES}
    with path.open(encoding="utf-8", newline="") as file:
        found.update({r["code"]: Region(r["code"], r["name"], r["province"])
                      for r in csv.DictReader(file)})  # fmt: skip
    if count > len(found):
        with (RESOURCES / "regions" / "regions.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        provinces = {r["code"]: r["name"] for r in rows if not r["province_code"]}
        for r in rows:
            if r["province_code"]:
                found.setdefault(
                    r["code"], Region(r["code"], r["name"], provinces[r["province_code"]])
                )
    return tuple(found.values())[:count]


def make_panel(
    folder: Path,
    *,
    instrument: str = "contoh-100-smart-city",
    regions: int = 12,
    finished: int = 4,
    mode: Mode = Mode.OFFICIAL,
    enrolled: bool = True,
    conflict: bool = False,
    dossiers: bool = False,
) -> Workshop:
    """Make one judge's panel file: so many regions finished, the next one half scored.

    Args:
        folder: gets the assessment and its panel file.
        instrument: one that ships, by name.
        regions: how many.
        finished: how many of these have whole sheets.
        mode: official or rehearsal.
        enrolled: whether the judge has confirmed the file.
        conflict: whether the judge declares a conflict of interest with a region.
        dossiers: whether the regions have answered two indicators beforehand.
    """
    places = real_regions(regions)
    shop = Workshop.open(
        folder,
        seed=folder.name,
        people=(JUDGE,),
        places=places,
        instrument=(RESOURCES / "instruments" / f"{instrument}.toml").read_bytes(),
        title="Asesmen 100 Smart City 2017",
        mode=mode,
        assignments=tuple(
            Assignment(JUDGE.id, r.code, f"2017-05-0{2 + n % 2}", f"Sesi {1 + n % 4}", "Ruang A")
            for n, r in enumerate(places)
        ),
        conflicts=tuple(
            ConflictOfInterest(JUDGE.id, region.code, "home_region", "Daerah asal juri")
            for region in places[finished + 3 :][-1:]
        ),
        dossiers={r.code: Dossier(r.code, answers=ANSWERS) for r in places if dossiers},
    )
    if enrolled:
        shop.enrol(ISSUE, {places[-2].code: "Daerah asal keluarga"} if conflict else {})
        _score(shop, places, finished)
    return shop


def _score(shop: Workshop, places: Sequence[Region], finished: int) -> None:
    chance = random.Random(7)  # noqa: S311 - invented scores
    entries = []
    indicators = shop.instrument.indicators()
    for number, region in enumerate(places[: finished + 1]):
        whole = number < finished
        for place, indicator in enumerate(
            indicators if whole else indicators[: len(indicators) // 2]
        ):
            entries.append(_entry(chance, region.code, indicator, NOTES[place % 2 :] if place % 9
                                  == 4 else ()))  # fmt: skip
    with shop.desk(ISSUE) as desk:
        enter_scores(desk, entries, shop.clock)
        if finished and len(places) > finished + 3:
            half = places[finished].code
            desk.abstain(half, indicators[-1].id, "Tidak ada bukti yang ditunjukkan")
            desk.panel.jottings.doubt(half, indicators[2].id, desk.now())
            desk.panel.jottings.write(half, "*", "Tanyakan lagi soal pusat data.")
            desk.report_absent(places[finished + 1].code, "Tidak hadir tanpa kabar")
            desk.recuse(places[finished + 2].code, "Pernah menjadi konsultan")


def _entry(
    chance: random.Random, region: str, indicator: Indicator, notes: Sequence[str]
) -> ScoreEntry:
    scale = indicator.scale
    values = scale.values or range(scale.minimum, scale.maximum + 1, scale.step)
    return ScoreEntry(
        region, indicator.id, EntryKind.SCORE, chance.choice(values), notes[0] if notes else ""
    )
