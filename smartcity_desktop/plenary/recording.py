"""Recording a decision in the assessment file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.decision import Decision, DecisionKind, Manner
from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.plenary.decisions import Ruling, known_status, prepare_ruling, rule_name
from smartcity_desktop.plenary.reckoning import reckon_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.store.assessment_file import AssessmentFile

LONGEST = 2000
MOST_VOTES = 10_000


class Backing(Struct, frozen=True):
    """Who decided, why, and how.

    Attributes:
        votes: (for, against), or None for a decision by consensus (musyawarah).
    """

    by: str
    reason: str
    votes: tuple[int, int] | None = None


def record_decision(
    file: AssessmentFile,
    instrument: Instrument,
    ruling: tuple[str, Sequence[str]],
    backing: Backing,
    clock: Clock,
) -> Decision:
    """Check and record one decision, given as its kind and arguments.

    Raises:
        RuleError: the results are declared. InputError: it decides nothing that is open, or
            name or reason is missing.
    """
    expect_open(file)
    _check(backing)
    kind, arguments = ruling
    reckoning = reckon_file(file, instrument)
    prepared = prepare_ruling(kind, arguments, reckoning, reckoning.seals)
    return _store(file, prepared, backing, clock)


def record_status(
    file: AssessmentFile, region: str, status: str, backing: Backing, clock: Clock
) -> Decision:
    """Record a region's status; needs no reckoning, so it works before any merge.

    Raises:
        RuleError: the results are declared. InputError: unknown region or status, no reason.
    """
    expect_open(file)
    _check(backing)
    if all(known.code != region for known in file.roster().regions):
        raise InputError(message("This assessment has no region {code}.", code=region))
    ruling = Ruling(DecisionKind.STATUS, (region,), choice=known_status(status))
    return _store(file, ruling, backing, clock)


def record_name(
    file: AssessmentFile, region: str, name: str, backing: Backing, clock: Clock
) -> Decision:
    """Record the corrected name of a region; panel files with the former one stay valid.

    Returns:
        The decision; its choice is the name as it is written from now on.

    Raises:
        RuleError: the results are declared. InputError: unknown region, a name that cannot be, no
            reason.
    """
    expect_open(file)
    _check(backing)
    return _store(file, rule_name(region, name, file.roster()), backing, clock)


def expect_open(file: AssessmentFile) -> None:
    """Refuse to decide on declared results; raises RuleError."""
    if file.declarations.standing() is not None:
        raise RuleError(
            message(
                "The results are declared. Reopen them with a reason before deciding anything. "
                "Nothing was recorded."
            )
        )


def is_said(text: str) -> bool:
    """Whether a name or reason says something, on one line that can be printed."""
    return bool(text.strip()) and len(text) <= LONGEST and text.isprintable()


def _check(backing: Backing) -> None:
    if not is_said(backing.by) or not is_said(backing.reason):
        raise InputError(
            message(
                "A decision needs the name of who decided and a reason, each on one line of at "
                "most {longest} letters. Nothing was recorded.",
                longest=LONGEST,
            )
        )
    votes = backing.votes
    if votes is not None and not (0 < votes[0] <= MOST_VOTES and 0 <= votes[1] <= MOST_VOTES):
        raise InputError(
            message(
                "These votes cannot have been cast: {votes_for} for, {votes_against} against. "
                "Nothing was recorded.",
                votes_for=votes[0],
                votes_against=votes[1],
            )
        )


def _store(file: AssessmentFile, ruling: Ruling, backing: Backing, clock: Clock) -> Decision:
    votes_for, votes_against = backing.votes or (0, 0)
    return file.decisions.add(
        Decision(
            number=0,
            kind=ruling.kind,
            subject=ruling.subject,
            choice=ruling.choice,
            by=backing.by.strip(),
            reason=backing.reason.strip(),
            at=write_instant(clock()),
            basis=ruling.basis,
            manner=Manner.VOTE if backing.votes else Manner.CONSENSUS,
            votes_for=votes_for,
            votes_against=votes_against,
        )
    )
