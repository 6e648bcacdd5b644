"""Taking back a document that was signed elsewhere, such as by a certificate authority on line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import ExpectedError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.signing.attachments import read_attachments
from smartcity_desktop.signing.changes import changes_after, only_signed_since
from smartcity_desktop.signing.checking import check_signatures
from smartcity_desktop.signing.field_states import signature_fields
from smartcity_desktop.signing.opening import PdfRefusedError, open_pdf
from smartcity_desktop.signing.signatories import ATTACHMENT, read_signatories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from smartcity_desktop.domain.message import Message

_LEFT_OPEN = ("trust",)
"""Whom to trust is for those who verify; a root may not be at hand here."""


def expect_signed_elsewhere(own: bytes, returned: bytes, moment: datetime) -> tuple[str, ...]:
    """Return the fields that were signed elsewhere since the document left.

    The returned file must be the very document, byte for byte, with nothing but signatures of
    the listed people added in its prepared fields.

    Args:
        own: the document as it left, unsigned or signed by some.
        returned: what came back.
        moment: at which the certificates are looked at.

    Raises:
        PdfRefusedError: it is anything else; every reason is named.
    """
    if not returned.startswith(own):
        raise PdfRefusedError(_rewritten())
    before = {state.field for state in signature_fields(own) if state.signed}
    after = [state.field for state in signature_fields(returned) if state.signed]
    new = tuple(field for field in after if field not in before)
    faults = _faults(returned, moment) if after else []
    problems = [Problem("", what) for what in (*faults, *_added(own, returned))]
    if not new:
        problems.append(Problem("", message("No signature was added since the document left.")))
    if problems:
        raise PdfRefusedError(problems)
    return new


def _added(own: bytes, returned: bytes) -> Iterator[Message]:
    """Yield what was changed before it was signed elsewhere, which those signatures cover.

    Where somebody had signed before, every later change is a finding about his signature.
    """
    if any(state.signed for state in signature_fields(own)):
        return
    left = open_pdf(own).total_revisions - 1
    reader = open_pdf(returned)
    if not only_signed_since(reader, left):
        yield message(
            "The document was changed before it was signed: {changes}.",
            changes=changes_after(reader, left),
        )


def _faults(returned: bytes, moment: datetime) -> list[Message]:
    listed = read_attachments(returned).get(ATTACHMENT)
    if listed is None:
        return [message("The document does not say who must sign it; it is not of this program.")]
    try:
        people = read_signatories(listed)
    except ExpectedError as error:
        return [problem.what for problem in error.problems]
    checks = check_signatures(returned, people, now=moment, incomplete_ok=True)
    return [check.detail for check in checks if not check.ok and check.name not in _LEFT_OPEN]


def _rewritten() -> Message:
    return message(
        "What came back is not this document with signatures added: it is another one, or it was "
        "saved anew on its way, or somebody signed another copy in between. The document here is "
        "unchanged. Ask for it to be signed again in its prepared fields, without saving it anew."
    )
