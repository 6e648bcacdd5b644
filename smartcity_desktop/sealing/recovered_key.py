"""Finding the public key that made a signature, from a fingerprint printed on paper.

A P-256 signature fits few public keys, and they follow from the signature and what was signed
(SEC 1, section 4.1.6). One of them that has the very fingerprint is the key: whoever could make
another fit would have found a second text with the same SHA-256.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric import ec

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.sealing.jws import read_jws
from smartcity_desktop.sealing.public_key import public_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    Point = tuple[int, int] | None
    """Two coordinates; None is the point at infinity."""

_CURVE = ec.SECP256R1()
_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
_G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
_HALF = 32


def recover_key(text: str, typ: str, fingerprint: str) -> str | None:
    """Return the JWK of the P-256 key that signed a compact JWS with a ``kid``.

    Args:
        text: the JWS.
        typ: what its header must say.
        fingerprint: RFC 7638 thumbprint of the key, all 43 characters.

    Returns:
        None where no key with this fingerprint made the signature.
    """
    try:
        jws = read_jws(text, typ, ("kid",))
    except InputError:
        return None
    if len(jws.signature) != 2 * _HALF:
        return None
    r, s = int.from_bytes(jws.signature[:_HALF]), int.from_bytes(jws.signature[_HALF:])
    digest = int.from_bytes(hashlib.sha256(jws.signing_input).digest())
    for x, y in _candidates(r, s, digest):
        key = public_key(ec.EllipticCurvePublicNumbers(x, y, _CURVE).public_key())
        if key.thumbprint == fingerprint:
            return key.jwk
    return None


def _candidates(r: int, s: int, digest: int) -> Iterator[tuple[int, int]]:
    order = _CURVE.group_order
    if not (0 < r < order and 0 < s < order):
        return
    inverse = pow(r, -1, order)
    for x in (r, r + order):
        square = (x**3 - 3 * x + _B) % _P
        root = pow(square, (_P + 1) // 4, _P)
        if x >= _P or root * root % _P != square:
            continue
        for y in {root, -root % _P}:
            found = _add(_times(s * inverse % order, (x, y)), _times(-digest * inverse % order, _G))
            if found is not None:
                yield found


def _times(factor: int, point: Point) -> Point:
    total: Point = None
    while factor:
        if factor & 1:
            total = _add(total, point)
        point = _add(point, point)
        factor >>= 1
    return total


def _add(one: Point, other: Point) -> Point:
    if one is None or other is None:
        return one or other
    if one[0] == other[0]:
        if (one[1] + other[1]) % _P == 0:
            return None
        slope = (3 * one[0] ** 2 - 3) * pow(2 * one[1], -1, _P) % _P
    else:
        slope = (other[1] - one[1]) * pow(other[0] - one[0], -1, _P) % _P
    x = (slope**2 - one[0] - other[0]) % _P
    return x, (slope * (one[0] - x) - one[1]) % _P
