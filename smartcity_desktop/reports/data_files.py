"""The data that lie beside the paper: the same results for machines, spreadsheets and officials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.reports.results_table import decimal_mark, results_rows
from smartcity_desktop.reports.scores_table import declared_scores, scores_rows
from smartcity_desktop.reports.veiled import published
from smartcity_desktop.tables.writing import write_csv, write_xlsx

if TYPE_CHECKING:
    from smartcity_desktop.reports.record import DeclaredRecord

SHEET = {Language.INDONESIAN: "hasil", Language.ENGLISH: "results"}


def data_files(record: DeclaredRecord, language: Language) -> tuple[tuple[str, bytes], ...]:
    """Return names and bytes; the same declaration gives the same bytes on any machine and day.

    ``results.json`` are the very bytes that were declared. Where the assessment is anonymous,
    ``scores.csv`` tells values by region under letters, without judge, receipt and note.
    """
    table = results_rows(record.roster, record.instrument, record.results, language)
    rows = scores_rows(declared_scores(published(record)))
    scores = write_csv(rows, decimal_mark=decimal_mark(language))
    return (
        ("results.json", record.results_json),
        ("results.csv", record.results_csv),
        ("scores.csv", scores),
        ("results.xlsx", write_xlsx(table, SHEET[language])),
    )
