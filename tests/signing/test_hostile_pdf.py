from __future__ import annotations

import random
import socket
import subprocess
import sys
import time
import zlib
from typing import TYPE_CHECKING, NoReturn

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import AuthorityInformationAccessOID
from pyhanko.pdf_utils.generic import pdf_name

from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.signing.attachments import read_attachments
from smartcity_desktop.signing.checking import check_signatures
from smartcity_desktop.signing.field_states import signature_fields
from smartcity_desktop.signing.fields import prepare_fields
from smartcity_desktop.signing.key import PdfSignerKey
from smartcity_desktop.signing.opening import PdfRefusedError, open_pdf
from smartcity_desktop.signing.sign import sign_pdf
from tests.signing import attacks
from tests.signing.people import (
    LATER,
    MOMENT,
    boxes,
    document,
    panel,
    prepared,
    signatories,
    signed,
    verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def mutants(pdf: bytes, count: int, seed: int) -> Iterator[bytes]:
    chance = random.Random(seed)  # noqa: S311  repeatable, not secret
    for _ in range(count):
        mutant = bytearray(pdf)
        place = chance.randrange(len(mutant))
        match chance.randrange(5):
            case 0 | 1:
                mutant[place] ^= 1 << chance.randrange(8)
            case 2:
                del mutant[place:]
            case 3:
                del mutant[place : place + chance.randrange(1, 400)]
            case _:
                mutant[place : place + 500] = bytes(chance.randrange(1, 600))
        yield bytes(mutant)


def outside_signatures(pdf: bytes) -> list[bytes]:
    """Return what the signatures cover: everything but the hexadecimal text of each."""
    pieces, rest = [], pdf
    while b"/Contents <" in rest:
        before, _, after = rest.partition(b"/Contents <")
        pieces.append(before)
        rest = after.partition(b">")[2]
    return [*pieces, rest]


def test_no_mutant_is_believed_or_breaks_anything() -> None:
    started = time.monotonic()
    for count, pdf in ((140, signed(1)), (60, signed(2))):
        for mutant in mutants(pdf, count, seed=count):
            failed = verdict(mutant, incomplete_ok=True)
            if not failed:
                assert outside_signatures(mutant) == outside_signatures(pdf)
            for read in (read_attachments, signature_fields):
                try:
                    read(mutant)
                except PdfRefusedError:
                    continue
    assert time.monotonic() - started < 60


def test_no_mutant_breaks_preparing_or_signing() -> None:
    signed = refused = 0
    for mutant in mutants(document(), 60, seed=1):
        try:
            pdf = prepare_fields(mutant, boxes("chair"))
            done = sign_pdf(pdf, panel().chair, "chair", moment=MOMENT)
        except PdfRefusedError:
            refused += 1
            continue
        assert done.startswith(mutant)
        signed += 1
    assert signed
    assert refused


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF\n", bytes(5000), b"SQLite format 3\0" + bytes(100)],
)
def test_what_is_no_pdf_is_refused_with_a_sentence(data: bytes) -> None:
    assert list(verdict(data)) == ["readable"]
    with pytest.raises(PdfRefusedError):
        read_attachments(data)


def hand_made(objects: list[bytes], root: int = 1) -> bytes:
    """Return a PDF with these objects, numbered from 1, and a correct table."""
    body, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, text)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, root, len(body))
    )


def test_a_page_tree_in_a_circle_ends() -> None:
    pdf = hand_made(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>",
        ]
    )
    with pytest.raises(PdfRefusedError):
        prepare_fields(pdf, boxes("chair"))


def test_more_paths_than_atoms_end() -> None:
    """Forty dictionaries, each with two ways to the next, below a page of a real document."""

    def change(writer: attacks.Foreign) -> None:
        below = writer.add_object(attacks.generic.DictionaryObject())
        for _ in range(40):
            below = writer.add_object(attacks.generic.DictionaryObject({"/A": below, "/B": below}))
        page = writer.root["/Pages"]["/Kids"][0]
        page[pdf_name("/PieceInfo")] = below
        writer.update_container(page)

    pdf = attacks.updated(document(), change)
    pdf = prepare_fields(pdf, boxes("chair", "secretary", "witness"))
    pdf = sign_pdf(pdf, panel().chair, "chair", moment=MOMENT)
    pdf = attacks.signed_in_new_field(pdf, panel().stranger, "other")
    started = time.monotonic()
    failed = verdict(pdf, incomplete_ok=True)
    assert time.monotonic() - started < 60
    assert "fields" in failed


def test_an_attachment_that_explodes_is_refused() -> None:
    bomb = zlib.compress(bytes(200 * 2**20), 9)

    def change(writer: attacks.Foreign) -> None:
        file = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1]
        stream = attacks.generic.StreamObject(encoded_data=bomb)
        stream[pdf_name("/Filter")] = pdf_name("/FlateDecode")
        new = writer.add_object(stream)
        file[pdf_name("/EF")] = attacks.generic.DictionaryObject({"/F": new})
        writer.update_container(file)

    pdf = attacks.updated(document(), change)
    assert len(pdf) < 2**20
    with pytest.raises(PdfRefusedError):
        read_attachments(pdf)


def test_an_encrypted_pdf_is_refused(tmp_path: Path) -> None:
    plain, locked = tmp_path / "plain.pdf", tmp_path / "locked.pdf"
    plain.write_bytes(document())
    import pikepdf

    with pikepdf.open(plain) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user=""))
    with pytest.raises(PdfRefusedError, match="encrypted"):
        open_pdf(locked.read_bytes())
    assert "encrypted" in verdict(locked.read_bytes())["readable"][0]
    with pytest.raises(PdfRefusedError, match="encrypted"):
        sign_pdf(locked.read_bytes(), panel().chair, "chair", moment=MOMENT)


def test_too_many_fields_are_refused() -> None:
    def change(writer: attacks.Foreign) -> None:
        fields = writer.root["/AcroForm"]["/Fields"]
        first = fields.raw_get(0).get_object()
        for number in range(80):
            copy = attacks.generic.DictionaryObject(first)
            copy[pdf_name("/T")] = attacks.generic.pdf_string(f"extra{number}")
            fields.append(writer.add_object(copy))
        writer.update_container(fields)

    failed = verdict(attacks.updated(prepared(), change))
    assert "more than 64 signature fields" in failed["readable"][0]


def test_a_certificate_with_addresses_sends_nobody_to_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("a network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    key = key_with_addresses()
    pdf = sign_pdf(prepared(), key, "chair", moment=MOMENT)
    checks = check_signatures(pdf, signatories(), trust_roots=(panel().root.pem(),), now=LATER)
    assert {check.name: check.ok for check in checks}["integrity"]


def key_with_addresses() -> PdfSignerKey:
    private = ec.generate_private_key(ec.SECP256R1())
    address = x509.UniformResourceIdentifier("http://127.0.0.1:9/list.crl")
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Siti")])
    parent = panel().issuing
    extensions: tuple[x509.ExtensionType, ...] = (
        x509.CRLDistributionPoints([x509.DistributionPoint([address], None, None, None)]),
        x509.AuthorityInformationAccess(
            [
                x509.AccessDescription(AuthorityInformationAccessOID.OCSP, address),
                x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, address),
            ]
        ),
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(parent.certificate.subject)
        .public_key(private.public_key())
        .serial_number(77)
        .not_valid_before(parent.certificate.not_valid_before_utc)
        .not_valid_after(parent.certificate.not_valid_after_utc)
    )
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    return PdfSignerKey(builder.sign(parent.key, hashes.SHA256()), (), private)


def test_a_hostile_field_does_not_choose_the_time_stamp_service(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pyhanko.sign.fields import SigSeedValueSpec

    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("a network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    wish = SigSeedValueSpec(
        timestamp_server_url="http://127.0.0.1:9/",
        timestamp_required=True,
    )

    def change(writer: attacks.Foreign) -> None:
        field = attacks.field_named(writer, "chair")
        field[pdf_name("/SV")] = writer.add_object(wish.as_pdf_object())  # type: ignore[no-untyped-call]
        writer.update_container(field)

    pdf = attacks.updated(prepared(), change)
    assert sign_pdf(pdf, panel().chair, "chair", moment=MOMENT).startswith(pdf)


def test_names_in_a_file_cannot_steer_a_terminal() -> None:
    pdf = attacks.signed_in_new_field(signed(), panel().stranger, "\x1b[2Jwipe\u202e")
    sentence = verdict(pdf)["fields"][0]
    assert sentence.isprintable()
    assert "[U+001B]" in sentence


def test_nothing_is_said_on_the_side(tmp_path: Path) -> None:
    """The library logs every finding; people and scripts read the checks instead."""
    file, root = tmp_path / "a.pdf", tmp_path / "root.pem"
    file.write_bytes(attacks.page_replaced(signed()))
    root.write_bytes(panel().root.certificate.public_bytes(Encoding.PEM))
    program = (
        "import sys, datetime, pathlib\n"
        "from smartcity_desktop.signing.checking import check_signatures\n"
        "checks = check_signatures(pathlib.Path(sys.argv[1]).read_bytes(), (),\n"
        "    trust_roots=[pathlib.Path(sys.argv[2]).read_bytes()],\n"
        "    now=datetime.datetime.now(datetime.UTC))\n"
        "sys.exit(7 if not all(one.ok for one in checks) else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, file, root],
        capture_output=True, text=True, check=False, cwd=attacks.ROOT,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (7, "", "")


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = (
        "import sys, smartcity_desktop.signing\n"
        "print({'pyhanko', 'reportlab', 'asn1crypto', 'cryptography'} & set(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True,
        cwd=attacks.ROOT,
    )  # fmt: skip
    assert done.stdout == "set()\n"


def test_every_refusal_is_an_expected_failure() -> None:
    assert issubclass(PdfRefusedError, ExpectedError)
