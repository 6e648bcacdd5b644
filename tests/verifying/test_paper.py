"""Paper checks itself: a scan, a photograph, a bare PDF, the short code, by any key at hand."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PIL import Image

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.plenary.declaring import reopen_results
from tests.cli.jury_room import JuryRoom
from tests.merging.forging import Forgery
from tests.pictures.scanning import Scanner, saved
from tests.pictures.test_codes import code
from tests.verifying.declared import (
    BANDS,
    R4,
    Declared,
    decide,
    declare,
    make_declared,
    print_ranking,
)
from tests.verifying.together import Table, fingerprint
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.store.declarations import Declaration


@pytest.fixture(scope="module")
def scan(once: Declared) -> bytes:
    return Scanner().jpeg(once.ranking)


@pytest.fixture(scope="module")
def token(once: Declared) -> str:
    return last(once).token


@pytest.fixture
def table(tmp_path: Path) -> Table:
    folder = tmp_path / "meja"
    folder.mkdir()
    return Table(folder)


def last(made: Declared) -> Declaration:
    with made.shop.assessment() as file:
        return file.declarations.all()[-1]


def test_any_panel_file_gives_the_key(once: Declared, scan: bytes, table: Table) -> None:
    """An untouched one that was only issued, without any seal."""
    path = table.lay("pindaian.jpg", scan)
    folder = table.folder / "satu"
    folder.mkdir()
    shutil.copy(once.shop.panels["j02-1"], folder)
    sentence = table.with_panel_files(folder).said("token", path)
    assert "Genuine: declaration 1 of Uji (official)" in sentence
    assert last(once).results_sha256 in sentence
    assert "j02-1" in sentence
    assert table.with_panel_files(folder).wrong(path) == []


def test_the_printed_fingerprint_gives_the_key(once: Declared, scan: bytes, table: Table) -> None:
    path = table.lay("pindaian.jpg", scan)
    typed = replace(table, key=fingerprint(once))
    assert "declaration 1" in typed.said("token", path)
    ((name, sentence),) = replace(table, key="A" * 43).wrong(path)
    assert name == "token"
    assert "not signed by the key with the fingerprint" in sentence


@pytest.mark.parametrize("typed", ["AAAA", "A" * 42, "A" * 44, "é" * 43, "A" * 42 + "="])
def test_what_is_no_fingerprint_is_refused(scan: bytes, table: Table, typed: str) -> None:
    path = table.lay("pindaian.jpg", scan)
    with pytest.raises(InputError, match="43 letters"):
        replace(table, key=typed).wrong(path)


def test_without_any_key_nothing_is_proven(scan: bytes, table: Table) -> None:
    ((name, sentence),) = table.wrong(table.lay("pindaian.jpg", scan))
    assert name == "token"
    assert "--panel-files" in sentence
    assert "--key" in sentence


def test_the_assessment_file_gives_the_key_and_knows_what_is_in_force(
    made: Declared, scan: bytes, table: Table
) -> None:
    path = table.lay("pindaian.jpg", scan)
    assert table.wrong(path, made.shop.path) == []
    assert "declaration 1 is in force" in table.said("in_force", path, made.shop.path).lower()
    with made.shop.assessment() as file:
        reopen_results(file, "Ketua", "Sanggahan Kota 4", made.shop.clock)
    ((name, sentence),) = table.wrong(path, made.shop.path)
    assert name == "in_force"
    assert "declaration 1 was reopened by Ketua" in sentence
    assert "Sanggahan Kota 4" in sentence


def test_a_paper_alone_says_what_it_cannot_know(once: Declared, scan: bytes, table: Table) -> None:
    path = table.lay("pindaian.jpg", scan)
    with_key = table.with_panel_files(once.received)
    assert "cannot know" in with_key.said("later", path)
    assert "not what is printed around it" in with_key.said("paper", path)


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "BMP", "PDF"])
def test_a_scanner_may_save_as_it_likes(once: Declared, table: Table, kind: str) -> None:
    page = Scanner().page(once.ranking)
    path = table.lay(f"pindaian.{kind.lower()}", saved(page, kind, resolution=150))
    assert table.with_panel_files(once.received).wrong(path) == []


def test_a_pdf_that_lost_its_signatures_proves_its_code_and_no_more(
    once: Declared, table: Table
) -> None:
    """As from a browser's "print to PDF": totals can be edited around a genuine code."""
    import pypdfium2  # type: ignore[import-untyped]

    bare = pypdfium2.PdfDocument.new()
    bare.import_pages(pypdfium2.PdfDocument(once.ranking))
    path = table.folder / "cetakan.pdf"
    bare.save(path)
    keys = table.with_panel_files(once.received)
    assert "declaration 1" in keys.said("token", path)
    ((name, sentence),) = keys.wrong(path)
    assert name == "signed"
    assert "neither signed nor a scan" in sentence


def test_a_damaged_document_is_no_scan(once: Declared, table: Table) -> None:
    """Cut short, it still carries attachments and fields: nothing else is said of it."""
    path = table.lay("r.pdf", once.ranking[:-300])
    keys = table.with_panel_files(once.received)
    assert [name for name, _ in keys.wrong(path)] == ["readable"]


def test_the_code_of_another_assessment_is_named(scan: bytes, table: Table, tmp_path: Path) -> None:
    other = Workshop.open(tmp_path / "lain", judges=1, regions=5, instrument=BANDS, seed="lain")
    path = table.lay("pindaian.jpg", scan)
    ((name, sentence),) = table.with_panel_files(other.folder / "issued").wrong(path)
    assert name == "token"
    assert "the key of no assessment" in sentence
    assert table.wrong(path, other.path)[0][0] == "token"


def test_a_forged_code_is_named(once: Declared, token: str, table: Table) -> None:
    """The right key's id over another statement."""
    head, payload, signature = token.split(".")
    signed = signature[:-4] + ("AAAA" if signature[-4:] != "AAAA" else "BBBB")
    path = table.lay("palsu.png", saved(code(f"{head}.{payload}.{signed}"), "PNG"))
    ((name, sentence),) = table.with_panel_files(once.received).wrong(path)
    assert name == "token"
    assert "not signed by this assessment's key" in sentence


def test_panel_files_that_name_two_keys_prove_nothing(
    made: Declared, scan: bytes, table: Table, tmp_path: Path
) -> None:
    other = Workshop.open(tmp_path / "lain", judges=1, regions=5, instrument=BANDS, seed="lain")
    genuine, forged = (shop.roster().assessment.public_key for shop in (made.shop, other))
    forgery = Forgery(made.copy("j02-1"), "palsu.panel")
    forgery.run(
        "UPDATE issue SET document = replace(document, ?, ?)",
        genuine.replace('"', '\\"'),
        forged.replace('"', '\\"'),
    )
    path = table.lay("pindaian.jpg", scan)
    ((name, sentence),) = table.with_panel_files(made.received).wrong(path)
    assert name == "token"
    assert "palsu.panel" in sentence
    assert "different keys" in sentence
    typed = replace(table.with_panel_files(made.received), key=fingerprint(made))
    assert typed.wrong(path) == []


def test_a_page_without_code_or_with_a_foreign_one_is_told(
    once: Declared, token: str, table: Table
) -> None:
    keys = table.with_panel_files(once.received)
    blank = table.lay("kosong.png", saved(Image.new("L", (300, 300), 255), "PNG"))
    assert "No QR code could be read" in dict(keys.wrong(blank))["code"]
    foreign = table.lay("asing.png", saved(code("https://kota.example/"), "PNG"))
    assert "none of this program" in dict(keys.wrong(foreign))["code"]
    two = Image.new("L", (1400, 700), 255)
    two.paste(code(token), (0, 0))
    two.paste(code(token[:-4] + "AAAA"), (700, 0))
    both = table.lay("dua.png", saved(two, "PNG"))
    assert "2 different codes" in dict(keys.wrong(both))["code"]


@pytest.mark.parametrize("name", ["rusak.png", "rusak.jpg", "rusak.tiff"])
def test_what_only_calls_itself_a_picture_is_told(table: Table, name: str) -> None:
    ((check, sentence),) = table.wrong(table.lay(name, b"halo"))
    assert check == "readable"
    assert "no sound picture" in sentence


def short(made: Declared) -> str:
    digest = last(made).results_sha256[:16]
    return " ".join(digest[n : n + 4] for n in range(0, 16, 4))


def test_the_short_code_finds_its_declaration(made: Declared, table: Table) -> None:
    typed = replace(table, code=short(made).upper().replace("0", "O").replace("1", "l"))
    sentence = typed.said("short_code", made.shop.path)
    assert "declaration 1, which is in force" in sentence
    assert "tells pages apart" in sentence
    whole = replace(table, code=last(made).results_sha256)
    assert "All characters" in whole.said("short_code", made.shop.path)
    with made.shop.assessment() as file:
        reopen_results(file, "Ketua", "Sanggahan", made.shop.clock)
    ((name, sentence),) = typed.wrong(made.shop.path)
    assert name == "short_code"
    assert "superseded" in sentence


def test_the_short_code_is_compared_with_documents_and_paper(
    once: Declared, scan: bytes, table: Table
) -> None:
    typed = replace(table.with_panel_files(once.received), code=short(once))
    for path in (table.lay("r.pdf", once.ranking), table.lay("pindaian.jpg", scan)):
        assert typed.wrong(path) == []
        ((name, sentence),) = replace(typed, code="0123 4567 89ab cdef").wrong(path)
        assert name == "short_code"
        assert "another declaration" in sentence
    assert "No declaration" in replace(table, code="0" * 16).wrong(once.shop.path)[0][1]


def test_a_panel_file_knows_no_results(once: Declared, table: Table) -> None:
    ((name, sentence),) = replace(table, code=short(once)).wrong(once.copy("j02-1"))
    assert name == "short_code"
    assert "Name the assessment file" in sentence


@pytest.mark.parametrize("typed", ["8cf9", "8cf9 623a 3400 8db", "x" * 16, "0" * 65, "8cf9-é" * 4])
def test_what_is_no_short_code_is_refused(once: Declared, table: Table, typed: str) -> None:
    with pytest.raises(InputError, match="16 characters"):
        replace(table, code=typed).checks(once.shop.path)


def test_the_command_line_reads_paper(
    made: Declared, scan: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room = JuryRoom(tmp_path, capsys, made.shop.clock, made.shop.random_bytes)
    (tmp_path / "pindaian.jpg").write_bytes(scan)
    path = room.at("pindaian.jpg")
    told = room.json("verify", path, "--panel-files", str(made.received))
    assert told["verified"] is True
    assert room.json("verify", path, "--key", fingerprint(made))["verified"] is True
    assert room.json("verify", path, "--key", fingerprint(made), "--code", short(made))["verified"]
    ran = room.run("verify", path, "--lang", "en")
    assert ran.code == 1
    assert "FAILS: token" in ran.out
    ran = room.run("verify", path, "--key", "salah", "--lang", "en")
    assert ran.code == 1
    assert "43 letters" in ran.err


def test_a_newer_paper_supersedes_an_older_one(tmp_path: Path, table: Table) -> None:
    made = make_declared(tmp_path / "asesmen")
    with made.shop.assessment() as file:
        reopen_results(file, "Ketua", "Sanggahan", made.shop.clock)
    decide(made.shop, "recuse", "j01", R4)
    decide(made.shop, "waive")
    declare(made.shop)
    newer = table.lay("baru.jpg", Scanner().jpeg(print_ranking(made.shop, tmp_path / "baru")))
    older = table.lay("lama.jpg", Scanner().jpeg(made.ranking))
    keys = table.with_panel_files(made.received)
    ((name, sentence),) = keys.wrong(older, newer)
    assert name == "in_force"
    assert "baru.jpg proves declaration 2, and this is declaration 1" in sentence
    assert keys.wrong(newer, older) == []
    assert keys.wrong(older) == []
