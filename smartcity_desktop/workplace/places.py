"""Where a file lies, and whether a judge should work on it there."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import PurePath


class Place(Enum):
    """The kind of place; only in ``OWN`` is work safe from surprises."""

    OWN = "own"
    STICK = "stick"
    TEMPORARY = "temporary"
    NETWORK = "network"
    SYNCHRONISED = "synchronised"
    READ_ONLY = "read_only"


class Drive(Enum):
    """What the system says of the drive."""

    FIXED = "fixed"
    REMOVABLE = "removable"
    NETWORK = "network"


class Surroundings(Struct, frozen=True):
    """Facts about a file that the system knows.

    Attributes:
        folder: absolute; its class says whose rules for paths hold.
        writable: both the file and its folder.
        temporary: folders that the system empties.
        synchronised: folders that a program copies to other machines, as far as it says so.
    """

    folder: PurePath
    drive: Drive = Drive.FIXED
    writable: bool = True
    temporary: tuple[str, ...] = ()
    synchronised: tuple[str, ...] = ()


_SYNCHRONISED = (
    r"(onedrive|sharepoint|dropbox|nextcloud|owncloud|pcloud ?drive|megasync)( .*)?"
    r"|google ?drive( .*)?|googledrive|my drive|drive saya|icloud ?drive|icloud~.*|box sync|box"
)
_TEMPORARY = (
    r"7z[oe][0-9a-f]+(\.tmp)?|rar\$.*|temp\d+_.*\.zip|wz[0-9a-f]{4}|\.?cache|inetcache"
    r"|content\.outlook|content\.ie5|temporary internet files|telegram desktop|whatsapp.*"
    r"|.*whatsappdesktop.*|.*\.zip|.*\.rar|.*\.7z"
)
_NETWORK = r"gvfs|\.gvfs"
_PORTAL = r"/run/user/\d+/doc(/.*)?"
_PLUGGED_IN = ("/media", "/run/media")


def classify(facts: Surroundings) -> Place:
    """Return the kind of place; the first that fits of those in which work is least safe."""
    folder = facts.folder
    names = [part.casefold() for part in folder.parts[1:]]
    if facts.drive is Drive.NETWORK or _is_share(folder) or _any(_NETWORK, names):
        return Place.NETWORK
    if facts.drive is Drive.REMOVABLE or _inside(folder, _PLUGGED_IN):
        return Place.STICK
    if _inside(folder, facts.temporary) or _any(_TEMPORARY, names) or _is_portal(folder):
        return Place.TEMPORARY
    if _inside(folder, facts.synchronised) or _any(_SYNCHRONISED, names):
        return Place.SYNCHRONISED
    return Place.OWN if facts.writable else Place.READ_ONLY


def _is_share(folder: PurePath) -> bool:
    return isinstance(folder, PureWindowsPath) and folder.drive.startswith("\\\\")


def _is_portal(folder: PurePath) -> bool:
    return isinstance(folder, PurePosixPath) and bool(re.fullmatch(_PORTAL, str(folder)))


def _any(pattern: str, names: Iterable[str]) -> bool:
    return any(re.fullmatch(pattern, name) for name in names)


def _inside(folder: PurePath, roots: Iterable[str]) -> bool:
    known = (type(folder)(root) for root in roots if root)
    return any(root.is_absolute() and folder.is_relative_to(root) for root in known)
