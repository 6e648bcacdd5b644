"""Objections and their answers: numbered, append-only."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from smartcity_desktop.domain.objection import Objection, ObjectionAnswer, ObjectionOutcome
from smartcity_desktop.store.acts import Acts
from smartcity_desktop.store.later_tables import rows_if_there

if TYPE_CHECKING:
    import sqlite3

    from smartcity_desktop.store.session import Session


class Objections:
    """Objections in the order in which they were recorded."""

    __slots__ = ("_acts", "_session")

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._acts = Acts(session)

    def add(self, objection: Objection) -> Objection:
        """Record an objection and return it with the number it was given.

        Args:
            objection: its own number is not looked at; it has no answer yet.

        Raises:
            StoreError: it could not be saved.
        """
        with self._session.transaction():
            row = self._session.row("SELECT coalesce(max(number), 0) + 1 FROM objections")
            numbered = replace(objection, number=int(row[0]) if row else 1)
            self._session.run(
                "INSERT INTO objections (number, declaration, region, by, claim, at) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (
                    numbered.number,
                    numbered.declaration,
                    numbered.region,
                    numbered.by,
                    numbered.claim,
                    numbered.at,
                ),
            )
            self._acts.append(numbered.at, "objection", objection_details(numbered))
        return numbered

    def answer(self, number: int, answer: ObjectionAnswer) -> None:
        """Record the one answer to an objection.

        Raises:
            StoreError: it could not be saved.
        """
        with self._session.transaction():
            self._session.run(
                "INSERT INTO objection_answers (objection, outcome, answer, by, at) "
                "VALUES (?, ?, ?, ?, ?)",
                (number, answer.outcome.value, answer.text, answer.by, answer.at),
            )
            self._acts.append(answer.at, "answer", answer_details(number, answer))

    def all(self) -> tuple[Objection, ...]:
        """Return every objection, oldest first."""
        return self._session.read(read_objections)


def objection_details(objection: Objection) -> dict[str, str]:
    """Return what the act ``objection`` says of it: everything but its moment."""
    return {
        "by": objection.by,
        "claim": objection.claim,
        "declaration": str(objection.declaration),
        "objection": str(objection.number),
        "region": objection.region,
    }


def answer_details(number: int, answer: ObjectionAnswer) -> dict[str, str]:
    """Return what the act ``answer`` says of an answer."""
    return {
        "answer": answer.text,
        "by": answer.by,
        "objection": str(number),
        "outcome": answer.outcome.value,
    }


def read_objections(connection: sqlite3.Connection) -> tuple[Objection, ...]:
    """Return the objections of an open database; raises ValueError where a word is unknown."""
    answers: dict[object, ObjectionAnswer] = {}
    for number, outcome, *rest in rows_if_there(
        connection, "objection_answers", "objection, outcome, answer, by, at"
    ):
        text, by, at = map(str, rest)
        answers[number] = ObjectionAnswer(ObjectionOutcome(outcome), text, by, at)
    reopened = {row[0] for row in rows_if_there(connection, "reopening_objections", "objection")}
    return tuple(
        Objection(number, declaration, region, by, claim, at, answers.get(number),
                  number in reopened)
        for number, declaration, region, by, claim, at in cast(
            "list[tuple[int, int, str, str, str, str]]",
            rows_if_there(connection, "objections", "number, declaration, region, by, claim, at"),
        )
    )  # fmt: skip
