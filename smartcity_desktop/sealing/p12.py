"""A judge's own certificate and key, brought in a .p12 file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing.certificate import read_certificate
from smartcity_desktop.sealing.signer import Signer, signer_for

if TYPE_CHECKING:
    from cryptography.x509 import Certificate


def open_p12(data: bytes, passphrase: str) -> Signer:
    """Open a .p12 file: the key with its certificate and those that certify it.

    Raises:
        KeyRefusedError: a wrong passphrase, no key or no certificate in it, or a key that is
            neither P-256 nor RSA of 2048 to 8192 bits.
    """
    try:
        content = pkcs12.load_pkcs12(data, passphrase.encode() or None)
    except (ValueError, TypeError) as error:
        raise KeyRefusedError(
            message("The passphrase does not open this .p12 file, or it is not a .p12 file.")
        ) from error
    if content.key is None or content.cert is None:
        raise KeyRefusedError(
            message("This .p12 file does not hold a private key together with its certificate.")
        )
    signer = signer_for(content.key)
    chain = _chain(
        content.cert.certificate, [item.certificate for item in content.additional_certs]
    )
    ders = [certificate.public_bytes(Encoding.DER) for certificate in chain]
    if read_certificate(ders[0]).key != signer.public:
        raise KeyRefusedError(message("The certificate in this .p12 file belongs to another key."))
    return signer.with_certificates(ders)


def _chain(leaf: Certificate, others: list[Certificate]) -> list[Certificate]:
    """Order the certificates so that each certifies the one before; leave out the rest."""
    chain = [leaf]
    while True:
        above = [c for c in others if c.subject == chain[-1].issuer and c not in chain]
        if not above:
            return chain
        chain.append(above[0])
