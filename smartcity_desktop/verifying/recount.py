"""Recomputing a result from panel files: all seals there, the attached roster and decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.scan import PanelReader
from smartcity_desktop.merging.sources import SourceRefusedError
from smartcity_desktop.merging.stored import read_contents
from smartcity_desktop.plenary.facts import results_document
from smartcity_desktop.plenary.reckoning import reckon
from smartcity_desktop.results.document_reading import read_results_document
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.store.foreign import read_foreign_panel
from smartcity_desktop.verifying.difference import first_difference
from smartcity_desktop.verifying.panel_folder import read_panel_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.merging.sources import Source
    from smartcity_desktop.plenary.reckoning import Reckoning
    from smartcity_desktop.results.facts import ResultsFacts
    from smartcity_desktop.verifying.panel_folder import PanelFolder


def recount(
    facts: ResultsFacts,
    document: bytes,
    sources: Iterable[Source],
    identities: tuple[str, ...],
    advance: Callable[[], None],
) -> tuple[Check, ...]:
    """Compute the results again from the panel files and compare them, byte for byte.

    Fails when a counted seal is missing, when an intact one that should count is not listed, when
    a file of this assessment is refused, when something was open that a declaration waits for, or
    when anything else differs; the first difference is named.
    """
    sources = tuple(sources)
    try:
        instrument = find_instrument(sources, facts.roster.assessment.instrument_sha256, identities)
    except ExpectedError as error:
        return (Check("panel_files", ok=False, detail=error.problems[0].what),)
    if instrument is None:
        return (
            Check(
                "panel_files",
                ok=False,
                detail=message(
                    "None of the files given holds the instrument of this result, so it cannot be "
                    "recomputed. Give the folder with the panel files."
                ),
            ),
        )
    reader = PanelReader(facts.roster, instrument, identities)
    folder = read_panel_folder(sources, reader, facts.roster, advance)
    found = Check(
        "panel_files",
        ok=folder.files > 0,
        detail=message(
            "{files} panel files with {seals} intact seals were read.",
            files=folder.files,
            seals=len(folder.seals),
        ),
    )
    return (found, *folder.others, *_compare(facts, document, folder, instrument))


def find_instrument(
    sources: Iterable[Source], sha256: str, identities: tuple[str, ...] = ()
) -> Instrument | None:
    """Return the instrument with this digest from the first panel file that carries it.

    Raises:
        InputError: the file with this digest is no instrument.
    """
    from smartcity_desktop.instruments.reading import read_instrument
    from smartcity_desktop.merging.scan import open_copy

    for source in sources:
        try:
            data = read_foreign_panel(open_copy(source.read(), identities)).instrument
        except (SourceRefusedError, ExpectedError):
            continue
        if sha256_hex(data) == sha256:
            return read_instrument(data, source.label)
    return None


def _compare(
    facts: ResultsFacts, document: bytes, folder: PanelFolder, instrument: Instrument
) -> tuple[Check, ...]:
    missing = [seal for seal in facts.seals if seal.digest not in folder.seals]
    if missing:
        return tuple(
            Check(
                "recount",
                ok=False,
                detail=message(
                    "A counted seal of judge {judge} ({digest}) is not among the panel files.",
                    judge=seal.judge,
                    digest=seal.digest[:16],
                ),
            )
            for seal in missing
        )
    seals = tuple(folder.seals.values())
    contents = read_contents(seals, folder.payloads, instrument)
    reckoning = reckon(facts.roster, instrument, seals, facts.decisions, contents)
    again = results_document(reckoning)
    if again != document:
        difference = first_difference(facts, read_results_document(again))
        return (Check("recount", ok=False, detail=difference),)
    same = message(
        "Recomputed from the panel files: the same results, byte for byte ({digest}).",
        digest=sha256_hex(again)[:16],
    )
    return (Check("recount", ok=True, detail=same), *check_settled(reckoning))


def check_settled(reckoning: Reckoning) -> tuple[Check, ...]:
    """Check that nothing was open that a declaration waits for."""
    blocking = reckoning.blocking()
    if not blocking:
        what = message("Nothing was open that a declaration waits for.")
        return (Check("settled", ok=True, detail=what),)
    return tuple(
        Check(
            "settled",
            ok=False,
            detail=message("Declared although this was open: {what}", what=question.what),
        )
        for question in blocking
    )
