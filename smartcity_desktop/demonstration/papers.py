"""The files a demonstration begins with: lists, letterhead, two certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.signing.certificates import CertificateMaker, export_p12
from smartcity_desktop.store.durable import write_atomically
from smartcity_desktop.tables.writing import write_csv

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Assignment, Judge, Region

PASSPHRASE = "hanya untuk latihan"  # noqa: S105 - it protects nothing, and says so
ORGANISATION = "Panitia Latihan (rekaan)"
SECRETARY = "Winda Kartikasari, S.Kom."


class Papers(Struct, frozen=True):
    """Where the prepared files lie.

    Attributes:
        passphrase: file with the one passphrase of the rehearsal. p12: the chair's certificate.
        secretary: the secretary's. ca: certificate of the small authority that vouches for both.
    """

    regions: Path
    judges: Path
    assignments: Path
    letterhead: Path
    passphrase: Path
    p12: Path
    secretary: Path
    ca: Path


def write_lists(
    folder: Path,
    regions: Sequence[Region],
    judges: Sequence[Judge],
    assignments: Sequence[Assignment],
) -> None:
    """Write R.csv, J.csv and A.csv as a coordinator would prepare them."""
    write_atomically(
        folder / "R.csv",
        write_csv([("code", "name", "province"), *((r.code, r.name, r.province) for r in regions)]),
    )
    write_atomically(
        folder / "J.csv",
        write_csv(
            [
                ("id", "name", "institution", "home_region", "role", "panel"),
                *((j.id, j.name, j.institution, j.home_region, j.role, j.panel) for j in judges),
            ]
        ),
    )
    write_atomically(
        folder / "A.csv",
        write_csv(
            [
                ("judge", "region", "day", "session", "room", "start"),
                *((a.judge, a.region, a.day, a.session, a.room, a.start) for a in assignments),
            ]
        ),
    )


def prepare_papers(
    folder: Path, chair: Judge, moment: datetime, random_bytes: Callable[[int], bytes]
) -> Papers:
    """Make the certificate authority, both certificates and the letterhead."""
    maker = CertificateMaker(moment, random_bytes)
    root = maker.root("CA latihan", ORGANISATION)
    identity = maker.person(root, chair.name, ORGANISATION)
    secretary = maker.person(root, SECRETARY, ORGANISATION)
    write_atomically(folder / "ca.pem", root.pem())
    write_atomically(folder / "ketua.p12", export_p12(identity, PASSPHRASE))
    write_atomically(folder / "sekretaris.p12", export_p12(secretary, PASSPHRASE))
    write_atomically(folder / "frasa-sandi.txt", f"{PASSPHRASE}\n".encode())
    letterhead = _letterhead(chair, identity.sha256(), secretary.sha256())
    write_atomically(folder / "kop.toml", letterhead.encode())
    return Papers(
        folder / "R.csv",
        folder / "J.csv",
        folder / "A.csv",
        folder / "kop.toml",
        folder / "frasa-sandi.txt",
        folder / "ketua.p12",
        folder / "sekretaris.p12",
        folder / "ca.pem",
    )


def _letterhead(chair: Judge, certificate_sha256: str, secretary_sha256: str) -> str:
    """Return the letterhead of the rehearsal; nothing in it exists."""
    return f'''format = 1
paper = "A4"
place = "Jakarta"
venue = {{ id = "Gedung Latihan, Jakarta", en = "Gedung Latihan, Jakarta" }}
held = {{ id = "2 dan 3 Mei 2026", en = "2 and 3 May 2026" }}
subject = {{ id = "Hasil asesmen (latihan)", en = "Results of the assessment (rehearsal)" }}
classification = {{ id = "Biasa", en = "Ordinary" }}
copies = 3

[kop]
lines = ["Panitia Latihan Asesmen Kota Cerdas", "(rekaan, bukan instansi resmi)"]
address = ["Jalan Contoh Nomor 1, Jakarta"]

[chair]
name = "{chair.name}"
role = {{ id = "Ketua Dewan Juri", en = "Chair of the Jury" }}
institution = "{chair.institution}"
certificate_sha256 = "{certificate_sha256}"

[secretary]
name = "{SECRETARY}"
role = {{ id = "Sekretaris", en = "Secretary" }}
institution = "Sekretariat Panitia Latihan"
certificate_sha256 = "{secretary_sha256}"
'''
