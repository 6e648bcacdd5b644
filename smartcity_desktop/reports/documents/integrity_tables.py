"""Seals, issued panel files and merges as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.archive.fonts import REGULAR
from smartcity_desktop.reports.digests import grouped
from smartcity_desktop.reports.layout.cells import Column, Row
from smartcity_desktop.reports.layout.ink import (
    CELL_BOLD,
    HEAD,
    HEAD_FILL,
    MM,
    SMALL,
    SMALL_BLACK,
    SMALL_BOLD,
    Ink,
)
from smartcity_desktop.reports.layout.table import RuledTable
from smartcity_desktop.reports.phrases.decisions import circumstances, decided
from smartcity_desktop.reports.phrases.standing import ISSUE_KINDS, OUTCOME_WORDS, STANDINGS
from smartcity_desktop.sealing.public_key import read_jwk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.assessment import Issue
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.reports.layout.cells import Cell
    from smartcity_desktop.reports.phrases.naming import Naming
    from smartcity_desktop.reports.record import DeclaredRecord, MergeNote, SealNote, Veil

NUMBER = 9 * MM
DIGEST = Ink(REGULAR, 7.2, 9)


def seal_table(record: DeclaredRecord, naming: Naming, width: float) -> RuledTable:
    """Return every intact seal with receipt, digest and the thumbprint of the judge's key.

    In an anonymous set they go by receipt, with nothing that tells one judge from another.
    """
    if record.veil:
        return _receipt_table(record, naming, width)
    heads = (message("No."), message("Judge, panel file, seal"),
             message("Receipt, SHA-256 of the seal, thumbprint of the key"),
             message("Time and sheets"), message("Standing"))  # fmt: skip
    rows = [_seal_row(n, seal, naming) for n, seal in enumerate(record.seals, start=1)]
    return _table(naming, heads, (0.21, 0.44, 0.19, 0.16), rows, width)


def _receipt_table(record: DeclaredRecord, naming: Naming, width: float) -> RuledTable:
    """Return receipt, digest and standing of every seal, sorted by receipt."""
    heads = (message("No."), message("Receipt"), message("SHA-256 of the seal"),
             message("Standing"))  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            f"{n}.",
            ((seal.receipt, CELL_BOLD),),
            ((grouped(seal.digest), DIGEST),),
            naming.words.say(STANDINGS[seal.standing]),
        )
        for n, seal in enumerate(record.seals, start=1)
    ]
    return _table(naming, heads, (0.3, 0.5, 0.2), rows, width)


def _seal_row(number: int, seal: SealNote, naming: Naming) -> tuple[Cell, ...]:
    words = naming.words
    issued = message("panel file {issue}, seal {number}", issue=words.name(seal.issue),
                     number=seal.number)  # fmt: skip
    sheets = message("sheets {sheets}, regions open {open}", sheets=seal.sheets, open=seal.open)
    judge = [(naming.judge(seal.judge), SMALL_BOLD), (words.say(issued), SMALL)]
    if seal.reason:
        why = message("Reason of the correction: {reason}", reason=words.note(seal.reason))
        judge.append((words.say(why), SMALL))
    return (
        f"{number}.",
        tuple(judge),
        ((seal.receipt, CELL_BOLD), (grouped(seal.digest), DIGEST),
         (words.name(seal.thumbprint), DIGEST)),
        ((words.stamp(seal.time), SMALL_BLACK), (words.say(sheets), SMALL)),
        words.say(STANDINGS[seal.standing]),
    )  # fmt: skip


def issue_table(record: DeclaredRecord, naming: Naming, width: float) -> RuledTable:
    """Return every panel file that was handed out, with the thumbprint of its issue key.

    In an anonymous set those of one kind are counted.
    """
    if record.veil:
        return _issue_counts(record.veil, naming, width)
    heads = (message("No."), message("Panel file, judge"), message("Kind and reason"),
             message("Regions"), message("Thumbprint of the issue key"))  # fmt: skip
    rows = [_issue_row(n, issue, naming) for n, issue in enumerate(record.roster.issues, start=1)]
    return _table(naming, heads, (0.24, 0.21, 0.1, 0.45), rows, width)


def _issue_counts(veil: Veil, naming: Naming, width: float) -> RuledTable:
    """Return how many panel files of each kind were handed out."""
    heads = (message("No."), message("Kind"), message("Panel files"))
    rows: list[tuple[Cell, ...]] = [
        (f"{n}.", naming.words.say(ISSUE_KINDS[kind]), str(count))
        for n, (kind, count) in enumerate(veil.issues, start=1)
    ]
    return _table(naming, heads, (0.6, 0.4), rows, width)


def _issue_row(number: int, issue: Issue, naming: Naming) -> tuple[Cell, ...]:
    words = naming.words
    kind = [(words.say(ISSUE_KINDS[issue.kind]), SMALL_BLACK)]
    if issue.replaces:
        instead = message("instead of {issue}", issue=words.name(issue.replaces))
        kind.append((words.say(instead), SMALL))
    if issue.reason:
        kind.append((words.note(issue.reason), SMALL))
    key = read_jwk(issue.public_key).thumbprint if issue.public_key else "—"
    return (
        f"{number}.",
        ((words.name(issue.id), SMALL_BOLD), (naming.judge(issue.judge), SMALL)),
        tuple(kind),
        str(len(issue.regions)),
        ((key, DIGEST), (words.stamp(issue.issued_at), SMALL)),
    )


def merge_table(record: DeclaredRecord, naming: Naming, width: float) -> RuledTable:
    """Return every merge with what became of its files."""
    heads = (message("No."), message("Time"), message("Files and what became of them"))
    rows = [_merge_row(merge, naming) for merge in record.merges]
    return _table(naming, heads, (0.36, 0.64), rows, width)


def _merge_row(merge: MergeNote, naming: Naming) -> tuple[Cell, ...]:
    words = naming.words
    ends = "; ".join(f"{words.say(OUTCOME_WORDS[end])}: {count}" for end, count in merge.outcomes)
    return (f"{merge.number}.", words.stamp(merge.at), ends or "—")


def lapsed_table(record: DeclaredRecord, naming: Naming, width: float) -> RuledTable:
    """Return the decisions that are no longer in force."""
    heads = (message("No."), message("Decision"), message("By whom, when, how and why"))
    rows: list[tuple[Cell, ...]] = [
        (f"{d.number}.", decided(d, naming), circumstances(d, naming.words)) for d in record.lapsed
    ]
    return _table(naming, heads, (0.46, 0.54), rows, width)


def _table(
    naming: Naming, heads: Sequence[Message], shares: Sequence[float],
    rows: Sequence[tuple[Cell, ...]], width: float,
) -> RuledTable:  # fmt: skip
    """Return a table whose first column numbers the rows; the shares are of the rest."""
    columns = [Column(NUMBER), *(Column(share * (width - NUMBER)) for share in shares)]
    head = Row(tuple(naming.words.say(h) for h in heads), HEAD, HEAD_FILL, 0.9, middle=True)
    return RuledTable(columns, [head], [Row(cells, SMALL_BLACK) for cells in rows])
