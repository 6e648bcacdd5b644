"""The result letter and the draft decree, read back with another program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.signatory import Signatory
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.letterhead import Letterhead
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from smartcity_desktop.reports.printing import build_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.reports.press import Press

LETTER, DECREE = ReportKind.RESULT_LETTER, ReportKind.DECREE
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "letterheads"


def out_of_order(flat: str, parts: list[str]) -> list[str]:
    """Return the parts that do not follow the one before."""
    missing, position = [], 0
    for part in parts:
        found = flat.find(part, position)
        if found < 0:
            missing.append(part)
        else:
            position = found
    return missing


def test_the_letter_follows_the_form(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case().record()
    flat = paper(build_report(LETTER, record, english, number="265").pdf).flat()
    first = record.results.ranked[0]
    assert out_of_order(flat, [
        "KEMENTERIAN URUSAN KOTA CERDAS", "Number : B-265/DJLP/KC.01/05/2017",
        "Jakarta, 5 May 2017", "Nature : Ordinary", "Attachment : one document",
        "Subject : Results of the smart city assessment", "To: The Governors, Regents and Mayors",
        "at their offices", "which was held on 2 and 3 May 2017:",
        "1. Regions invited: 6; took part: 6; scored by the Jury: 6 (judges: 4).",
        "2. The results were declared by", "3. Regions in “Selected”: 3 (three)",
        "4. Regions in “Reserve”: 1 (one)", "Director General of Urban Services",
        "Dr. Ir. Surya Adiputra, M.T.", "Copies to:", "ATTACHMENT TO THE LETTER",
        "Selected (3)", f"1. {first.code}", "Reserve (1)",
    ]) == []  # fmt: skip


def test_nobody_ranked_is_said_and_not_promised_in_an_attachment(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case().record()
    nothing = replace(record, results=replace(record.results, ranked=()))
    for kind, promised in (
        (LETTER, "The ranking stands in the attachment"),
        (DECREE, "The ranking of the regions is established"),
    ):
        flat = paper(build_report(kind, nothing, english).pdf).flat()
        assert "No region is ranked." in flat
        assert promised not in flat


def test_the_letter_names_nobody_who_was_not_taken(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case().record()
    text = paper(build_report(LETTER, record, english).pdf).text(2)
    taken = {r.code for r in record.results.ranked if r.selection}
    assert taken
    for region in record.results.ranked:
        assert (region.code in text) == (region.code in taken)


def test_the_decree_is_a_draft_on_every_page(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case().record()
    signed = replace(record, signatories=(Signatory("official", "Surya", "Director"),))
    report = build_report(DECREE, signed, english)
    assert report.signature_fields == ()
    written = paper(report.pdf)
    assert all("DRAFT, not in force" in page for page in written.pages())
    assert out_of_order(written.flat(), [
        "DECREE OF THE DIRECTOR GENERAL OF URBAN SERVICES", "NUMBER …………… TAHUN 2017", "ON",
        "THE REGIONS SELECTED IN ASESMEN GERAKAN", "Considering", "that regions which are ready",
        "that the Jury has assessed", "Recalling", "Regulation of the Minister", "Noting",
        "Minutes of the Jury on declaration 1 of 5 May 2017", "HAS DECIDED:", "To issue",
        "FIRST", "under “Selected” (3)", "SECOND", "under “Reserve” (1)", "THIRD", "The annex is",
        "FOURTH", "This decree takes effect", "Issued in Jakarta", "on ……………",
        "Dr. Ir. Surya Adiputra, M.T.", "ANNEX TO THE DECREE", "Selected (3)",
    ]) == []  # fmt: skip


@pytest.mark.parametrize("regions", [4, 60])
def test_nobody_signs_a_page_without_text(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any], regions: int
) -> None:
    record = make_case(regions=regions, token="t" * 300).record()
    pages = paper(build_report(DECREE, record, english).pdf).pages()
    (signed,) = [page for page in pages if "Issued in" in page]
    assert "takes effect" in signed


def test_an_empty_letterhead_and_no_bands_leave_room_and_a_ranking(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    case = make_case(letterhead=Letterhead())
    case.instrument = replace(case.instrument, rules=replace(case.instrument.rules, bands=()))
    record = case.record()
    letter = paper(build_report(LETTER, record, english).pdf).flat()
    assert "Subject : Result of Asesmen Gerakan" in letter
    assert "The ranking stands in the attachment." in letter
    assert "All ranked regions (6)" in letter
    assert "Chair of the Jury ( ....." in letter
    decree = paper(build_report(DECREE, record, english).pdf).flat()
    assert "DECREE OF THE CHAIR OF THE JURY" in decree
    assert "The ranking of the regions is established" in decree


def test_the_official_gets_the_field_of_the_letter(
    make_case: Callable[..., Any], english: Press
) -> None:
    people = (Signatory("chair", "Ratna", "Chair"), Signatory("official", "Surya", "Director"))
    record = replace(make_case().record(), signatories=people)
    named = [box.field for box in build_report(LETTER, record, english).signature_fields]
    assert named == ["official"]
    bare = replace(record, letterhead=replace(record.letterhead, official=None))
    named = [box.field for box in build_report(LETTER, bare, english).signature_fields]
    assert named == ["chair"]


def test_the_letterhead_says_to_whom_and_who_signs() -> None:
    read = read_letterhead((FOLDER / "contoh-kementerian.toml").read_bytes())
    assert read.official is not None
    assert read.official.name == "Dr. Ir. Surya Adiputra, M.T."
    assert len(read.letter_to) == 2
    assert read.considering[0].id.startswith("bahwa ")
