"""Computes and shows the results."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smartcity_desktop.cli.grammar import PATH, Example, argument, option, subcommand
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.plenary.reckoning import Reckoning


@subcommand(
    message(
        "Everything is computed from the sealed sheets and the recorded decisions, exactly, each "
        "time. Until the results are declared they are provisional."
    ),
    examples=(
        Example("results kota.assessment", message("The ranking as a table:")),
        Example(
            "results kota.assessment --format xlsx --out hasil.xlsx",
            message("For a spreadsheet:"),
        ),
        Example(
            "results kota.assessment --data data/",
            message("Everything a machine reads, beside the printed documents:"),
        ),
    ),
)
@argument("file", meaning=message("The assessment."), shown="FILE.assessment", type=PATH)
@option("--format", "form", meaning=message("table, json, csv or xlsx."),
        type=click.Choice(["table", "json", "csv", "xlsx"]), default="table")  # fmt: skip
@option("--out", meaning=message("Write to this file."), shown=message("FILE"), type=PATH)
@option("--data", meaning=message("Write results.json, results.csv, scores.csv and results.xlsx "
                                  "of the declaration in force into this folder."),
        shown=message("DIR"), type=PATH)  # fmt: skip
@option("--panel-results", "panel", meaning=message("Of an anonymous assessment: write the panel's "
        "own results, with judges, for whoever verifies. Never publish them."),
        shown=message("FILE"), type=PATH)  # fmt: skip
def results(
    session: Session, file: Path, form: str, out: Path | None, data: Path | None,
    panel: Path | None,
) -> Answer | None:  # fmt: skip
    """Show the results."""
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.plenary.facts import declared_document
    from smartcity_desktop.plenary.reckoning import reckon_file
    from smartcity_desktop.plenary.results_answer import results_answer

    if data is not None:
        return _write_data(session, file, data)
    if panel is not None:
        return _write_panel_results(session, file, panel)
    with open_assessment(session, file, read_only=True) as (assessment, instrument):
        reckoning = reckon_file(assessment, instrument)
        declared = assessment.declarations.standing() is not None
        document = declared_document(reckoning, assessment.anonymity.secret())
    answer = results_answer(reckoning, document, declared=declared)
    if form == "table" and out is None:
        _show(session, reckoning, declared=declared)
        return Answer(answer)
    _write(session, reckoning, answer, (form, out))
    return Answer(answer) if out is not None or session.as_json else None


def _write_data(session: Session, file: Path, folder: Path) -> Answer:
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.plenary.record import read_record
    from smartcity_desktop.reports.data_files import data_files
    from smartcity_desktop.sealing.canonical import sha256_hex
    from smartcity_desktop.store.durable import write_atomically

    with open_assessment(session, file, read_only=True) as (assessment, instrument):
        record = read_record(assessment, instrument, session.language)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in data_files(record, session.language):
        path = folder / name
        write_atomically(path, content)
        session.say(message("Saved: {path}", path=str(path)))
        written.append({"path": path, "sha256": sha256_hex(content)})
    return Answer({"results_sha256": record.declaration.results_sha256, "files": written})


def _write_panel_results(session: Session, file: Path, path: Path) -> Answer:
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.plenary.anonymity import panel_results
    from smartcity_desktop.sealing.canonical import sha256_hex
    from smartcity_desktop.store.durable import write_atomically

    with open_assessment(session, file, read_only=True) as (assessment, _):
        content = panel_results(assessment)
    write_atomically(path, content)
    session.say(message("Saved: {path}", path=str(path)))
    return Answer({"path": path, "sha256": sha256_hex(content)})


def _write(
    session: Session,
    reckoning: Reckoning,
    answer: dict[str, object],
    target: tuple[str, Path | None],
) -> None:
    from smartcity_desktop.plenary.results_answer import answer_bytes
    from smartcity_desktop.reports.results_table import results_csv, results_rows
    from smartcity_desktop.store.durable import write_atomically
    from smartcity_desktop.tables.writing import write_xlsx

    form, out = target
    facts = (reckoning.roster, reckoning.instrument, reckoning.results, session.language)
    provisional = not answer["declared"]
    if form == "xlsx":
        data = write_xlsx(results_rows(*facts, provisional=provisional), "hasil")
    elif form == "csv":
        data = results_csv(*facts, provisional=provisional)
    else:
        data = answer_bytes(answer)
    if out is not None:
        write_atomically(out, data)
        session.say(message("Saved: {path}", path=str(out)))
    elif not session.as_json:
        session.terminal.write_bytes(data)


def _show(session: Session, reckoning: Reckoning, *, declared: bool) -> None:
    from smartcity_desktop.language.numbers import localise_figures

    names = {region.code: region.name for region in reckoning.roster.regions}
    language = session.language
    rows = [
        (
            str(region.rank),
            region.code,
            names[region.code],
            localise_figures(region.printed, language),
            str(region.tally.judges),
            region.grade.in_language(language) if region.grade else "",
            region.selection.in_language(language) if region.selection else "",
        )
        for region in reckoning.results.ranked
    ]
    titles = (
        message("Rank"), message("Code"), message("Region"), message("Total"),
        message("Judges"), message("Grade"), message("Selection"),
    )  # fmt: skip
    if not declared:
        session.say(message("Provisional: not declared yet."))
    session.show_table(titles, rows, (0, 3, 4))
    for out in reckoning.results.not_ranked:
        for reason in out.reasons:
            session.say(
                message(
                    "Not ranked: {code} {name}: {reason}",
                    code=out.code,
                    name=names[out.code],
                    reason=reason,
                )
            )
    if reckoning.questions:
        session.say(
            message("{count} open questions: decide FILE --list", count=len(reckoning.questions))
        )
