"""Recomputing a result from panel files: all seals there, the attached roster and decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.scan import PanelReader
from smartcity_desktop.merging.sources import SourceRefusedError
from smartcity_desktop.merging.stored import read_contents
from smartcity_desktop.plenary.facts import results_document
from smartcity_desktop.plenary.reckoning import reckon
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.store.foreign import read_foreign_panel
from smartcity_desktop.verifying.difference import first_difference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.merging.sources import Source
    from smartcity_desktop.results.facts import ResultsFacts


@dataclass(slots=True)
class _Heap:
    """Everything intact that the given files hold for this assessment."""

    seals: dict[str, IntactSeal]
    payloads: dict[str, bytes]
    files: int = 0


def recount(
    facts: ResultsFacts,
    document: bytes,
    sources: Iterable[Source],
    identities: tuple[str, ...],
    advance: Callable[[], None],
) -> tuple[Check, ...]:
    """Compute the results again from the panel files and compare them, byte for byte.

    Fails when a counted seal is missing, when an intact one that should count is not listed, or
    when anything else differs; the first difference is named.
    """
    sources = tuple(sources)
    instrument = find_instrument(sources, facts.roster.assessment.instrument_sha256)
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
    heap = _gather(sources, PanelReader(facts.roster, instrument, identities), advance)
    found = Check(
        "panel_files",
        ok=heap.files > 0,
        detail=message(
            "{files} panel files with {seals} intact seals were read.",
            files=heap.files,
            seals=len(heap.seals),
        ),
    )
    return (found, *_compare(facts, document, heap, instrument))


def find_instrument(sources: Iterable[Source], sha256: str) -> Instrument | None:
    """Return the instrument with this digest from the first panel file that carries it."""
    from smartcity_desktop.instruments.reading import read_instrument

    for source in sources:
        try:
            data = read_foreign_panel(source.read()).instrument
        except (SourceRefusedError, ExpectedError):
            continue
        if sha256_hex(data) == sha256:
            return read_instrument(data, source.label)
    return None


def _gather(
    sources: Iterable[Source],
    reader: PanelReader,
    advance: Callable[[], None],
) -> _Heap:
    """Take in what is intact; files of others and refused ones say nothing."""
    heap = _Heap({}, {})
    for source in sources:
        try:
            panel = reader.read(source.read())
        except (SourceRefusedError, ExpectedError):
            advance()
            continue
        heap.files += 1
        heap.seals.update((seal.digest, seal) for seal, _ in panel.seals)
        heap.payloads.update(panel.payloads)
        advance()
    return heap


def _compare(
    facts: ResultsFacts, document: bytes, heap: _Heap, instrument: Instrument
) -> tuple[Check, ...]:
    missing = [seal for seal in facts.seals if seal.digest not in heap.seals]
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
    seals = tuple(heap.seals.values())
    contents = read_contents(seals, heap.payloads, instrument)
    reckoning = reckon(facts.roster, instrument, seals, facts.decisions, contents)
    again = results_document(reckoning)
    if again == document:
        return (
            Check(
                "recount",
                ok=True,
                detail=message(
                    "Recomputed from the panel files: the same results, byte for byte ({digest}).",
                    digest=sha256_hex(again)[:16],
                ),
            ),
        )
    return (Check("recount", ok=False, detail=first_difference(document, again)),)
