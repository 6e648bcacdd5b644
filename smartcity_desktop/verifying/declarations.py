"""Checking declarations by themselves: their results, the code on paper, which still stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.errors import ExpectedError, KeyRefusedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.results.document_reading import read_results_document
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.token import DeclarationToken, read_token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.domain.assessment import Assessment
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.store.declarations import Declaration
    from smartcity_desktop.store.foreign_assessment import ForeignAssessment


def check_declarations(foreign: ForeignAssessment) -> Iterator[Check]:
    """Yield what is wrong with any declaration, then which documents are superseded."""
    for declaration in foreign.declarations:
        if sha256_hex(declaration.results) != declaration.results_sha256:
            what = message(
                "The results kept with declaration {number} are not those it names.",
                number=declaration.number,
            )
            yield Check("declaration", ok=False, detail=what)
        token = _token_fault(declaration, foreign.roster.assessment)
        if token is not None:
            yield Check("token", ok=False, detail=token)
        following = declaration.number < foreign.declarations[-1].number
        if following and declaration.reopening is None:
            what = message(
                "Declaration {number} was never reopened, and yet another one follows.",
                number=declaration.number,
            )
            yield Check("declaration", ok=False, detail=what)
        if declaration.reopening is not None:
            yield from _check_kept(declaration, foreign.panel_results.get(declaration.number, b""))
    reopened = {d.number: d.reopening for d in foreign.declarations if d.reopening}
    for document in foreign.documents:
        reopening = reopened.get(document.declaration or 0)
        if reopening is not None:
            what = message(
                "{document} is superseded: declaration {number} was reopened ({reason}).",
                document=document.number,
                number=document.declaration or 0,
                reason=reopening.reason,
            )
            yield Check("superseded", ok=True, detail=what)


def _check_kept(declaration: Declaration, document: bytes) -> Iterator[Check]:
    """Check the panel's own results of a reopened declaration, which nobody computes again."""
    try:
        committed = read_results_document(declaration.results).panel_sha256
    except ExpectedError:
        return  # then they are not those that were declared, which is said already
    if committed and sha256_hex(document) != committed:
        what = message(
            "The panel's own results are not those that the published results commit to "
            "({digest}).",
            digest=committed[:16],
        )
        yield Check("panel_results", ok=False, detail=what)


def _token_fault(declaration: Declaration, assessment: Assessment) -> Message | None:
    """Return what is wrong with the code that is printed on paper."""
    if not assessment.public_key and not declaration.token:
        return None
    try:
        said = read_token(declaration.token, assessment.public_key)
    except KeyRefusedError:
        return message(
            "The code on the documents of declaration {number} was not signed by the "
            "assessment's key.",
            number=declaration.number,
        )
    expected = DeclarationToken(
        assessment.id, declaration.number, assessment.mode, declaration.results_sha256
    )
    if said == expected:
        return None
    return message(
        "The code on the documents of declaration {number} is the one of declaration {other} "
        "({digest}).",
        number=declaration.number,
        other=said.declaration,
        digest=said.results_sha256[:16],
    )
