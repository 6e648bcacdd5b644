"""Minutes signed by chair, secretary and witness in turn, each on a laptop of their own."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from smartcity_desktop.signing.certificates import CertificateMaker, export_p12
from smartcity_desktop.signing.p12 import open_p12
from smartcity_desktop.signing.sign import sign_pdf
from tests.cli.jury_room import JuryRoom
from tests.signing.attacks import revisions
from tests.workshop import PHRASE, Workshop

if TYPE_CHECKING:
    from typing import Any

WORDS = "sandi berkas p12"
TURNS = ("chair", "secretary", "witness-1")
NAMES = ("Siti Aminah", "Budi Santoso", "Made Wirawan")


def letterhead(digests: list[str], *more: str) -> bytes:
    """Return a letterhead whose chair and secretary are bound to certificates."""
    return "\n".join(
        [
            "format = 1",
            *more,
            '[chair]\nname = "Prof. Dr. Siti Aminah, M.Si."\nrole = "Ketua"',
            f'certificate_sha256 = "{digests[0]}"',
            '[secretary]\nname = "Budi Santoso"\nrole = "Sekretaris"',
            f'certificate_sha256 = "{digests[1]}"',
            '[[witnesses]]\nname = "Drs. Made Wirawan"\nrole = "Saksi"',
            '[[witnesses]]\nrole = "Saksi"',
        ]
    ).encode()


def make_room(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> JuryRoom:
    """Declare an assessment whose letterhead names three signers and leaves one open."""
    clock_room = JuryRoom(folder, capsys)
    maker = CertificateMaker(clock_room.clock() - timedelta(days=1), clock_room.random_bytes)
    root = maker.root("CA Contoh", "Contoh")
    people = [maker.person(root, name, "Contoh") for name in (*NAMES, "Orang Lain")]
    folder.mkdir(exist_ok=True)
    for field, person in zip((*TURNS, "stranger"), people, strict=True):
        (folder / f"{field}.p12").write_bytes(export_p12(person, WORDS))
    (folder / "ca.pem").write_bytes(root.pem())
    kop = letterhead([person.sha256() for person in people], *more)
    shop = Workshop.open(folder, letterhead=kop)
    shop.merge(*(shop.hand_in(judge) for judge in shop.judges))
    room = JuryRoom(folder, capsys, shop.clock, shop.random_bytes)
    room.write("sandi.txt", PHRASE)
    room.write("sandi-p12.txt", WORDS)
    room.json("declare", room.at("uji.assessment"), "--by", "Ketua", "--passphrase-file",
              room.at("sandi.txt"))  # fmt: skip
    return room


@pytest.fixture
def room(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> JuryRoom:
    return make_room(tmp_path / "meja", capsys)


def minutes(room: JuryRoom) -> Path:
    answer = room.json("report", room.at("uji.assessment"), "berita-acara", "--out",
                       room.at("dokumen"))  # fmt: skip
    return Path(answer["documents"][0]["path"])


def sign(room: JuryRoom, document: Path, field: str, who: str = "") -> tuple[str, ...]:
    return ("sign", str(document), "--p12", room.at(f"{who or field}.p12"), "--field", field,
            "--passphrase-file", room.at("sandi-p12.txt"))  # fmt: skip


def verify(room: JuryRoom, document: Path, *more: str) -> dict[str, str]:
    """Return the sentences of what fails, by check."""
    command = ("verify", str(document), "--trust", room.at("ca.pem"), "--lang", "en", *more)
    answer: Any = json.loads(room.run("--json", *command).out)
    return {check["name"]: check["detail"] for check in answer["checks"] if not check["ok"]}


def passed_on(document: Path, place: str) -> Path:
    """Return a copy in another folder, as a stick carries it."""
    copy = document.parent.parent / place / document.name
    copy.parent.mkdir()
    shutil.copyfile(document, copy)
    return copy


def test_three_sign_in_turn_on_copies_passed_on(room: JuryRoom) -> None:
    document = minutes(room)
    assert list(verify(room, document, "--incomplete-ok")) == ["signed"]
    for number, field in enumerate(TURNS, start=1):
        document = passed_on(document, f"laptop-{number}")
        assert room.json(*sign(room, document, field))["signed"] == number
        left = {"signed"} if number < len(TURNS) else set()
        assert verify(room, document).keys() == left
        if left:
            assert f"{number} of 3 signed" in verify(room, document)["signed"]
        assert verify(room, document, "--incomplete-ok") == {}
    with pikepdf.open(document) as pdf:
        listed = json.loads(pdf.attachments["signatories.json"].get_file().read_bytes())
        assert [one["field"] for one in listed] == ["secretary", "chair", "witness-1"]
        assert [one["certificate_sha256"] is None for one in listed] == [False, False, True]
        certifying = pdf.Root.Perms.DocMDP
        fields = {str(field.T): field.V for field in pdf.Root.AcroForm.Fields}
        assert fields["chair"].objgen == certifying.objgen
        assert all("/Reference" not in fields[name] for name in TURNS[1:])


def test_a_signature_cut_off_again_is_missed(room: JuryRoom) -> None:
    document = minutes(room)
    for field in TURNS:
        room.json(*sign(room, document, field))
    whole = document.read_bytes()
    assert verify(room, document) == {}
    for cut, done in ((revisions(whole)[-2], 2), (revisions(whole)[-3], 1)):
        document.write_bytes(cut)
        assert f"{done} of 3 signed" in verify(room, document)["signed"]
        assert "Drs. Made Wirawan" in verify(room, document)["signed"]


def test_the_chair_signs_first(room: JuryRoom) -> None:
    document = minutes(room)
    before = document.read_bytes()
    ran = room.run(*sign(room, document, "secretary"), "--lang", "en")
    assert ran.code == 1
    assert "The chair signs first" in ran.err
    assert document.read_bytes() == before


def test_another_certificate_than_the_listed_one_is_refused_before_anything_is_written(
    room: JuryRoom,
) -> None:
    document = minutes(room)
    room.json(*sign(room, document, "chair"))
    before = document.read_bytes()
    ran = room.run(*sign(room, document, "secretary", "stranger"), "--lang", "en")
    assert ran.code == 1
    assert "waits for the certificate" in ran.err
    assert document.read_bytes() == before


def test_a_stranger_who_signs_elsewhere_in_the_right_field_is_named(room: JuryRoom) -> None:
    document = minutes(room)
    room.json(*sign(room, document, "chair"))
    stranger = open_p12(Path(room.at("stranger.p12")).read_bytes(), WORDS)
    forged = sign_pdf(document.read_bytes(), stranger, "secretary", moment=room.clock())
    document.write_bytes(forged)
    failed = verify(room, document, "--incomplete-ok")
    assert list(failed) == ["signer"]
    assert "Orang Lain" in failed["signer"]
    assert "Somebody else signed here" in failed["signer"]


def marks(document: Path) -> dict[str, str]:
    """Return what the visible blocks say, by field, read with another tool."""
    found = {}
    with pikepdf.open(document) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if "/V" in field:
                page = field.P
                left, bottom, right, top = (float(side) for side in field.Rect)
                height = float(page.MediaBox[3])
                number = next(
                    n for n, p in enumerate(pdf.pages, start=1) if p.objgen == page.objgen
                )
                box = {"x": left, "y": height - top, "W": right - left, "H": top - bottom}
                area = [part for k, v in box.items() for part in (f"-{k}", str(round(v)))]
                done = subprocess.run(
                    ["pdftotext", "-f", str(number), "-l", str(number), *area, document, "-"],
                    check=True, capture_output=True, text=True,
                )  # fmt: skip
                found[str(field.T)] = done.stdout
    return found


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_the_visible_block_states_only_what_is_true(room: JuryRoom) -> None:
    document = minutes(room)
    room.json(*sign(room, document, "chair"))
    room.json(*sign(room, document, "secretary"))
    room.json(*sign(room, document, "witness-1", "stranger"))
    said = marks(document)
    assert "Siti Aminah" in said["chair"]
    assert "Ketua" in said["chair"]
    assert "Sekretaris" in said["secretary"]
    assert "Orang Lain" in said["witness-1"]
    assert "Saksi" not in said["witness-1"]
    assert verify(room, document) == {}  # the letterhead fixed no certificate for the witness


def test_every_judge_signs_where_the_letterhead_asks_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room = make_room(tmp_path / "meja", capsys, "judges_sign = true")
    document = minutes(room)
    with pikepdf.open(document) as pdf:
        fields = [str(field.T) for field in pdf.Root.AcroForm.Fields]
    assert fields == ["judge-j01", "judge-j02", "secretary", "chair", "witness-1"]
    room.json(*sign(room, document, "chair"))
    room.json(*sign(room, document, "judge-j02", "stranger"))
    assert "2 of 5 signed" in verify(room, document)["signed"]
