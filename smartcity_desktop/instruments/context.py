"""What is known of an instrument while the rest of it is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Level, Scale
    from smartcity_desktop.domain.rules import WeightKind
    from smartcity_desktop.instruments.findings import Place
    from smartcity_desktop.instruments.rubrics import Rubric
    from smartcity_desktop.instruments.section import Section

_ID = re.compile("[A-Za-z0-9_.-]{1,16}")


class Context(Struct):
    """Facts that one part of the file needs of another.

    Attributes:
        weights: None where it is faulty; sums are not checked then.
        scale: the default; None where it is faulty.
        rubrics: by name.
        indicators: how many were read so far.
        fitted: levels by the place of their rubric and the scale they were held against.
    """

    weights: WeightKind | None
    scale: Scale | None
    rubrics: dict[str, Rubric]
    indicators: int = 0
    fitted: dict[tuple[Place, Scale], tuple[Level, ...]] = field(default_factory=dict)
    _owners: dict[str, Place] = field(default_factory=dict)

    def claim_id(self, section: Section) -> str:
        """Return the id of a part of the tree; it must be new in the whole instrument."""
        found = section.text("id")
        if found and not _ID.fullmatch(found):
            section.fault(
                "id",
                message("An id has 1 to 16 characters: letters without accents, digits, _ . and -"),
            )
            return ""
        if not found:
            return ""
        place = self._owners.setdefault(found.casefold(), section.place)
        if place != section.place:
            section.fault(
                "id",
                message(
                    'The id "{id}" stands already at {place}. Every id stands once in the whole '
                    "instrument; capitals and small letters count as the same.",
                    id=found,
                    place=place.trail,
                ),
            )
        return found
