"""Lists of judges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.assessment import Judge, Region
from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.rosters.judge_list import read_judge_list
from smartcity_desktop.tables.reading import read_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.regions.official import RegionTable

    Read = Callable[[str], tuple[Judge, ...]]


@pytest.fixture
def read(regions: tuple[Region, ...], official: RegionTable) -> Read:
    free = Region("SMK-2", "SMK Negeri 2")
    return lambda text: read_judge_list(
        read_table(text.encode(), "J.csv"), (*regions, free), official
    )


def problems(read: Read, text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(text)
    return [f"{p.where}: {p.what}" for p in caught.value.problems]


def test_a_full_list(read: Read) -> None:
    judges = read(
        "No;ID Juri;Nama;Instansi;Daerah asal;Peran;Panel\n"
        "1;j02;  Bagus   Setiawan ;ITB;Kabupaten Bandung;anggota;A\n"
        "2;j01;Ratna Wulandari;UI;64.72;ketua;A\n"
        "3;J-3_x;Maria Londa;;91.09;;\n"
        "4;j04;Sri;;SMK-2;;\n"
    )
    assert judges == (
        Judge("J-3_x", "Maria Londa", "", "94.04"),
        Judge("j01", "Ratna Wulandari", "UI", "64.72", "ketua", "A"),
        Judge("j02", "Bagus Setiawan", "ITB", "32.04", "anggota", "A"),
        Judge("j04", "Sri", "", "SMK-2"),
    )


def test_all_bad_lines_at_once(read: Read) -> None:
    found = problems(
        read,
        "id,name,institution,home_region\n"
        "j01,Ana,UI,\n"
        "J01,Budi,ITB,\n"
        "j 2,Cici,,\n"
        "con,Dedi,,\n"
        ",Eka,,\n"
        "j05,,,\n"
        "j06,ana,ui,\n"
        "j07,Ana,UGM,Bandung\n"
        "j08,Fajar,,77.77\n"
        f"{'x' * 33},Gita,,\n"
        "..,Hadi,,\n",
    )
    assert [problem.split(":")[0] for problem in found] == [
        "J.csv, line 3, column id",
        "J.csv, line 4, column id",
        "J.csv, line 5, column id",
        "J.csv, line 6, column id",
        "J.csv, line 7, column name",
        "J.csv, line 8, column name",
        "J.csv, line 9, column home_region",
        "J.csv, line 10, column home_region",
        "J.csv, line 11, column id",
        "J.csv, line 12, column id",
    ]
    assert "line 2 already" in found[0]
    assert "Windows" in found[2]
    assert "Kota Bandung" in found[6]


def test_headers(read: Read) -> None:
    assert "no column id / id_juri, name / nama" in problems(read, "a;b\n1;2\n")[0]
    assert "no judge" in problems(read, "id;nama\n")[0]
    # A misspelt title must not make conflicts of interest disappear.
    assert any("Did you mean home_region?" in p for p in problems(read, "id;nama;daerah_asl\n"))
