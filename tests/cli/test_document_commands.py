"""``report``, ``sign`` and ``verify`` as people meet them who have documents to lose."""

from __future__ import annotations

from pathlib import Path

import pyrage  # type: ignore[import-untyped]
import pytest

from smartcity_desktop.signing.certificates import CertificateMaker, export_p12
from tests.cli.jury_room import JuryRoom
from tests.workshop import PHRASE, Workshop

P12_WORDS = "sandi berkas p12"


@pytest.fixture
def room(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> JuryRoom:
    """A declared assessment, a chair with a certificate."""
    shop = Workshop.open(tmp_path)
    shop.merge(*(shop.hand_in(judge) for judge in shop.judges))
    room = JuryRoom(tmp_path, capsys, shop.clock, shop.random_bytes)
    room.write("sandi.txt", PHRASE)
    room.write("sandi-p12.txt", P12_WORDS)
    maker = CertificateMaker(shop.clock(), shop.random_bytes)
    root = maker.root("CA Contoh", "Contoh")
    chair = maker.person(maker.issuing(root, "CA Penerbit", "Contoh"), "Ketua", "Contoh")
    (tmp_path / "ketua.p12").write_bytes(export_p12(chair, P12_WORDS))
    (tmp_path / "ca.pem").write_bytes(root.pem())
    return room


@pytest.fixture
def declared(room: JuryRoom) -> JuryRoom:
    secret = room.at("sandi.txt")
    ran = room.run("declare", room.at("uji.assessment"), "--by", "Ketua",
                   "--passphrase-file", secret)  # fmt: skip
    assert ran.code == 0, ran.err
    return room


def print_ranking(room: JuryRoom, *more: str) -> Path:
    answer = room.json("report", room.at("uji.assessment"), "rekapitulasi", "--out",
                       room.at("dokumen"), *more)  # fmt: skip
    return Path(answer["documents"][0]["path"])


def sign(room: JuryRoom, document: Path, *more: str) -> tuple[str, ...]:
    p12, secret = room.at("ketua.p12"), room.at("sandi-p12.txt")
    return ("sign", str(document), "--p12", p12, "--passphrase-file", secret, *more)


def test_a_signed_document_is_never_printed_over(declared: JuryRoom) -> None:
    document = print_ranking(declared)
    assert declared.run(*sign(declared, document)).code == 0
    signed = document.read_bytes()
    ran = declared.run("report", declared.at("uji.assessment"), "berita-acara", "rekapitulasi",
                       "--out", str(document.parent), "--lang", "id")  # fmt: skip
    assert ran.code == 1
    assert ran.err.startswith(f"{document}: ")
    assert document.read_bytes() == signed
    assert list(document.parent.iterdir()) == [document]


def test_the_same_document_is_printed_again_where_it_lies(declared: JuryRoom) -> None:
    first = print_ranking(declared)
    before = first.read_bytes()
    assert print_ranking(declared) == first
    assert first.read_bytes() == before


def test_nothing_is_printed_before_the_declaration(room: JuryRoom) -> None:
    ran = room.run("report", room.at("uji.assessment"), "rekapitulasi", "--out", room.at("baru"))
    assert ran.code == 1
    assert not Path(room.at("baru")).exists()


def test_sign_names_the_file_it_speaks_of(declared: JuryRoom) -> None:
    document = print_ranking(declared)
    before = document.read_bytes()
    not_p12, not_pdf = declared.write("ketua.txt", "bukan kunci"), declared.write("a.pdf", "bukan")
    secret = ("--passphrase-file", declared.at("sandi-p12.txt"))
    ran = declared.run("sign", str(document), "--p12", not_p12, *secret)
    assert (ran.code, ran.err.partition(":")[0]) == (1, not_p12)
    ran = declared.run(*sign(declared, Path(not_pdf)))
    assert (ran.code, ran.err.partition(":")[0]) == (1, not_pdf)
    ran = declared.run(*sign(declared, document, "--field", "siapa"))
    assert (ran.code, ran.err.partition(":")[0]) == (1, str(document))
    assert document.read_bytes() == before


def test_verify_names_what_it_cannot_use(declared: JuryRoom) -> None:
    document = str(print_ranking(declared))
    gone = declared.at("tidak ada")
    ran = declared.run("verify", document, "--panel-files", gone, "--lang", "en")
    assert (ran.code, ran.err.strip()) == (1, f"{gone}: There is no such file or folder.")
    wrong = declared.write("ca.txt", "bukan sertifikat")
    ran = declared.run("verify", document, "--trust", declared.at("ca.pem"), "--trust", wrong)
    assert (ran.code, ran.err.partition(":")[0]) == (1, wrong)


def test_an_encrypted_copy_is_verified_with_the_identity(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = pyrage.x25519.Identity.generate()
    shop = Workshop.open(tmp_path, recipients=(str(key.to_public()),))
    copy = shop.hand_in("j01")
    room = JuryRoom(tmp_path, capsys)
    assert room.json("verify", str(copy), code=1)["verified"] is False
    told = room.json("verify", str(copy), "--identity", room.write("kunci.txt", str(key)))
    assert told["verified"] is True
    assert "seal" in {check["name"] for check in told["checks"]}


def test_paper_is_indonesian_whatever_the_screen_speaks(declared: JuryRoom) -> None:
    declared.environment["SMARTCITY_LANG"] = "en"
    assert print_ranking(declared).stem.endswith("penetapan-1")
    assert print_ranking(declared, "--lang", "en").stem.endswith("penetapan-1-en")
    assert "pages" in declared.run("report", declared.at("uji.assessment"), "rekapitulasi",
                                   "--out", declared.at("lain")).out  # fmt: skip
