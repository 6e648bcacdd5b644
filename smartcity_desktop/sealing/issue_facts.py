"""A seal's statement against the facts fixed at issue: assessment, judge, key, regions."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.sealing.enrolment import check_enrolment
from smartcity_desktop.sealing.sheet_proof import refuse

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import Assessment, Issue, Roster
    from smartcity_desktop.sealing.enrolment import Enrolment
    from smartcity_desktop.sealing.manifest import Manifest

_MOST_NAMED = 10


def check_facts(manifest: Manifest, roster: Roster) -> Enrolment:
    """Check the statement and return the enrolment that its proof holds.

    The proof may name another key than the one that sealed: see docs/decisions/0003.

    Raises:
        SealRefusedError: the first check that fails, with the judge where known.
    """
    _check_assessment(manifest, roster.assessment)
    issue = _find_issue(manifest, roster)
    enrolment = _check_proof(manifest, issue)
    _check_regions(manifest, issue)
    return enrolment


def _check_assessment(manifest: Manifest, assessment: Assessment) -> None:
    judge = manifest.judge
    if manifest.assessment != assessment.id:
        raise refuse(
            RefusalReason.OTHER_ASSESSMENT,
            message("The file belongs to another assessment, so it is not for this one."),
            judge,
        )
    if manifest.mode is not assessment.mode:
        raise refuse(
            RefusalReason.OTHER_MODE,
            message("A rehearsal file and an official assessment never merge."),
            judge,
        )
    if manifest.instrument != assessment.instrument_sha256:
        raise refuse(
            RefusalReason.OTHER_INSTRUMENT,
            message("The scores were given by another instrument than this assessment's."),
            judge,
        )
    if manifest.assessment_key != assessment.public_key:
        raise refuse(
            RefusalReason.OTHER_ASSESSMENT,
            message(
                "The panel file was issued under another key of the assessment. Find out which "
                "of the two assessment files is the real one."
            ),
            judge,
        )


def _find_issue(manifest: Manifest, roster: Roster) -> Issue:
    judge = manifest.judge
    if all(known.id != judge for known in roster.judges):
        raise refuse(
            RefusalReason.UNKNOWN_JUDGE,
            message("This assessment has no judge {judge}.", judge=judge),
            judge,
        )
    for issue in roster.issues:
        if issue.id == manifest.issue and issue.judge == judge:
            return issue
    raise refuse(
        RefusalReason.UNKNOWN_ISSUE,
        message(
            "No panel file {issue} was ever issued to judge {judge}.",
            issue=manifest.issue,
            judge=judge,
        ),
        judge,
    )


def _check_proof(manifest: Manifest, issue: Issue) -> Enrolment:
    try:
        enrolment = check_enrolment(manifest.enrolment, issue.public_key)
    except KeyRefusedError as error:
        raise refuse(RefusalReason.KEY_NOT_PROVEN, error.problems[0].what, issue.judge) from error
    named = (enrolment.assessment, enrolment.judge, enrolment.issue)
    if named != (manifest.assessment, manifest.judge, manifest.issue):
        raise refuse(
            RefusalReason.KEY_NOT_PROVEN,
            message(
                "The enrolment proof in the seal was made for another panel file than {issue}. "
                "Ask judge {judge} for the file again.",
                issue=issue.id,
                judge=issue.judge,
            ),
            issue.judge,
        )
    return enrolment


def _check_regions(manifest: Manifest, issue: Issue) -> None:
    named = {*manifest.open, *map(itemgetter(0), manifest.sheets)}
    held = set(issue.regions)
    if named == held:
        return
    foreign = sorted(named - held)
    if foreign:
        raise refuse(
            RefusalReason.REGION_NOT_ASSIGNED,
            message(
                "The seal speaks of regions that panel file {issue} does not hold: {regions}.",
                issue=issue.id,
                regions=", ".join(foreign[:_MOST_NAMED]),
            ),
            issue.judge,
            foreign[0],
        )
    silent = sorted(held - named)
    raise refuse(
        RefusalReason.SEAL_MALFORMED,
        message(
            "The seal says nothing of {regions}, which panel file {issue} holds; a seal lists "
            "every region as sealed or open.",
            issue=issue.id,
            regions=", ".join(silent[:_MOST_NAMED]),
        ),
        issue.judge,
        silent[0],
    )
