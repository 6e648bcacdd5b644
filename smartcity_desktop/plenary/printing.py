"""Printing the documents of a declaration into a folder, and noting each in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import Problem, StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.plenary.details import with_details
from smartcity_desktop.plenary.judging import with_judging
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.printing import build_all
from smartcity_desktop.reports.veiled import published
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.store.declarations import PrintedDocument
from smartcity_desktop.store.durable import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.report import Report
    from smartcity_desktop.store.assessment_file import AssessmentFile


class Printed(Struct, frozen=True):
    """A document that lies in the folder now; ``sha256`` is of its unsigned bytes."""

    kind: ReportKind
    path: Path
    pages: int
    sha256: str
    fields: tuple[str, ...]


def print_documents(
    file: AssessmentFile,
    record: DeclaredRecord,
    kinds: Sequence[ReportKind],
    press: Press,
    target: tuple[Path, Callable[[], None]],
    regions: Sequence[str] = (),
) -> tuple[Printed, ...]:
    """Write the documents with their signature fields prepared.

    The target is the folder, and what is called after each kind. Where regions are named, each of
    them gets its sheet as a file of its own. The moment noted with a
    document is the declaration's, which also stands in its bytes.

    Raises:
        StoreError: other documents of these names lie there, signed ones perhaps, and nothing was
            written; or a document could not be written, and those before it are there.
    """
    folder, advance = target
    prepared = []
    for kind in kinds:
        for name, report in build_all(kind, _filled(kind, record), press, regions):
            prepared.append(prepare_document(kind, report, folder.joinpath(name)))
        advance()
    return write_documents(prepared, lambda document: _note(file, record, document))


def _filled(kind: ReportKind, record: DeclaredRecord) -> DeclaredRecord:
    """Return the record with what this kind prints beyond it."""
    if kind is ReportKind.REGION_SHEETS:
        return with_details(published(record))
    if kind is ReportKind.JUDGING:
        return with_judging(record)
    return record


def prepare_document(kind: ReportKind, report: Report, path: Path) -> tuple[Printed, bytes]:
    """Return a document with its bytes, signature fields prepared; nothing is written yet."""
    from smartcity_desktop.signing.fields import prepare_fields

    boxes = report.signature_fields
    data = prepare_fields(report.pdf, boxes) if boxes else report.pdf
    fields = tuple(box.field for box in boxes)
    return Printed(kind, path, report.page_count, sha256_hex(data), fields), data


def write_documents(
    prepared: Sequence[tuple[Printed, bytes]], note: Callable[[Printed], None]
) -> tuple[Printed, ...]:
    """Write documents into their folder and note each; a folder that lacks is made.

    Raises:
        StoreError: other documents of these names lie there, signed ones perhaps, and nothing was
            written; or a document could not be written, and those before it are there.
    """
    _expect_free(prepared)
    for document, data in prepared:
        document.path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(document.path, data)
        note(document)
    return tuple(document for document, _ in prepared)


def _expect_free(printed: Sequence[tuple[Printed, bytes]]) -> None:
    """Refuse to write over anything but the same bytes: it may carry signatures."""
    taken = [d.path for d, data in printed if d.path.exists() and d.path.read_bytes() != data]
    if taken:
        what = message(
            "Another document of this name lies here, signed perhaps, and is never overwritten. "
            "Move it away or choose another folder. Nothing was printed."
        )
        raise StoreError(Problem(str(path), what) for path in taken)


def _note(file: AssessmentFile, record: DeclaredRecord, document: Printed) -> None:
    declaration = record.declaration
    known = {(d.sha256, d.declaration) for d in file.declarations.documents()}
    if (document.sha256, declaration.number) not in known:
        file.declarations.add_document(
            PrintedDocument(
                document.kind.value, document.path.name, document.sha256, declaration.number,
                declaration.at,
            )
        )  # fmt: skip
