from __future__ import annotations

import re
import shutil
import subprocess
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.signing.certificates import CertificateMaker
from smartcity_desktop.signing.field_states import signature_fields
from smartcity_desktop.signing.fields import FieldBox, prepare_fields
from smartcity_desktop.signing.opening import PdfRefusedError, open_pdf
from smartcity_desktop.signing.reading import read_signatures
from smartcity_desktop.signing.sign import sign_pdf
from tests.signing import attacks
from tests.signing.flattened import archive_verdict
from tests.signing.people import (
    MOMENT,
    P12_WORDS,
    RESOURCES,
    boxes,
    chance,
    document,
    key_of,
    mark,
    panel,
    prepared,
    rsa_signer,
    signed,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("key", ["chair", "rsa"])
def test_a_signed_archive_file_stays_one(tmp_path: Path, key: str) -> None:
    signer = panel().chair if key == "chair" else rsa_signer()
    pdf = sign_pdf(prepared(), signer, "chair", moment=MOMENT, mark=mark())
    report = archive_verdict(pdf, tmp_path / "flat.pdf")
    assert report.passed, report
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.Root.get("/Version", "/1.7")) == "/1.7"
        assert list(opened.Root.Extensions.keys()) == ["/ESIC"]


def test_three_signatures_leave_an_archive_file(tmp_path: Path) -> None:
    assert archive_verdict(signed(), tmp_path / "flat.pdf").passed


def test_every_earlier_byte_stays() -> None:
    assert prepared().startswith(document())
    assert signed(1).startswith(prepared())
    assert signed(3).startswith(signed(2))


def test_the_same_input_gives_the_same_bytes() -> None:
    again = sign_pdf(prepared(), panel().chair, "chair", moment=MOMENT, mark=mark())
    assert again == signed(1)
    later = sign_pdf(
        prepared(), panel().chair, "chair", moment=MOMENT + timedelta(seconds=1), mark=mark()
    )
    assert later != again


def test_the_first_certifies_and_the_others_approve() -> None:
    found = read_signatures(open_pdf(signed()), (), MOMENT)
    assert [(one.field, one.certifies, one.permits) for one in found] == [
        ("chair", True, 2),
        ("secretary", False, 0),
        ("witness", False, 0),
    ]
    assert {one.claimed for one in found} == {MOMENT}


def test_the_only_empty_field_need_not_be_named() -> None:
    pdf = sign_pdf(prepared("chair"), panel().chair, moment=MOMENT)
    assert [state.signed for state in signature_fields(pdf)] == [True]


@pytest.mark.parametrize(
    ("pdf", "field", "words"),
    [
        (prepared, None, "Several fields are empty: chair, secretary, witness"),
        (prepared, "treasurer", "no field treasurer. Still empty: chair, secretary, witness"),
        (lambda: signed(1), "chair", "chair is signed already. Still empty: secretary, witness"),
        (signed, "chair", "Every field of this PDF is signed already"),
        (document, "chair", "no field prepared for a signature"),
    ],
)
def test_a_field_that_cannot_be_signed_is_explained(pdf: Any, field: str, words: str) -> None:  # noqa: ANN401
    with pytest.raises(PdfRefusedError, match=re.escape(words)):
        sign_pdf(pdf(), panel().chair, field, moment=MOMENT)


@pytest.mark.parametrize(
    "attack", [attacks.page_replaced, attacks.annotation_added, attacks.attachment_exchanged]
)
def test_nobody_signs_below_a_document_changed_after_a_signature(attack: Any) -> None:  # noqa: ANN401
    with pytest.raises(PdfRefusedError, match="does not hold") as caught:
        sign_pdf(attack(signed(2)), panel().witness, "witness", moment=MOMENT)
    assert [problem.where for problem in caught.value.problems] == ["chair", "secretary"]


def test_a_broken_file_is_not_signed() -> None:
    for broken in (prepared()[:-300], b"%PDF-1.7 nothing", attacks.revisions(prepared())[0][9:]):
        with pytest.raises(PdfRefusedError):
            sign_pdf(broken, panel().chair, "chair", moment=MOMENT)


def test_a_certificate_out_of_date_signs_nothing() -> None:
    with pytest.raises(KeyRefusedError, match="holds from 2026-11-24T02:55:16Z"):
        sign_pdf(prepared(), panel().chair, "chair", moment=MOMENT + timedelta(days=731))
    with pytest.raises(KeyRefusedError, match="Check this computer's clock"):
        sign_pdf(prepared(), panel().chair, "chair", moment=MOMENT - timedelta(days=1))


def test_every_fault_of_a_key_is_told_at_once() -> None:
    authority = key_of(CertificateMaker(MOMENT, chance(9)).root("Akar", "Panitia"))
    with pytest.raises(KeyRefusedError) as caught:
        sign_pdf(prepared(), authority, "chair", moment=MOMENT + timedelta(days=9999))
    assert len(caught.value.problems) == 2
    assert "not meant for signing documents" in str(caught.value)


def test_neither_key_nor_passphrase_is_ever_shown() -> None:
    key = panel().chair
    shown = repr(key) + repr(panel().root) + str(key)
    assert "private_key" not in shown
    assert P12_WORDS not in shown


def text_of(pdf: bytes, path: Path) -> str:
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return done.stdout.decode()


needs_poppler = pytest.mark.skipif(
    shutil.which("pdfsig") is None, reason="needs poppler-utils (pdfsig, pdffonts, pdftotext)"
)


@needs_poppler
def test_the_mark_says_what_the_certificate_says(tmp_path: Path) -> None:
    text = text_of(signed(1), tmp_path / "a.pdf")
    for line in (
        "Ditandatangani secara elektronik oleh:",
        "Siti Aminah",
        "Ketua Dewan Juri",
        "24-11-2026 03.10 UTC",
        "Penerbit sertifikat: Penerbit Sertifikat Latihan",
    ):
        assert line in text
    assert "BSrE" not in text
    assert "Balai" not in text


@needs_poppler
def test_a_mark_of_strange_names_stays_legible(tmp_path: Path) -> None:
    maker = CertificateMaker(MOMENT, chance(3))
    name = "Dr. \u202eSiti\u4e2d " + "Nama Sangat Panjang " * 2
    key = key_of(maker.person(panel().root, name, "Dewan"))
    pdf = sign_pdf(prepared("chair"), key, moment=MOMENT, mark=mark("x" * 400))
    text = text_of(pdf, tmp_path / "a.pdf")
    assert "[U+202E]Siti[U+4E2D]" in text
    assert "…" in text


@needs_poppler
def test_a_mark_fits_into_a_small_field(tmp_path: Path) -> None:
    small = [FieldBox("chair", 1, (72, 100, 110, 112))]
    pdf = sign_pdf(prepare_fields(document(), small), panel().chair, moment=MOMENT, mark=mark())
    assert "Ditandatangani" in text_of(pdf, tmp_path / "a.pdf")


@needs_poppler
def test_every_font_is_embedded(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(signed())
    done = subprocess.run(["pdffonts", tmp_path / "a.pdf"], capture_output=True, check=True)
    fonts = done.stdout.decode().splitlines()[2:]
    assert len(fonts) >= 7
    assert all(" yes yes yes " in line for line in fonts)
    assert done.stderr == b""


@needs_poppler
def test_another_program_calls_every_signature_valid(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(
        sign_pdf(signed(2), rsa_signer(), "witness", moment=MOMENT, mark=mark())
    )
    done = subprocess.run(["pdfsig", "-nocert", tmp_path / "a.pdf"], capture_output=True,
                          check=True)  # fmt: skip
    told = done.stdout.decode()
    assert told.count("Signature Validation: Signature is Valid.") == 3
    assert told.count("ETSI.CAdES.detached") == 3
    assert "Total document signed" in told


@needs_poppler
def test_the_page_looks_as_before_but_for_the_marks(tmp_path: Path) -> None:
    pictures = []
    for name, pdf in (("before", document()), ("after", signed())):
        (tmp_path / f"{name}.pdf").write_bytes(pdf)
        done = subprocess.run(
            ["pdftoppm", "-gray", "-r", "36", "-f", "1", "-l", "1", tmp_path / f"{name}.pdf"],
            capture_output=True, check=True,
        )  # fmt: skip
        assert done.stderr == b""
        pictures.append(done.stdout)
    head = len(pictures[0]) * 3 // 4
    assert pictures[0][:head] == pictures[1][:head]
    assert pictures[0][head:] != pictures[1][head:]


def test_without_a_mark_the_field_stays_blank(tmp_path: Path) -> None:
    pdf = sign_pdf(prepared("chair"), panel().chair, moment=MOMENT)
    assert archive_verdict(pdf, tmp_path / "flat.pdf").passed
    assert len(pdf) - len(prepared("chair")) < 9000


def test_fonts_come_from_the_given_folder(tmp_path: Path) -> None:
    for name in ("Regular", "Bold"):
        file = f"LiberationSans-{name}.ttf"
        shutil.copy(RESOURCES / "fonts" / file, tmp_path / file)
    moved = replace(mark(), fonts=tmp_path)
    assert sign_pdf(prepared(), panel().chair, "chair", moment=MOMENT, mark=moved) == signed(1)


def test_many_people_sign_one_document() -> None:
    maker = CertificateMaker(MOMENT, chance(8))
    names = [f"judge-{number:02}" for number in range(1, 9)]
    pdf = prepare_fields(document(), [replace(boxes(name)[0], page=1) for name in names])
    for name in names:
        key = key_of(maker.person(panel().root, name, "Dewan"))
        pdf = sign_pdf(pdf, key, name, moment=MOMENT)
    found = read_signatures(open_pdf(pdf), (), MOMENT)
    assert [one.field for one in found] == names
    assert all(one.intact and one.undisturbed for one in found)
