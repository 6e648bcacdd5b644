"""Making a seal: the manifest signed with the judge's key."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcity_desktop.sealing.jws import read_jws, write_jws
from smartcity_desktop.sealing.manifest import write_manifest
from smartcity_desktop.sealing.receipt import write_receipt

if TYPE_CHECKING:
    from smartcity_desktop.sealing.manifest import Manifest
    from smartcity_desktop.sealing.wrapping import Signer

TYPE = "smartcity-seal"


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal as it is stored and handed over.

    Attributes:
        digest: SHA-256 of the signing input: the seal's identity. receipt: its first 80 bits.
    """

    jws: str
    digest: str
    receipt: str


def make_seal(manifest: Manifest, signer: Signer) -> Seal:
    """Sign the manifest; the same manifest and key give the same bytes."""
    chain = [base64.b64encode(der).decode("ascii") for der in signer.certificates]
    jws = write_jws(signer.key, {"typ": TYPE, "x5c": list(chain)}, write_manifest(manifest))
    digest = read_jws(jws).digest
    return Seal(jws, digest, write_receipt(digest))
