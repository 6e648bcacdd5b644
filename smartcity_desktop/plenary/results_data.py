"""The results' data for a folder: those of the declaration in force, or provisional ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.plenary.facts import declared_document
from smartcity_desktop.plenary.record import full_sheets, read_record
from smartcity_desktop.plenary.results_answer import answer_bytes, results_answer
from smartcity_desktop.reports.data_files import SHEET, data_files
from smartcity_desktop.reports.results_table import (
    PROVISIONAL,
    decimal_mark,
    marked_provisional,
    results_csv,
    results_rows,
)
from smartcity_desktop.reports.scores_table import ScoreFacts, scores_rows
from smartcity_desktop.tables.writing import write_csv, write_xlsx

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.plenary.reckoning import Reckoning
    from smartcity_desktop.store.assessment_file import AssessmentFile

DataFiles = tuple[tuple[str, bytes], ...]
"""Names and bytes."""


def declared_data(file: AssessmentFile, instrument: Instrument, language: Language) -> DataFiles:
    """Return the data of the declaration in force, as ``data_files`` has them.

    Raises:
        RuleError: nothing is declared, or the file does not give the declared results any more.
    """
    return data_files(read_record(file, instrument, language), language)


def provisional_data(file: AssessmentFile, reckoning: Reckoning, language: Language) -> DataFiles:
    """Return what stands before a declaration, marked as provisional in names and in content.

    The object says ``"declared": false``; every row of a table says it in its last column. The
    scores of an anonymous assessment are left out: their letters are drawn at the declaration.
    """
    secret = file.anonymity.secret()
    document = declared_document(reckoning, secret)
    facts = (reckoning.roster, reckoning.instrument, reckoning.results, language)
    found = [
        ("results.json", answer_bytes(results_answer(reckoning, document, declared=False))),
        ("results.csv", results_csv(*facts, provisional=True)),
    ]
    if not secret:
        found.append(("scores.csv", _scores(file, reckoning, language)))
    table = results_rows(*facts, provisional=True)
    found.append(("results.xlsx", write_xlsx(table, SHEET[language])))
    return tuple((f"{PROVISIONAL}-{name}", content) for name, content in found)


def _scores(file: AssessmentFile, reckoning: Reckoning, language: Language) -> bytes:
    rows = scores_rows(
        ScoreFacts(
            reckoning.instrument,
            reckoning.roster,
            full_sheets(file, reckoning),
            reckoning.sheets,
            {seal.digest: seal.receipt for seal in reckoning.seals},
        )
    )
    return write_csv(marked_provisional(rows), decimal_mark=decimal_mark(language))
