"""For whom the documents of a declaration prepare signature fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.signatory import Signatory

if TYPE_CHECKING:
    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.reports.letterhead import Letterhead, Person

ALWAYS = ("chair", "official")
"""Fields that are prepared even when the signer's certificate is not known beforehand."""


def signatories_of(letterhead: Letterhead, language: Language) -> tuple[Signatory, ...]:
    """Return for whom signature fields are prepared.

    The chair and the official always; others only where the letterhead names their certificate,
    because a prepared field that stays empty makes a document incomplete.
    """
    people = [("chair", letterhead.chair)]
    if letterhead.official is not None:
        people.append(("official", letterhead.official))
    if letterhead.secretary is not None:
        people.append(("secretary", letterhead.secretary))
    people += [(f"witness-{n}", w) for n, w in enumerate(letterhead.witnesses, start=1)]
    return tuple(
        _signatory(field, person, language)
        for field, person in people
        if field in ALWAYS or person.certificate_sha256
    )


def _signatory(field: str, person: Person, language: Language) -> Signatory:
    return Signatory(
        field, person.name, person.role.in_language(language), person.certificate_sha256 or None
    )
