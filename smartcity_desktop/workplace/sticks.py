"""Drives on which a sealed copy can leave the laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import PurePath

MEGABYTE = 1024 * 1024


class Volume(Struct, frozen=True):
    """What a system says of one mounted drive.

    Attributes:
        root: where it begins. name: its label; may be empty.
        free: bytes that a file may take.
        removable: can be pulled out. ready: it answers.
    """

    root: PurePath
    name: str
    free: int
    removable: bool
    read_only: bool = False
    ready: bool = True


class Stick(Struct, frozen=True):
    """One drive to hand over on.

    Attributes:
        name: what the judge knows it by.
        fits: whether the copy has room and may be written.
    """

    root: PurePath
    name: str
    free: int
    read_only: bool
    fits: bool


_PLUGGED_IN = ("/media", "/run/media", "/Volumes")
"""Where desktops put what is plugged in."""


def find_sticks(volumes: Iterable[Volume], needed: int) -> tuple[Stick, ...]:
    """Return the drives that can be pulled out, those on which the copy fits first.

    Args:
        volumes: everything that is mounted.
        needed: bytes that the copy takes at most.
    """
    sticks = [
        Stick(
            each.root,
            each.name.strip() or each.root.name or str(each.root),
            each.free,
            each.read_only,
            not each.read_only and each.free >= needed,
        )
        for each in volumes
        if each.ready and (each.removable or is_plugged_in(each.root))
    ]
    return tuple(sorted(sticks, key=lambda each: (not each.fits, str(each.root))))


def is_plugged_in(root: PurePath) -> bool:
    """Whether a drive begins where desktops put what is plugged in."""
    return any(str(root).startswith(f"{place}/") for place in _PLUGGED_IN)
