"""Printing what is needed before a declaration: lists, statements, blank sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.plenary.printing import Printed, prepare_document, write_documents
from smartcity_desktop.reports.letterhead import Letterhead
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from smartcity_desktop.reports.prepared_printing import build_all_prepared
from smartcity_desktop.reports.prepared_record import PreparedRecord
from smartcity_desktop.store.declarations import PrintedDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.reports.kinds import ReportKind
    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.store.assessment_file import AssessmentFile


def read_prepared(file: AssessmentFile, instrument: Instrument) -> PreparedRecord:
    """Return what an assessment file says of its preparation."""
    data = file.letterhead()
    letterhead = read_letterhead(data) if data else Letterhead()
    return PreparedRecord(instrument, file.roster(), letterhead)


def print_prepared(
    file: AssessmentFile,
    record: PreparedRecord,
    kinds: Sequence[ReportKind],
    press: Press,
    target: tuple[Path, Callable[[], None]],
    judges: Sequence[str] = (),
) -> tuple[Printed, ...]:
    """Write the documents into a folder.

    The target is the folder, and what is called after each kind. The moment noted with a document
    is that at which the assessment was made, which also stands in its bytes.

    Raises:
        StoreError: as ``write_documents``.
    """
    folder, advance = target
    prepared = []
    for kind in kinds:
        for name, report in build_all_prepared(kind, record, press, judges):
            prepared.append(prepare_document(kind, report, folder.joinpath(name)))
        advance()
    return write_documents(prepared, lambda document: _note(file, record, document))


def _note(file: AssessmentFile, record: PreparedRecord, document: Printed) -> None:
    known = {d.sha256 for d in file.declarations.documents() if d.declaration is None}
    if document.sha256 not in known:
        made = record.roster.assessment.created_at
        file.declarations.add_document(
            PrintedDocument(document.kind.value, document.path.name, document.sha256, None, made)
        )
