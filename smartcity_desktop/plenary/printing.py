"""Printing the documents of a declaration into a folder, and noting each in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcity_desktop.plenary.details import with_details
from smartcity_desktop.plenary.judging import with_judging
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.printing import build_all
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


@dataclass(frozen=True, slots=True)
class Printed:
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
        StoreError: a document could not be written; those before it are there.
    """
    folder, advance = target
    if ReportKind.REGION_SHEETS in kinds:
        record = with_details(record)
    if ReportKind.JUDGING in kinds:
        record = with_judging(record)
    printed = []
    for kind in kinds:
        for name, report in build_all(kind, record, press, regions):
            document = write_document(kind, report, folder.joinpath(name))
            printed.append(document)
            _note(file, record, document)
        advance()
    return tuple(printed)


def write_document(kind: ReportKind, report: Report, path: Path) -> Printed:
    """Write one document with its signature fields prepared, and say what was written."""
    from smartcity_desktop.signing.fields import prepare_fields

    data = (
        prepare_fields(report.pdf, report.signature_fields)
        if report.signature_fields
        else (report.pdf)
    )
    write_atomically(path, data)
    fields = tuple(box.field for box in report.signature_fields)
    return Printed(kind, path, report.page_count, sha256_hex(data), fields)


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
