"""For whom the documents of a declaration prepare signature fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.signatory import (
    CHAIR,
    OFFICIAL,
    SECRETARY,
    Signatory,
    judge_field,
    witness_field,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartcity_desktop.domain.assessment import Judge
    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.reports.letterhead import Letterhead, Person

ALWAYS = (CHAIR, OFFICIAL)
"""Fields that are prepared even when nobody is named for them yet."""


def signatories_of(
    letterhead: Letterhead, judges: Sequence[Judge], language: Language
) -> tuple[Signatory, ...]:
    """Return for whom signature fields are prepared; a document takes those with a place in it.

    Chair and official always; secretary and witnesses whom the letterhead names; every judge
    where it says that the judges sign electronically. Nobody who signs on paper.
    """
    people = [
        _signatory(field, person, language)
        for field, person in _offices(letterhead)
        if not person.on_paper and (field in ALWAYS or person.name or person.certificate_sha256)
    ]
    if letterhead.judges_sign:
        people += [Signatory(judge_field(j.id), j.name, j.role) for j in judges]
    return tuple(people)


def _offices(letterhead: Letterhead) -> Iterator[tuple[str, Person]]:
    yield CHAIR, letterhead.chair
    if letterhead.official is not None:
        yield OFFICIAL, letterhead.official
    if letterhead.secretary is not None:
        yield SECRETARY, letterhead.secretary
    for number, witness in enumerate(letterhead.witnesses, start=1):
        yield witness_field(number), witness


def _signatory(field: str, person: Person, language: Language) -> Signatory:
    return Signatory(
        field, person.name, person.role.in_language(language), person.certificate_sha256 or None
    )
