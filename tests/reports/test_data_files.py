"""Data beside the paper: exact, the same bytes everywhere, and nothing in them is ever run."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl  # type: ignore[import-untyped]
import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.score_entry import EntryKind, ScoreEntry
from smartcity_desktop.plenary.record import read_record
from smartcity_desktop.reports.data_files import data_files
from smartcity_desktop.reports.results_table import results_csv
from smartcity_desktop.reports.scores_table import HEADER
from smartcity_desktop.scoring.entering import enter_scores
from smartcity_desktop.sealing.canonical import sha256_hex
from tests.verifying.declared import declare
from tests.workshop import Workshop

if TYPE_CHECKING:
    from smartcity_desktop.reports.record import DeclaredRecord

ROOT = Path(__file__).resolve().parents[2]
R1, R2, R3 = "11.01", "11.02", "11.03"
VALUES = {
    "j01": {R1: (4, 3, 2), R2: (1, 2, 3), R3: (4, 4, 4)},
    "j02": {R1: (2, 3, 4), R2: (2, 2, 1), R3: (3, 4, 4)},
    "j03": {R1: (3, 3, 4), R3: (1, 1, 2)},
}
REMARKS = (
    ScoreEntry(R1, "A1", EntryKind.NOTE, note='=HYPERLINK("http://x";"klik")'),
    ScoreEntry(R1, "A2", EntryKind.ABSTAIN, note="+62 tidak ada bukti"),
    ScoreEntry(R2, "*", EntryKind.RECUSE, note="@saudara"),
)
WEIGHTS = {"A1": Fraction(30, 100), "A2": Fraction(30, 100), "B1": Fraction(40, 100)}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Three judges, three regions; j03 abstains once and recuses himself once."""
    shop = Workshop.open(tmp_path_factory.mktemp("data"), judges=3, regions=3)
    for judge, values in VALUES.items():
        shop.enrol(f"{judge}-1")
        shop.score(f"{judge}-1", values)
        if judge == "j03":
            with shop.desk("j03-1") as desk:
                enter_scores(desk, REMARKS, shop.clock)
        shop.merge(shop.seal(f"{judge}-1")[1])
    declare(shop)
    return shop


@pytest.fixture(scope="module")
def record(shop: Workshop) -> DeclaredRecord:
    with shop.assessment() as file:
        return read_record(file, shop.instrument, Language.INDONESIAN)


def files(record: DeclaredRecord, language: Language = Language.INDONESIAN) -> dict[str, bytes]:
    return dict(data_files(record, language))


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_results_are_those_that_were_declared(record: DeclaredRecord) -> None:
    written = files(record)
    assert list(written) == ["results.json", "results.csv", "scores.csv", "results.xlsx"]
    assert sha256_hex(written["results.json"]) == record.declaration.results_sha256


def test_every_counted_score_is_a_row(record: DeclaredRecord) -> None:
    scores = rows(files(record)["scores.csv"])
    assert tuple(scores[0]) == HEADER
    receipts = {seal.judge: seal.receipt for seal in record.seals}
    assert all(row["receipt"] == receipts[row["judge"]] for row in scores)
    stated = {(r["judge"], r["region"], r["indicator"]): r["value"] for r in scores}
    expected = {
        (judge, region, indicator): str(value)
        for judge, regions in VALUES.items()
        for region, values in regions.items()
        for indicator, value in zip(WEIGHTS, values, strict=True)
    }
    expected |= {("j03", R1, "A2"): "", ("j03", R2, "*"): ""}
    assert stated == expected
    states = {(r["judge"], r["region"], r["indicator"]): (r["state"], r["note"]) for r in scores}
    assert states["j03", R1, "A2"] == ("abstained", "'+62 tidak ada bukti")
    assert states["j03", R2, "*"] == ("recused", "'@saudara")
    assert [(r["judge"], r["region"]) for r in scores] == sorted(
        (r["judge"], r["region"]) for r in scores
    )


def test_the_totals_follow_from_the_scores(record: DeclaredRecord) -> None:
    """With nothing but the CSV files and the weights, in exact fractions."""
    written = files(record)
    scores = rows(written["scores.csv"])
    for row in rows(written["results.csv"]):
        total = Fraction(0)
        for indicator, weight in WEIGHTS.items():
            values = [
                Fraction(score["value"].replace(",", "."))
                for score in scores
                if (score["region"], score["indicator"]) == (row["code"], indicator)
                and score["state"] == "scored"
            ]
            total += weight * sum(values, Fraction(0)) / len(values)
        assert Fraction(row["exact"]) == total


def test_no_cell_is_ever_run(record: DeclaredRecord) -> None:
    """Names of judges and regions are as hostile as notes."""
    judges = [replace(judge, name='=cmd|"/c calc"!A1') for judge in record.roster.judges]
    names = {R1: "@SUM(A1)", R2: "-Kota", R3: "\tKota"}
    regions = [replace(r, name=names[r.code], province="+1") for r in record.roster.regions]
    roster = replace(record.roster, judges=tuple(judges), regions=tuple(regions))
    hostile = replace(
        record,
        roster=roster,
        results_csv=results_csv(roster, record.instrument, record.results, Language.INDONESIAN),
    )
    written = files(hostile)
    for name in ("results.csv", "scores.csv"):
        for row in rows(written[name]):
            assert not any(
                cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values()
            )
    book = openpyxl.load_workbook(io.BytesIO(written["results.xlsx"]))
    cells = [cell for row in book["hasil"].iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    active = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@", "\t"))]
    assert {cell.value for cell in active} == {"@SUM(A1)", "-Kota", "\tKota", "+1"}
    assert all(cell.quotePrefix for cell in active)


def test_the_workbook_has_the_numbers_of_the_table(record: DeclaredRecord) -> None:
    written = files(record, Language.ENGLISH)
    page = openpyxl.load_workbook(io.BytesIO(written["results.xlsx"]))["results"]
    header, *lines = page.iter_rows(values_only=True)
    for line, row in zip(lines, rows(written["results.csv"]), strict=True):
        own = dict(zip(header, line, strict=True))
        assert own["exact"] == row["exact"]
        assert Fraction(str(own["total"])) == Fraction(row["total"].replace(",", "."))
        assert own["rank"] == int(row["rank"])


@pytest.mark.parametrize("language", ["id", "en"])
def test_another_process_day_and_hash_seed_give_the_same_bytes(
    shop: Workshop, record: DeclaredRecord, tmp_path: Path, language: str
) -> None:
    """The other process runs at another moment, with another order of sets, in another zone."""
    with shop.assessment() as file:
        here = files(read_record(file, shop.instrument, Language(language)), Language(language))
    for seed, zone in (("1", "Asia/Jayapura"), ("4242", "America/Lima")):
        folder = tmp_path / seed
        ran = subprocess.run(
            [sys.executable, ROOT / "main.py", "results", shop.path, "--data", folder,
             "--lang", language],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=False,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == here
    assert record.declaration.number == 1


def test_before_a_declaration_there_are_no_data(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path, judges=1, regions=1)
    ran = subprocess.run(
        [sys.executable, ROOT / "main.py", "results", shop.path, "--data", tmp_path / "data",
         "--lang", "en"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 1
    assert "Declare first" in ran.stderr
    assert not (tmp_path / "data").exists()


def test_the_page_describes_every_column(root: Path) -> None:
    page = (root / "docs/results-format.md").read_text(encoding="utf-8")
    part = page[page.index("## Data beside the paper") :].split("\n## ")[0]
    described = set(re.findall(r"`(\w+)`", part))
    assert set(HEADER) <= described
    assert {"rank", "code", "exact", "tied_with", "reason"} <= described
