"""Proving the code that a document's first page carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing.public_key import read_jwk
from smartcity_desktop.sealing.recovered_key import recover_key
from smartcity_desktop.sealing.token import TYP, claimed_key_id, key_id, read_token
from smartcity_desktop.verifying.mode_words import MODE_WORDS

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.sealing.token import DeclarationToken
    from smartcity_desktop.verifying.assessment_keys import KnownKey, KnownKeys


class ProvenCode(Struct, frozen=True):
    """What a code says, and the key (JWK text) that signed it."""

    token: DeclarationToken
    jwk: str


def is_code(text: str) -> bool:
    """Whether a QR code's text has the form of a declaration's token."""
    return claimed_key_id(text) is not None


def prove_code(text: str, keys: KnownKeys) -> tuple[ProvenCode | None, Check]:
    """Prove a token with the keys at hand; the check is called ``token``."""
    if keys.fingerprint:
        return _by_fingerprint(text, keys)
    if not keys.known:
        return None, _failed(
            message(
                "Nothing was given that knows the assessment's key. Give a panel file of any judge "
                "(--panel-files), the assessment file, or the printed fingerprint (--key)."
            )
        )
    named = claimed_key_id(text)
    for key in keys.known:
        if _has_id(key, named):
            return _by_known_key(text, key, keys)
    where = ", ".join(dict.fromkeys(key.where for key in keys.known))
    what = message(
        "The code was signed with the key {named}, which is the key of no assessment in {where}: a "
        "forgery, or the paper of another assessment.",
        named=named or "?",
        where=where,
    )
    return None, _failed(what)


def _has_id(key: KnownKey, named: str | None) -> bool:
    try:
        return key_id(read_jwk(key.jwk)) == named
    except KeyRefusedError:
        return False


def _by_known_key(text: str, key: KnownKey, keys: KnownKeys) -> tuple[ProvenCode | None, Check]:
    try:
        token = read_token(text, key.jwk)
    except KeyRefusedError as error:
        return None, _failed(error.problems[0].what)
    if token.assessment != key.assessment:
        what = message(
            "The code names the assessment {named}, but its key is that of {title}. Do not rely "
            "on the paper.",
            named=token.assessment,
            title=key.title,
        )
        return None, _failed(what)
    rivals = [other for other in keys.known if other.assessment == key.assessment and other != key]
    if rivals:
        what = message(
            "{one} and {other} name different keys for {title}; one of them is forged. Ask the "
            "judges for their own files, or compare the printed fingerprint.",
            one=key.where,
            other=rivals[0].where,
            title=key.title,
        )
        return None, _failed(what)
    return ProvenCode(token, key.jwk), _genuine(token, key.title, key.where)


def _by_fingerprint(text: str, keys: KnownKeys) -> tuple[ProvenCode | None, Check]:
    """The fingerprint comes from paper that people trust, so it decides against any file."""
    jwk = recover_key(text, TYP, keys.fingerprint)
    if jwk is None:
        what = message(
            "The code was not signed by the key with the fingerprint {fingerprint}. Do not rely on "
            "the paper, unless the fingerprint was mistyped.",
            fingerprint=keys.fingerprint,
        )
        return None, _failed(what)
    try:
        token = read_token(text, jwk)
    except KeyRefusedError as error:
        return None, _failed(error.problems[0].what)
    titles = [
        key.title for key in keys.known if (key.assessment, key.jwk) == (token.assessment, jwk)
    ]
    title = titles[0] if titles else token.assessment
    return ProvenCode(token, jwk), _genuine(token, title, "--key")


def _genuine(token: DeclarationToken, title: str, where: str) -> Check:
    what = message(
        "Genuine: declaration {number} of {title} ({mode}), results {digest}. The key is known "
        "from {where}.",
        number=token.declaration,
        title=title,
        mode=MODE_WORDS[token.mode],
        digest=token.results_sha256,
        where=where,
    )
    return Check("token", ok=True, detail=what)


def _failed(what: Message) -> Check:
    return Check("token", ok=False, detail=what)
