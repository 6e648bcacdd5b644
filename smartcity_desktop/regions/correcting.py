"""The corrected name of a region that an assessment has already; its code never changes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message
from smartcity_desktop.regions.folding import readings
from smartcity_desktop.regions.sentences import misfit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.regions.official import OfficialRegion, RegionTable

LONGEST_NAME = 200
_FIRST_WORD = re.compile(r"[^\W\d_]+\.?\s*")


def correct_name(
    region: Region, typed: str, regions: Iterable[Region], official: RegionTable
) -> str:
    """Return the name that a region will bear: as typed, but for blanks.

    The name of an official code must still fit that code, and bears its Kabupaten or Kota even
    where that was abbreviated or left out. The name of any other code must be no other region's.

    Args:
        region: as it is called now.
        typed: the right name.
        regions: all of the assessment.
        official: the official regions.

    Raises:
        InputError: why the name cannot be, or that nothing would change.
    """
    name = unicodedata.normalize("NFC", " ".join(typed.split()))
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise InputError(
            message(
                "The name of a region needs 1 to {longest} letters and no invisible ones.",
                longest=LONGEST_NAME,
            )
        )
    known = official.get(region.code)
    fault = misfit(known, name, official) if known else _taken(region, name, regions)
    if fault is not None:
        raise InputError(fault)
    if known:
        name = _with_prefix(known, name)
    if name == region.name:
        raise InputError(
            message("{code} is called {name} already.", code=region.code, name=region.name)
        )
    return name


def _taken(region: Region, name: str, regions: Iterable[Region]) -> Message | None:
    for other in regions:
        if other.code != region.code and _fold(other.name) == _fold(name):
            return message(
                "{code} is called {name} already. Two regions of one name could not be told apart.",
                code=other.code,
                name=other.name,
            )
    return None


def _with_prefix(region: OfficialRegion, name: str) -> str:
    """Return the name with Kabupaten or Kota before it, spelled out."""
    prefix = region.kind.prefix()
    if readings(name)[0].kind == prefix:
        name = _FIRST_WORD.sub("", name, count=1)
    return f"{prefix.capitalize()} {name}"


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())
