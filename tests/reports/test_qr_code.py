"""The QR code on paper holds the token: drawn, photographed at 150 dpi, compared by module."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import segno
from msgspec.structs import replace
from PIL import Image

from smartcity_desktop.reports.furniture.qr import MODULE, QUIET, qr_rows, qr_side
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.layout.ink import MM
from smartcity_desktop.reports.printing import build_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.reports.press import Press

DPI = 300
TOKEN = "eyJhbGciOiJFUzI1NiJ9." + "a1B2c3D4" * 36


def test_modules_are_large_enough_to_be_scanned() -> None:
    assert MODULE >= 0.6 * MM
    assert QUIET == 4
    rows = qr_rows(TOKEN)
    assert qr_side(TOKEN) == (len(rows) + 8) * MODULE
    assert rows == tuple(
        tuple(bool(m) for m in row)
        for row in segno.make_qr(TOKEN, error="m", boost_error=False).matrix
    )


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils is not installed")
@pytest.mark.parametrize("kind", [ReportKind.RANKING, ReportKind.MINUTES])
def test_every_module_is_where_it_belongs(
    make_case: Callable[..., Any], english: Press, tmp_path: Path, kind: ReportKind
) -> None:
    record = make_case().record()
    record = replace(record, declaration=replace(record.declaration, token=TOKEN))
    (tmp_path / "p.pdf").write_bytes(build_report(kind, record, english).pdf)
    subprocess.run(["pdftoppm", "-r", str(DPI), "-l", "1", "-gray", "p.pdf", "p"],
                   cwd=tmp_path, check=True)  # fmt: skip
    (name,) = tmp_path.glob("p-*.pgm")
    page = Image.open(name)
    rows = qr_rows(TOKEN)
    step = MODULE * DPI / 72
    left, top = find_corner(page, step)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            place = (int(left + (x + 0.5) * step), int(top + (y + 0.5) * step))
            assert (page.getpixel(place) == 0) == dark, (x, y)
    quiet = page.crop((int(left - 3.5 * step), int(top), int(left - step), int(top + 60 * step)))
    assert quiet.getextrema()[0] == 255


def find_corner(page: Image.Image, step: float) -> tuple[float, float]:
    """Find the upper left finder pattern: the first row with seven dark modules in one run."""
    width, height = page.size
    run = int(7 * step) - 2
    for y in range(height):
        row = page.crop((0, y, width, y + 1)).tobytes()
        x = row.find(b"\x00" * run)
        if x >= 0 and x + 2 * run < width and set(row[x + run + 4 : x + run + 8]) == {255}:
            column = page.crop((x + 4, y, x + 5, min(y + run, height))).tobytes()
            if set(column) == {0}:
                return x, y
    raise AssertionError("no finder pattern")
