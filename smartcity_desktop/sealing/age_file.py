"""Files in age format (age-encryption.org/v1), encrypted to the coordinator's recipients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, KeyRefusedError
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADER = b"age-encryption.org/v1"


def check_recipient(recipient: str) -> None:
    """Refuse what is no age recipient; raises InputError."""
    import pyrage  # type: ignore[import-untyped]

    try:
        pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError as error:
        raise InputError(
            message(
                "{recipient} is no age recipient. One begins with age1; nothing was changed.",
                recipient=recipient[:80],
            )
        ) from error


def encrypt_to(data: bytes, recipients: Sequence[str]) -> bytes:
    """Return the data so that each recipient can open it."""
    import pyrage

    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    return bytes(pyrage.encrypt(data, keys))


def decrypt_with(data: bytes, identities: Sequence[str]) -> bytes | None:
    """Return the plain data, or None when none of the identities opens it."""
    import pyrage

    try:
        return bytes(pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(i) for i in identities]))
    except pyrage.DecryptError:
        return None


def read_identities(text: str) -> tuple[str, ...]:
    """Return the identities of an age key file; comments are passed over.

    Raises:
        KeyRefusedError: no identity in it, or a damaged one.
    """
    import pyrage

    lines = [line.strip() for line in text.splitlines()]
    found = tuple(line for line in lines if line and not line.startswith("#"))
    try:
        for line in found:
            pyrage.x25519.Identity.from_str(line)
    except pyrage.IdentityError:
        found = ()
    if not found:
        raise KeyRefusedError(
            message("This file holds no age identity (AGE-SECRET-KEY-1...). Nothing was read.")
        )
    return found
