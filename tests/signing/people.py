"""Invented people with real keys, the same on every run, and documents for them to sign."""

from __future__ import annotations

import hashlib
import itertools
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.signatory import Signatory
from smartcity_desktop.reports.archive.canvas import ArchiveCanvas
from smartcity_desktop.reports.archive.facts import ArchiveFacts, Attachment
from smartcity_desktop.reports.archive.fonts import REGULAR, register_fonts
from smartcity_desktop.signing.certificates import CertificateMaker, KeyKind, export_p12
from smartcity_desktop.signing.fields import FieldBox, prepare_fields
from smartcity_desktop.signing.mark import Mark
from smartcity_desktop.signing.p12 import open_p12
from smartcity_desktop.signing.sign import sign_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.signing.certificates import Identity
    from smartcity_desktop.signing.key import PdfSignerKey

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
MOMENT = datetime(2026, 11, 24, 3, 10, 16, tzinfo=UTC)
LATER = MOMENT + timedelta(hours=5)
P12_WORDS = "empat kata yang panjang"
ATTACHED = {"results.json": b'{"format":1}' * 40, "results.csv": b"rank;code\r\n1;64.72\r\n" * 9}


class Panel(Struct, frozen=True):
    """Three people of one authority, and one whom nobody knows."""

    root: Identity
    issuing: Identity
    chair: PdfSignerKey
    secretary: PdfSignerKey
    witness: PdfSignerKey
    stranger: PdfSignerKey


def chance(seed: int) -> Callable[[int], bytes]:
    """Return a source of bytes that gives the same ones on every run."""
    turns = itertools.count()
    return lambda size: hashlib.shake_256(b"%d %d" % (seed, next(turns))).digest(size)


@cache
def panel() -> Panel:
    maker = CertificateMaker(MOMENT, chance(21))
    root = maker.root("Akar Sertifikat Latihan", "Panitia Latihan")
    issuing = maker.issuing(root, "Penerbit Sertifikat Latihan", "Panitia Latihan")
    elsewhere = maker.root("Akar Entah Siapa", "Entah")
    return Panel(
        root,
        issuing,
        key_of(maker.person(issuing, "Siti Aminah", "Dewan Juri")),
        key_of(maker.person(issuing, "Budi Santoso", "Dewan Juri")),
        key_of(maker.person(issuing, "Made Wirawan", "Dewan Juri")),
        key_of(maker.person(elsewhere, "Siti Aminah", "Dewan Juri")),
    )


def key_of(identity: Identity) -> PdfSignerKey:
    return open_p12(export_p12(identity, P12_WORDS), P12_WORDS)


@cache
def rsa_signer() -> PdfSignerKey:
    maker = CertificateMaker(MOMENT, chance(4), KeyKind.RSA2048)
    return key_of(maker.person(panel().root, "Rina RSA", "Dewan Juri"))


def mark(role: str = "Ketua Dewan Juri") -> Mark:
    return Mark(
        "Ditandatangani secara elektronik oleh:",
        role,
        "Penerbit sertifikat:",
        lambda moment: f"{moment:%d-%m-%Y %H.%M} UTC",
        RESOURCES / "fonts",
    )


@cache
def document(pages: int = 2, *, bookmarks: bool = False) -> bytes:
    """Return an archive file as the reports print it, without fields."""
    register_fonts(RESOURCES / "fonts")
    facts = ArchiveFacts(
        title="Rekapitulasi",
        author="Panitia",
        subject="LATIHAN",
        language="id",
        moment=MOMENT,
        profile=(RESOURCES / "colour" / "srgb.icc").read_bytes(),
        attachments=tuple(Attachment(name, "text/plain", data, "Hasil")
                          for name, data in ATTACHED.items()),
    )  # fmt: skip
    target = BytesIO()
    canvas = ArchiveCanvas(
        target, facts=facts, finish_page=lambda *_: None, initialFontName=REGULAR
    )
    for number in range(1, pages + 1):
        canvas.setFont(REGULAR, 11)
        canvas.drawString(72, 720, f"Halaman {number}: Kota Samarinda 87,45")
        if bookmarks:
            canvas.bookmark(f"Halaman {number}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def boxes(*names: str) -> list[FieldBox]:
    return [
        FieldBox(name, 0, (40 + 170 * index, 60, 200 + 170 * index, 118), name.title(), "Juri")
        for index, name in enumerate(names)
    ]


@cache
def prepared(*names: str) -> bytes:
    return prepare_fields(document(), boxes(*(names or ("chair", "secretary", "witness"))))


@cache
def signed(count: int = 3) -> bytes:
    """Return the document signed by the chair, the secretary and the witness, in turn."""
    pdf = prepared()
    people = panel()
    keys = {"chair": people.chair, "secretary": people.secretary, "witness": people.witness}
    for field, key in list(keys.items())[:count]:
        pdf = sign_pdf(pdf, key, field, moment=MOMENT, mark=mark())
    return pdf


def signatories() -> tuple[Signatory, ...]:
    people = panel()
    return (
        Signatory("chair", "Siti Aminah", "Ketua", people.chair.certificate_sha256),
        Signatory("secretary", "Budi Santoso", "Sekretaris", people.secretary.certificate_sha256),
        Signatory("witness", "Made Wirawan", "Saksi", people.witness.certificate_sha256),
    )


def verdict(pdf: bytes, **options: object) -> dict[str, list[str]]:
    """Return the sentences of the checks that failed, by name."""
    from smartcity_desktop.signing.checking import check_signatures

    arguments: dict[str, object] = {
        "signatories": signatories(),
        "trust_roots": (panel().root.pem(),),
        "now": LATER,
    } | options
    failed: dict[str, list[str]] = {}
    for check in check_signatures(pdf, **arguments):  # type: ignore[arg-type]
        if not check.ok:
            failed.setdefault(check.name, []).append(str(check.detail))
    return failed


def certificate_file(name: str = "Siti Aminah") -> bytes:
    """Return the ``.p12`` file of a person of the authority, guarded by ``P12_WORDS``."""
    maker = CertificateMaker(MOMENT, chance(22))
    return export_p12(maker.person(panel().issuing, name, "Dewan Juri"), P12_WORDS)
