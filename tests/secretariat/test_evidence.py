"""Evidence of counted sheets: names that lead nowhere, bytes that are those that were sealed."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

import pyrage  # type: ignore[import-untyped]
import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.score_sheet import Evidence
from smartcity_desktop.secretariat.evidence import EvidenceLine, read_evidence, save_evidence
from smartcity_desktop.secretariat.office import open_office
from smartcity_desktop.secretariat.office_facts import read_office
from smartcity_desktop.secretariat.region_view import read_region
from tests.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.region_view import RegionView

CONTENT = b"%PDF-1.7 isi"


@contextlib.contextmanager
def opened(shop: Workshop) -> Iterator[tuple[Office, RegionView]]:
    office = open_office(shop.path, shop.clock, shop.random_bytes)
    try:
        yield office, read_region(office, read_office(office), shop.regions[0])
    finally:
        office.close()


def with_item(shop: Workshop) -> Path:
    """Let j01 attach an item and seal; returns the sealed copy."""
    shop.hand_in("j01")
    with shop.desk("j01-1") as desk:
        desk.attach_evidence(shop.regions[0], "A1", "SK.pdf", CONTENT)
    return shop.seal("j01-1")[1]


@pytest.mark.parametrize(
    ("name", "shown", "saved"),
    [
        ("..", "bukti", "j01-11.01-A1-bukti"),
        ("C:evil.bat", "C-evil.bat", "j01-11.01-A1-C-evil.bat"),
        ("foto\u202egpj.exe", "foto gpj.exe", "j01-11.01-A1-foto gpj.exe"),
        (".bashrc", "bashrc", "j01-11.01-A1-bashrc"),
        ("CON", "CON", "j01-11.01-A1-CON"),
        ("a\x00b\n<b>.png", None, None),
    ],
)
def test_no_name_is_a_path_or_hides_its_kind(
    name: str, shown: str | None, saved: str | None
) -> None:
    line = EvidenceLine("j01", "11.01", "A1", Evidence(name, 1, "0" * 64), here=True)
    assert not set('/\\:*?"<>|\n\x00\u202e') & set(line.name + line.file_name)
    if shown is not None:
        assert (line.name, line.file_name) == (shown, saved)


def test_a_long_name_keeps_its_ending() -> None:
    line = EvidenceLine("j01", "11.01", "*", Evidence("n" * 300 + ".pdf", 1, "0" * 64), here=True)
    assert len(line.file_name) <= 200
    assert line.file_name.startswith("j01-11.01-nnn")
    assert line.file_name.endswith(".pdf")


def test_an_item_is_given_as_it_was_sealed(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path / "asesmen", judges=1)
    copy = with_item(shop)
    shop.merge(copy)
    with opened(shop) as (office, view):
        (line,) = view.evidence
        assert not line.here
        with pytest.raises(InputError, match="not been handed over"):
            read_evidence(office, line)
    shop.merge(copy.with_suffix(".evidence"))
    with opened(shop) as (office, view):
        (line,) = view.evidence
        assert (line.judge, line.indicator, line.name) == ("j01", "A1", "SK.pdf")
        assert save_evidence(office, line, tmp_path / line.file_name).read_bytes() == CONTENT
        with pytest.raises(InputError, match="handed over"):
            read_evidence(office, replace(line, item=replace(line.item, sha256="0" * 64)))


def test_bytes_that_were_changed_in_the_assessment_are_not_given(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path / "asesmen", judges=1)
    copy = with_item(shop)
    shop.merge(copy, copy.with_suffix(".evidence"))
    with contextlib.closing(sqlite3.connect(shop.path)) as file:
        file.execute("UPDATE evidence SET content = zeroblob(size)")
        file.commit()
    with opened(shop) as (office, view), pytest.raises(InputError, match="not the bytes"):
        save_evidence(office, view.evidence[0], tmp_path / "keluar.pdf")
    assert not (tmp_path / "keluar.pdf").exists()


def test_encrypted_evidence_without_an_identity_is_not_here(tmp_path: Path) -> None:
    key = pyrage.x25519.Identity.generate()
    shop = Workshop.open(tmp_path / "asesmen", judges=1, recipients=(str(key.to_public()),))
    copy = with_item(shop)
    sealed = [path for path in copy.parent.iterdir() if ".evidence" not in path.name]
    evidence = [path for path in copy.parent.iterdir() if ".evidence" in path.name]
    shop.merge(*sealed, identities=[str(key)])
    shop.merge(*evidence)
    with opened(shop) as (_, view):
        assert view.encrypted
        assert [line.here for line in view.evidence] == [False]
    shop.merge(*evidence, identities=[str(key)])
    with opened(shop) as (_, view):
        assert [line.here for line in view.evidence] == [True]
