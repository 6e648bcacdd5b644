"""Verifying an assessment file: every seal, the log, and each declaration recomputed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.contradiction import find_contradiction
from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.stored import read_contents
from smartcity_desktop.plenary.facts import declared_document
from smartcity_desktop.plenary.reckoning import reckon
from smartcity_desktop.results.document_reading import read_results_document
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.store.foreign_assessment import read_foreign_assessment
from smartcity_desktop.verifying.acts import check_chain, check_heads
from smartcity_desktop.verifying.declarations import check_declarations
from smartcity_desktop.verifying.difference import first_difference
from smartcity_desktop.verifying.entries import check_entries
from smartcity_desktop.verifying.panel_results import check_commitment
from smartcity_desktop.verifying.recount import check_settled
from smartcity_desktop.verifying.stored_seals import check_seals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.store.foreign_assessment import ForeignAssessment


def verify_assessment_file(path: Path) -> tuple[Check, ...]:
    """Check everything an assessment file claims against what it holds."""
    try:
        foreign = read_foreign_assessment(path)
    except ExpectedError as error:
        return (Check("readable", ok=False, detail=error.problems[0].what),)
    title = foreign.roster.assessment.title
    what = message("Assessment file of {title}.", title=title)
    return (
        Check("readable", ok=True, detail=what),
        *check_log(foreign),
        *check_declarations(foreign),
        *_check_content(foreign),
    )


def check_log(foreign: ForeignAssessment) -> tuple[Check, ...]:
    """A broken chain is the one thing to say; nothing is compared with acts that are not true."""
    chain = check_chain(foreign.acts)
    if not chain.ok:
        return (chain,)
    heads = [
        (message("Declaration {number}", number=d.number), d.head) for d in foreign.declarations
    ]
    return (chain, *check_heads(foreign.acts, heads), *check_entries(foreign))


def _check_content(foreign: ForeignAssessment) -> Iterator[Check]:
    instrument = _read_instrument(foreign)
    if isinstance(instrument, Check):
        yield instrument
        return
    contradiction = find_contradiction(foreign.roster, foreign.decisions)
    if contradiction is not None:
        what = message("The assessment contradicts itself: {what}.", what=contradiction)
        yield Check("roster", ok=False, detail=what)
        return
    seals, checks = check_seals(foreign, instrument)
    yield from checks
    if all(check.ok for check in checks):
        yield from _check_standing(foreign, instrument, seals)


def _read_instrument(foreign: ForeignAssessment) -> Instrument | Check:
    from smartcity_desktop.instruments.reading import read_instrument

    if sha256_hex(foreign.instrument) != foreign.roster.assessment.instrument_sha256:
        what = message("The instrument in the file is not the one the assessment began with.")
        return Check("instrument", ok=False, detail=what)
    try:
        return read_instrument(foreign.instrument, "instrument")
    except ExpectedError as error:
        return Check("instrument", ok=False, detail=error.problems[0].what)


def _check_standing(
    foreign: ForeignAssessment, instrument: Instrument, seals: tuple[IntactSeal, ...]
) -> Iterator[Check]:
    """Recompute the declaration in force; earlier ones rest on what was known then."""
    declaration = foreign.declarations[-1] if foreign.declarations else None
    if declaration is None or declaration.reopening is not None:
        yield Check("declaration", ok=True, detail=message("No declaration is in force."))
        return
    contents = read_contents(seals, foreign.sheets, instrument)
    reckoning = reckon(foreign.roster, instrument, seals, foreign.decisions, contents)
    again = declared_document(reckoning, foreign.secret)
    try:
        claimed = read_results_document(declaration.results)
        computed = read_results_document(again)
    except ExpectedError as error:
        yield Check("declaration", ok=False, detail=error.problems[0].what)
        return
    if again != declaration.results:
        difference = first_difference(claimed, computed)
        yield Check("declaration", ok=False, detail=difference)
        return
    what = message(
        "Declaration {number} is what seals and decisions give ({digest}).",
        number=declaration.number,
        digest=declaration.results_sha256[:16],
    )
    yield Check("declaration", ok=True, detail=what)
    yield from check_settled(reckoning)
    if claimed.panel_sha256:
        kept = foreign.panel_results.get(declaration.number, b"")
        yield from check_commitment(claimed, kept)
