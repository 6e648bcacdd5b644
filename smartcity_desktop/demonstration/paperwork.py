"""The end of the story: documents printed, signed by chair and secretary, and verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.demonstration.papers import PASSPHRASE
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.signatory import CHAIR, SECRETARY
from smartcity_desktop.language.dates import Zone, print_moment
from smartcity_desktop.merging.sources import find_sources
from smartcity_desktop.plenary.printing import print_documents
from smartcity_desktop.plenary.record import read_record
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.press import open_press
from smartcity_desktop.store.durable import write_atomically
from smartcity_desktop.verifying.document import Means, verify_document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from smartcity_desktop.demonstration.papers import Papers
    from smartcity_desktop.demonstration.story import Stage
    from smartcity_desktop.domain.check import Check
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.plenary.printing import Printed
    from smartcity_desktop.store.assessment_file import AssessmentFile

SIGNED = (ReportKind.RANKING, ReportKind.MINUTES)


def print_all(
    stage: Stage,
    file: AssessmentFile,
    instrument: Instrument,
    speech: tuple[Language, Callable[[Message], str]],
) -> tuple[Printed, ...]:
    """Print every kind of document."""
    language, translate = speech
    press = open_press(stage.resources, language, translate, Zone.WIB.tzinfo)
    record = read_record(file, instrument, language)
    kinds = [ReportKind.RANKING, ReportKind.MINUTES, ReportKind.JUDGE_SHEETS]
    return print_documents(file, record, kinds, press, (stage.documents, lambda: None))


def sign_all(
    stage: Stage,
    papers: Papers,
    printed: Sequence[Printed],
    speech: tuple[Language, Callable[[Message], str]],
) -> tuple[Path, ...]:
    """Let chair and secretary sign ranking and minutes in turn; returns what was signed."""
    from smartcity_desktop.signing.mark import Mark
    from smartcity_desktop.signing.p12 import open_p12
    from smartcity_desktop.signing.sign import sign_pdf

    language, translate = speech
    turns = (
        (CHAIR, papers.p12, message("Chair of the Jury")),
        (SECRETARY, papers.secretary, message("Secretary")),
    )
    keys = [(field, open_p12(path.read_bytes(), PASSPHRASE), role) for field, path, role in turns]
    mark = Mark(
        intro=translate(message("Signed electronically by:")),
        role="",
        issued_by=translate(message("Certificate issued by:")),
        write_moment=lambda at: print_moment(at.astimezone(Zone.WIB.tzinfo), language),
        fonts=stage.resources / "fonts",
    )
    signed = []
    for document in printed:
        if document.kind in SIGNED:
            pdf = document.path.read_bytes()
            for field, key, role in keys:
                own = replace(mark, role=translate(role))
                pdf = sign_pdf(pdf, key, field, moment=stage.clock(), mark=own)
            write_atomically(document.path, pdf)
            signed.append(document.path)
    return tuple(signed)


def verify_all(stage: Stage, papers: Papers, signed: Sequence[Path]) -> tuple[Check, ...]:
    """Verify the signed documents as a stranger would who holds the panel files."""
    means = Means(
        now=stage.clock(),
        trust_roots=(papers.ca.read_bytes(),),
        panel_files=find_sources([stage.received]),
    )
    return tuple(
        check
        for path in signed
        for check in verify_document(path.read_bytes(), means, lambda: None).checks
    )
