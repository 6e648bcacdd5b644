"""Who signs a printed document."""

from __future__ import annotations

from msgspec import Struct

CHAIR = "chair"
SECRETARY = "secretary"
OFFICIAL = "official"


def witness_field(number: int) -> str:
    """Return the field name of a witness, counted from 1."""
    return f"witness-{number}"


def judge_field(judge: str) -> str:
    """Return the field name of a judge."""
    return f"judge-{judge}"


class Signatory(Struct, frozen=True):
    """Somebody for whom a document prepares a signature field.

    Attributes:
        field: name of the signature field.
        role: what the person signs as, such as "Ketua Dewan Juri".
        certificate_sha256: of the certificate that must sign, hexadecimal; None leaves the
            signer open.
    """

    field: str
    name: str
    role: str
    certificate_sha256: str | None = None
