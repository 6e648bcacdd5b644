"""What is said about a code or a name that cannot stand, with what was likely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.regions.official import OfficialRegion, RegionTable


def offer(regions: Iterable[OfficialRegion | Region]) -> str:
    """Return regions as text to choose from: ``32.04 Kabupaten Bandung / 32.73 Kota Bandung``."""
    return " / ".join(f"{region.code} {region.name}" for region in regions)


def misfit(region: OfficialRegion, name: str, official: RegionTable) -> Message | None:
    """Return why a name does not fit a code, None when it does.

    A name fits when it can mean this region and no other: "Bandung" alone fits neither the
    kabupaten nor the kota.
    """
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


def unknown_code(code: str, likely: Sequence[OfficialRegion | Region]) -> Message:
    """Return the sentence for a code that nothing has."""
    if likely:
        return message(
            "There is no region with the code {code}. Did you mean {offer}?",
            code=code[:40],
            offer=offer(likely),
        )
    return message("There is no region with the code {code}.", code=code[:40])


def missing_code(likely: Sequence[OfficialRegion | Region]) -> Message:
    """Return the sentence for a line without a code."""
    if likely:
        return message("The code is missing. Did you mean {offer}?", offer=offer(likely))
    return message("The code is missing.")


def mangled_code(code: str, likely: Sequence[OfficialRegion | Region]) -> Message:
    """Return the sentence for a code that looks as if a spreadsheet had changed it."""
    return message(
        'The code "{code}" may have been changed by a spreadsheet. Did you mean {offer}? Format '
        "the column as text and write the code as it should be.",
        code=code,
        offer=offer(likely),
    )
