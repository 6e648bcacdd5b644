"""Lists, statements and blank sheets: printed before anything is scored, signed by hand."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from msgspec.structs import replace
from pikepdf import pdfa

from smartcity_desktop.domain.assessment import (
    Assignment,
    ConflictOfInterest,
    Issue,
    IssueKind,
    Mode,
)
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.reports.kinds import PREPARED, ReportKind
from smartcity_desktop.reports.letterhead import Letterhead
from smartcity_desktop.reports.prepared_printing import build_all_prepared, build_prepared
from smartcity_desktop.reports.prepared_record import PreparedRecord

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.reports.press import Press

NOON = "2017-05-05T02:30:00Z"
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
KEY = (
    '{"crv":"P-256","kty":"EC","x":"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY",'
    '"y":"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}'
)
EVIL = (
    "<b>Kota</b> & <img src='/etc/passwd'/> \u202etxt \x00 \U0001f600 =HYPERLINK(1) " + "x" * 10_000
)
KINDS = sorted(PREPARED, key=lambda kind: kind.value)


def prepared(make_case: Callable[..., Any], **changes: object) -> PreparedRecord:
    declared = make_case(**changes).record()
    issues = tuple(
        Issue(f"{j.id}-1", j.id, IssueKind.FIRST,
              tuple(r.code for r in declared.roster.regions), KEY, NOON)
        for j in declared.roster.judges
    )  # fmt: skip
    return PreparedRecord(
        declared.instrument, replace(declared.roster, issues=issues), declared.letterhead
    )


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", KINDS)
def test_they_are_archive_files_and_always_the_same_bytes(
    make_case: Callable[..., Any], press: Callable[[Language], Press], tmp_path: Path,
    kind: ReportKind, language: Language,
) -> None:  # fmt: skip
    record = prepared(make_case, regions=20, judges=21, mode=Mode.REHEARSAL)
    report = build_prepared(kind, record, press(language))
    path = tmp_path / "paper.pdf"
    path.write_bytes(report.pdf)
    assert list(pdfa.validate_written(str(path), "3b").findings) == []
    assert report.signature_fields == ()
    with pikepdf.open(path) as pdf:
        assert list(pdf.attachments) == ["signatories.json"]
        assert str(pdf.Root.Lang) == language.value
    assert build_prepared(kind, record, press(language)).pdf == report.pdf
    if shutil.which("pdftoppm"):
        drawn = subprocess.run(["pdftoppm", "-r", "20", str(path), str(tmp_path / "p")],
                               capture_output=True, check=False)  # fmt: skip
        assert (drawn.returncode, drawn.stderr) == (0, b"")


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_names_and_empty_lists_do_no_harm(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any], kind: ReportKind
) -> None:
    record = prepared(make_case, regions=3, judges=3, title=EVIL)
    roster = replace(
        record.roster,
        regions=tuple(replace(r, name=EVIL, province=EVIL) for r in record.roster.regions),
        judges=tuple(replace(j, name=EVIL, institution=EVIL, role=EVIL, home_region="11.71")
                     for j in record.roster.judges),
        conflicts=(ConflictOfInterest("j01", "11.71", "declared", EVIL),),
    )  # fmt: skip
    report = build_prepared(kind, replace(record, roster=roster), english)
    assert report.page_count < 12
    flat = paper(report.pdf).flat()
    assert "[U+202E]" in flat
    assert "passwd" in flat
    bare = replace(record, letterhead=Letterhead(), roster=replace(
        record.roster, issues=(), assignments=(), judges=record.roster.judges[:1],
        regions=record.roster.regions[:1]))  # fmt: skip
    assert build_prepared(kind, bare, english).page_count <= 2


def test_everybody_signs_for_one_panel_file(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = prepared(make_case, judges=21)
    lost = Issue("j03-2", "j03", IssueKind.REPLACEMENT, ("11.71",), KEY, NOON, "j03-1")
    roster = replace(record.roster, issues=(*record.roster.issues, lost))
    report = build_prepared(ReportKind.HAND_OUT_RECEIPTS, replace(record, roster=roster), english)
    written = paper(report.pdf)
    flat = written.flat()
    for issue in roster.issues:
        assert issue.id in flat
    assert "instead of j03-1" in flat
    (signed,) = [page for page in written.pages() if "Secretary" in page]
    assert "j03-2" in signed


def test_the_attendance_list_follows_the_timetable(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = prepared(make_case, regions=4, judges=4)
    one, two, *_ = record.roster.regions
    assignments = (
        Assignment("j01", one.code, "2017-05-02"), Assignment("j02", one.code, "2017-05-02"),
        Assignment("j03", two.code, "hari kedua"),
    )  # fmt: skip
    roster = replace(record.roster, assignments=assignments)
    report = build_prepared(ReportKind.ATTENDANCE, replace(record, roster=roster), english)
    pages = paper(report.pdf).pages()
    assert len(pages) == 4
    assert "Tuesday, 2 May 2017" in pages[0]
    assert "Bagus Prasetyo" in pages[0]
    assert "Made Suarta" not in pages[0]
    assert one.name in pages[1]
    assert two.name not in pages[1]
    assert "hari kedua" in pages[2]
    assert "Made Suarta" in pages[2]


def test_each_judge_states_what_is_known_and_has_room_for_the_rest(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = prepared(make_case, judges=3)
    conflict = ConflictOfInterest("j02", "11.71", "coordinator", "Pernah menjadi konsultan.")
    home = ConflictOfInterest("j03", "12.05", "home_region", "")
    roster = replace(record.roster, conflicts=(conflict, home))
    report = build_prepared(ReportKind.INTEREST_STATEMENTS, replace(record, roster=roster), english)
    pages = paper(report.pdf).pages()
    assert len(pages) == 3
    assert "Kota Banda Aceh (11.71)" in pages[1].split("Regions assigned")[0]
    assert "Pernah menjadi konsultan." in pages[1]
    assert "home region" in pages[2].split("Exceptions")[1]
    for page, judge in zip(pages, record.roster.judges, strict=True):
        assert page.count(judge.name) >= 2
        assert "I have no family, working, business" in page


def test_a_blank_sheet_offers_what_the_scale_permits(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = prepared(make_case)
    flat = paper(build_prepared(ReportKind.BLANK_SHEETS, record, english).pdf).flat()
    assert flat.count("1 2 3 4 N") == 30
    assert "An empty line is not a zero" in flat
    wide = read_instrument((RESOURCES / "instruments" / "contoh-0-100.toml").read_bytes(), "x")
    flat = paper(build_prepared(ReportKind.BLANK_SHEETS, replace(record, instrument=wide),
                                english).pdf).flat()  # fmt: skip
    assert "……………… N" in flat


def test_a_judges_blank_sheets_carry_the_names(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    shipped = (RESOURCES / "instruments" / "contoh-spbe-47.toml").read_bytes()
    record = prepared(make_case, instrument=read_instrument(shipped, "spbe"))
    ((name, report),) = build_all_prepared(ReportKind.BLANK_SHEETS, record, english, ["j02"])
    assert name == "lembar-kosong-j02-resmi-en.pdf"
    pages = paper(report.pdf).pages()
    assert len(pages) == 2 * len(record.roster.regions)
    for page, region in zip(pages[::2], record.roster.regions, strict=True):
        assert f"{region.name} ({region.code})" in page
        assert "Dr. Bagus Prasetyo (j02)" in page
    for page, region in zip(pages[1::2], record.roster.regions, strict=True):
        assert f"{region.name} ({region.code})" in page
        assert "I47" in page
        assert "Signature:" in page


def test_the_second_page_of_an_unnamed_blank_sheet_asks_for_the_region_again(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    shipped = (RESOURCES / "instruments" / "contoh-spbe-47.toml").read_bytes()
    record = prepared(make_case, instrument=read_instrument(shipped, "spbe"))
    first, second = paper(build_prepared(ReportKind.BLANK_SHEETS, record, english).pdf).pages()
    assert "Region : ………" in first
    assert "Indicator · Region ………" in second


def test_a_statement_names_what_was_declared_at_enrolment(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = prepared(make_case)
    conflict = ConflictOfInterest("j02", "11.71", "coordinator", "Pernah menjadi konsultan.")
    declared = {"j02": (("11.71", "Adik bekerja di sana."), ("12.05", ""))}
    known = replace(record, roster=replace(record.roster, conflicts=(conflict,)),
                    declared=declared)  # fmt: skip
    page = paper(build_prepared(ReportKind.INTEREST_STATEMENTS, known, english).pdf).pages()[1]
    exceptions = " ".join(page.split("Exceptions")[1].split("Regions assigned")[0].split())
    assert "1. Kota Banda Aceh (11.71) Pernah menjadi konsultan." in exceptions
    assert "Adik bekerja di sana. (declared at enrolment)" in exceptions
    assert "declared at enrolment" in exceptions.split("12.05")[1]
