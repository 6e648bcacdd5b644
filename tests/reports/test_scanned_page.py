"""The code on a badly scanned first page is read, also by a reader that is not ours."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.pictures.codes import codes_on_picture
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.printing import build_report
from tests.pictures.scanning import Scanner
from tests.reports.every_kind import TOKEN as SHORTER
from tests.reports.every_kind import Extent, print_kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from smartcity_desktop.reports.press import Press

TOKEN = "eyJhbGciOiJFUzI1NiJ9." + "a1B2c3D4" * 38


def printed(make_case: Callable[..., Any], press: Press, kind: ReportKind) -> bytes:
    record = make_case().record()
    record = replace(record, declaration=replace(record.declaration, token=TOKEN))
    return build_report(kind, record, press).pdf


def is_token(text: str) -> bool:
    return text == TOKEN


@pytest.mark.parametrize("kind", [kind for kind in ReportKind if kind.needs_declaration()])
def test_a_turned_blurred_noisy_page_is_read_by_us_and_by_zbar(
    tmp_path: Path, kind: ReportKind
) -> None:
    scan = Scanner().jpeg(print_kind(kind, Extent.FULL, Language.INDONESIAN))
    assert codes_on_picture(scan, lambda text: text == SHORTER) == (SHORTER,)
    (tmp_path / "scan.jpg").write_bytes(scan)
    ran = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "scan.jpg"], cwd=tmp_path, capture_output=True, check=True
    )
    assert ran.stdout.decode().strip() == SHORTER


@pytest.mark.parametrize(
    "scanner",
    [
        Scanner(turned=91.0),
        Scanner(turned=180.0),
        Scanner(turned=-4.0, blur=1.0, noise=0.35, quality=40),
        Scanner(dpi=100, blur=0.5, noise=0.1),
        Scanner(dpi=300, turned=5.0, blur=2.0, noise=0.4, quality=40),
    ],
    ids=str,
)
def test_worse_scans_are_read(
    make_case: Callable[..., Any], english: Press, scanner: Scanner
) -> None:
    pdf = printed(make_case, english, ReportKind.RANKING)
    assert codes_on_picture(scanner.jpeg(pdf), is_token) == (TOKEN,)
