"""What the plenary screen says, line by line: only what the chair released."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.ranking import pending_codes
from smartcity_desktop.secretariat.region_view import find_axes
from ui.item_models.ranking_model import PENDING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.results import RankedRegion
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.words import Words

NONE = "—"


class Release(Enum):
    """What everybody in the room may see."""

    NOTHING = "nothing"
    SELECTED = "selected"
    RANKING = "ranking"
    REGION = "region"


RELEASES = {
    Release.NOTHING: message("The title only"),
    Release.SELECTED: message("Selected regions, without figures"),
    Release.RANKING: message("The whole ranking"),
    Release.REGION: message("The region chosen in the table"),
}


class Cells(Struct, frozen=True):
    """One line: at the left a place, then a name, a figure, and what came of it."""

    place: str = ""
    name: str = ""
    figure: str = ""
    outcome: str = ""


Line = Cells | str
"""A line with cells, or a heading."""


def find_lines(
    words: Words, facts: OfficeFacts, kind: Release, region: str = ""
) -> tuple[Line, ...]:
    """Return the lines of what is released; ``region`` is a code, for a release of one region."""
    match kind:
        case Release.NOTHING:
            return ()
        case Release.SELECTED:
            return tuple(_selected(words, facts))
        case Release.RANKING:
            return tuple(_ranking(words, facts))
        case Release.REGION:
            return tuple(_region(words, facts, region))


def _named(region: Region) -> str:
    return f"{region.name} ({region.code})"


def _regions(facts: OfficeFacts) -> dict[str, Region]:
    return {region.code: region for region in facts.roster.regions}


def _selected(words: Words, facts: OfficeFacts) -> Iterator[Line]:
    regions = _regions(facts)
    bands: dict[str, list[str]] = {}
    for ranked in facts.reckoning.results.ranked:
        if ranked.selection is not None:
            named = _named(regions[ranked.code])
            bands.setdefault(words.text(ranked.selection), []).append(named)
    if not bands:
        yield Cells(name=words.say(message("No region is selected.")))
    for band, members in bands.items():
        yield band
        yield from (Cells(name=named) for named in sorted(members))
    pending = len(pending_codes(facts))
    if pending:
        said = message("Regions about which the plenary still decides: {count}", count=pending)
        yield words.say(said)


def _ranking(words: Words, facts: OfficeFacts) -> Iterator[Line]:
    regions, pending = _regions(facts), pending_codes(facts)
    for ranked in facts.reckoning.results.ranked:
        yield _ranked(words, ranked, regions[ranked.code], pending)
    if not facts.reckoning.results.ranked:
        yield Cells(name=words.say(message("No region can be ranked yet.")))


def _ranked(
    words: Words, ranked: RankedRegion, region: Region, pending: frozenset[str]
) -> Cells:  # fmt: skip
    selection = words.text(ranked.selection) if ranked.selection else ""
    if not selection and ranked.code in pending:
        selection = words.say(PENDING)
    return Cells(
        f"{ranked.rank}.", _named(region), words.figures(ranked.printed), outcome=selection
    )


def _region(words: Words, facts: OfficeFacts, code: str) -> Iterator[Line]:
    region = _regions(facts).get(code)
    if region is None:
        return
    results, places = facts.reckoning.results, facts.instrument.rules.decimals
    ranked = next((each for each in results.ranked if each.code == code), None)
    if ranked is None:
        yield Cells(name=_named(region), outcome=words.say(message("Without a rank")))
        return
    yield _ranked(words, ranked, region, pending_codes(facts))
    for dimension, axis in zip(facts.instrument.dimensions, find_axes(facts, code), strict=True):
        value, mean = (
            NONE if each is None else words.number(each, places) for each in (axis.value, axis.mean)
        )
        said = words.say(message("mean {mean}", mean=mean))
        yield Cells("", words.text(dimension.name), value, said)
