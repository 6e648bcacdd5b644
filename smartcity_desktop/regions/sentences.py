"""What is said about a code or a name that cannot stand, with what was likely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import Message, message, offering
from smartcity_desktop.domain.offer import Offer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.regions.official import OfficialRegion, RegionTable

CODE = "region"
"""Stands in an offer for whichever column a list has for a region's code."""


def offer(regions: Iterable[OfficialRegion | Region]) -> str:
    """Return regions as text to choose from: ``32.04 Kabupaten Bandung / 32.73 Kota Bandung``."""
    return " / ".join(f"{region.code} {region.name}" for region in regions)


def codes_of(
    regions: Iterable[OfficialRegion | Region], column: str = "", *, guess: bool = False
) -> tuple[Offer, ...]:
    """Return regions as codes that may be written in a column."""
    return tuple(Offer(r.code, f"{r.code} {r.name}", column, guess) for r in regions)


def misfit(region: OfficialRegion, name: str, official: RegionTable) -> Message | None:
    """Return why a name does not fit a code, None when it does.

    A name fits when it can mean this region and no other: "Bandung" alone fits neither the
    kabupaten nor the kota. What is offered is the code that the name belongs to, and the code's
    own name, which alone is offered where the name is nearly that.
    """
    what = _misfit(region, name, official)
    if what is None:
        return None
    meant = official.named(name)
    likely = meant or official.likely("", name)
    nearly = region in likely and not meant
    others = [] if nearly else [other for other in likely if other != region]
    own = Offer(region.name, f"{region.code} {region.name}", "name")
    return offering(what, (*codes_of(others, CODE), own))


def _misfit(region: OfficialRegion, name: str, official: RegionTable) -> Message | None:
    meant = official.named(name)
    if meant == (region,):
        return None
    if region in meant:
        return message(
            '"{name}" can mean {offer}. Write the name with Kabupaten or Kota.',
            name=name,
            offer=offer(meant),
        )
    likely = official.likely("", name)
    if likely:
        return message(
            '{region} is not called "{name}". Did you mean {offer}?',
            region=str(region),
            name=name,
            offer=offer(likely),
        )
    return message(
        '{region} is not called "{name}". Correct the code or the name.',
        region=str(region),
        name=name,
    )


def unknown_code(
    code: str, likely: Sequence[OfficialRegion | Region], *, guess: bool = False
) -> Message:
    """Return the sentence for a code, or a name in its place, that nothing has."""
    named = not any(letter.isdecimal() for letter in code)
    if likely:
        what = (
            message(
                'There is no region called "{name}". Did you mean {offer}?',
                name=code[:40],
                offer=offer(likely),
            )
            if named
            else message(
                "There is no region with the code {code}. Did you mean {offer}?",
                code=code[:40],
                offer=offer(likely),
            )
        )
        return offering(what, codes_of(likely, guess=guess))
    if named:
        return message('There is no region called "{name}".', name=code[:40])
    return message("There is no region with the code {code}.", code=code[:40])


def missing_code(likely: Sequence[OfficialRegion | Region]) -> Message:
    """Return the sentence for a line without a code."""
    if likely:
        what = message("The code is missing. Did you mean {offer}?", offer=offer(likely))
        return offering(what, codes_of(likely))
    return message("The code is missing.")


def mangled_code(code: str, likely: Sequence[OfficialRegion | Region]) -> Message:
    """Return the sentence for a code that looks as if a spreadsheet had changed it."""
    what = message(
        'The code "{code}" may have been changed by a spreadsheet. Did you mean {offer}? Format '
        "the column as text and write the code as it should be.",
        code=code,
        offer=offer(likely),
    )
    return offering(what, codes_of(likely))
