"""Printing what is needed before a declaration: lists, statements, blank sheets."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.merging.stored import read_stored_seals
from smartcity_desktop.plenary.printing import Printed, prepare_document, write_documents
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.letterhead import Letterhead
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from smartcity_desktop.reports.prepared_printing import build_all_prepared
from smartcity_desktop.reports.prepared_record import PreparedRecord
from smartcity_desktop.store.declarations import PrintedDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.store.assessment_file import AssessmentFile


def read_prepared(file: AssessmentFile, instrument: Instrument) -> PreparedRecord:
    """Return what an assessment file says of its preparation."""
    data = file.letterhead()
    letterhead = read_letterhead(data) if data else Letterhead()
    anonymous = bool(file.anonymity.secret())
    return PreparedRecord(instrument, file.roster(), letterhead, anonymous=anonymous)


def with_declared(record: PreparedRecord, file: AssessmentFile) -> PreparedRecord:
    """Return the record with the conflicts of interest that judges declared at enrolment.

    Every seal proves them; a judge whose seal has not arrived has told none here yet.

    Raises:
        SealRefusedError: a stored seal is no longer what was merged.
    """
    declared: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for seal in read_stored_seals(file.seals.all(), record.roster):
        declared[seal.judge].update(seal.declared)
    return replace(
        record, declared={judge: tuple(sorted(said)) for judge, said in declared.items()}
    )


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
    if ReportKind.INTEREST_STATEMENTS in kinds:
        record = with_declared(record, file)
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
