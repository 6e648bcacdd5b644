"""Declaring, reopening and objections from the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.plenary.declaring import declare_results, reopen_results
from smartcity_desktop.plenary.facts import declared_document
from smartcity_desktop.plenary.objecting import answer_objection, record_objection
from smartcity_desktop.plenary.reckoning import reckon_file
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.verifying.unaltered import expect_unaltered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.objection import Objection, ObjectionOutcome
    from smartcity_desktop.secretariat.office import Office


def provisional_digest(office: Office) -> str:
    """Return the digest that the results would have if they were declared now."""
    reckoning = reckon_file(office.file, office.instrument)
    return sha256_hex(declared_document(reckoning, office.file.anonymity.secret()))


def declare(office: Office, by: str, passphrase: str) -> int:
    """Freeze the results; returns the declaration's number.

    Raises:
        RuleError: declared already, something is open, or the file was changed with another
            program. InputError: nobody is named.
        KeyRefusedError: the passphrase does not open the assessment's key.
    """
    expect_unaltered(office.file)
    made = declare_results(office.file, office.instrument, by, lambda: passphrase, office.clock)
    return made.number


def reopen(office: Office, by: str, reason: str, objections: Sequence[int] = ()) -> int:
    """Open declared results again; returns the number of the declaration.

    Raises:
        RuleError: nothing is declared. InputError: name or reason is missing.
    """
    return reopen_results(office.file, by, reason, office.clock, objections).number


def object_to(office: Office, region: str, by: str, claim: str) -> Objection:
    """Record an objection to the results declared last.

    Raises:
        RuleError: nothing was ever declared. InputError: name or claim is missing.
    """
    return record_objection(office.file, region, by, claim, office.clock)


def answer(office: Office, number: int, outcome: ObjectionOutcome, by: str, text: str) -> Objection:
    """Record the one answer to an objection.

    Raises:
        RuleError: it was answered before. InputError: name or answer is missing.
    """
    return answer_objection(office.file, number, outcome, by, text, office.clock)
