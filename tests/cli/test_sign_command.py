"""Signing by several people on several laptops, on the command line."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.signing.certificates import CertificateMaker, export_p12
from tests.cli.jury_room import JuryRoom
from tests.signing.people import MOMENT, P12_WORDS, chance, panel
from tests.signing.test_time_stamps import Address, stamped
from tests.verifying.declared import Declared, make_declared
from tests.workshop import Ticking

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def declared(tmp_path_factory: pytest.TempPathFactory) -> Declared:
    return make_declared(tmp_path_factory.mktemp("tanda-tangan") / "asesmen")


@pytest.fixture
def laptops(
    declared: Declared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[JuryRoom, JuryRoom]:
    """The chair's laptop with the document, and the secretary's, each with a .p12 of its own."""
    maker = CertificateMaker(MOMENT, chance(21))
    root = maker.root("Akar Sertifikat Latihan", "Panitia Latihan")
    issuing = maker.issuing(root, "Penerbit Sertifikat Latihan", "Panitia Latihan")
    maker.root("Akar Entah Siapa", "Entah")
    people = [maker.person(issuing, name, "Dewan Juri") for name in ("Siti Aminah", "Budi Santoso")]
    rooms = []
    for name, person in zip(("ketua", "sekretaris"), people, strict=True):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "saya.p12").write_bytes(export_p12(person, P12_WORDS))
        (folder / "frasa.txt").write_text(P12_WORDS + "\n", encoding="utf-8")
        (folder / "ca.pem").write_bytes(panel().root.pem())
        rooms.append(JuryRoom(folder, capsys, Ticking(MOMENT)))
    (rooms[0].folder / "r.pdf").write_bytes(declared.unsigned)
    return rooms[0], rooms[1]


def signing(room: JuryRoom, *more: str) -> tuple[str, ...]:
    return (
        "sign", room.at("r.pdf"), "--p12", room.at("saya.p12"),
        "--passphrase-file", room.at("frasa.txt"), *more,
    )  # fmt: skip


def verifying(room: JuryRoom, *more: str) -> tuple[str, ...]:
    return ("verify", room.at("r.pdf"), "--trust", room.at("ca.pem"), *more)


def carry(one: JuryRoom, other: JuryRoom, name: str = "r.pdf") -> None:
    shutil.copy(one.at("r.pdf"), other.at(name))


def test_chair_then_secretary_on_another_laptop(
    laptops: tuple[JuryRoom, JuryRoom], declared: Declared
) -> None:
    chair, secretary = laptops
    assert chair.json(*signing(chair, "--field", "chair"))["signed"] == 1
    told = chair.json(*verifying(chair), code=1)
    (wrong,) = (check for check in told["checks"] if not check["ok"])
    assert wrong["name"] == "signed"
    carry(chair, secretary)
    assert secretary.json(*signing(secretary))["signed"] == 2
    told = secretary.json(*verifying(secretary, "--panel-files", str(declared.received)))
    assert told["verified"] is True


def test_a_time_stamp_is_taken_from_the_address_given(
    laptops: tuple[JuryRoom, JuryRoom],
) -> None:
    chair, secretary = laptops
    address = Address(stamped)
    try:
        chair.json(*signing(chair, "--field", "chair", "--tsa", address.url))
        carry(chair, secretary)
        secretary.json(*signing(secretary, "--tsa", address.url))
    finally:
        address.close()
    told = secretary.json(*verifying(secretary))
    stamps = [check for check in told["checks"] if check["name"] == "timestamp"]
    assert len(stamps) == 2
    assert all("Penanda Waktu" in check["detail"] for check in stamps)


def test_a_document_signed_elsewhere_is_taken_back(
    laptops: tuple[JuryRoom, JuryRoom], declared: Declared
) -> None:
    chair, secretary = laptops
    chair.json(*signing(chair, "--field", "chair"))
    carry(chair, secretary)
    secretary.json(*signing(secretary))
    carry(secretary, chair, "unduhan.pdf")
    answer = chair.json("sign", chair.at("r.pdf"), "--returned", chair.at("unduhan.pdf"))
    assert answer["signed"] == 2
    assert chair.json(*verifying(chair, "--panel-files", str(declared.received)))["verified"]
    ran = chair.run(
        "sign", chair.at("r.pdf"), "--returned", chair.at("unduhan.pdf"), "--lang", "en"
    )
    assert ran.code == 1
    assert "No signature was added" in ran.err


def test_what_is_not_the_same_document_changes_nothing(
    laptops: tuple[JuryRoom, JuryRoom], declared: Declared
) -> None:
    chair, _ = laptops
    chair.json(*signing(chair, "--field", "chair"))
    before = (chair.folder / "r.pdf").read_bytes()
    (chair.folder / "lain.pdf").write_bytes(declared.unsigned + b"%\n")
    ran = chair.run("sign", chair.at("r.pdf"), "--returned", chair.at("lain.pdf"), "--lang", "en")
    assert ran.code == 1
    assert "not this document" in ran.err
    assert (chair.folder / "r.pdf").read_bytes() == before


def test_either_a_key_or_a_returned_document(laptops: tuple[JuryRoom, JuryRoom]) -> None:
    chair, _ = laptops
    assert chair.run("sign", chair.at("r.pdf")).code == 2
    assert chair.run(*signing(chair, "--returned", chair.at("r.pdf"))).code == 2


def test_a_wrong_passphrase_signs_nothing(laptops: tuple[JuryRoom, JuryRoom]) -> None:
    chair, _ = laptops
    before = (chair.folder / "r.pdf").read_bytes()
    chair.write("frasa.txt", "salah\n")
    ran = chair.run(*signing(chair, "--field", "chair"))
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert (chair.folder / "r.pdf").read_bytes() == before
