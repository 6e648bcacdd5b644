from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.scoring.evidence_items import plain_name
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("foto 1.jpg", "foto 1.jpg"),
        ("10:42 rapat?.png", "10-42 rapat-.png"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("baris\nkedua.pdf", "baris kedua.pdf"),
        ("...", "bukti"),
        ("", "bukti"),
        ("a" * 300 + ".jpg", "a" * 196 + ".jpg"),
        ("." + "a" * 300, "a" * 200),
        ("foto\u202egpj.exe", "foto gpj.exe"),
    ],
)
def test_any_name_becomes_one_that_can_be_attached(tmp_path: Path, name: str, plain: str) -> None:
    assert plain_name(name, "bukti") == plain
    shop = Workshop.open(tmp_path, judges=1, regions=1)
    shop.enrol("j01-1")
    with shop.desk("j01-1") as desk:
        sheet = desk.attach_evidence(shop.regions[0], "A1", plain, b"isi")
    assert sheet.evidence[0][1].name == plain
