"""A declared assessment with everything that was handed over, and a chair who signs anything."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.merging.sources import find_sources
from smartcity_desktop.plenary.declaring import declare_results
from smartcity_desktop.plenary.printing import print_documents
from smartcity_desktop.plenary.reckoning import reckon_file
from smartcity_desktop.plenary.record import read_record
from smartcity_desktop.plenary.recording import Backing, record_decision
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.press import open_press
from smartcity_desktop.results.document import build_results_document
from smartcity_desktop.results.document_reading import read_results_document
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.key_wrap import unlock_key
from smartcity_desktop.sealing.token import DeclarationToken, write_token
from smartcity_desktop.signing.sign import sign_pdf
from smartcity_desktop.tables.writing import write_csv
from smartcity_desktop.verifying.attached_table import HEAD, TAIL, stated_rows
from smartcity_desktop.verifying.document import Means, verify_document
from smartcity_desktop.verifying.recount import recount
from tests.signing.people import LATER, RESOURCES, mark, panel
from tests.workshop import INSTRUMENT, PHRASE, Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from smartcity_desktop.domain.check import Check
    from smartcity_desktop.plenary.reckoning import Reckoning
    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.results.facts import ResultsFacts
    from smartcity_desktop.store.declarations import Declaration

WIB = timezone(timedelta(hours=7), "WIB")
BACKING = Backing("Ketua", "Musyawarah mufakat")
BANDS = (
    INSTRUMENT
    + b"""
[[selection]]
name = { id = "Terpilih", en = "Selected" }
quota = 1
[[selection]]
name = { id = "Cadangan", en = "Reserve" }
quota = 1
reserve = true
"""
)
R1, R2, R3, R4, R5 = "11.01", "11.02", "11.03", "11.04", "11.05"
FOURS, THREES, TWOS, ONES = (4, 4, 4), (3, 3, 3), (2, 2, 2), (1, 1, 1)
SCORES = {R1: FOURS, R2: FOURS, R3: ONES, R4: TWOS, R5: THREES}
DECISIONS = (
    ("status", R5, "withdrawn"),
    ("recuse", "j03", R3),
    ("tie", R2, R1),
    ("waive",),
)


def letterhead() -> bytes:
    """Return a letterhead that fixes the certificates of chair and secretary."""
    people = panel()
    return f"""format = 1
[chair]
name = "Siti Aminah"
role = {{ id = "Ketua", en = "Chair" }}
certificate_sha256 = "{people.chair.certificate_sha256}"
[secretary]
name = "Budi Santoso"
role = {{ id = "Sekretaris", en = "Secretary" }}
certificate_sha256 = "{people.secretary.certificate_sha256}"
""".encode()


class Declared(Struct, frozen=True):
    """What lies on the table afterwards.

    Attributes:
        received: the folder with the sealed copies, j01's corrected one among them.
        ranking: the ranking, signed by chair and secretary. unsigned: the same before that.
    """

    shop: Workshop
    received: Path
    ranking: bytes
    unsigned: bytes

    @property
    def results(self) -> bytes:
        """The results document that was declared last."""
        with self.shop.assessment() as file:
            return file.declarations.all()[-1].results

    def facts(self) -> ResultsFacts:
        """What it states."""
        return read_results_document(self.results)

    def copy(self, issue: str, number: int = 1) -> Path:
        """The sealed copy of a panel file."""
        return self.received / f"{issue}-segel-{number}.panel"

    def verify(self, pdf: bytes, *folder: Path, **more: object) -> dict[str, list[str]]:
        """Return what fails of a document, by check; recomputed from the folder if one is given."""
        return failed(self.checks(pdf, *folder, **more))

    def checks(self, pdf: bytes, *folder: Path, **more: object) -> tuple[Check, ...]:
        """Return every check of a document."""
        means = Means(
            now=LATER,
            trust_roots=(panel().root.pem(),),
            panel_files=find_sources(folder) if folder else None,
        )
        means = replace(means, **more)
        return verify_document(pdf, means, lambda: None).checks

    def recount(self, results: bytes) -> dict[str, list[str]]:
        """Return what fails when these results are computed again from the received files."""
        facts = read_results_document(results)
        sources = find_sources([self.received])
        return failed(recount(facts, results, sources, (), lambda: None))

    def forged(self, change: Callable[[ResultsFacts], ResultsFacts]) -> bytes:
        """Let chair and secretary sign a document in which other results are stated."""
        return sign(self.printing(build_results_document(change(self.facts()))))

    def printing(self, results: bytes, token: str | None = None, table: bytes = b"") -> bytes:
        """Print any bytes as the results, as a dishonest program with the passphrase might."""
        from smartcity_desktop.reports.printing import build_all
        from smartcity_desktop.signing.fields import prepare_fields

        with self.shop.assessment() as file:
            record = read_record(file, self.shop.instrument, Language.INDONESIAN)
            key = unlock_key(file.wrapped_key(), PHRASE)
        assessment, digest = record.roster.assessment, sha256_hex(results)
        said = DeclarationToken(assessment.id, record.declaration.number, assessment.mode, digest)
        declaration = replace(
            record.declaration, results_sha256=digest, token=write_token(said, key)
        )
        if token is not None:
            declaration = replace(declaration, token=token)
        forged = replace(record, results_json=results, declaration=declaration)
        forged = replace(forged, results_csv=table or table_of(results, record.results_csv))
        ((_, report),) = build_all(ReportKind.RANKING, forged, press())
        return prepare_fields(report.pdf, report.signature_fields)


def failed(checks: Iterable[Check]) -> dict[str, list[str]]:
    """Return the sentences of the checks that fail, by name."""
    found: dict[str, list[str]] = {}
    for check in checks:
        if not check.ok:
            found.setdefault(check.name, []).append(str(check.detail))
    return found


def press() -> Press:
    return open_press(RESOURCES, Language.INDONESIAN, str, WIB)


def sign(pdf: bytes, *fields: str) -> bytes:
    """Let chair and secretary sign in turn, or only those named."""
    people = panel()
    keys = {"chair": people.chair, "secretary": people.secretary}
    for name in fields or keys:
        pdf = sign_pdf(pdf, keys[name], name, moment=LATER, mark=mark())
    return pdf


def decide(shop: Workshop, kind: str, *arguments: str) -> None:
    with shop.assessment() as file:
        record_decision(file, shop.instrument, (kind, arguments), BACKING, shop.clock)


def declare(shop: Workshop) -> Declaration:
    with shop.assessment() as file:
        return declare_results(file, shop.instrument, "Ketua", lambda: PHRASE, shop.clock)


def reckon(shop: Workshop) -> Reckoning:
    with shop.assessment() as file:
        return reckon_file(file, shop.instrument)


def print_ranking(shop: Workshop, folder: Path) -> bytes:
    """Print the ranking of the declaration in force and note it in the file."""
    folder.mkdir(exist_ok=True)
    with shop.assessment() as file:
        record = read_record(file, shop.instrument, Language.INDONESIAN)
        target = (folder, lambda: None)
        (printed,) = print_documents(file, record, [ReportKind.RANKING], press(), target)
    return printed.path.read_bytes()


def make_declared(folder: Path) -> Declared:
    """Three judges, five regions: a correction, a gap, a recusal, a withdrawal, a tie."""
    shop = Workshop.open(
        folder, judges=3, regions=5, instrument=BANDS, letterhead=letterhead()
    )  # fmt: skip
    received = folder / "masuk"
    received.mkdir()
    copies = [shop.hand_in("j01", SCORES)]
    shop.score("j01-1", {R3: TWOS})
    copies.append(shop.seal("j01-1")[1])
    copies.append(shop.hand_in("j02", {code: row for code, row in SCORES.items() if code != R4}))
    copies.append(shop.hand_in("j03", SCORES))
    for copy in copies:
        shutil.copyfile(copy, received / copy.name)
    shop.merge(received)
    for ruling in DECISIONS:
        decide(shop, *ruling)
    declare(shop)
    unsigned = print_ranking(shop, folder / "dokumen")
    return Declared(shop, received, sign(unsigned), unsigned)


def table_of(results: bytes, otherwise: bytes) -> bytes:
    """Return the table for spreadsheets that says what these results say, if they say anything."""
    try:
        rows = stated_rows(read_results_document(results))
    except InputError:
        return otherwise
    dimensions = [name for name in rows[0] if name.startswith("dimension ")]
    columns = (*HEAD, *dimensions, *TAIL)
    titles = [name.removeprefix("dimension ") for name in columns]
    return write_csv([titles, *([row.get(c, "") for c in columns] for row in rows)],
                     decimal_mark=",")  # fmt: skip


def run_sql(path: Path, sql: str, *values: object) -> None:
    """Change rows or tables of a file, as any tool could."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(sql, values)
        connection.commit()
