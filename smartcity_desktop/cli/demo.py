"""Carries out a whole rehearsal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smartcity_desktop.cli.grammar import PATH, Example, argument, option, subcommand
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from smartcity_desktop.demonstration.papers import Papers
    from smartcity_desktop.demonstration.story import Cast, Stage
    from smartcity_desktop.domain.check import Check


@subcommand(
    message(
        "98 real regions of 2017 to 2019, 21 invented judges, invented scores: everything a real "
        "session does, in rehearsal mode. The same seed gives the same totals and ranks. All "
        "files stay in the folder for you to open."
    ),
    examples=(Example("demo latihan/", message("The whole story:")),),
)
@argument("folder", meaning=message("An empty folder."), shown=message("DIR"), type=PATH)
@option("--regions", meaning=message("How many regions."), shown="N",
        type=click.IntRange(4, 98), default=98)  # fmt: skip
@option("--judges", meaning=message("How many judges."), shown="N", type=click.IntRange(3, 99),
        default=21)  # fmt: skip
@option("--seed", meaning=message("Where the invented scores begin."), shown="N", type=click.INT,
        default=2017)  # fmt: skip
def demo(session: Session, folder: Path, regions: int, judges: int, seed: int) -> Answer:
    """Carry out a rehearsal."""
    from smartcity_desktop.cli.inputs import RESOURCES
    from smartcity_desktop.demonstration import paperwork, story
    from smartcity_desktop.store.assessment_file import open_assessment_file

    stage = story.Stage(folder, RESOURCES, session.clock, session.random_bytes, session.say)
    story.open_folder(stage)
    cast = story.gather_cast(stage, regions, judges, seed)
    papers = story.prepare(stage, cast)
    session.say(
        message(
            "{regions} regions, {judges} judges: {pairs} score sheets to fill.",
            regions=len(cast.regions),
            judges=len(cast.judges),
            pairs=len(cast.assignments) - len(cast.conflicts),
        )
    )
    with session.progress(message("Judges score and seal"), len(cast.judges)) as advance:
        sheets = story.score_all(stage, cast, advance)
    session.say(message("{sheets} score sheets are sealed and handed over.", sheets=sheets))
    catalogue = session.on_paper()
    speech = (catalogue.language, catalogue.translate)
    with open_assessment_file(stage.assessment, session.clock) as file:
        merged = story.merge_all(stage, file, cast)
        session.say(message("{files} panel files are merged.", files=merged))
        for question in story.decide_all(stage, file, cast):
            session.say(message("The plenary decides: {question}", question=question))
        declared = story.declare(stage, file, cast)
        session.say(message("The results are declared: {digest}", digest=declared.results_sha256))
        printed = paperwork.print_all(stage, file, cast.instrument, speech)
    signed = paperwork.sign_all(stage, papers, printed, speech)
    session.say(
        message(
            "{printed} documents are printed, {signed} signed by chair and secretary.",
            printed=len(printed),
            signed=len(signed),
        )
    )
    checks = paperwork.verify_all(stage, papers, signed)
    return _finish(session, (stage, papers, cast), signed, (declared.results_sha256, checks))


def _finish(
    session: Session,
    played: tuple[Stage, Papers, Cast],
    signed: Sequence[Path],
    verdict: tuple[str, tuple[Check, ...]],
) -> Answer:
    from smartcity_desktop.cli.inputs import written_out

    stage, papers, _ = played
    digest, checks = verdict
    verified = bool(checks) and all(check.ok for check in checks)
    for check in checks:
        if not check.ok:
            session.warn(message("  FAILS: {name}: {detail}", name=check.name, detail=check.detail))
    session.say(message("Verified.") if verified else message("NOT verified."))
    session.say(message("What to try next:"))
    other = {"id": "en", "en": "id"}[session.paper.value]
    for words in (
        ("verify", signed[0], "--panel-files", stage.received, "--trust", papers.ca),
        ("results", stage.assessment),
        ("verify", stage.assessment),
        ("report", stage.assessment, "rekapitulasi", "--out", stage.documents, "--lang", other),
        ("reopen", stage.assessment, "--by", "Ketua", "--reason", "Latihan sanggahan"),
    ):
        command = written_out(session, *words)
        session.say(message("  {command}", command=command))
    return Answer(
        {
            "verified": verified,
            "results_sha256": digest,
            "assessment": stage.assessment,
            "documents": [str(path) for path in signed],
            "panel_files": stage.received,
            "trust": papers.ca,
        },
        done=verified,
    )
