"""Every document can be heard: language, title, headings, rows, figures with words for them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.plenary.details import with_details
from smartcity_desktop.plenary.judging import with_judging
from smartcity_desktop.reports.judge_record import sheets_of
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.prepared_printing import build_prepared
from smartcity_desktop.reports.prepared_record import PreparedRecord
from smartcity_desktop.reports.printing import build_judge_sheets, build_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.report import Report

    Node = Any
    """A dictionary of the PDF library, which has no types to speak of."""

WITHOUT_TABLES = (ReportKind.DECREE, ReportKind.HAND_OUT_RECEIPTS, ReportKind.RESULT_LETTER)


def build(kind: ReportKind, record: DeclaredRecord, press: Press) -> Report:
    if kind is ReportKind.JUDGE_SHEETS:
        return build_judge_sheets(sheets_of(record, "j01"), press)
    if kind.needs_declaration():
        return build_report(kind, with_judging(with_details(record)), press)
    prepared = PreparedRecord(record.instrument, record.roster, record.letterhead)
    return build_prepared(kind, prepared, press)


@pytest.fixture(scope="module", params=list(ReportKind))
def report(
    request: pytest.FixtureRequest, make_case: Callable[..., Any],
    make_eventful: Callable[..., DeclaredRecord], press: Callable[[Language], Press],
) -> Report:  # fmt: skip
    record = make_eventful(make_case(token="t" * 320).record())
    return build(request.param, record, press(Language.INDONESIAN))


def opened(report: Report, folder: Path) -> pikepdf.Pdf:
    (folder / "paper.pdf").write_bytes(report.pdf)
    return pikepdf.open(folder / "paper.pdf")


def elements(node: Node) -> Iterator[Node]:
    """Yield an element and everything in it, in the order of reading."""
    yield node
    for child in children(node):
        yield from elements(child)


def children(node: Node) -> list[Node]:
    inside = node.get("/K")
    if isinstance(inside, pikepdf.Array):
        return list(inside)
    return [inside] if isinstance(inside, pikepdf.Dictionary) else []


def role(node: Node) -> str:
    return str(node.S)


def test_title_language_and_tags_are_there(report: Report, tmp_path: Path) -> None:
    with opened(report, tmp_path) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "id"
        assert str(pdf.docinfo.Title)
        whole = pdf.Root.StructTreeRoot.K
        roles = Counter(map(role, elements(whole)))
        assert role(whole) == "/Document"
        assert roles["/H1"] + roles["/H2"] >= 1
        assert roles["/P"] > 1
        if report.kind not in WITHOUT_TABLES:
            assert roles["/Table"] >= 1
            assert roles["/TH"] >= 1
        assert roles["/TR"] == roles["/TH"] + roles["/TD"]
        assert all(str(page.Tabs) == "/S" for page in pdf.pages)
    if shutil.which("pdfinfo"):
        told = subprocess.run(["pdfinfo", tmp_path / "paper.pdf"], check=True, capture_output=True,
                              text=True).stdout  # fmt: skip
        assert re.search(r"^Tagged: +yes$", told, re.MULTILINE)


def test_every_figure_says_what_it_shows(report: Report, tmp_path: Path) -> None:
    with opened(report, tmp_path) as pdf:
        said = [
            str(node.get("/Alt", ""))
            for node in elements(pdf.Root.StructTreeRoot.K)
            if role(node) == "/Figure"
        ]
        assert all(said)
        if report.kind is ReportKind.RANKING:
            assert len([one for one in said if "QR code" in one]) == 1
        if report.kind is ReportKind.REGION_SHEETS:
            charts = [one for one in said if one.startswith("Radar chart")]
            assert len(charts) == 6
            assert len(set(charts)) == 6


def test_every_mark_on_a_page_leads_to_its_element_and_back(report: Report, tmp_path: Path) -> None:
    with opened(report, tmp_path) as pdf:
        tree = pdf.Root.StructTreeRoot
        flat = list(tree.ParentTree.Nums)
        owners = dict(zip(map(int, flat[::2]), flat[1::2], strict=True))
        found = 0
        for number, page in enumerate(pdf.pages, start=1):
            assert int(page.StructParents) == number
            marks, depth = [], 0
            for step in pikepdf.parse_content_stream(page):
                operands, operator = step.operands, step.operator
                if str(operator) in ("BDC", "BMC"):
                    depth += 1
                    assert depth == 1, "marks never stand within marks"
                    if str(operator) == "BDC":
                        marks.append((str(operands[0]), int(operands[1].MCID)))
                elif str(operator) == "EMC":
                    depth -= 1
                elif str(operator) in ("Tj", "TJ", "'", "Do", "f", "f*", "S", "B"):
                    assert depth == 1, "nothing is drawn that is neither text nor an artifact"
            assert depth == 0
            assert [mark for _, mark in marks] == list(range(len(marks)))
            for tag, mark in marks:
                owner = owners[number][mark]
                assert role(owner) == tag
                assert int(owner.K) == mark
                assert owner.Pg.objgen == page.objgen
                found += 1
        reached = [node for node in elements(tree.K) if "/Pg" in node]
        assert len(reached) == found
        for node in elements(tree.K):
            assert all(child.P.objgen == node.objgen for child in children(node))


def test_a_table_over_several_pages_is_one_table(
    make_case: Callable[..., Any], english: Press, tmp_path: Path
) -> None:
    report = build_report(ReportKind.RANKING, make_case(120).record(), english)
    assert report.page_count > 2
    with opened(report, tmp_path) as pdf:
        tables = [n for n in elements(pdf.Root.StructTreeRoot.K) if role(n) == "/Table"]
        largest = max(tables, key=lambda table: len(children(table)))
        rows = [role(children(row)[0]) for row in children(largest)]
        assert rows.count("/TD") >= 120
        assert rows.index("/TD") == rows.count("/TH")
