"""Assessments as coordinators have them: nothing issued, half merged, in conflict, declared."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Assignment, ConflictOfInterest, Judge, Mode
from smartcity_desktop.domain.score_entry import EntryKind, ScoreEntry
from smartcity_desktop.plenary.declaring import declare_results
from smartcity_desktop.plenary.recording import Backing, record_decision
from smartcity_desktop.scoring.entering import enter_scores
from tests.ui.sample_files import NOTES, RESOURCES, real_regions
from tests.workshop import PHRASE, Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.instrument import Instrument

STATES = ("new", "issued", "half", "conflict", "complete", "declared")
"""What ``make_office`` makes: nothing issued yet; all issued; three of five judges merged; one
judge with two seals that cannot both stand; every sheet merged; declared."""

PEOPLE = (
    Judge("juri-01", "Prof. Dr. Ir. Bambang Wicaksono Hadiningrat", "Universitas Indonesia"),
    Judge("juri-02", "Dr. Siti Rahmawati", "Institut Teknologi Bandung", "32.73"),
    Judge("juri-03", "Hendra Gunawan, M.T.", "Kementerian Komunikasi dan Informatika"),
    Judge("juri-04", "Dra. Ni Luh Putu Ayu Laksmi", "Universitas Udayana"),
    Judge("juri-05", "Yohanes Benny Tandililing, Ph.D.", "Universitas Hasanuddin"),
)


def make_office(
    folder: Path,
    state: str = "complete",
    *,
    regions: int = 12,
    mode: Mode = Mode.OFFICIAL,
    instrument: str = "contoh-100-smart-city",
    judges: int = len(PEOPLE),
) -> Workshop:
    """Make an assessment in one of ``STATES``; its file is ``shop.path``."""
    places = real_regions(regions)
    people = PEOPLE[:judges]
    shop = Workshop.open(
        folder,
        seed=folder.name,
        people=people,
        places=places,
        instrument=(RESOURCES / "instruments" / f"{instrument}.toml").read_bytes(),
        title="Asesmen 100 Smart City 2017",
        mode=mode,
        issue=state != "new",
        assignments=tuple(
            Assignment(
                judge.id, region.code, f"2017-05-0{2 + n % 2}", f"Sesi {1 + n % 4}", "Ruang A"
            )
            for judge in people
            for n, region in enumerate(places)
        ),
        conflicts=(
            ConflictOfInterest(people[1].id, places[2].code, "home_region", "Daerah asal juri"),
        ),
    )
    if state in ("half", "conflict", "complete", "declared"):
        _merge(shop, people[:3] if state == "half" else people)
    if state == "conflict":
        _add_conflict(shop, people[0].id)
    if state == "declared":
        declare(shop)
    return shop


def sealed_copy(shop: Workshop, judge: str, *, lift: int = 0, path: Path | None = None) -> Path:
    """Return the sealed copy of a judge's whole sheets; ``lift`` gives other scores.

    A copy of the panel file as it was just after enrolment is kept in the folder ``before``.
    """
    issue = f"{judge}-1"
    if issue not in shop.signers:
        shop.enrol(issue)
        kept = shop.folder / "before" / f"{issue}.panel"
        kept.parent.mkdir(exist_ok=True)
        shutil.copy(shop.panels[issue], kept)
    with shop.desk(issue, path) as desk:
        enter_scores(desk, list(_entries(shop, judge, lift)), shop.clock)
    return shop.seal(issue, path=path)[1]


def _entries(shop: Workshop, judge: str, lift: int) -> list[ScoreEntry]:
    roster = shop.roster()
    barred = {c.region for c in roster.conflicts if c.judge == judge}
    found = []
    for place, region in enumerate(shop.regions):
        if region in barred:
            continue
        for number, indicator in enumerate(shop.instrument.indicators()):
            value = _value(shop.instrument, f"{judge} {region} {number}", place, lift)
            note = NOTES[number % 2] if (place + number) % 17 == 3 else ""
            found.append(ScoreEntry(region, indicator.id, EntryKind.SCORE, value, note))
    return found


def _value(instrument: Instrument, seed: str, place: int, lift: int) -> int:
    """Return a permitted value; earlier regions tend to get higher ones."""
    scale = instrument.indicators()[0].scale
    values = list(scale.values or range(scale.minimum, scale.maximum + 1, scale.step))
    draw = hashlib.sha256(seed.encode()).digest()[0]
    at = (draw % len(values) + (len(values) - 1) * (12 - place) // 12) // 2 + lift
    return values[max(0, min(len(values) - 1, at))]


def _merge(shop: Workshop, people: tuple[Judge, ...]) -> None:
    shop.merge(*(sealed_copy(shop, judge.id) for judge in people))


def _add_conflict(shop: Workshop, judge: str) -> None:
    """Seal another state of the same panel file, made from an old copy, and merge it too."""
    issue = f"{judge}-1"
    fresh = shop.folder / "salinan-lama" / f"{issue}.panel"
    fresh.parent.mkdir()
    shutil.copy(shop.folder / "before" / f"{issue}.panel", fresh)
    shop.merge(sealed_copy(shop, judge, lift=1, path=fresh))


def declare(shop: Workshop) -> None:
    """Declare the results as they are."""
    with shop.assessment() as file:
        declare_results(
            file, shop.instrument, "Prof. Dr. Ir. Bambang Wicaksono Hadiningrat",
            lambda: PHRASE, shop.clock,
        )  # fmt: skip


def decide(shop: Workshop, *ruling: str) -> None:
    """Record a plenary decision as the command line would."""
    kind, *arguments = ruling
    backing = Backing("Ketua Dewan Juri", "Musyawarah dewan juri", None)
    with shop.assessment() as file:
        record_decision(file, shop.instrument, (kind, arguments), backing, shop.clock)
