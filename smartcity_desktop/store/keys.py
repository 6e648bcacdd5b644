"""The judge's keys in a panel file, and the issue's key until it has done its one duty."""

from __future__ import annotations

from base64 import b64decode, b64encode
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import Problem, StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.store.acts import Acts
from smartcity_desktop.store.compact_json import read_texts, write_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartcity_desktop.store.session import Session


class KeyForm(Enum):
    """How a private key is wrapped."""

    AGE = "age"
    P12 = "p12"


class StoredKey(Struct, frozen=True):
    """A key of the judge.

    Attributes:
        thumbprint: RFC 7638 thumbprint of the public key.
        wrapped: the private key under the judge's passphrase, as its form says.
        certificates: DER, the judge's own first.
        proof: what the issue key signed at enrolment; a later key carries the same proof.
    """

    thumbprint: str
    form: KeyForm
    wrapped: bytes
    certificates: tuple[bytes, ...]
    proof: str
    added_at: str


class Keys:
    """Several keys may lie here after a forgotten passphrase; exactly one is current."""

    __slots__ = ("_acts", "_session")

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._acts = Acts(session)

    def issue_key(self) -> bytes | None:
        """Return the issue's private key (PEM), or None once the judge has enrolled."""
        row = self._session.row("SELECT pem FROM issue_key")
        return row[0] if row else None

    def enrol(
        self,
        key: StoredKey,
        declared: Sequence[tuple[str, str]],
        details: Mapping[str, str],
    ) -> None:
        """Store the judge's first key and erase the issue's private key, in one transaction.

        Args:
            key: with the proof that the issue key made.
            declared: (region, reason) conflicts of interest, as in the proof.
            details: of the act ``enrol``.

        Raises:
            StoreError: enrolled before, or it could not be saved; nothing was changed.
        """
        if self.issue_key() is None:
            raise StoreError(
                Problem(
                    str(self._session.path),
                    message(
                        "The judge of this panel file has enrolled already. After a forgotten "
                        "passphrase add a new key; the scores stay."
                    ),
                )
            )
        with self._session.transaction():
            self._insert(key)
            self._session.run_many(
                "INSERT INTO declared_conflicts (region, reason) VALUES (?, ?)", declared
            )
            self._session.run("DELETE FROM issue_key")
            self._acts.append(key.added_at, "enrol", details)

    def add(self, key: StoredKey, details: Mapping[str, str]) -> None:
        """Store a further key, which becomes the current one.

        Raises:
            StoreError: it could not be saved; nothing was changed.
        """
        with self._session.transaction():
            self._session.run("UPDATE keys SET current = 0 WHERE current = 1")
            self._insert(key)
            self._acts.append(key.added_at, "new_key", details)

    def current(self) -> StoredKey | None:
        """Return the key that seals, or None before enrolment."""
        found = self._select("SELECT * FROM keys WHERE current = 1")
        return found[0] if found else None

    def all(self) -> tuple[StoredKey, ...]:
        """Return every key, oldest first."""
        return self._select("SELECT * FROM keys ORDER BY rowid")

    def declared_conflicts(self) -> tuple[tuple[str, str], ...]:
        """Return (region, reason) of what the judge declared at enrolment, by region."""
        rows = self._session.rows("SELECT region, reason FROM declared_conflicts ORDER BY region")
        return tuple((region, reason) for region, reason in rows)

    def _insert(self, key: StoredKey) -> None:
        certificates = write_json([b64encode(der).decode() for der in key.certificates])
        self._session.run(
            "INSERT INTO keys (thumbprint, form, wrapped, certificates, proof, added_at, current)"
            " VALUES (?, ?, ?, ?, ?, ?, 1)",
            (
                key.thumbprint,
                key.form.value,
                key.wrapped,
                certificates,
                key.proof,
                key.added_at,
            ),
        )

    def _select(self, sql: str) -> tuple[StoredKey, ...]:
        return tuple(
            StoredKey(
                thumbprint,
                KeyForm(form),
                wrapped,
                tuple(b64decode(text) for text in read_texts(certificates)),
                proof,
                added_at,
            )
            for thumbprint, form, wrapped, certificates, proof, added_at, _ in (
                self._session.rows(sql)
            )
        )
