"""Checking an audit log: the chain is whole, and what points into it points to the right act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.audit import Head, first_fault
from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from smartcity_desktop.domain.audit import Act
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.domain.message import Message


def check_chain(acts: Sequence[Act]) -> Check:
    """Check that every act is chained to the one before it."""
    fault = first_fault(acts)
    if fault is not None:
        return Check(
            "audit_log",
            ok=False,
            detail=message(
                "The audit log is broken at act {number}: it was changed, removed or moved "
                "afterwards.",
                number=fault,
            ),
        )
    return Check(
        "audit_log", ok=True, detail=message("The audit log of {count} acts is whole.",
                                             count=len(acts))
    )  # fmt: skip


def check_heads(acts: Sequence[Act], heads: Iterable[tuple[Message, Head]]) -> tuple[Check, ...]:
    """Check that each head that was sealed or declared is still a place in the chain."""
    hashes = {act.number: act.hash for act in acts}
    hashes[0] = Head().hash
    return tuple(
        Check(
            "audit_head",
            ok=False,
            detail=message(
                "{what} names a place in the audit log that is not there any more: acts were "
                "removed or rewritten.",
                what=what,
            ),
        )
        for what, head in heads
        if hashes.get(head.count) != head.hash
    )


def check_sealing(acts: Sequence[Act], seals: Sequence[IntactSeal]) -> Iterator[Check]:
    """Yield the seals that were made and are not here, and those that the log does not know.

    Whoever takes the last seal out of a file lets an older one count.
    """
    made = {
        details.get("digest", ""): details.get("number", "?")
        for details in (dict(act.details) for act in acts if act.kind == "seal")
    }
    held = {seal.digest for seal in seals}
    for digest in sorted(made.keys() - held):
        what = message(
            "Seal {number} ({digest}) was made and is not in the file: somebody took it out, and "
            "an older seal would count in its place.",
            number=made[digest],
            digest=digest[:16],
        )
        yield Check("log", ok=False, detail=what)
    for seal in seals:
        if seal.digest not in made:
            what = message(
                "The audit log does not know seal {number} ({receipt}).",
                number=seal.number,
                receipt=seal.receipt,
            )
            yield Check("log", ok=False, detail=what)
