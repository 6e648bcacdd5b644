"""Finding the region that a line of a list means, among the regions that may be meant."""

from __future__ import annotations

from collections import defaultdict
from difflib import get_close_matches
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import Message, message, offering
from smartcity_desktop.domain.offer import MAY_LEAVE_OUT
from smartcity_desktop.regions.codes import OFFICIAL_FORM, possible_originals
from smartcity_desktop.regions.sentences import mangled_code, misfit, missing_code, unknown_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.regions.official import RegionTable

_NEARLY, _ALIKE = 0.8, 0.6
_MOST_OFFERS = 3


class RegionFinder:
    """Resolves what people write in a column for regions.

    Accepted are the code, an old code, and the full name of one region. A name beside the code
    must fit it, and lets a code be restored that a spreadsheet changed.
    """

    def __init__(self, known: Iterable[Region], official: RegionTable) -> None:
        """Index the regions that may be meant."""
        self._official = official
        self._known = {region.code: region for region in known}
        self._folded = {code.casefold(): region for code, region in self._known.items()}
        self._names: dict[str, list[Region]] = defaultdict(list)
        for region in self._known.values():
            self._names[_fold(region.name)].append(region)
        self._found: dict[tuple[str, str], Region | Message] = {}

    def find(self, written: str, name: str = "") -> Region | Message:
        """Return the region, or the sentence that says why none is meant for certain.

        Args:
            written: the cell for the region.
            name: the name beside it, where the list has a column for it.
        """
        key = (written, name)
        if key not in self._found:
            self._found[key] = self._resolve(written, name)
        return self._found[key]

    def _resolve(self, written: str, name: str) -> Region | Message:
        if not written:
            return missing_code(self._named(name))
        region = self._coded(written)
        if region:
            return self._checked(region, name)
        originals = [r for c in possible_originals(written) if (r := self._coded(c))]
        fitting = [r for r in originals if name and self._named(name) == (r,)]
        if len(fitting) == 1:
            return fitting[0]
        if originals:
            return mangled_code(written, originals)
        named = self._named(written)
        return self._checked(named[0], name) if len(named) == 1 else self._unknown(written, name)

    def _coded(self, code: str) -> Region | None:
        today = self._official.old_codes.get(code, code)
        return self._known.get(today) or self._folded.get(code.casefold())

    def _named(self, name: str) -> tuple[Region, ...]:
        """Return the known regions that a name may mean, if it can mean no other."""
        own = self._names.get(_fold(name), [])
        if own:
            return tuple(own)
        meant = self._official.named(name)
        known = tuple(self._known[r.code] for r in meant if r.code in self._known)
        return known if len(known) == len(meant) else ()

    def _checked(self, region: Region, name: str) -> Region | Message:
        if not name or _fold(name) == _fold(region.name):
            return region
        official = self._official.get(region.code)
        if official:
            return misfit(official, name, self._official) or region
        return message(
            '{region} is not called "{name}". Correct the code or the name.',
            region=f"{region.code} {region.name}",
            name=name,
        )

    def _unknown(self, written: str, name: str) -> Message:
        official = self._official.get(written)
        meant = (official,) if official else self._official.named(written)
        if len(meant) == 1:
            what = message(
                "{region} is not among the regions that may stand here.",
                region=str(meant[0]),
            )
            return offering(what, [MAY_LEAVE_OUT])
        if meant:
            return unknown_code(written, meant)
        near = get_close_matches(_fold(written), self._names, _MOST_OFFERS, _NEARLY)
        sure = [*self._named(name), *(region for stem in near for region in self._names[stem])]
        if sure:
            return unknown_code(written, tuple(dict.fromkeys(sure))[:_MOST_OFFERS])
        # Official codes that look alike are neighbours, not spellings of one another.
        how = _NEARLY if OFFICIAL_FORM.fullmatch(written) else _ALIKE
        close = get_close_matches(written, self._known, _MOST_OFFERS, how)
        alike = get_close_matches(_fold(written), self._names, _MOST_OFFERS, _ALIKE)
        likely = [self._known[code] for code in close]
        likely += [region for stem in alike for region in self._names[stem]]
        return unknown_code(written, tuple(dict.fromkeys(likely))[:_MOST_OFFERS], guess=True)


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())
