"""Verifying results that name no judge: with the panel's own results, or as far as it goes without.

The published results commit to the panel's own by their SHA-256. Whoever has those verifies
everything; whoever has only the panel files finds every counted seal among them, and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.scan import open_copy
from smartcity_desktop.merging.sources import SourceRefusedError
from smartcity_desktop.results.anonymous import publish, read_panel_results
from smartcity_desktop.results.document_reading import read_results_document
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.proof import open_seal
from smartcity_desktop.sealing.sheet_proof import SealRefusedError
from smartcity_desktop.store.foreign import read_foreign_panel
from smartcity_desktop.verifying.difference import first_difference
from smartcity_desktop.verifying.recount import recount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from smartcity_desktop.merging.sources import Source
    from smartcity_desktop.results.facts import ResultsFacts

SUFFIX = ".json"


def recount_anonymous(
    facts: ResultsFacts,
    known: Iterable[bytes],
    sources: Sequence[Source],
    identities: tuple[str, ...],
    advance: Callable[[], None],
) -> tuple[Check, ...]:
    """Compute the results again and compare them with what is published of them.

    Args:
        facts: as published.
        known: documents of the panel from assessment files that were named.
        sources: panel files, and perhaps the panel's own results among them.
        identities: age identities of the coordinator.
        advance: called after each file.
    """
    beside, rest = _apart(sources)
    document = next(
        (data for data in (*known, *beside) if sha256_hex(data) == facts.panel_sha256), None
    )
    if document is None:
        return (_lacking(facts), _listed(facts, rest, identities, advance))
    return (*check_commitment(facts, document), *_recounted(document, rest, identities, advance))


def check_commitment(facts: ResultsFacts, document: bytes) -> tuple[Check, ...]:
    """Check that a document of the panel is the one published results commit to, and say so.

    Args:
        facts: as published.
        document: of the panel.
    """
    inner = read_panel_results(document)
    try:
        named = read_results_document(inner.results) if inner else None
    except ExpectedError as error:
        return (Check("panel_results", ok=False, detail=error.problems[0].what),)
    if named is None or named.panel_sha256 or sha256_hex(document) != facts.panel_sha256:
        what = message(
            "The panel's own results are not those that the published results commit to "
            "({digest}).",
            digest=facts.panel_sha256[:16],
        )
        return (Check("panel_results", ok=False, detail=what),)
    again = publish(named, facts.panel_sha256)
    if again != facts:
        what = message(
            "What is published is not what the panel's own results say. {difference}",
            difference=first_difference(facts, again),
        )
        return (Check("panel_results", ok=False, detail=what),)
    what = message(
        "The published results commit to the panel's own results ({digest}), and say the same of "
        "every region.",
        digest=facts.panel_sha256[:16],
    )
    return (Check("panel_results", ok=True, detail=what),)


def _recounted(
    document: bytes,
    sources: Sequence[Source],
    identities: tuple[str, ...],
    advance: Callable[[], None],
) -> tuple[Check, ...]:
    inner = read_panel_results(document)
    try:
        named = read_results_document(inner.results) if inner else None
    except ExpectedError:
        named = None
    if inner is None or named is None:
        return ()
    return recount(named, inner.results, sources, identities, advance)


def _apart(sources: Sequence[Source]) -> tuple[list[bytes], tuple[Source, ...]]:
    """Return documents of the panel among the files, and the other files."""
    found, rest = [], []
    for source in sources:
        data = _read(source) if source.label.endswith(SUFFIX) else None
        if data is not None and read_panel_results(data) is not None:
            found.append(data)
        else:
            rest.append(source)
    return found, tuple(rest)


def _read(source: Source) -> bytes | None:
    try:
        return source.read()
    except SourceRefusedError:
        return None


def _lacking(facts: ResultsFacts) -> Check:
    what = message(
        "No judge is named in these results, so they cannot be computed again from the panel files "
        "alone. Put the panel's own results (SHA-256 {digest}) into the folder, or name the "
        "assessment file as well; the organiser has both.",
        digest=facts.panel_sha256,
    )
    return Check("recount", ok=False, detail=what)


def _listed(
    facts: ResultsFacts,
    sources: Sequence[Source],
    identities: tuple[str, ...],
    advance: Callable[[], None],
) -> Check:
    """Tell how many of the counted seals are intact among the files."""
    held: set[str] = set()
    for source in sources:
        held.update(_digests(source, facts.roster.assessment.id, identities))
        advance()
    missing = [seal.digest for seal in facts.seals if seal.digest not in held]
    count = len(facts.seals)
    if missing:
        what = message(
            "Of {count} counted seals {missing} are not among these files: {digests}.",
            count=count,
            missing=len(missing),
            digests=", ".join(digest[:16] for digest in missing[:9]),
        )
        return Check("seals_held", ok=False, detail=what)
    what = message(
        "All {count} counted seals are among these files, intact. That no other one should count, "
        "and that the figures follow from them, was not proved.",
        count=count,
    )
    return Check("seals_held", ok=True, detail=what)


def _digests(source: Source, assessment: str, identities: tuple[str, ...]) -> Iterator[str]:
    try:
        seals = read_foreign_panel(open_copy(source.read(), identities)).seals
    except (SourceRefusedError, ExpectedError):
        return
    for text in seals:
        try:
            jws, _, manifest = open_seal(text)
        except SealRefusedError:
            continue
        if manifest.assessment == assessment:
            yield jws.digest
