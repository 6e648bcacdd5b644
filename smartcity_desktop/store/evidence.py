"""Evidence inside a file of ours: a photo or document that backs a score."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.store.session import Session

MEGABYTE = 1024 * 1024
LARGEST_ITEM = 5 * MEGABYTE
LARGEST_TOTAL = 200 * MEGABYTE
LONGEST_NAME = 200
NOT_IN_NAMES = frozenset('/\\:*?"<>|')
_INSERT = (
    "INSERT OR IGNORE INTO evidence (sha256, name, size, added_at, content) VALUES (?, ?, ?, ?, ?)"
)


class EvidenceStore:
    """Evidence by its SHA-256; the same content is kept once."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def add(self, name: str, content: bytes, at: str) -> Evidence:
        """Store an item a judge attaches.

        Args:
            name: the file's own name, without any folder.
            content: its bytes.
            at: the instant, as text.

        Raises:
            InputError: the name is no plain file name, or the item or all together are too big.
            StoreError: it could not be saved.
        """
        item = Evidence(name, len(content), hashlib.sha256(content).hexdigest())
        with self._session.transaction():
            problems = _faults(name, len(content))
            if not self.has(item.sha256) and self.total_size() + item.size > LARGEST_TOTAL:
                problems.append(
                    message(
                        "All evidence together may be {limit} MB, and this item would exceed it. "
                        "Take other evidence away, or attach a smaller version.",
                        limit=LARGEST_TOTAL // MEGABYTE,
                    )
                )
            if problems:
                raise InputError(Problem(name, problem) for problem in problems)
            self._session.run(_INSERT, (item.sha256, name, item.size, at, content))
        return item

    def receive(self, items: Iterable[tuple[Evidence, bytes]], at: str) -> None:
        """Store items whose digests the caller has proven; those known are passed over.

        Raises:
            StoreError: they could not be saved; none was.
        """
        with self._session.transaction():
            self._session.run_many(
                _INSERT, ((item.sha256, item.name, item.size, at, data) for item, data in items)
            )

    def remove(self, sha256: str) -> None:
        """Take an item away that no sealed sheet mentions; the caller has made sure of that.

        Raises:
            StoreError: it could not be done.
        """
        with self._session.transaction():
            self._session.run("DELETE FROM evidence WHERE sha256 = ?", (sha256,))

    def content(self, sha256: str) -> bytes | None:
        """Return an item's bytes, or None where it is not here."""
        row = self._session.row("SELECT content FROM evidence WHERE sha256 = ?", (sha256,))
        return row[0] if row else None

    def has(self, sha256: str) -> bool:
        """Whether the item is here."""
        return self._session.row("SELECT 1 FROM evidence WHERE sha256 = ?", (sha256,)) is not None

    def all(self) -> tuple[Evidence, ...]:
        """Return what is here, sorted by digest, without the bytes."""
        rows = self._session.rows("SELECT name, size, sha256 FROM evidence ORDER BY sha256")
        return tuple(Evidence(*row) for row in rows)

    def total_size(self) -> int:
        """Return the size of all items together, in bytes."""
        row = self._session.row("SELECT coalesce(sum(size), 0) FROM evidence")
        return int(row[0]) if row else 0


def _faults(name: str, size: int) -> list[Message]:
    problems = []
    plain = name.strip(". ") and len(name) <= LONGEST_NAME and name.isprintable()
    if not plain or NOT_IN_NAMES & set(name):
        problems.append(
            message(
                "This is no plain file name. Rename the file (letters, digits, blanks, dots and "
                "dashes, at most {longest} of them) and attach it again.",
                longest=LONGEST_NAME,
            )
        )
    if size > LARGEST_ITEM:
        problems.append(
            message(
                "This item is {size} MB; one item of evidence may be {limit} MB. Attach a smaller "
                "version.",
                size=-(-size // MEGABYTE),
                limit=LARGEST_ITEM // MEGABYTE,
            )
        )
    return problems
