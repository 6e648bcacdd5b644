"""The code on the first page of a PDF, against the results that the PDF carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.errors import ExpectedError, KeyRefusedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.pictures.codes import codes_on_pages
from smartcity_desktop.sealing.token import read_token
from smartcity_desktop.verifying.code_proof import ProvenCode, is_code
from smartcity_desktop.verifying.mode_words import MODE_WORDS

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import Assessment
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.sealing.token import DeclarationToken


def check_printed_code(
    pdf: bytes, assessment: Assessment, results_sha256: str
) -> tuple[ProvenCode | None, tuple[Check, ...]]:
    """Check that the page shows the code of these very results, signed by the assessment's key.

    The page is looked at as the first signature covers it; later changes are told elsewhere. A
    code that does not belong here makes no proof. An assessment without a key has no codes.
    """
    from smartcity_desktop.signing.attachments import as_first_signed

    if not assessment.public_key:
        what = message("The assessment has no key, so its documents carry no code.")
        return None, (Check("code", ok=True, detail=what),)
    try:
        found = codes_on_pages(as_first_signed(pdf), is_code, pages=1)
    except ExpectedError as error:
        return None, (Check("code", ok=False, detail=error.problems[0].what),)
    codes = tuple(filter(is_code, found))
    if len(codes) != 1:
        what = message(
            "The first page shows {count} codes of declarations; a document of this assessment "
            "shows one.",
            count=len(codes),
        )
        return None, (Check("code", ok=False, detail=what),)
    try:
        token = read_token(codes[0], assessment.public_key)
    except KeyRefusedError as error:
        return None, (Check("token", ok=False, detail=error.problems[0].what),)
    fault = _fault(token, assessment, results_sha256)
    if fault is not None:
        return None, (Check("token", ok=False, detail=fault),)
    what = message(
        "The code on the first page is that of declaration {number}, with these very results.",
        number=token.declaration,
    )
    return ProvenCode(token, assessment.public_key), (Check("token", ok=True, detail=what),)


def _fault(token: DeclarationToken, assessment: Assessment, digest: str) -> Message | None:
    if (token.assessment, token.mode) != (assessment.id, assessment.mode):
        return message(
            "The code on the first page is of another assessment or mode: {id} ({mode}).",
            id=token.assessment,
            mode=MODE_WORDS[token.mode],
        )
    if token.results_sha256 == digest:
        return None
    return message(
        "The code on the first page is the one of declaration {number} with the results {other}, "
        "but the document carries the results {digest}.",
        number=token.declaration,
        other=token.results_sha256[:16],
        digest=digest[:16],
    )
