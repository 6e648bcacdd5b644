"""Declaring results: frozen for printing, signed once, reopened only with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, Problem, RuleError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.plenary.facts import declared_document, results_document
from smartcity_desktop.plenary.objecting import expect_answered, find_objection
from smartcity_desktop.plenary.reckoning import reckon_file
from smartcity_desktop.plenary.recording import LONGEST, is_said
from smartcity_desktop.results.anonymous import PanelResults
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.key_wrap import unlock_key
from smartcity_desktop.sealing.token import DeclarationToken, write_token
from smartcity_desktop.store.declarations import Declaration, Reopening

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartcity_desktop.domain.assessment import Assessment
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.plenary.reckoning import Reckoning
    from smartcity_desktop.store.assessment_file import AssessmentFile


def declare_results(
    file: AssessmentFile,
    instrument: Instrument,
    by: str,
    ask_passphrase: Callable[[], str],
    clock: Clock,
) -> Declaration:
    """Freeze the results.

    The passphrase is asked for only if the assessment has a key of its own.

    Raises:
        RuleError: declared already, or something blocking is open, an objection without an
            answer among it; all of it is named.
        KeyRefusedError: the passphrase does not open the assessment's key.
    """
    if file.declarations.standing() is not None:
        raise RuleError(message("The results are declared already. Reopen them first."))
    if not is_said(by):
        raise InputError(Problem("--by", message("Name who declares the results.")))
    reckoning = reckon_file(file, instrument)
    expect_settled(reckoning)
    expect_answered(file.objections.all())
    secret = file.anonymity.secret()
    results = declared_document(reckoning, secret)
    number = file.declarations.next_number()
    token = ""
    if file.wrapped_key():
        token = _sign(file, reckoning.roster.assessment, number, results, ask_passphrase())
    declaration = Declaration(
        number=number,
        at=write_instant(clock()),
        by=by.strip(),
        results_sha256=sha256_hex(results),
        results=results,
        token=token,
        head=file.acts.head(),
    )
    with file.transaction():
        file.declarations.add(declaration)
        if secret:
            panel = PanelResults(secret, results_document(reckoning))
            file.anonymity.add_panel_results(number, panel.document())
    return declaration


def expect_settled(reckoning: Reckoning) -> None:
    """Refuse while anything that a declaration waits for is open.

    Raises:
        RuleError: naming every open question.
    """
    blocking = reckoning.blocking()
    if blocking:
        raise RuleError(Problem("", question.what) for question in blocking)
    if not reckoning.results.ranked:
        raise RuleError(message("No region can be ranked yet, so there is nothing to declare."))


def reopen_results(
    file: AssessmentFile,
    by: str,
    reason: str,
    clock: Clock,
    objections: Sequence[int] = (),
) -> Declaration:
    """Open declared results again; documents made of them are superseded from then on.

    Args:
        file: the assessment.
        by: who reopens.
        reason: why.
        clock: for the moment.
        objections: numbers of those that led to it, all to the declaration that stands.

    Raises:
        RuleError: nothing is declared, or an objection is to another declaration. InputError:
            name or reason is missing, or there is no such objection.
    """
    standing = file.declarations.standing()
    if standing is None:
        raise RuleError(message("No results are declared, so there is nothing to reopen."))
    if not is_said(by) or not is_said(reason):
        raise InputError(
            message(
                "Reopening needs a name and a reason, each on one line of at most {longest} "
                "letters. Nothing was changed.",
                longest=LONGEST,
            )
        )
    led = tuple(sorted(set(objections)))
    for number in led:
        _expect_concerning(file, number, standing.number)
    reopening = Reopening(write_instant(clock()), by.strip(), reason.strip(), led)
    file.declarations.reopen(standing.number, reopening)
    return standing


def _expect_concerning(file: AssessmentFile, number: int, standing: int) -> None:
    objection = find_objection(file.objections.all(), number)
    if objection.declaration != standing:
        raise RuleError(
            message(
                "Objection {number} is to declaration {declaration}, and declaration {standing} "
                "is in force. Nothing was changed.",
                number=number,
                declaration=objection.declaration,
                standing=standing,
            )
        )


def _sign(
    file: AssessmentFile, assessment: Assessment, number: int, results: bytes, passphrase: str
) -> str:
    key = unlock_key(file.wrapped_key(), passphrase)
    token = DeclarationToken(assessment.id, number, assessment.mode, sha256_hex(results))
    return write_token(token, key)
