"""Verifying an assessment file: every seal, the log, and each declaration recomputed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.stored import read_contents, read_stored_seals
from smartcity_desktop.plenary.facts import results_document
from smartcity_desktop.plenary.reckoning import reckon
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.store.foreign_assessment import read_foreign_assessment
from smartcity_desktop.verifying.acts import check_chain, check_heads
from smartcity_desktop.verifying.difference import first_difference

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.plenary.reckoning import Reckoning
    from smartcity_desktop.store.foreign_assessment import ForeignAssessment


def verify_assessment_file(path: Path) -> tuple[Check, ...]:
    """Check everything an assessment file claims against what it holds."""
    from smartcity_desktop.instruments.reading import read_instrument

    try:
        foreign = read_foreign_assessment(path)
        instrument = read_instrument(foreign.instrument, str(path))
    except ExpectedError as error:
        return (Check("readable", ok=False, detail=error.problems[0].what),)
    title = foreign.roster.assessment.title
    readable = Check(
        "readable", ok=True, detail=message("Assessment file of {title}.", title=title)
    )
    heads = [
        (message("Declaration {number}", number=d.number), d.head) for d in foreign.declarations
    ]
    return (
        readable,
        check_chain(foreign.acts),
        *check_heads(foreign.acts, heads),
        *_check_instrument(foreign),
        *_check_content(foreign, instrument),
    )


def _check_instrument(foreign: ForeignAssessment) -> Iterator[Check]:
    if sha256_hex(foreign.instrument) != foreign.roster.assessment.instrument_sha256:
        yield Check(
            "instrument",
            ok=False,
            detail=message("The instrument in the file is not the one the assessment began with."),
        )


def _check_content(foreign: ForeignAssessment, instrument: Instrument) -> tuple[Check, ...]:
    try:
        seals = read_stored_seals(foreign.seals, foreign.roster)
        contents = read_contents(seals, foreign.sheets, instrument)
        reckoning = reckon(foreign.roster, instrument, seals, foreign.decisions, contents)
        for seal in seals:
            for sha256 in seal.sheets.values():
                contents(sha256)
    except ExpectedError as error:
        return tuple(Check("seals", ok=False, detail=p.what) for p in error.problems)
    except KeyError:
        what = message("A sealed score sheet is missing in the file.")
        return (Check("seals", ok=False, detail=what),)
    held = Check(
        "seals",
        ok=True,
        detail=message("{count} seals and all their sheets hold.", count=len(seals)),
    )
    return (held, *_check_declaration(foreign, reckoning))


def _check_declaration(foreign: ForeignAssessment, reckoning: Reckoning) -> Iterator[Check]:
    for declaration in foreign.declarations:
        if sha256_hex(declaration.results) != declaration.results_sha256:
            yield Check(
                "declaration",
                ok=False,
                detail=message(
                    "The results kept with declaration {number} are not those it names.",
                    number=declaration.number,
                ),
            )
    standing = [d for d in foreign.declarations if d.reopening is None]
    if not standing:
        yield Check("declaration", ok=True, detail=message("No declaration is in force."))
        return
    declaration = standing[-1]
    again = results_document(reckoning)
    if again == declaration.results:
        what = message(
            "Declaration {number} is what seals and decisions give ({digest}).",
            number=declaration.number,
            digest=declaration.results_sha256[:16],
        )
        yield Check("declaration", ok=True, detail=what)
    else:
        difference = first_difference(declaration.results, again)
        yield Check("declaration", ok=False, detail=difference)
