"""The record of integrity on paper: whatever was received, refused, decided or reopened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Issue, IssueKind
from smartcity_desktop.domain.decision import Decision, DecisionKind
from smartcity_desktop.domain.refusal import Outcome
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.printing import build_report
from smartcity_desktop.reports.record import MergeNote, SealStanding
from smartcity_desktop.sealing.public_key import read_jwk

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.record import DeclaredRecord

KIND = ReportKind.INTEGRITY
NOON = "2017-05-05T02:30:00Z"
KEY = (
    '{"crv":"P-256","kty":"EC","x":"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY",'
    '"y":"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}'
)


def without_blanks(text: str) -> str:
    return "".join(text.split())


def test_every_seal_stands_there_with_receipt_digest_and_thumbprint(
    make_case: Callable[..., Any], make_eventful: Callable[..., DeclaredRecord], english: Press,
    paper: Callable[..., Any],
) -> None:  # fmt: skip
    record = make_eventful(make_case(6, 21).record())
    first, second, *rest = record.seals
    changed = replace(
        record,
        seals=(replace(first, counted=False, standing=SealStanding.SUPERSEDED, sheets=5, open=1),
               replace(second, counted=False, standing=SealStanding.VOID), *rest),
    )  # fmt: skip
    written = paper(build_report(KIND, changed, english).pdf)
    flat, text = written.flat(), without_blanks(written.text())
    for seal in record.seals:
        assert seal.receipt in flat
        assert seal.thumbprint[:30] in text
        assert " ".join(seal.digest[n : n + 4] for n in range(0, 32, 4)) in flat
    assert "superseded by" in flat
    assert "void by" in flat
    assert "sheets 5, regions" in flat
    assert "Nilai A2 tertukar." in flat


def test_every_event_and_every_digest_stands_there(
    make_case: Callable[..., Any], make_eventful: Callable[..., DeclaredRecord], english: Press,
    paper: Callable[..., Any],
) -> None:  # fmt: skip
    record = make_eventful(make_case().record())
    assessment = replace(record.roster.assessment, public_key=KEY)
    issues = (
        Issue("j01-1", "j01", IssueKind.FIRST, ("11.71",), KEY, NOON),
        Issue("j01-2", "j01", IssueKind.REPLACEMENT, ("11.71",), KEY, NOON, "j01-1",
              reason="Laptop hilang."),
    )  # fmt: skip
    lapsed = Decision(9, DecisionKind.WAIVE, ("j02:11.71",), "", "Pleno", "Terlalu awal.", NOON)
    merges = (MergeNote(1, NOON, ((Outcome.NEW, 4), (Outcome.REFUSED, 1))),)
    full = replace(record, roster=replace(record.roster, assessment=assessment, issues=issues),
                   lapsed=(lapsed,), merges=merges)  # fmt: skip
    written = paper(build_report(KIND, full, english).pdf)
    flat, text = written.flat(), without_blanks(written.text())
    for said in (
        "A. How anybody checks the result", "main.py verify FILE.pdf --panel-files FOLDER",
        "instead of j01-1", "Laptop hilang.", "new: 4; refused: 1", "Terlalu awal.",
        "juri-03 (rusak).panel", "The file is damaged.", "Keluarga bekerja di sana.",
        "Segel susulan.", "Bukti lebih lengkap.", "M. Earlier declarations that were reopened",
    ):  # fmt: skip
        assert said in flat, said
    assert text.count(read_jwk(KEY).thumbprint) == 3
    assert record.declaration.results_sha256 in text
    assert record.instrument.sha256 in text


def test_where_nothing_happened_it_says_so(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    flat = paper(build_report(KIND, make_case().record(), english).pdf).flat()
    assert "E. Decisions no longer in force None." in flat
    assert "none: no QR code on paper" in flat
