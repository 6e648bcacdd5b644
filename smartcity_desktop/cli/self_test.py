"""The commands' part of the self-test: the main job, and after it everything that it leaves out.

What a bundle carries is used here once: a kind of file that is never tried may be missing from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.cli.edge import run
from smartcity_desktop.pictures.pages import page_pictures
from smartcity_desktop.tables.reading import read_table_file
from smartcity_desktop.tables.writing import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DECLARED = ("lembar-daerah", "integritas", "surat-hasil", "keputusan", "kesepakatan")
PREPARED = ("tanda-terima", "daftar-hadir", "pernyataan", "lembar-kosong")
SCANS = ("jpg", "png", "tiff", "bmp")


def try_commands(folder: Path) -> int:
    """Rehearse, print and read back every kind of file; returns the first exit code but zero.

    Args:
        folder: where ``demo`` is made.
    """
    demo = folder / "demo"
    ended = run(["demo", str(demo), "--regions", "6", "--judges", "4"])
    if ended:
        return ended
    return next(filter(None, (run(list(map(str, words))) for words in _rest(demo))), 0)


def _rest(demo: Path) -> Iterator[tuple[str | Path, ...]]:
    """Yield the commands after the main job; each one's files are made just before."""
    file, received, more = demo / "latihan.assessment", demo / "masuk", demo / "lain"
    for language in ("id", "en"):
        yield "report", file, *DECLARED, *PREPARED, "--out", more, "--lang", language
    yield "results", file, "--data", more
    yield "verify", file
    signed = min((demo / "dokumen").glob("rekapitulasi-*.pdf"))
    yield "verify", signed, "--panel-files", received, "--trust", demo / "persiapan" / "ca.pem"
    first = next(iter(page_pictures(signed.read_bytes(), pages=1)))
    for kind in SCANS:
        scan = more / f"pindaian.{kind}"
        first.save(scan)
        yield "verify", scan, "--panel-files", received
    scores, assigned = more / "nilai.xlsx", read_table_file(demo / "persiapan" / "A.csv")
    judge, region, *_ = assigned.rows[0].cells
    scores.write_bytes(
        write_xlsx([("region", "indicator", "score", "note"), (region, "A1", 4, "Baik")], "Nilai")
    )
    yield "enter", demo / "berkas-juri" / f"{judge}-1-latihan.panel", scores
