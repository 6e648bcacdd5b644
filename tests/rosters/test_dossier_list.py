"""What the regions filed beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.dossier import Answer, Dossier
from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.rosters.dossier_list import read_dossiers
from smartcity_desktop.tables.reading import read_table
from smartcity_desktop.tables.writing import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.regions.official import RegionTable

    Read = Callable[[bytes], dict[str, Dossier]]


@pytest.fixture
def read(instrument: Instrument, regions: tuple[Region, ...], official: RegionTable) -> Read:
    return lambda data: read_dossiers(read_table(data, "D.csv"), instrument, regions, official)


ROWS = [
    ("Daerah", "Indikator", "Data", "Jawaban", "Tingkat"),
    ("64.72", "b1", "", "Dua baris\nkeduanya tetap", "87,5"),
    ("64.72", "A1", "", "Prioritas RPJMD", "3"),
    ("64.72", "", "Jumlah penduduk", "834.824 jiwa", ""),
    ("64.72", "", "IPM", "81,43", ""),
    ("91.09", "A2", "", "", "1"),
    ("33.02", "A1", "", "", ""),
]
EXPECTED = {
    "64.72": Dossier(
        "64.72",
        (("IPM", "81,43"), ("Jumlah penduduk", "834.824 jiwa")),
        (Answer("A1", "Prioritas RPJMD", 3), Answer("B1", "Dua baris\nkeduanya tetap", 875)),
    ),
    "94.04": Dossier("94.04", (), (Answer("A2", "", 1),)),
}


def test_answers_and_figures_in_one_file(read: Read) -> None:
    assert read(write_xlsx(ROWS, "Berkas")) == EXPECTED
    assert read(write_xlsx([ROWS[0], *reversed(ROWS[1:])], "Berkas")) == EXPECTED
    assert list(EXPECTED) == list(read(write_xlsx(ROWS, "Berkas")))
    assert EXPECTED["64.72"].answer("B1") == Answer("B1", "Dua baris\nkeduanya tetap", 875)
    assert EXPECTED["64.72"].answer("A2") is None


def test_a_plain_name_beside_the_code_is_the_regions(read: Read) -> None:
    text = "daerah;nama;indikator;jawaban\n35,1;Banyuwangi;A1;Program prioritas\n"
    assert list(read(text.encode())) == ["35.10"]


def test_all_bad_lines_at_once(read: Read) -> None:
    text = (
        "region,indicator,figure,answer,level\n"
        "64.72,A1,,jawaban,3\n"
        "64.72,a1,,jawaban lain,\n"
        "64.72,A9,,jawaban,\n"
        "64.72,A2,,jawaban,5\n"
        "64.72,A2,,jawaban,tiga\n"
        "64.72,A2,IPM,jawaban,\n"
        "64.72,,,jawaban,\n"
        "64.72,,IPM,80,\n"
        "64.72,,ipm,81,\n"
        "64.72,,KKD,tinggi,3\n"
        "64.71,A1,,jawaban,\n"
    )
    with pytest.raises(InputError) as caught:
        read(text.encode())
    found = [f"{p.where}: {p.what}" for p in caught.value.problems]
    assert [problem.split(":")[0].removeprefix("D.csv, ") for problem in found] == [
        "line 3, column indicator",
        "line 4, column indicator",
        "line 5, column level",
        "line 6, column level",
        "line 7, column indicator",
        "line 8, column indicator",
        "line 10, column figure",
        "line 11, column level",
        "line 12, column region",
    ]
    assert "permitted: 1, 2, 3, 4" in found[2]
