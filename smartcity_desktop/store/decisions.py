"""Recorded decisions of the plenary: numbered, append-only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.decision import Decision, DecisionKind, Manner
from smartcity_desktop.store.acts import Acts
from smartcity_desktop.store.compact_json import read_texts, write_json

if TYPE_CHECKING:
    import sqlite3

    from smartcity_desktop.store.session import Session

_COLUMNS = "number, kind, subject, choice, by, reason, at, basis, manner, votes_for, votes_against"


class Decisions:
    """Decisions in the order in which they were recorded."""

    __slots__ = ("_acts", "_session")

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._acts = Acts(session)

    def add(self, decision: Decision) -> Decision:
        """Record a decision and return it with the number it was given.

        Args:
            decision: its own number is not looked at.

        Raises:
            StoreError: it could not be saved.
        """
        with self._session.transaction():
            row = self._session.row("SELECT coalesce(max(number), 0) + 1 FROM decisions")
            numbered = replace(decision, number=int(row[0]) if row else 1)
            self._session.run(
                f"INSERT INTO decisions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - a constant
                _row(numbered),
            )
            self._acts.append(numbered.at, "decision", decision_details(numbered))
        return numbered

    def all(self) -> tuple[Decision, ...]:
        """Return every decision, oldest first."""
        return self._session.read(read_decisions)


def decision_details(decision: Decision) -> dict[str, str]:
    """Return what the act ``decision`` says of it: everything but its moment, which the act has."""
    return {
        "basis": decision.basis,
        "by": decision.by,
        "choice": decision.choice,
        "decision": str(decision.number),
        "kind": decision.kind.value,
        "manner": decision.manner.value,
        "reason": decision.reason,
        "subject": " ".join(decision.subject),
        "votes": f"{decision.votes_for} {decision.votes_against}",
    }


def read_decisions(connection: sqlite3.Connection) -> tuple[Decision, ...]:
    """Return the decisions of an open database; raises ValueError where a word is unknown."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM decisions ORDER BY number")  # noqa: S608 - a constant
    return tuple(
        Decision(
            number, DecisionKind(kind), read_texts(subject), choice, by, reason, at, basis,
            Manner(manner), votes_for, votes_against,
        )
        for (number, kind, subject, choice, by, reason, at, basis, manner, votes_for,
             votes_against) in rows
    )  # fmt: skip


def _row(decision: Decision) -> tuple[object, ...]:
    return (
        decision.number,
        decision.kind.value,
        write_json(decision.subject),
        decision.choice,
        decision.by,
        decision.reason,
        decision.at,
        decision.basis,
        decision.manner.value,
        decision.votes_for,
        decision.votes_against,
    )
