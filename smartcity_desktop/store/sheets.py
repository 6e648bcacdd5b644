"""Working score sheets: every change and its log entry become durable together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.store.change_log import REDO, SEAL, UNDO, ChangeLog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.store.session import Session

_LOG = """
INSERT INTO changes (number, at, kind, step, reverted, region, before, after)
SELECT next, ?1, ?2, coalesce(?3, next), ?4, ?5,
       (SELECT payload FROM sheets WHERE region = ?5), ?6
FROM (SELECT coalesce(max(number), 0) + 1 AS next FROM changes)"""
_WRITE = """
INSERT INTO sheets (region, payload) VALUES (?, ?)
ON CONFLICT (region) DO UPDATE SET payload = excluded.payload"""


class Sheets:
    """The payloads a judge is working on, one a region; bytes in, the same bytes out."""

    __slots__ = ("_session", "log")

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self.log = ChangeLog(session)

    def payload(self, region: str) -> bytes | None:
        """Return a region's payload, or None where nothing was recorded yet."""
        row = self._session.row("SELECT payload FROM sheets WHERE region = ?", (region,))
        return row[0].encode() if row else None

    def payloads(self) -> dict[str, bytes]:
        """Return all payloads by region code, sorted."""
        rows = self._session.rows("SELECT region, payload FROM sheets ORDER BY region")
        return {region: payload.encode() for region, payload in rows}

    def record(self, region: str, payload: bytes, kind: str, at: str) -> None:
        """Save one sheet; when this returns, it is on the disk.

        Args:
            region: its code.
            payload: the sheet's canonical bytes.
            kind: a fixed English word for the log, such as ``score`` or ``abstain``.
            at: the instant, as text.

        Raises:
            StoreError: it could not be saved; the sheet is as it was.
        """
        text = payload.decode()
        with self._session.transaction():
            execute = self._session.connection.execute
            execute(_LOG, (at, kind, None, None, region, text))
            execute(_WRITE, (region, text))

    def record_together(
        self, changes: Sequence[tuple[str, bytes | None]], kind: str, at: str
    ) -> None:
        """Save several sheets in one step: a swap, a move (None takes a sheet away), a table.

        Raises:
            StoreError: it could not be saved; all sheets are as they were.
        """
        self._record_step(changes, kind, at, None)

    def undo(self, at: str) -> tuple[str, ...]:
        """Take the latest step back, at most to the last seal.

        Returns:
            The regions concerned, or nothing where there is nothing to take back.
        """
        step = self.log.to_undo()
        if step is None:
            return ()
        changes = [(change.region, change.before) for change in reversed(self.log.of_step(step))]
        return self._record_step(_named(changes), UNDO, at, step)

    def redo(self, at: str) -> tuple[str, ...]:
        """Do again what undo took back, unless something was recorded since.

        Returns:
            The regions concerned, or nothing where there is nothing to do again.
        """
        step = self.log.to_redo()
        if step is None:
            return ()
        changes = [(change.region, change.after) for change in self.log.of_step(step)]
        return self._record_step(_named(changes), REDO, at, step)

    def mark_seal(self, at: str) -> None:
        """Note in the log that a seal was made here; undo stops at it."""
        self._session.run(_LOG, (at, SEAL, None, None, None, None))

    def _record_step(
        self,
        changes: Sequence[tuple[str, bytes | None]],
        kind: str,
        at: str,
        reverted: int | None,
    ) -> tuple[str, ...]:
        with self._session.transaction():
            step = None
            for region, payload in changes:
                text = None if payload is None else payload.decode()
                self._session.run(_LOG, (at, kind, step, reverted, region, text))
                if text is None:
                    self._session.run("DELETE FROM sheets WHERE region = ?", (region,))
                else:
                    self._session.run(_WRITE, (region, text))
                step = step or self.log.last_number()
        return tuple(sorted({region for region, _ in changes}))


def _named(changes: list[tuple[str | None, bytes | None]]) -> list[tuple[str, bytes | None]]:
    return [(region, payload) for region, payload in changes if region is not None]
