"""The official table and the ways to ask it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.regions.official import RegionKind
from smartcity_desktop.tables.reading import read_table_file

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.regions.official import RegionTable


def codes(found: tuple[object, ...]) -> list[str]:
    return [str(region).partition(" ")[0] for region in found]


def test_all_regions_are_there(official: RegionTable) -> None:
    kinds = Counter(region.kind for region in official.regions)
    assert len(official.provinces) == 38
    assert sum(kinds.values()) == 514
    assert kinds[RegionKind.KABUPATEN] + kinds[RegionKind.ADMINISTRATIVE_KABUPATEN] == 416
    assert kinds[RegionKind.KOTA] + kinds[RegionKind.ADMINISTRATIVE_KOTA] == 98
    assert sum(kind.autonomous() * count for kind, count in kinds.items()) == 508


def test_every_region_is_found_by_its_own_code_and_name(official: RegionTable) -> None:
    for region in official.regions:
        assert official.get(region.code) is region
        assert official.named(region.name) == (region,)
        assert official.named(region.name.upper().replace(" ", "  ")) == (region,)
        assert official.search(region.name)[0] is region
        assert region.code.startswith(region.province.code)


def test_the_split_of_papua(official: RegionTable) -> None:
    assert len(official.old_codes) == 26
    for old, today in official.old_codes.items():
        assert old[:2] in ("91", "92")
        assert today[:2] in ("93", "94", "95", "96")
        assert official.get(old) is official.get(today) is not None
    moved = set(official.old_codes.values())
    assert moved == {
        r.code for r in official.regions if r.province.code in ("93", "94", "95", "96")
    }
    assert str(official.get("91.09")) == "94.04 Kabupaten Mimika"
    assert str(official.get("92.71")) == "96.71 Kota Sorong"
    assert not set(official.old_codes) & {r.code for r in official.regions}


def test_names_that_are_both_kabupaten_and_kota(official: RegionTable) -> None:
    stems = Counter(r.name.split(" ", 1)[1] for r in official.regions)
    shared = [stem for stem, count in stems.items() if count > 1]
    assert len(shared) == 26
    assert all(len(official.named(stem)) == 2 for stem in shared)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("kab. bandung", "32.04"),
        ("KOTA BANDUNG", "32.73"),
        ("Bandung Barat", "32.17"),
        ("Kab.Banyumas", "33.02"),
        ("Kabupaten  Kep. Seribu", "31.01"),
        ("Kab. Adm. Kepulauan Seribu", "31.01"),
        ("Kota Adm. Jakarta Pusat", "31.71"),
        ("Jakarta Pusat", "31.71"),
        ("Kotamadya Semarang", "33.74"),
        ("Tanjungpinang", "21.72"),
        ("Kulonprogo", "34.01"),
        ("Gunung Kidul", "34.03"),
        ("Fakfak", "92.03"),
        ("TOLI TOLI", "72.04"),
        ("Kota Pare-Pare", "73.72"),
        ("Kota Baru", "63.02"),
        ("Banggai Kep.", "72.07"),
        ("Kab. Toba Samosir", "12.12"),
        ("Mamuju Utara", "76.01"),
        ("Maluku Tenggara Barat", "81.03"),
        ("Pangkajene Kepulauan", "73.10"),
    ],
)
def test_ways_to_write_a_name(official: RegionTable, name: str, code: str) -> None:
    assert codes(official.named(name)) == [code]


def test_a_search_offers_all_that_may_be_meant(official: RegionTable) -> None:
    assert codes(official.search("bandung")) == ["32.04", "32.73", "32.17"]
    assert codes(official.search("Kab Bandung")) == ["32.04", "32.17"]
    assert codes(official.search("91.09")) == ["94.04"]
    assert codes(official.search("64.7")) == ["64.71", "64.72", "64.74"]
    assert official.search("  ") == ()
    assert official.search("Atlantis") == ()


def test_provinces_by_any_name(official: RegionTable) -> None:
    for name, code in (
        ("Jawa Barat", "32"),
        ("prov. jabar", "32"),
        ("DKI Jakarta", "31"),
        ("D.I. Yogyakarta", "34"),
        ("NTB", "52"),
        ("Bangka-Belitung", "19"),
    ):
        province = official.province_named(name)
        assert province is not None
        assert province.code == code
    assert official.province_named("Atlantis") is None


def test_the_table_names_its_source_and_licence(root: Path) -> None:
    licence = (root / "resources/regions/LICENCE.txt").read_text(encoding="utf-8")
    assert "MIT License" in licence
    assert "Kepmendagri" in licence


def test_the_list_of_2017_to_2019_is_real(official: RegionTable, root: Path) -> None:
    table = read_table_file(root / "resources/regions/contoh-2017-2019.csv")
    years = Counter(year for row in table.rows for year in row.cells[3].split())
    assert (years, len(table.rows)) == (Counter({"2017": 25, "2018": 50, "2019": 25}), 98)
    for row in table.rows:
        region = official.get(row.cells[0])
        assert region is not None
        assert (region.name, region.province.name) == row.cells[1:3]
