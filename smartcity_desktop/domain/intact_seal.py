"""An intact seal: its proof held. Whether it counts is another matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping


class IntactSeal(Struct, frozen=True):
    """What a proven seal says.

    Attributes:
        digest: SHA-256 of the JWS signing input: the seal's identity.
        number: 1, 2, 3 ... within its issue, as the judge's laptop counted.
        earlier: digests of all earlier seals of this issue that the laptop knew.
        sheets: SHA-256 of the payload by region. open: the issue's other regions, sorted.
        thumbprint: RFC 7638 thumbprint of the judge's key.
        key_proven: the issue key vouches for exactly this thumbprint. When it vouches for
            another key of the same judge and issue (a forgotten passphrase), this is False and
            only a decision lets the seal stand.
        declared: (region, reason) conflicts of interest the judge declared at enrolment.
        reason: why a sealed sheet was changed or withdrawn; else empty.
    """

    digest: str
    receipt: str
    judge: str
    issue: str
    number: int
    earlier: frozenset[str]
    sheets: Mapping[str, str]
    open: tuple[str, ...]
    thumbprint: str
    key_proven: bool
    declared: tuple[tuple[str, str], ...]
    time: str
    reason: str
