"""Saving the results' data from the office into a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.plenary.results_data import declared_data, provisional_data
from smartcity_desktop.secretariat.writing_out import write_all_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.office_facts import OfficeFacts


class SavedData(Struct, frozen=True):
    """Data that lie in a folder now.

    Attributes:
        declaration: number of the declaration they belong to; 0 while they are provisional.
        files: what lies there, in the order of their making.
        names_judges: a file tells which judge gave which score.
        scores_left_out: no file has single scores, because no letters stand for judges yet.
    """

    declaration: int
    files: tuple[Path, ...]
    names_judges: bool
    scores_left_out: bool


STEPS = 2
"""How often ``save_results_data`` calls ``advance``."""


def save_results_data(
    office: Office,
    facts: OfficeFacts,
    folder: Path,
    language: Language,
    advance: Callable[[], None],
) -> SavedData:
    """Save the data of the declaration in force, or provisional ones while there is none.

    Args:
        office: the open assessment.
        facts: as they stand now.
        folder: where they go; made where it lacks.
        language: of words and the decimal mark.
        advance: called before the data are made and before they are written; what it raises
            leaves the folder as it was.

    Raises:
        RuleError: the file does not give the declared results any more.
        StoreError: other files of these names lie there, or one could not be written; none was.
    """
    advance()
    if facts.standing is not None:
        files = declared_data(office.file, office.instrument, language)
    else:
        files = provisional_data(office.file, facts.reckoning, language)
    advance()
    written = write_all_out(folder, files)
    return SavedData(
        declaration=facts.standing.number if facts.standing else 0,
        files=written,
        names_judges=not facts.anonymous,
        scores_left_out=facts.anonymous and facts.standing is None,
    )
