"""Refusing to declare and print from an assessment file that nobody could verify afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import Problem, RuleError
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from smartcity_desktop.store.assessment_file import AssessmentFile


def expect_unaltered(file: AssessmentFile) -> None:
    """Compare the rows of the file with its audit log, as every verifier will.

    Seals and sheets are proven again whenever results are reckoned; decisions, merges and what
    else was written down have nothing but the log.

    Raises:
        RuleError: something was changed with another program; all of it is named.
    """
    from smartcity_desktop.verifying.assessment_file import check_log

    faults = [check.detail for check in check_log(file.claims()) if not check.ok]
    if faults:
        what = message(
            "This assessment file was changed with another program, so nothing was declared or "
            "printed. Go on with its latest backup, and merge and decide again what came after it."
        )
        raise RuleError(Problem("", each) for each in (what, *faults))
