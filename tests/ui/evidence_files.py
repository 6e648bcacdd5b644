"""Assessments with evidence: pictures, a PDF, a program, an item that nobody handed over."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from tests.ui.office_files import make_office, sealed_copy

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workshop import Workshop

PROGRAM = b"MZ" + bytes(range(256))


def make_evidenced(folder: Path, *, regions: int = 6) -> Workshop:
    """Make an assessment in whose first region juri-01 backs scores; juri-02's item is missing."""
    shop = make_office(folder, "issued", regions=regions, judges=4)
    first = shop.regions[0]
    attach(shop, "juri-01-1", first, {
        "Rapat pimpinan 12 Mei.jpg": picture(), "SK Wali Kota.pdf": paper(), "paparan.exe": PROGRAM,
    })  # fmt: skip
    attach(shop, "juri-02-1", first, {"Pusat data dilihat dari depan.png": picture("PNG")})
    copies = [sealed_copy(shop, f"juri-0{number}") for number in (1, 2, 3, 4)]
    shop.merge(copies[0].with_suffix(".evidence"), *copies)
    return shop


def attach(shop: Workshop, issue: str, region: str, files: dict[str, bytes]) -> None:
    """Attach files to the first indicator, as the judge does."""
    shop.enrol(issue)
    indicator = shop.instrument.indicators()[0].id
    with shop.desk(issue) as desk:
        for name, content in files.items():
            desk.attach_evidence(region, indicator, name, content)


def picture(kind: str = "JPEG") -> bytes:
    """Return a picture of a sky above a meadow."""
    made = Image.new("RGB", (640, 400), (170, 200, 230))
    made.paste((90, 140, 80), (0, 260, 640, 400))
    file = BytesIO()
    made.save(file, kind)
    return file.getvalue()


def paper() -> bytes:
    """Return a PDF of two pages."""
    file = BytesIO()
    page = Image.new("RGB", (595, 842), "white")
    page.paste((60, 60, 60), (60, 60, 535, 90))
    page.save(file, "PDF", save_all=True, append_images=[page.rotate(180)])
    return file.getvalue()
