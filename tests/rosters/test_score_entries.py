"""Scores as judges type them."""

from __future__ import annotations

import datetime as dt
import io
import time
from typing import TYPE_CHECKING

import openpyxl  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.score_entry import EntryKind, ScoreEntry
from smartcity_desktop.rosters.score_entries import read_score_entries
from smartcity_desktop.tables.reading import read_table
from smartcity_desktop.tables.writing import write_csv, write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.regions.official import RegionTable

    Read = Callable[[bytes], tuple[ScoreEntry, ...]]

LIST = """Daerah;Indikator;Nilai;Catatan
64.72;A1;3;
64.72;a2;2,0;tanpa sanksi

64.72;B1;-;dokumen rusak
64.72;C1; 0.25 ;
64.72;*;;presentasi oleh wali kota
33.02;*;recused;istri bekerja di sana
91.09;*;Tidak Hadir;tidak datang
35.10;A1;;
35.10;A2;;akan dinilai besok
"""
GRID = """No;Provinsi;Daerah;A1;B1;A2;C1;Status;Catatan;A2 catatan;b1_alasan
1;;64.72;3;-;2.0;0,25;;presentasi oleh wali kota;tanpa sanksi;dokumen rusak
2;;33.02;;;;;RECUSED;istri bekerja di sana;;
3;;91.09;;;;;ABSENT;tidak datang;;
4;;35.10;;;;;;;akan dinilai besok;
5;;Kota Samarinda;;;;;;;;
"""
EXPECTED = (
    ScoreEntry("33.02", "*", EntryKind.RECUSE, None, "istri bekerja di sana"),
    ScoreEntry("35.10", "A2", EntryKind.NOTE, None, "akan dinilai besok"),
    ScoreEntry("64.72", "*", EntryKind.NOTE, None, "presentasi oleh wali kota"),
    ScoreEntry("64.72", "A1", EntryKind.SCORE, 3),
    ScoreEntry("64.72", "A2", EntryKind.SCORE, 2, "tanpa sanksi"),
    ScoreEntry("64.72", "B1", EntryKind.ABSTAIN, None, "dokumen rusak"),
    ScoreEntry("64.72", "C1", EntryKind.SCORE, 25),
    ScoreEntry("94.04", "*", EntryKind.ABSENT, None, "tidak datang"),
)


@pytest.fixture(scope="module")
def read(instrument: Instrument, regions: tuple[Region, ...], official: RegionTable) -> Read:
    return lambda data: read_score_entries(
        read_table(data, "nilai.csv"), instrument, regions, official
    )


def problems(read: Read, text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(text.encode())
    return [f"{p.where}: {p.what}".removeprefix("nilai.csv, ") for p in caught.value.problems]


@pytest.mark.parametrize("text", [LIST, GRID, LIST.replace(";", "\t")])
def test_both_forms_say_the_same(read: Read, text: str) -> None:
    assert read(text.encode("utf-8-sig")) == EXPECTED
    rows = [tuple(line.split("\t" if "\t" in text else ";")) for line in text.splitlines()]
    assert read(write_xlsx([row for row in rows if row != ("",)], "Nilai")) == EXPECTED


def test_a_plain_name_beside_the_code_is_the_regions(read: Read) -> None:
    grid = "daerah;nama;A1\n35,1;Banyuwangi;3\n"
    listed = "daerah;nama;indikator;nilai\n35,1;Banyuwangi;A1;3\n"
    entry = ScoreEntry("35.10", "A1", EntryKind.SCORE, 3)
    assert read(grid.encode()) == read(listed.encode()) == (entry,)


@pytest.mark.parametrize("word", ["SCORED", "Dinilai"])
def test_a_region_is_scored_again_in_the_same_table(read: Read, word: str) -> None:
    entries = read(f"daerah;A1;status;catatan\n64.72;3;{word};\n".encode())
    assert entries == (
        ScoreEntry("64.72", "*", EntryKind.RESUME),
        ScoreEntry("64.72", "A1", EntryKind.SCORE, 3),
    )


def test_a_wrong_code_in_a_grid_is_named_once(read: Read) -> None:
    assert len(problems(read, "daerah;A1;A2;B1\n64.71;1;2;3\n")) == 1


@given(st.permutations(LIST.splitlines()[1:]))
def test_the_order_of_lines_does_not_matter(read: Read, lines: list[str]) -> None:
    assert read("\n".join([LIST.splitlines()[0], *lines]).encode()) == EXPECTED


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("64.72;A9;3;", 'no indicator "A9". Did you mean'),
        ("64.72;A1 Indikator A1;3;", "Did you mean A1 (Indikator A1)?"),
        ("64.72;Z;3;", "Its indicators: A1, A2, B1, C1"),
        ("64.72;;3;", "indicator is missing"),
        (";A1;3;", "missing"),
        ("64.71;A1;3;", "64.71 Kota Balikpapan is not among"),
        ("35,1;A1;3;", "Did you mean 35.10 Kabupaten Banyuwangi?"),
        ("64.72;A1;5;", "permitted: 1, 2, 3, 4"),
        ("64.72;A1;2,5;", "permitted: 1, 2, 3, 4"),
        ("64.72;A1;0;", "permitted: 1, 2, 3, 4"),
        ("64.72;B1;87,25;", "permitted: 0 to 100 in steps of 0.5"),
        ("64.72;C1;0,3;", "permitted: 0.1, 0.25, 0.35"),
        ("64.72;A1;1.000,0;", "more than one way"),
        ("64.72;A1;tiga;", "not a number"),
        ("64.72;A1;TRUE;", "not a number"),
        ("64.72;A1;1e0;", "exponent"),
        ("64.72;A1;NaN;", "not a number"),
        ("64.72;A1;-;", "reason"),
        ("64.72;A1;RECUSED;alasan", "for the indicator *"),
        ("64.72;*;RECUSED;", "reason"),
        ("64.72;*;ABSENT;", "reason"),
        ("64.72;*;3;", "whole region"),
        ("64.72;*;-;alasan", "whole region"),
    ],
)
def test_a_bad_cell_refuses_the_file(read: Read, line: str, sentence: str) -> None:
    (problem,) = problems(read, f"daerah;indikator;nilai;catatan\n64.72;A2;4;\n{line}\n")
    assert problem.startswith("line 3, column ")
    assert sentence in problem


def test_all_bad_cells_at_once(read: Read) -> None:
    found = problems(
        read,
        "region,indicator,score,note\n"
        "64.72,A1,9,\n"
        "64.99,A7,3,\n"
        "64.72,A2,3,\n"
        "64.72,a2,3,\n"
        "64.72,*,RECUSED,alasan\n"
        "33.02,*,ABSENT,alasan\n",
    )
    assert [problem.split(":")[0] for problem in found] == [
        "line 2, column score",
        "line 3, column region",
        "line 3, column indicator",
        "line 5, column score",
        "line 6, column score",
    ]
    assert "line 4 already" in found[3]
    assert "line 4 scores it" in found[4]


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        ("daerah;indikator;A1", "Keep one of the two forms"),
        ("daerah;A1;A3", 'column "A3" is no indicator'),
        ("daerah;A1;Total", 'column "Total" is no indicator'),
        ("daerah;A1;a1", "second column for a1"),
        ("A1;A2", "no column for the region"),
        ("daerah;nilai", "no column indicator / indikator"),
        ("daerah;indikator", "no column score / nilai"),
    ],
)
def test_headers(read: Read, header: str, sentence: str) -> None:
    assert any(
        sentence in p for p in problems(read, f"{header}\n64.72;1;1\n".replace(";1\n", "\n"))
    )


@pytest.mark.parametrize(
    ("value", "sentence"),
    [(dt.date(2026, 5, 3), "made a date"), ("=1+2", "never saved"), (True, "not a number")],
)
def test_what_a_spreadsheet_made_of_a_score(read: Read, value: object, sentence: str) -> None:
    book = openpyxl.Workbook()
    book.active.append(["daerah", "A1", "B1"])
    book.active.append(["64.72", value, 3.5])
    file = io.BytesIO()
    book.save(file)
    with pytest.raises(InputError, match=sentence):
        read(file.getvalue())


def test_the_largest_file_is_read_soon(official: RegionTable, forty: Instrument) -> None:
    regions = [region.region() for region in official.regions]
    rows = [("region", "indicator", "score", "note")]
    rows += [
        (region.code, indicator.id, str(1 + len(region.name) % 4), "")
        for region in regions
        for indicator in forty.indicators()
    ]
    data = write_csv(rows)
    started = time.process_time()
    entries = read_score_entries(read_table(data, "nilai.csv"), forty, regions, official)
    # The bar is half a second on an idle machine; this only catches a change of order.
    assert time.process_time() - started < 2
    assert len(entries) == 514 * 40
