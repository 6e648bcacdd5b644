"""The results' data from the office: as the command line gives them, marked while provisional."""

from __future__ import annotations

import csv
import io
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

import openpyxl  # type: ignore[import-untyped]
import pytest

from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.plenary.record import read_record
from smartcity_desktop.reports.data_files import data_files
from smartcity_desktop.secretariat.office import open_office
from smartcity_desktop.secretariat.office_facts import read_office
from smartcity_desktop.secretariat.results_export import save_results_data
from smartcity_desktop.store import durable
from tests.plenary.anonymous_jury import open_jury
from tests.verifying.declared import declare
from tests.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.secretariat.results_export import SavedData

R1, R2 = "11.01", "11.02"
PROVISIONAL = [f"provisional-{name}" for name in
               ("results.json", "results.csv", "scores.csv", "results.xlsx")]  # fmt: skip


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """Two judges, two regions, merged and not declared."""
    shop = Workshop.open(tmp_path / "asesmen", judges=2, regions=2)
    for judge in ("j01", "j02"):
        shop.enrol(f"{judge}-1")
        shop.score(f"{judge}-1", {R1: (4, 3, 2), R2: (1, 2, 3)})
        shop.merge(shop.seal(f"{judge}-1")[1])
    return shop


def save(shop: Workshop, folder: Path) -> SavedData:
    office = open_office(shop.path, shop.clock, shop.random_bytes)
    try:
        facts = read_office(office)
        return save_results_data(office, facts, folder, Language.INDONESIAN, lambda: None)
    finally:
        office.close()


def rows(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_before_a_declaration_every_file_and_row_says_so(shop: Workshop, tmp_path: Path) -> None:
    saved = save(shop, tmp_path / "data")
    assert saved.declaration == 0
    assert [path.name for path in saved.files] == PROVISIONAL
    stated = json.loads(saved.files[0].read_bytes())
    assert stated["declared"] is False
    assert {region["code"] for region in stated["regions"]} == {R1, R2}
    for path in saved.files[1:3]:
        assert rows(path)
        assert all(row["provisional"] == "provisional" for row in rows(path))
    page = openpyxl.load_workbook(saved.files[3]).active
    assert [row[-1].value for row in page.rows] == ["provisional"] * 3
    scores = rows(saved.files[2])
    assert len(scores) == 2 * 2 * 3
    assert {row["receipt"] for row in scores if row["judge"] == "j01"} != {""}


def test_after_a_declaration_they_are_those_of_the_command_line(
    shop: Workshop, tmp_path: Path
) -> None:
    declare(shop)
    saved = save(shop, tmp_path / "data")
    with shop.assessment() as file:
        record = read_record(file, shop.instrument, Language.INDONESIAN)
    given = {path.name: path.read_bytes() for path in saved.files}
    assert given == dict(data_files(record, Language.INDONESIAN))
    assert saved.declaration == 1
    assert saved.names_judges


def test_no_file_of_other_content_is_written_over(shop: Workshop, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = save(shop, folder)
    kept = {path: path.stat().st_mtime_ns for path in first.files}
    assert save(shop, folder).files == first.files
    assert {path: path.stat().st_mtime_ns for path in first.files} == kept
    for path in first.files[:2]:
        path.write_text("punya orang lain")
    first.files[3].unlink()
    with pytest.raises(StoreError, match="never overwritten") as refused:
        save(shop, folder)
    assert [p.where for p in refused.value.problems] == [str(path) for path in first.files[:2]]
    assert first.files[0].read_text() == "punya orang lain"
    assert not first.files[3].exists()


def test_a_drive_that_fails_in_between_leaves_nothing(
    shop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _full_after(monkeypatch, 2), pytest.raises(StoreError, match="not enough room"):
        save(shop, tmp_path / "data")
    assert list((tmp_path / "data").iterdir()) == []


def test_provisional_data_of_an_anonymous_jury_name_nobody(tmp_path: Path) -> None:
    shop = open_jury(tmp_path / "anonim")
    saved = save(shop, tmp_path / "data")
    assert [path.name for path in saved.files] == [PROVISIONAL[0], PROVISIONAL[1], PROVISIONAL[3]]
    assert saved.scores_left_out
    assert not saved.names_judges


@contextmanager
def _full_after(monkeypatch: pytest.MonkeyPatch, files: int) -> Iterator[None]:
    """Let the drive be full once so many files were given their names."""
    real, left = durable._write_all, [files]

    def write(file: io.FileIO, data: bytes) -> None:
        if not left[0]:
            raise OSError(28, "full")
        left[0] -= 1
        real(file, data)

    with monkeypatch.context() as patched:
        patched.setattr(durable, "_write_all", write)
        yield
