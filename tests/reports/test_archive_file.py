"""Every document is a PDF/A-3b that other tools accept, and the same bytes on every run."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from msgspec.structs import replace
from pikepdf import pdfa

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.domain.signatory import Signatory
from smartcity_desktop.plenary.details import with_details
from smartcity_desktop.plenary.judging import with_judging
from smartcity_desktop.reports.judge_record import JudgeRecord, sheets_of
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.letterhead import Letterhead
from smartcity_desktop.reports.printing import build_judge_sheets, build_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.report import Report

ROOT = Path(__file__).resolve().parents[2]
PROFILE = (ROOT / "resources" / "colour" / "srgb.icc").read_bytes()

EVIL = (
    "<b>Kota</b> & <img src=\"/etc/passwd\"/> <a href='javascript:x'>%s {x}</a> \u202etxt.exe "
    "\x00\x07 \U0001f600 \ud800 " + "panjang" * 40 + " kata" * 300
)


def accept(report: Report, folder: Path) -> pikepdf.Pdf:
    """Let every tool at hand judge the file."""
    path = folder / "paper.pdf"
    path.write_bytes(report.pdf)
    verdict = pdfa.validate_written(str(path), "3b")
    assert list(verdict.findings) == []
    if shutil.which("qpdf"):
        checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False)
        assert checked.returncode == 0, checked.stdout
    if shutil.which("pdftoppm"):
        drawn = subprocess.run(["pdftoppm", "-r", "20", "-l", "4", str(path), str(folder / "p")],
                               capture_output=True, check=False)  # fmt: skip
        assert (drawn.returncode, drawn.stderr) == (0, b"")
    if shutil.which("pdffonts"):
        fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True).stdout
        rows = fonts.decode().splitlines()[2:]
        assert rows
        assert all("LiberationSans" in row and " yes yes yes " in row for row in rows)
    return pikepdf.open(path)


def every_kind(record: DeclaredRecord, press: Press) -> list[Report]:
    """All kinds of documents."""
    return [
        build_report(ReportKind.RANKING, record, press),
        build_report(ReportKind.MINUTES, record, press),
        build_judge_sheets(sheets_of(record, "j01"), press),
        build_report(ReportKind.REGION_SHEETS, with_details(record), press),
        *(
            build_report(kind, record, press)
            for kind in (ReportKind.INTEGRITY, ReportKind.RESULT_LETTER, ReportKind.DECREE)
        ),
        build_report(ReportKind.JUDGING, with_judging(record), press),
    ]


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("language", list(Language))
def test_documents_are_archive_files(
    make_case: Callable[..., Any], make_eventful: Callable[..., DeclaredRecord],
    press: Callable[[Language], Press], tmp_path: Path, mode: Mode, language: Language,
) -> None:  # fmt: skip
    record = make_eventful(make_case(mode=mode, token="t" * 320).record())
    for report in every_kind(record, press(language)):
        with accept(report, tmp_path) as pdf:
            assert str(pdf.Root.Lang) == language.value
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
            title = str(pdf.docinfo.Title)
            assert record.roster.assessment.title in title
            assert ("OFFICIAL" if mode is Mode.OFFICIAL else "REHEARSAL") in title
            assert f'<rdf:li xml:lang="x-default">{title}</rdf:li>' in (
                pdf.Root.Metadata.read_bytes().decode()
            )
            assert str(pdf.docinfo.CreationDate) == "D:20170505093000+07'00'"
            intent = pdf.Root.OutputIntents[0]
            assert intent.DestOutputProfile.read_bytes() == PROFILE
            assert len(pdf.pages) == report.page_count


def test_the_results_travel_inside_byte_for_byte(
    make_case: Callable[..., Any], english: Press, tmp_path: Path
) -> None:
    case = make_case()
    record = replace(
        case.record(),
        signatories=(Signatory("chair", "Ratna", "Chair", "ab" * 32),
                     Signatory("official", "Surya", "Director"),
                     Signatory("judge-j01", "Wibisono", "Member")),
    )  # fmt: skip
    expected = {ReportKind.RANKING: ["chair"], ReportKind.MINUTES: ["judge-j01", "chair"],
                ReportKind.JUDGE_SHEETS: ["judge-j01"],
                ReportKind.REGION_SHEETS: ["chair"], ReportKind.INTEGRITY: ["chair"],
                ReportKind.RESULT_LETTER: ["official"], ReportKind.DECREE: [],
                ReportKind.JUDGING: ["chair"]}  # fmt: skip
    for report in every_kind(record, english):
        with accept(report, tmp_path) as pdf:
            files = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
            assert files["results.json"] == record.results_json
            assert files["results.csv"] == record.results_csv
            listed = json.loads(files["signatories.json"])
            assert [entry["field"] for entry in listed] == expected[report.kind]
            assert [box.field for box in report.signature_fields] == expected[report.kind]
            assert {entry["certificate_sha256"] for entry in listed} <= {"ab" * 32, None}
            relations = {str(spec.AFRelationship) for spec in pdf.Root.AF}
            assert relations == {"/Source", "/Data", "/Supplement"}


def test_fields_lie_on_their_pages(make_case: Callable[..., Any], english: Press) -> None:
    record = make_case(judges=21).record()
    people = [Signatory(f"judge-{j.id}", j.name, "Member") for j in record.roster.judges]
    people += [Signatory(f, f, f) for f in ("chair", "secretary", "witness-1", "witness-2")]
    report = build_report(ReportKind.MINUTES, replace(record, signatories=tuple(people)), english)
    assert len(report.signature_fields) == 25
    taken: list[tuple[int, tuple[float, float, float, float]]] = []
    for box in report.signature_fields:
        left, bottom, right, top = box.rectangle
        assert 0 <= box.page < report.page_count
        assert 56 < left < right < 595 - 40
        assert 60 < bottom < top < 842 - 50
        assert right - left > 80
        assert top - bottom > 30
        for page, (a, b, c, d) in taken:
            assert page != box.page or right <= a or c <= left or top <= b or d <= bottom
        taken.append((box.page, box.rectangle))


def test_names_full_of_markup_are_printed_as_they_are(
    make_case: Callable[..., Any], make_eventful: Callable[..., DeclaredRecord],
    english: Press, tmp_path: Path,
) -> None:  # fmt: skip
    record = make_eventful(make_case(title=EVIL, mode=Mode.REHEARSAL).record())
    roster = replace(
        record.roster,
        regions=tuple(replace(r, name=EVIL, province=EVIL) for r in record.roster.regions),
        judges=tuple(replace(j, name=EVIL, institution=EVIL) for j in record.roster.judges),
    )
    sheets = tuple(
        replace(s, notes=(("*", EVIL), ("A1", EVIL)), reason=EVIL) for s in record.sheets
    )
    decisions = tuple(replace(d, by=EVIL, reason=EVIL) for d in record.decisions)
    worse = replace(record, roster=roster, sheets=sheets, decisions=decisions)
    for report in every_kind(worse, english):
        with accept(report, tmp_path) as pdf:
            assert "/Annots" not in pdf.pages[0]
            assert len(pdf.pages) < 40


def test_nothing_at_all_is_still_a_document(
    make_case: Callable[..., Any], english: Press, tmp_path: Path
) -> None:
    record = make_case(regions=1, judges=1, letterhead=Letterhead()).record()
    empty = replace(record, counted=(), seals=(), sheets=(),
                    results=replace(record.results, ranked=()))  # fmt: skip
    for report in (*every_kind(record, english), *every_kind(empty, english)):
        with accept(report, tmp_path) as pdf:
            assert len(pdf.pages) == report.page_count


def test_large_assessments_and_wide_instruments_are_whole_documents(
    make_case: Callable[..., Any], make_wide: Callable[[int, int], Any], english: Press,
    tmp_path: Path,
) -> None:  # fmt: skip
    record = make_case(514, 21).record()
    ranking = build_report(ReportKind.RANKING, record, english)
    with accept(ranking, tmp_path) as pdf:
        assert len(pdf.pages) == ranking.page_count
    wide = make_case(20, 3, instrument=make_wide(1, 47)).record()
    wider = make_case(20, 3, instrument=make_wide(14, 6)).record()
    for one in (wide, wider):
        for report in every_kind(one, english):
            with accept(report, tmp_path) as pdf:
                assert len(pdf.pages) == report.page_count


def test_an_unsealed_sheet_needs_no_declaration(
    make_case: Callable[..., Any], english: Press, tmp_path: Path
) -> None:
    own = sheets_of(make_case().record(), "j02")
    absent = replace(own.sheets[0], state=SheetState.ABSENT, reason="Tidak hadir.")
    bare = JudgeRecord(own.instrument, own.assessment, own.judge, (), (absent, *own.sheets[1:]),
                       own.at)  # fmt: skip
    with accept(build_judge_sheets(bare, english), tmp_path) as pdf:
        assert list(pdf.attachments) == ["signatories.json"]
