"""Holding a document against the assessment it came from: which declaration it prints."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.results.document_reading import read_results_document
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.store.foreign_assessment import read_foreign_assessment
from smartcity_desktop.verifying.document import RESULTS
from smartcity_desktop.verifying.later import check_against

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.store.declarations import Declaration
    from smartcity_desktop.store.foreign_assessment import ForeignAssessment
    from smartcity_desktop.verifying.code_proof import ProvenCode

_END = re.compile(rb"%%EOF(?:\r\n|\r|\n)?")
_MOST_REVISIONS = 256


def check_printed(pdf: bytes, assessment: Path, code: ProvenCode | None = None) -> Check | None:
    """Check that a document prints the declaration in force, None where it is of another file.

    A document by itself cannot tell that its declaration was reopened; two declarations may even
    state the same results. What was printed is known by its bytes, which signatures only add to;
    where the file does not know them, by what the code on the first page proves.
    """
    from smartcity_desktop.signing.attachments import read_attachments

    try:
        results = read_attachments(pdf).get(RESULTS, b"")
        facts = read_results_document(results)
        foreign = read_foreign_assessment(assessment)
    except ExpectedError:
        return None
    if facts.roster.assessment.id != foreign.roster.assessment.id:
        return None
    numbers = _printed_by(pdf, foreign)
    if code is not None and code.token.declaration not in numbers:
        # The file's own list is only rows; the code was signed.
        return check_against(code, foreign)
    if numbers:
        printed = [d for d in foreign.declarations if d.number in numbers]
        return _verdict(printed, message("Printed from the assessment."))
    stating = [d for d in foreign.declarations if d.results_sha256 == sha256_hex(results)]
    return _verdict(
        stating, message("The assessment does not know this document, but its results.")
    )


def _printed_by(pdf: bytes, foreign: ForeignAssessment) -> set[int]:
    known = {document.sha256: document.declaration for document in foreign.documents}
    found = (known.get(digest) for digest in _digests(pdf))
    return {number for number in found if number is not None}


def _digests(pdf: bytes) -> Iterator[str]:
    """Yield the digest of the file as it was after each time it was saved or signed."""
    running = hashlib.sha256()
    begin = 0
    for number, end in enumerate(_END.finditer(pdf)):
        if number == _MOST_REVISIONS:
            return
        running.update(pdf[begin : end.end()])
        begin = end.end()
        yield running.copy().hexdigest()


def _verdict(declarations: list[Declaration], how: Message) -> Check:
    standing = [d for d in declarations if d.reopening is None]
    if standing:
        what = message(
            "{how} It prints declaration {number}, which is in force.",
            how=how,
            number=standing[-1].number,
        )
        return Check("in_force", ok=True, detail=what)
    reopened = [(d.number, d.reopening) for d in declarations if d.reopening is not None]
    if not reopened:
        what = message("The assessment has never declared the results of this document.")
        return Check("in_force", ok=False, detail=what)
    number, reopening = reopened[-1]
    what = message(
        "{how} It prints declaration {number}, which was reopened by {by} on {at} ({reason}): the "
        "document is superseded.",
        how=how,
        number=number,
        by=reopening.by,
        at=reopening.at,
        reason=reopening.reason,
    )
    return Check("in_force", ok=False, detail=what)
