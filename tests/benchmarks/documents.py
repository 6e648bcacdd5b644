"""Documents: every region's sheet in one PDF, and signing and checking it."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.signatory import CHAIR, Signatory
from smartcity_desktop.plenary.details import with_details
from smartcity_desktop.reports.documents.region_sheets import draft_region_sheets
from smartcity_desktop.reports.press import open_press
from smartcity_desktop.reports.report import set_draft
from smartcity_desktop.signing.checking import check_signatures
from smartcity_desktop.signing.fields import prepare_fields
from smartcity_desktop.signing.key import LibrarySigner
from smartcity_desktop.signing.sign import sign_pdf
from tests.benchmarks.memory import peak_memory_of
from tests.benchmarks.paragraph_cells import usual_way
from tests.benchmarks.timing import Comparison, compare
from tests.reports.conftest import (
    RESOURCES,
    RULES,
    SHORT_BANDS,
    WIB,
    Case,
    default_instrument,
    panel,
    places,
)
from tests.signing.people import panel as signers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.reports.report import Report

JUDGES, A_REGION = 21, 7
"""Judges in all, and how many of them score one region."""

MOMENT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


class Sheets:
    """The sheets of many regions, to be set again and again."""

    def __init__(self, regions: int) -> None:
        """Declare invented scores for real regions."""
        instrument = default_instrument(replace(RULES, bands=SHORT_BANDS))
        case = Case(places(regions), panel(JUDGES), instrument, per_region=A_REGION)
        people = (Signatory(CHAIR, "Siti Aminah", "Ketua", signers().chair.certificate_sha256),)
        self._record = replace(with_details(case.record()), signatories=people)
        self.signatories = people
        self._press = open_press(RESOURCES, Language.INDONESIAN, str, WIB)

    def set(self, *, tagged: bool) -> Report:
        """Set every region's sheet, one PDF."""
        draft = draft_region_sheets(self._record, self._press.words, "")
        return set_draft(draft, self._press, tagged=tagged)


def measure_documents(regions: int, rounds: int) -> Iterator[Comparison]:
    """Set the sheets, without and with tags, beside Paragraph cells and the library's chart."""
    sheets = Sheets(regions)

    def usual() -> None:
        with usual_way():
            sheets.set(tagged=False)

    for tagged, bar in ((False, 1 / 8), (True, 1 / 4)):
        name = f"{regions} sheets of regions{', tagged' if tagged else ''}"
        yield compare(name, lambda tagged=tagged: sheets.set(tagged=tagged),  # type: ignore[misc]
                      usual, rounds=rounds, bar=bar)  # fmt: skip
    yield from _measure_signing(sheets, rounds)


def _measure_signing(sheets: Sheets, rounds: int) -> Iterator[Comparison]:
    report = sheets.set(tagged=True)
    pdf = prepare_fields(report.pdf, report.signature_fields)
    key, root = signers().chair, signers().root.pem()

    def ours() -> bytes:
        return sign_pdf(pdf, key, CHAIR, moment=MOMENT)

    signed = ours()
    yield compare("its signature", ours, lambda: _bare_signature(pdf), rounds=rounds, bar=1.3)

    def check() -> None:
        checks = check_signatures(signed, sheets.signatories, trust_roots=(root,),
                                  now=MOMENT + timedelta(hours=1))  # fmt: skip
        if not all(one.ok for one in checks):
            raise RuntimeError("the signature does not hold")

    yield compare("its check", check, lambda: _bare_check(signed), rounds=rounds, bar=1.3)


def _bare_signature(pdf: bytes) -> None:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
    from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner

    metadata = PdfSignatureMetadata(
        field_name=CHAIR, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, certify=True,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )  # fmt: skip
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    PdfSigner(metadata, LibrarySigner(signers().chair)).sign_pdf(writer, existing_fields_only=True)


def _bare_check(signed: bytes) -> None:
    from asn1crypto import pem, x509  # type: ignore[import-untyped]
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    _, _, der = pem.unarmor(signers().root.pem())
    context = ValidationContext(
        trust_roots=[x509.Certificate.load(der)], allow_fetching=False,
        moment=MOMENT + timedelta(hours=1),
    )  # fmt: skip
    for one in PdfFileReader(BytesIO(signed)).embedded_signatures:
        if not validate_pdf_signature(one, context).bottom_line:
            raise RuntimeError("the signature does not hold")


def peak_memory_of_documents(regions: int) -> int:
    """Return the megabytes that setting the tagged sheets takes at most."""
    script = f"from tests.benchmarks.documents import Sheets; Sheets({regions}).set(tagged=True)"
    return peak_memory_of([sys.executable, "-c", script])
