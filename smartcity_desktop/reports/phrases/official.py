"""Who signs letters and decrees: the official whom the letterhead names, else the chair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.signatory import CHAIR, OFFICIAL
from smartcity_desktop.reports.phrases.people import chair_role

if TYPE_CHECKING:
    from smartcity_desktop.reports.layout.signatures import SignatureBlock
    from smartcity_desktop.reports.phrases.people import SigningPeople
    from smartcity_desktop.reports.record import DeclaredRecord


def official_block(record: DeclaredRecord, people: SigningPeople) -> SignatureBlock:
    """Return the block of the one who signs."""
    letterhead = record.letterhead
    if letterhead.official is not None:
        return people.block(OFFICIAL, letterhead.official, message("Official"))
    return people.block(CHAIR, letterhead.chair, chair_role(record.roster.assessment))
