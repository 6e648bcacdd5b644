"""Every kind is an archive file that other tools accept, unsigned and after two signatures."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import product
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import pdfa

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.signing.field_states import signature_fields
from smartcity_desktop.signing.fields import prepare_fields
from smartcity_desktop.signing.sign import sign_pdf
from tests.reports.every_kind import Extent, make_kind
from tests.signing.flattened import archive_verdict
from tests.signing.people import MOMENT, boxes, mark, panel

if TYPE_CHECKING:
    from pathlib import Path

needs_poppler = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="no poppler-utils")
VARIANTS = list(product(ReportKind, Extent, Language))


@needs_poppler
@pytest.mark.parametrize(("kind", "extent", "language"), VARIANTS)
def test_unsigned(kind: ReportKind, extent: Extent, language: Language, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(make_kind(kind, extent, language).pdf)
    assert list(pdfa.validate_written(path, "3b").findings) == []
    look_at(path, language)


@needs_poppler
@pytest.mark.parametrize("kind", list(ReportKind))
def test_after_two_signatures(kind: ReportKind, tmp_path: Path) -> None:
    report = make_kind(kind, Extent.FULL, Language.INDONESIAN)
    names = [box.field for box in report.signature_fields]
    fields = sorted(names, key=lambda name: name != "chair")[:2]  # the chair signs first
    pdf = prepare_fields(report.pdf, report.signature_fields)
    if len(fields) < 2:  # a kind that fewer people sign; anybody may still add a field
        added = boxes("added-1", "added-2")[len(fields) :]
        fields += [box.field for box in added]
        pdf = prepare_fields(pdf, added)
    for field, key in zip(fields, (panel().chair, panel().secretary), strict=True):
        pdf = sign_pdf(pdf, key, field, moment=MOMENT, mark=mark())
    assert sum(state.signed for state in signature_fields(pdf)) == 2
    signed = tmp_path / "signed.pdf"
    signed.write_bytes(pdf)
    look_at(signed, Language.INDONESIAN)
    verdict = archive_verdict(pdf, tmp_path / "flat.pdf")
    assert verdict.passed, verdict


def look_at(path: Path, language: Language) -> None:
    """Tags, language, fonts and drawing, as other tools see them."""
    told = run("pdfinfo", path).decode()
    assert re.search(r"^Tagged: +yes$", told, re.MULTILINE)
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == language.value
    rows = run("pdffonts", path).decode().splitlines()[2:]
    assert rows
    assert all(" yes yes yes " in row for row in rows), rows
    run("pdftoppm", "-r", "20", path, path.with_suffix(""))


def run(program: str, *arguments: str | Path) -> bytes:
    done = subprocess.run([program, *arguments], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout
