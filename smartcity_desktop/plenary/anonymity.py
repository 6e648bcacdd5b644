"""Choosing that the published documents of an assessment name no judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import RuleError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.preparing.assessment import SECRET

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.store.assessment_file import AssessmentFile


def choose_anonymous(
    file: AssessmentFile, random_bytes: Callable[[int], bytes], clock: Clock
) -> None:
    """Choose, for every declaration from now on, that no published document names a judge.

    Harmless when it was chosen before. It is never taken back: the judges were promised it.

    Raises:
        RuleError: results were declared with the judges' names.
    """
    if file.anonymity.secret():
        return
    if file.declarations.all():
        raise RuleError(
            message(
                "Results of this assessment were declared with the judges' names, so its documents "
                "go on naming them. Nothing was changed."
            )
        )
    file.anonymity.choose(random_bytes(SECRET), write_instant(clock()))


def panel_results(file: AssessmentFile) -> bytes:
    """Return the panel's own results of the declaration in force, for whoever verifies it.

    Raises:
        RuleError: nothing is declared, or judges are named, so that there are no such results.
    """
    standing = file.declarations.standing()
    if standing is None:
        raise RuleError(message("No results are declared, so there are none of the panel."))
    document = file.anonymity.panel_results().get(standing.number)
    if document is None:
        raise RuleError(
            message("The declared results name the judges: results.json is all there is.")
        )
    return document
