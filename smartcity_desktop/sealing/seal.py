"""Making a seal: one signature for all sheets of a panel file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.sealing.base64url import write_base64
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.certificate import read_certificate
from smartcity_desktop.sealing.jws import write_jws
from smartcity_desktop.sealing.manifest import write_manifest
from smartcity_desktop.sealing.receipt import receipt_of

if TYPE_CHECKING:
    from smartcity_desktop.sealing.manifest import Manifest
    from smartcity_desktop.sealing.signer import Signer

TYP = "smartcity-seal"


class Seal(Struct, frozen=True):
    """A finished seal.

    Attributes:
        digest: SHA-256 of the JWS signing input: the seal's identity.
        receipt: its first 80 bits, for people.
    """

    jws: str
    digest: str
    receipt: str


def make_seal(manifest: Manifest, signer: Signer) -> Seal:
    """Sign a manifest; the same manifest and key give the same bytes.

    Raises:
        MalformedError: the manifest breaks the published form.
        ValueError: the signer shows no certificate, or one of another key; a caller's fault.
    """
    if not signer.certificates:
        raise ValueError("a seal needs the signer's certificate")
    if read_certificate(signer.certificates[0]).key != signer.public:
        raise ValueError("the certificate belongs to another key")
    header = {"typ": TYP, "x5c": [write_base64(der) for der in signer.certificates]}
    jws = write_jws(header, write_manifest(manifest), signer)
    digest = digest_of_seal(jws)
    return Seal(jws, digest, receipt_of(digest))


def digest_of_seal(jws: str) -> str:
    """Return a seal's identity, which a different signature of the same text does not change."""
    return sha256_hex(jws.rpartition(".")[0].encode())
