"""Which of several papers a later declaration has superseded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.store.foreign_assessment import ForeignAssessment
    from smartcity_desktop.verifying.code_proof import ProvenCode


def check_later(code: ProvenCode, others: Iterable[tuple[str, ProvenCode]]) -> Check:
    """Tell whether any of the other papers proves a later declaration of the same assessment.

    Results are declared anew only after the declaration before was reopened, and only the
    assessment's key can say so. Alone, a paper cannot know.

    Args:
        code: what the paper in question proves.
        others: name and proof of each other file.
    """
    token = code.token
    later = [
        (other.token.declaration, name)
        for name, other in others
        if (other.token.assessment, other.jwk) == (token.assessment, code.jwk)
        and other.token.declaration > token.declaration
    ]
    if later:
        number, name = max(later)
        what = message(
            "Superseded: {file} proves declaration {later}, and this is declaration {number}.",
            file=name,
            later=number,
            number=token.declaration,
        )
        return Check("in_force", ok=False, detail=what)
    what = message(
        "This is declaration {number}. Whether it was reopened or another one followed, the paper "
        "cannot know: verify it together with the assessment file or a newer document.",
        number=token.declaration,
    )
    return Check("later", ok=True, detail=what)


def check_against(code: ProvenCode, foreign: ForeignAssessment) -> Check | None:
    """Tell what an assessment file says of the declaration on a paper; None of another's."""
    token = code.token
    if foreign.roster.assessment.id != token.assessment:
        return None
    declared = [d for d in foreign.declarations if d.number == token.declaration]
    if not declared or declared[0].results_sha256 != token.results_sha256:
        what = message(
            "The assessment file knows no declaration {number} with the results {digest}.",
            number=token.declaration,
            digest=token.results_sha256[:16],
        )
        return Check("in_force", ok=False, detail=what)
    reopening = declared[0].reopening
    if reopening is None:
        what = message(
            "Declaration {number} is in force, says the assessment file.", number=token.declaration
        )
        return Check("in_force", ok=True, detail=what)
    what = message(
        "Superseded: declaration {number} was reopened by {by} on {at} ({reason}).",
        number=token.declaration,
        by=reopening.by,
        at=reopening.at,
        reason=reopening.reason,
    )
    return Check("in_force", ok=False, detail=what)
