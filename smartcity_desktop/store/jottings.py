"""What a judge notes for himself: never sealed, never handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smartcity_desktop.store.session import Session


class Jottings:
    """Private notes, and doubts: flags that say "look at this again"."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def write(self, region: str, indicator: str, text: str) -> None:
        """Keep a note on an indicator (``*`` for the region); an empty one is taken away.

        Raises:
            StoreError: it could not be saved.
        """
        place = (region, indicator)
        with self._session.transaction():
            self._session.run("DELETE FROM jottings WHERE region = ? AND indicator = ?", place)
            if text:
                self._session.run(
                    "INSERT INTO jottings (region, indicator, text) VALUES (?, ?, ?)",
                    (*place, text),
                )

    def all(self) -> dict[tuple[str, str], str]:
        """Return every note by (region, indicator)."""
        rows = self._session.rows(
            "SELECT region, indicator, text FROM jottings ORDER BY region, indicator"
        )
        return {(region, indicator): text for region, indicator, text in rows}

    def doubt(self, region: str, indicator: str, at: str) -> None:
        """Flag an indicator to be looked at again.

        Raises:
            StoreError: it could not be saved.
        """
        with self._session.transaction():
            self._session.run(
                "INSERT OR IGNORE INTO doubts (region, indicator, at) VALUES (?, ?, ?)",
                (region, indicator, at),
            )

    def settle(self, region: str, indicator: str) -> None:
        """Take the flag away.

        Raises:
            StoreError: it could not be saved.
        """
        with self._session.transaction():
            self._session.run(
                "DELETE FROM doubts WHERE region = ? AND indicator = ?", (region, indicator)
            )

    def doubts(self) -> tuple[tuple[str, str], ...]:
        """Return (region, indicator) of every flag, sorted."""
        rows = self._session.rows("SELECT region, indicator FROM doubts ORDER BY 1, 2")
        return tuple((region, indicator) for region, indicator in rows)
