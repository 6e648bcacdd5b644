"""Finding what a person means by a receipt, the head of a digest or a region's code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing.receipt import read_receipt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.intact_seal import IntactSeal

DIGEST = re.compile(r"[0-9a-f]{64}")


def find_seal(name: str, seals: Sequence[IntactSeal], *, allow_unknown: bool = False) -> str:
    """Return the digest of the seal that a receipt, a digest or its first letters name.

    A whole digest may be unknown when ``allow_unknown``: a void waits for a seal to come.

    Raises:
        InputError: no seal, or more than one, fits.
    """
    wanted = name.strip().lower()
    if DIGEST.fullmatch(wanted) and allow_unknown:
        return wanted
    receipt = _as_receipt(name)
    found = {
        seal.digest
        for seal in seals
        if seal.receipt == receipt or (len(wanted) >= 8 and seal.digest.startswith(wanted))
    }
    if len(found) == 1:
        return found.pop()
    if found:
        raise InputError(
            message("{name} fits {count} seals. Give more letters.", name=name, count=len(found))
        )
    raise InputError(
        message(
            "No stored seal has the receipt or digest {name}. Give a receipt such as "
            "ABCD-EFGH-JKMN-PQRS, or at least 8 letters of the digest.",
            name=name,
        )
    )


def _as_receipt(name: str) -> str:
    """Return a receipt in its one form, however it was read off the paper; empty for none."""
    try:
        return read_receipt(name)
    except InputError:
        return ""


def find_region(code: str, roster: Roster) -> str:
    """Return the code, if the assessment has that region; raises InputError otherwise."""
    if any(region.code == code for region in roster.regions):
        return code
    raise InputError(message("This assessment has no region {code}.", code=code))


def find_judge(judge: str, roster: Roster) -> str:
    """Return the id, if the assessment has that judge; raises InputError otherwise."""
    if any(one.id == judge for one in roster.judges):
        return judge
    raise InputError(message("This assessment has no judge {judge}.", judge=judge))
