"""Many files of all sorts, to scan in two processes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.merging.forging import Forgery

if TYPE_CHECKING:
    from pathlib import Path

    from tests.merging.conftest import Made


def tampered_with(made: Made) -> list[Path]:
    """Return good copies, forged ones, damaged ones, and what is no panel file at all."""
    folder = made.copy.parent
    signer, regions = made.signer, made.shop.regions
    made.shop.score("j01-1", {regions[0]: (1, 1, 1)})
    paths = [made.copy, made.shop.seal("j01-1")[1]]
    for number in range(2):
        forgery = Forgery(made.copy, f"nilai-{number}.panel")
        for region in regions[: number + 1]:
            forgery.reseal_sheet(signer, region, lambda sheet: sheet.replace(b'ues":[', b'ues":[9'))
        paths.append(forgery.path)
    unsigned = Forgery(made.copy, "tanda.panel")
    unsigned.rewrite(1, lambda said: said | {"time": "2026-11-24T09:00:00Z"})
    short, text = folder / "pendek.panel", folder / "catatan.txt"
    short.write_bytes(made.copy.read_bytes()[:5000])
    text.write_text("bukan berkas juri")
    again = folder / "lagi.panel"
    shutil.copyfile(made.copy, again)
    return [text, *paths, unsigned.path, short, again]
