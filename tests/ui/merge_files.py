"""Files as they come back from judges: new, corrected, late, torn in two, damaged, foreign."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Assignment
from smartcity_desktop.sealing.proof import open_seal
from tests.merging.forging import Forgery
from tests.ui.office_files import PEOPLE, make_office, sealed_copy
from tests.ui.sample_files import RESOURCES, real_regions
from tests.workshop import Workshop, conflict_of

if TYPE_CHECKING:
    from pathlib import Path

INCOMING = "masuk"
"""The folder beside the assessment in which the files lie."""


def make_incoming(folder: Path, *, regions: int = 6) -> Workshop:
    """Make an assessment with some merged seals, and files with every outcome in ``INCOMING``.

    juri-01 supersedes seal 1, juri-02 is superseded, juri-03 is new, juri-04 is in conflict,
    juri-05 is damaged and lies there unsealed as well; a note is no panel file.
    """
    shop = make_office(folder, "issued", regions=regions)
    incoming = folder / INCOMING
    incoming.mkdir()
    first = {judge: sealed_copy(shop, judge) for judge in ("juri-01", "juri-02", "juri-04")}
    later = sealed_copy(shop, "juri-02", lift=1)
    alone = _last_seal_alone(later)
    shop.merge(first["juri-01"], alone, first["juri-04"])
    shutil.copy(first["juri-02"], incoming / "juri-02-1.panel")
    shutil.copy(sealed_copy(shop, "juri-01", lift=1), incoming / "juri-01-1.panel")
    shutil.copy(sealed_copy(shop, "juri-03"), incoming / "juri-03-1.panel")
    fresh = folder / "salinan-lama" / "juri-04-1.panel"
    fresh.parent.mkdir()
    shutil.copy(folder / "before" / "juri-04-1.panel", fresh)
    shutil.copy(sealed_copy(shop, "juri-04", lift=1, path=fresh), incoming / "juri-04-1.panel")
    shutil.copy(shop.panels["juri-05-1"], incoming / "belum-disegel.panel")
    damaged = incoming / "juri-05-1.panel"
    whole = sealed_copy(shop, PEOPLE[4].id).read_bytes()
    damaged.write_bytes(whole[: len(whole) // 2])
    (incoming / "catatan.txt").write_text("Juri 5 menyusul.", encoding="utf-8")
    return shop


def make_thin(folder: Path) -> Workshop:
    """Make an assessment in which two regions have fewer judges than the instrument asks for.

    juri-04 and juri-05 have only the first four of six regions, and juri-02 and juri-03 a conflict
    of interest with the last two.
    """
    places = real_regions(6)
    ids = [judge.id for judge in PEOPLE]
    return Workshop.open(
        folder,
        seed=folder.name,
        people=PEOPLE,
        places=places,
        instrument=(RESOURCES / "instruments" / "contoh-100-smart-city.toml").read_bytes(),
        title="Asesmen 100 Smart City 2017",
        assignments=tuple(
            Assignment(judge, region.code)
            for judge in ids
            for region in (places[:4] if judge in ids[3:] else places)
        ),
        conflicts=tuple(
            conflict_of(judge, region.code) for judge in ids[1:3] for region in places[4:]
        ),
    )


def _last_seal_alone(copy: Path) -> Path:
    """Return a copy that knows nothing of the seal before its last one."""
    alone = Forgery(copy, "juri-02-2.panel")
    listed = tuple(sha256 for _, sha256 in open_seal(alone.jws())[2].sheets)
    alone.run("DELETE FROM seals WHERE number = 1")
    marks = ", ".join("?" * len(listed))
    alone.run(f"DELETE FROM sealed_sheets WHERE sha256 NOT IN ({marks})", *listed)  # noqa: S608 - marks only
    return alone.path
