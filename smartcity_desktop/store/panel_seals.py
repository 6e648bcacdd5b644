"""The seals of one panel file and the sheets they froze."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.store.acts import Acts
from smartcity_desktop.store.sheets import Sheets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartcity_desktop.store.session import Session


class StoredSeal(Struct, frozen=True):
    """A seal as it lies in a panel file.

    Attributes:
        digest: SHA-256 of the JWS signing input. number: 1, 2, 3 ... within the issue.
    """

    digest: str
    number: int
    jws: str
    at: str


class PanelSeals:
    """Seals are added and never removed; so are the payloads they list."""

    __slots__ = ("_acts", "_session", "_sheets")

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._acts = Acts(session)
        self._sheets = Sheets(session)

    def add(
        self, seal: StoredSeal, sheets: Mapping[str, bytes], details: Mapping[str, str]
    ) -> None:
        """Store a seal, the payloads it lists and the act, in one transaction.

        Args:
            seal: the new seal.
            sheets: payload by SHA-256; those stored before are passed over.
            details: of the act ``seal``.

        Raises:
            StoreError: it could not be saved; nothing was sealed.
        """
        with self._session.transaction():
            self._session.run(
                "INSERT INTO seals (digest, number, jws, at) VALUES (?, ?, ?, ?)",
                (seal.digest, seal.number, seal.jws, seal.at),
            )
            self._session.run_many(
                "INSERT OR IGNORE INTO sealed_sheets (sha256, payload) VALUES (?, ?)",
                ((sha256, payload.decode()) for sha256, payload in sheets.items()),
            )
            self._sheets.mark_seal(seal.at)
            self._acts.append(seal.at, "seal", details)

    def all(self) -> tuple[StoredSeal, ...]:
        """Return every seal in the order in which they were made."""
        rows = self._session.rows("SELECT digest, number, jws, at FROM seals ORDER BY number")
        return tuple(StoredSeal(*row) for row in rows)

    def last(self) -> StoredSeal | None:
        """Return the latest seal, or None."""
        row = self._session.row(
            "SELECT digest, number, jws, at FROM seals ORDER BY number DESC LIMIT 1"
        )
        return StoredSeal(*row) if row else None

    def sheets(self) -> dict[str, bytes]:
        """Return every sealed payload by SHA-256."""
        rows = self._session.rows("SELECT sha256, CAST(payload AS BLOB) FROM sealed_sheets")
        return dict(rows)
