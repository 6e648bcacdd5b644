"""Lists of regions as coordinators bring them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.assessment import Region
from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.regions.region_list import read_region_list
from smartcity_desktop.regions.resource import official_regions
from smartcity_desktop.tables.reading import read_table, read_table_file
from smartcity_desktop.tables.writing import write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

OFFICIAL = official_regions()


def read(text: str) -> tuple[Region, ...]:
    return read_region_list(read_table(text.encode(), "R.csv"), OFFICIAL)


def problems(text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(text)
    return [f"{p.where}: {p.what}" for p in caught.value.problems]


def test_the_98_real_regions(root: Path) -> None:
    table = read_table_file(root / "resources/regions/contoh-2017-2019.csv")
    regions = read_region_list(table, OFFICIAL)
    assert len(regions) == 98
    assert [r.code for r in regions] == sorted(r.code for r in regions)
    assert Region("94.04", "Kabupaten Mimika", "Papua Tengah") in regions


def test_all_514_in_xlsx_with_codes_as_numbers() -> None:
    rows = [("kode", "nama"), *((float(r.code), r.name) for r in OFFICIAL.regions)]
    data = write_xlsx([tuple(map(str, row)) for row in rows], "R")
    regions = read_region_list(read_table(data, "R.xlsx"), OFFICIAL)
    assert regions == tuple(r.region() for r in OFFICIAL.regions)


def test_names_and_provinces_are_filled_in() -> None:
    assert read("Kode Daerah;Nama;Provinsi\n33.02;kab. banyumas;jateng\n64.72;;\n") == (
        Region("33.02", "Kabupaten Banyumas", "Jawa Tengah"),
        Region("64.72", "Kota Samarinda", "Kalimantan Timur"),
    )
    assert read("code\n91.09\n") == (Region("94.04", "Kabupaten Mimika", "Papua Tengah"),)


@pytest.mark.parametrize(
    ("code", "name", "restored"),
    [
        ("35,1", "Kab. Banyuwangi", "35.10"),
        ("35.1", "Banyuwangi", "35.10"),
        ("35.1", "Kabupaten Pacitan", "35.01"),
        ("35,10", "Banyuwangi", "35.10"),
        ("3510", "Kabupaten Banyuwangi", "35.10"),
        ("12:05", "Kab. Langkat", "12.05"),
        ("2026-05-12", "Langkat", "12.05"),
        ("91.2", "Mamberamo Raya", "91.20"),
        ("91.2", "Jayawijaya", "95.01"),
        ("92,1", "Kab. Maybrat", "96.05"),
    ],
)
def test_a_changed_code_is_restored_where_the_name_proves_it(
    code: str, name: str, restored: str
) -> None:
    assert [r.code for r in read(f"kode;nama\n{code};{name}\n")] == [restored]


@pytest.mark.parametrize(
    ("code", "name", "sentence"),
    [
        ("35.1", "", "35.10 Kabupaten Banyuwangi / 35.01 Kabupaten Pacitan"),
        ("35,10", "", "35.10 Kabupaten Banyuwangi"),
        ("35.1", "Kota Bandung", "32.73 Kota Bandung"),
        ("92.1", "Sorong", "96.01 Kabupaten Sorong / 96.71 Kota Sorong"),
        ("1101", "Kab. Simeulue", "11.09 Kabupaten Simeulue"),
        ("99.99", "", "no region with the code 99.99"),
        ("35.99", "", "35.99"),
        ("64.72", "Kota Balikpapan", "64.71 Kota Balikpapan"),
        ("32.73", "Bandung", "Kabupaten or Kota"),
        ("32.73", "Kab. Bandung", "32.04 Kabupaten Bandung"),
        ("64.72", "Kota Samarenda", "64.72 Kota Samarinda"),
        ("64.72", "Atlantis", "Correct the code or the name"),
        ("32.79", "Banjar", "63.03 Kabupaten Banjar"),
        ("", "Kota Depok", "32.76 Kota Depok"),
        ("tim 01", "Tim", "letters, digits"),
        ("t" * 33, "Tim", "letters, digits"),
        ("tim-01", "", "needs a name"),
    ],
)
def test_nothing_is_guessed(code: str, name: str, sentence: str) -> None:
    (problem,) = problems(f"kode;nama\n{code};{name}\n64.74;Bontang\n")
    assert problem.startswith("R.csv, line 2, column ")
    assert sentence in problem


def test_all_bad_lines_at_once() -> None:
    found = problems(
        "kode;nama;provinsi\n"
        "64.72;Kota Samarinda;Jawa Barat\n"
        "77.77;;\n"
        "94.04;Mimika;\n"
        "91.09;;\n"
        "32.73;Bandung;Banten\n"
        "64.72;;\n"
        "T1;Tim;\n"
        "t1;Tim lain;\n"
    )
    assert [problem.split(":")[0] for problem in found] == [
        "R.csv, line 2, column provinsi",
        "R.csv, line 3, column kode",
        "R.csv, line 5, column kode",
        "R.csv, line 6, column nama",
        "R.csv, line 6, column provinsi",
        "R.csv, line 7, column kode",
        "R.csv, line 9, column kode",
    ]
    assert "line 4 already" in found[2]


def test_free_codes_stay_as_they_are() -> None:
    assert read("code,name,province\nA/1,Tim  Satu,jabar\n1234,Tim Dua,Atlantis\n") == (
        Region("1234", "Tim Dua", "Atlantis"),
        Region("A/1", "Tim Satu", "Jawa Barat"),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("nama;provinsi\nKota Bandung;\n", "no column code / kode"),
        ("kode;nama;kode\n", "Two columns say the same"),
        ("kode;nama;daerah\n", "Two columns say the same: nama, daerah"),
        ("kode;nama;provins\n", "Did you mean province?"),
        ("64.72;Kota Samarinda\n", "must name the columns"),
        ("kode;nama\n", "names no region"),
    ],
)
def test_headers(text: str, sentence: str) -> None:
    assert any(sentence in problem for problem in problems(text))


def test_columns_of_no_interest_are_passed_over() -> None:
    assert len(read("No;Kode;Nama;Telepon\n1;64.72;Kota Samarinda;+62 811\n")) == 1


LINES = [f"{r.code};{r.name};{r.province.name}" for r in OFFICIAL.regions]


@given(st.permutations([*LINES[100:130], "tim-1;Tim;", "35,1;Banyuwangi;"]))
def test_the_order_of_lines_does_not_matter(lines: list[str]) -> None:
    text = "\n".join(["kode;nama;provinsi", *sorted(lines)])
    assert read("\n".join(["kode;nama;provinsi", *lines])) == read(text)


def test_a_flood_of_wrong_lines_is_refused_soon() -> None:
    chance = random.Random(3)  # noqa: S311 - which letters is no secret
    names = ("".join(chance.choices("abcdefghijklm", k=9)) for _ in range(20_000))
    text = "kode;nama\n" + "\n".join(f"64.72;{name}" for name in names)
    assert len(problems(text)) == 501
