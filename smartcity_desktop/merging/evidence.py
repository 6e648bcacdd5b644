"""Evidence that travels beside sealed copies: taken in only where a sealed sheet lists it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.merging.sources import SourceRefusedError
from smartcity_desktop.sealing.sheet_payload import read_sheet
from smartcity_desktop.sealing.sheet_proof import SealRefusedError
from smartcity_desktop.store.foreign_evidence import read_foreign_evidence
from smartcity_desktop.store.hardened import FileRefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.refusal import Refusal
    from smartcity_desktop.domain.score_sheet import Evidence
    from smartcity_desktop.merging.scan import PanelReader
    from smartcity_desktop.merging.sources import Source
    from smartcity_desktop.store.assessment_file import AssessmentFile


class EvidenceTaken(Struct, frozen=True):
    """What one evidence file gave; a damaged one never refuses a seal."""

    source: Source
    items: int
    refusal: Refusal | None = None


def listed_evidence(payloads: Iterable[bytes], indicator_ids: Sequence[str]) -> dict[str, Evidence]:
    """Return every item that sealed sheets list, by SHA-256."""
    listed = {}
    for payload in payloads:
        for _, item in read_sheet(payload, indicator_ids).evidence:
            listed[item.sha256] = item
    return listed


def take_evidence(
    file: AssessmentFile,
    sources: Iterable[Source],
    listed: dict[str, Evidence],
    reader: PanelReader,
    clock: Clock,
    advance: Callable[[], None] = lambda: None,
) -> tuple[EvidenceTaken, ...]:
    """Copy the listed items that are not here yet; everything else in the files is left alone.

    The reader opens encrypted files; ``advance`` is called after each.
    """
    taken = []
    for source in sources:
        missing = {sha256 for sha256 in listed if not file.evidence.has(sha256)}
        count = 0
        refusal = None
        try:
            for sha256, content in read_foreign_evidence(reader.open(source.read()), missing):
                file.evidence.receive([(listed[sha256], content)], write_instant(clock()))
                count += 1
        except (FileRefusedError, SealRefusedError, SourceRefusedError) as error:
            refusal = error.refusals[0] if isinstance(error, SealRefusedError) else error.refusal
        taken.append(EvidenceTaken(source, count, refusal))
        advance()
    return tuple(taken)


def missing_evidence(file: AssessmentFile, listed: dict[str, Evidence]) -> tuple[Evidence, ...]:
    """Return the items that sealed sheets list and nobody has handed over, by name."""
    missing = [item for sha256, item in listed.items() if not file.evidence.has(sha256)]
    return tuple(sorted(missing, key=lambda item: (item.name, item.sha256)))


def lacking_evidence(file: AssessmentFile, instrument: Instrument) -> tuple[Evidence, ...]:
    """Return the items that any stored sheet lists and nobody has handed over, by name."""
    ids = [indicator.id for indicator in instrument.indicators()]
    return missing_evidence(file, listed_evidence(file.seals.sheets_with_evidence(), ids))
