"""What the signatures in a file are, as plain values."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime


class Trust(Enum):
    """What the given roots say of a certificate."""

    VOUCHED = "vouched"
    NO_ROOT = "no root"
    OUT_OF_DATE = "out of date"
    NOT_FOR_SIGNING = "not for signing"
    WEAK = "weak"
    UNKNOWN = "unknown"


class Signer(Struct, frozen=True):
    """Whom a certificate names.

    Attributes:
        sha256: fingerprint of the certificate, hexadecimal.
        first, last: between which moments it holds.
        root: name of the root that vouches; empty when none does.
    """

    name: str
    issuer: str
    sha256: str
    first: datetime
    last: datetime
    trust: Trust
    root: str = ""


class TimeStamp(Struct, frozen=True):
    """A time stamp on a signature, or on the document.

    Attributes:
        holds: the stamp itself is undamaged and belongs here.
        vouched: a given root vouches for the service.
    """

    at: datetime
    service: str
    holds: bool
    vouched: bool


class SignatureFacts(Struct, frozen=True):
    """One signature.

    Attributes:
        field: name of the field it stands in.
        revision: the state of the file that it signs; the oldest is 0.
        intact: what it covers is byte for byte what was signed.
        undisturbed: whatever was added later is what its signer permitted.
        end: up to which byte it covers the file.
        signer: None when no certificate can be read.
        claimed: moment of signing as the signer's computer gave it.
        certifies: it certifies the document rather than approves it.
        permits: what a certifying signature permits afterwards: 1 nothing, 2 filling in prepared
            fields, 3 remarks as well.
        stands_alone: it is a time stamp on the document and nobody's signature.
    """

    field: str
    revision: int
    intact: bool
    undisturbed: bool
    end: int
    signer: Signer | None = None
    claimed: datetime | None = None
    certifies: bool = False
    permits: int = 0
    stamp: TimeStamp | None = None
    stands_alone: bool = False
