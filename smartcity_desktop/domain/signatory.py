"""Who signs a printed document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signatory:
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
