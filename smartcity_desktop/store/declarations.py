"""Declared results, their reopenings, and the documents printed from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct

from smartcity_desktop.domain.audit import Head
from smartcity_desktop.store.acts import Acts
from smartcity_desktop.store.later_tables import rows_if_there

if TYPE_CHECKING:
    import sqlite3

    from smartcity_desktop.store.session import Session


class Reopening(Struct, frozen=True):
    """A declaration was reopened, and why; ``objections`` are the numbers that led to it."""

    at: str
    by: str
    reason: str
    objections: tuple[int, ...] = ()


class Declaration(Struct, frozen=True):
    """Results frozen for printing.

    Attributes:
        number: 1, 2, 3 ... in the assessment.
        results: the results document's exact bytes. results_sha256: their digest.
        token: what the QR on paper carries; empty where the assessment has no key.
        head: end of the audit log just before the act ``declare``.
        reopening: None while the declaration stands.
    """

    number: int
    at: str
    by: str
    results_sha256: str
    results: bytes
    token: str
    head: Head
    reopening: Reopening | None = None


class PrintedDocument(Struct, frozen=True):
    """A document that was made.

    Attributes:
        number: as printed on it. sha256: of the PDF's bytes.
        declaration: number of the declaration it prints, or None.
    """

    kind: str
    number: str
    sha256: str
    declaration: int | None
    at: str


class Declarations:
    """Declarations and documents are added, never changed or removed."""

    __slots__ = ("_acts", "_session")

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._acts = Acts(session)

    def next_number(self) -> int:
        """Return the number the next declaration will have; it is printed and signed."""
        row = self._session.row("SELECT coalesce(max(number), 0) + 1 FROM declarations")
        return int(row[0]) if row else 1

    def add(self, declaration: Declaration) -> None:
        """Record a declaration with the act ``declare``.

        Args:
            declaration: its number must be ``next_number()``, its head the log's present one.

        Raises:
            StoreError: it could not be saved.
        """
        with self._session.transaction():
            if declaration.number != self.next_number() or declaration.head != self._acts.head():
                raise ValueError("the file went on since this declaration was prepared")
            self._session.run(
                "INSERT INTO declarations (number, at, by, results_sha256, results, token, "
                "acts_count, acts_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    declaration.number,
                    declaration.at,
                    declaration.by,
                    declaration.results_sha256,
                    declaration.results,
                    declaration.token,
                    declaration.head.count,
                    declaration.head.hash,
                ),
            )
            self._acts.append(declaration.at, "declare", declaration_details(declaration))

    def reopen(self, number: int, reopening: Reopening) -> None:
        """Record that a declaration no longer stands.

        Raises:
            StoreError: it could not be saved.
        """
        with self._session.transaction():
            self._session.run(
                "INSERT INTO reopenings (declaration, at, by, reason) VALUES (?, ?, ?, ?)",
                (number, reopening.at, reopening.by, reopening.reason),
            )
            self._session.run_many(
                "INSERT INTO reopening_objections (objection, declaration) VALUES (?, ?)",
                [(objection, number) for objection in reopening.objections],
            )
            self._acts.append(reopening.at, "reopen", reopening_details(number, reopening))

    def all(self) -> tuple[Declaration, ...]:
        """Return every declaration, oldest first."""
        return self._session.read(read_declarations)

    def standing(self) -> Declaration | None:
        """Return the declaration in force, or None while results are open."""
        declarations = self.all()
        last = declarations[-1] if declarations else None
        return last if last and last.reopening is None else None

    def add_document(self, document: PrintedDocument) -> None:
        """Record a document that was made.

        Raises:
            StoreError: it could not be saved.
        """
        with self._session.transaction():
            self._session.run(
                "INSERT INTO documents (kind, number, sha256, declaration, at) "
                "VALUES (?, ?, ?, ?, ?)",
                (
                    document.kind,
                    document.number,
                    document.sha256,
                    document.declaration,
                    document.at,
                ),
            )
            self._acts.append(document.at, "document", document_details(document))

    def documents(self) -> tuple[PrintedDocument, ...]:
        """Return every document made, oldest first."""
        return self._session.read(read_documents)


def declaration_details(declaration: Declaration) -> dict[str, str]:
    """Return what the act ``declare`` says of a declaration."""
    return {
        "by": declaration.by,
        "declaration": str(declaration.number),
        "results_sha256": declaration.results_sha256,
    }


def reopening_details(number: int, reopening: Reopening) -> dict[str, str]:
    """Return what the act ``reopen`` says of the reopening of a declaration."""
    return {
        "by": reopening.by,
        "declaration": str(number),
        "objections": " ".join(map(str, reopening.objections)),
        "reason": reopening.reason,
    }


def document_details(document: PrintedDocument) -> dict[str, str]:
    """Return what the act ``document`` says of a document."""
    return {"kind": document.kind, "number": document.number, "sha256": document.sha256}


def read_declarations(connection: sqlite3.Connection) -> tuple[Declaration, ...]:
    """Return the declarations of an open database."""
    led: dict[object, list[int]] = {}
    for objection, number in rows_if_there(
        connection, "reopening_objections", "objection, declaration"
    ):
        led.setdefault(number, []).append(cast("int", objection))
    reopenings = {
        number: Reopening(at, by, reason, tuple(led.get(number, ())))
        for number, at, by, reason in connection.execute(
            "SELECT declaration, at, by, reason FROM reopenings"
        )
    }
    rows = connection.execute(
        "SELECT number, at, by, results_sha256, results, token, acts_count, acts_hash "
        "FROM declarations ORDER BY number"
    )
    return tuple(
        Declaration(
            number, at, by, sha256, results, token, Head(count, hash_), reopenings.get(number)
        )
        for number, at, by, sha256, results, token, count, hash_ in rows
    )


def read_loose_reopenings(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Return the declarations that are not there, and that rows of an open database reopen.

    The next declaration of that number would be open from its first moment.
    """
    rows = connection.execute(
        "SELECT declaration FROM reopenings "
        "WHERE declaration NOT IN (SELECT number FROM declarations) ORDER BY declaration"
    )
    return tuple(number for (number,) in rows)


def read_documents(connection: sqlite3.Connection) -> tuple[PrintedDocument, ...]:
    """Return the documents recorded in an open database."""
    rows = connection.execute(
        "SELECT kind, number, sha256, declaration, at FROM documents ORDER BY position"
    )
    return tuple(PrintedDocument(*row) for row in rows)
