"""Verifying a printed document: its signatures, its attachments, and the results in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.results.document_reading import read_results_document
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.verifying.attached_table import check_table
from smartcity_desktop.verifying.examined import Examined
from smartcity_desktop.verifying.mode_words import MODE_WORDS
from smartcity_desktop.verifying.panel_results import recount_anonymous
from smartcity_desktop.verifying.printed_code import check_printed_code
from smartcity_desktop.verifying.recount import recount

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from smartcity_desktop.domain.signatory import Signatory
    from smartcity_desktop.merging.sources import Source
    from smartcity_desktop.results.facts import ResultsFacts

RESULTS = "results.json"


class Means(Struct, frozen=True):
    """What a document is verified with.

    Attributes:
        now: the moment at which certificates must hold.
        trust_roots: certificates (PEM or DER). identities: age identities of the coordinator.
        panel_files: None verifies the document alone; else results are recomputed from them.
        incomplete_ok: signature fields may still be empty.
        panel_results: of anonymous assessments, by which their results are computed again.
    """

    now: datetime
    trust_roots: tuple[bytes, ...] = ()
    identities: tuple[str, ...] = ()
    panel_files: tuple[Source, ...] | None = None
    incomplete_ok: bool = False
    panel_results: tuple[bytes, ...] = ()


def verify_document(pdf: bytes, means: Means, advance: Callable[[], None]) -> Examined:
    """Check a PDF; it holds when every check does.

    Raises:
        InputError: a trust root is no certificate.
    """
    from smartcity_desktop.signing.attachments import read_attachments
    from smartcity_desktop.signing.checking import check_signatures

    try:
        attachments = read_attachments(pdf)
    except ExpectedError as error:
        return Examined((Check("readable", ok=False, detail=error.problems[0].what),))
    signatories, listed = _read_signatories(attachments)
    signatures = check_signatures(
        pdf,
        signatories,
        trust_roots=means.trust_roots,
        now=means.now,
        incomplete_ok=means.incomplete_ok,
    )
    before = (*signatures, *listed)
    document = attachments.get(RESULTS)
    if document is None:
        what = message("The document carries no results (results.json), so they cannot be checked.")
        return Examined((*before, Check("results", ok=False, detail=what)))
    try:
        facts = read_results_document(document)
    except ExpectedError as error:
        return Examined((*before, Check("results", ok=False, detail=error.problems[0].what)))
    digest = sha256_hex(document)
    results = (
        *check_table(facts, attachments),
        *_check_results(facts, document, means, advance),
    )
    if any(check.name == "integrity" and not check.ok for check in signatures):
        # What a page shows that nobody signed is worth no finding of its own.
        return Examined((*before, *results), results_sha256=digest)
    code, shown = check_printed_code(pdf, facts.roster.assessment, digest)
    return Examined((*before, *results, *shown), code, digest)


def _read_signatories(
    attachments: dict[str, bytes],
) -> tuple[tuple[Signatory, ...], tuple[Check, ...]]:
    from smartcity_desktop.signing.signatories import ATTACHMENT, read_signatories

    data = attachments.get(ATTACHMENT)
    if data is None:
        what = message("The document does not say who must sign it; it is not of this program.")
        return (), (Check("signatories", ok=False, detail=what),)
    try:
        return read_signatories(data), ()
    except ExpectedError as error:
        return (), (Check("signatories", ok=False, detail=error.problems[0].what),)


def _check_results(
    facts: ResultsFacts, document: bytes, means: Means, advance: Callable[[], None]
) -> tuple[Check, ...]:
    alone = means.panel_files is None
    stated = (_stated(facts, sha256_hex(document), alone=alone), _about_keys(facts))
    if means.panel_files is None:
        return stated
    if facts.panel_sha256:
        sources, known = means.panel_files, means.panel_results
        return (*stated, *recount_anonymous(facts, known, sources, means.identities, advance))
    checks = recount(facts, document, means.panel_files, means.identities, advance)
    return (*stated, *checks)


def _stated(facts: ResultsFacts, digest: str, *, alone: bool) -> Check:
    what = message(
        "{title} ({mode}): {ranked} regions ranked, {seals} seals counted; digest {digest}.",
        title=facts.roster.assessment.title,
        mode=MODE_WORDS[facts.roster.assessment.mode],
        ranked=len(facts.ranked),
        seals=len(facts.seals),
        digest=digest,
    )
    if alone:
        what = message(
            "{stated} Without the panel files this says what was signed, not that it was counted "
            "right.",
            stated=what,
        )
    return Check("results", ok=True, detail=what)


def _about_keys(facts: ResultsFacts) -> Check:
    """Nothing in a computer can prove this, so it is said every time."""
    if facts.panel_sha256:
        what = message(
            "No judge is named here. That the {count} seals are the judges' was not proved: "
            "every judge compares the receipt with the record of integrity, which lists all.",
            count=len(facts.seals),
        )
        return Check("keys", ok=True, detail=what)
    return Check(
        "keys",
        ok=True,
        detail=message(
            "That these {count} keys are the judges' was not proved here: compare the receipts "
            "and fingerprints with those the judges hold and with the wet-signed minutes.",
            count=len({(seal.judge, seal.thumbprint) for seal in facts.seals}),
        ),
    )
