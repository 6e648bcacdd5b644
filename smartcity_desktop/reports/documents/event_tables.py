"""Everything that happened beside the scoring, one table a kind, with who, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.objection import ObjectionOutcome
from smartcity_desktop.reports.digests import short_digest
from smartcity_desktop.reports.documents.minutes_notes import (
    absent_judges,
    corrections,
    name_corrections,
    plenary_decisions,
    regions_out,
)
from smartcity_desktop.reports.layout.cells import Column, Row
from smartcity_desktop.reports.layout.ink import CELL, HEAD, HEAD_FILL
from smartcity_desktop.reports.layout.table import RuledTable
from smartcity_desktop.reports.layout.text import titled_table
from smartcity_desktop.reports.phrases.decisions import STATUS_WORDS, circumstances, decided

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reportlab.platypus import Flowable  # type: ignore[import-untyped]

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.objection import Objection
    from smartcity_desktop.reports.phrases.naming import Naming
    from smartcity_desktop.reports.record import DeclaredRecord, Gap
    from smartcity_desktop.reports.words import Words

Cells = tuple[str, ...]

Columns = tuple["Sequence[str]", "Sequence[float]"]

NONE = "—"
WHY = message("Reason")

OUTCOMES = {
    ObjectionOutcome.OPEN: message("Open"),
    ObjectionOutcome.ACCEPTED: message("Accepted"),
    ObjectionOutcome.REJECTED: message("Rejected"),
    ObjectionOutcome.WITHDRAWN: message("Withdrawn"),
}


def event_tables(
    record: DeclaredRecord, naming: Naming, width: float, first: str = "A"
) -> list[Flowable]:
    """Return a heading and a table for every kind of event that happened, lettered from first."""
    found: list[Flowable] = []
    letter = ord(first)
    for title, heads, shares, rows in _KINDS:
        cells = rows(record, naming)
        if not cells:
            continue
        words = naming.words
        columns: Columns = ([words.say(h) for h in heads], shares)
        if record.veil:
            columns, cells = _without_empty(columns, cells)
        table = _table(columns, cells, width)
        found += titled_table(f"{chr(letter)}. {words.say(title)}", table)
        letter += 1
    return found


def _without_empty(columns: Columns, rows: Sequence[Cells]) -> tuple[Columns, list[Cells]]:
    """Drop the columns in which an anonymous set has nothing to say."""
    heads, shares = columns
    kept = [at for at in range(len(heads)) if any(row[at] not in ("", NONE) for row in rows)]
    whole = sum(shares[at] for at in kept)
    return (
        ([heads[at] for at in kept], [shares[at] / whole for at in kept]),
        [tuple(row[at] for at in kept) for row in rows],
    )


def _table(columns: Columns, rows: Iterable[Cells], width: float) -> RuledTable:
    heads, shares = columns
    return RuledTable(
        [Column(share * width) for share in shares],
        [Row(tuple(heads), HEAD, HEAD_FILL, 0.9)],
        [Row(cells, CELL) for cells in rows],
    )


def _decisions(record: DeclaredRecord, naming: Naming) -> list[Cells]:
    return [(f"{d.number}.", decided(d, naming), circumstances(d, naming.words))
            for d in plenary_decisions(record)]  # fmt: skip


def _names(record: DeclaredRecord, naming: Naming) -> list[Cells]:
    words = naming.words
    return [
        (f"{d.number}.", words.name(d.subject[0]),
         f"{words.name(d.subject[1])}\n"
         + words.say(message("now: {name}", name=words.name(d.choice))),
         words.say(message("By {by}, {moment}. Reason: {reason}", moment=words.stamp(d.at),
                           by=words.name(d.by), reason=words.note(d.reason))))
        for d in name_corrections(record)
    ]  # fmt: skip


def _regions(record: DeclaredRecord, naming: Naming) -> list[Cells]:
    words = naming.words
    return [(naming.region(s.region), words.say(STATUS_WORDS[s.status]), _why(s.reason, naming))
            for s in regions_out(record)]  # fmt: skip


def _judges(record: DeclaredRecord, naming: Naming) -> list[Cells]:
    words = naming.words
    return [(words.name(j.name), words.name(j.institution) or "—", str(len(record.assigned(j.id))))
            for j in absent_judges(record)]  # fmt: skip


def _recusals(record: DeclaredRecord, naming: Naming) -> list[Cells]:
    return [(naming.judge(r.judge), naming.region(r.region), _why(r.reason, naming))
            for r in record.recusals]  # fmt: skip


def _absences(record: DeclaredRecord, naming: Naming) -> list[Cells]:
    return [(naming.judge(a.judge), naming.region(a.region), _why(a.reason, naming))
            for a in record.absences]  # fmt: skip


def _corrections(record: DeclaredRecord, naming: Naming) -> list[Cells]:
    words = naming.words
    return [(naming.judge(s.judge), str(s.number), f"{s.receipt}\n{words.stamp(s.time)}",
             _why(s.reason, naming)) for s in corrections(record)]  # fmt: skip


def _gaps(record: DeclaredRecord, naming: Naming) -> list[Cells]:
    words = naming.words
    return [(naming.judge(g.judge), naming.region(g.region), words.say(_settled(g)))
            for g in record.gaps]  # fmt: skip


def _settled(missing: Gap) -> Message:
    if missing.waived_by:
        return message("waived by decision {number}", number=missing.waived_by)
    return message("open")


def _refused(record: DeclaredRecord, naming: Naming) -> list[Cells]:
    words = naming.words
    return [
        (words.name(r.file), naming.judge(r.refusal.judge) if r.refusal.judge else "—",
         words.note(words.say(r.refusal.what)))
        for r in record.refused
    ]  # fmt: skip


def _reopened(record: DeclaredRecord, naming: Naming) -> list[Cells]:
    words = naming.words
    return [
        (str(r.declaration), f"{words.stamp(r.declared_at)}\n{short_digest(r.results_sha256)}",
         words.say(message("By {by}, {moment}. Reason: {reason}", moment=words.stamp(r.at),
                           by=words.name(r.by), reason=words.note(r.reason))))
        for r in record.declaration.reopenings
    ]  # fmt: skip


def _why(reason: str, naming: Naming) -> str:
    return naming.words.note(reason) or NONE


def _objections(record: DeclaredRecord, naming: Naming) -> list[Cells]:
    words = naming.words
    return [
        (str(o.number),
         f"{words.name(o.by)}\n{naming.region(o.region)}\n{words.stamp(o.at)}",
         words.note(o.claim), "\n".join(words.say(line) for line in _answered(o, words)))
        for o in record.objections
    ]  # fmt: skip


def _answered(objection: Objection, words: Words) -> Iterator[Message]:
    answer = objection.answer
    if answer is None:
        yield message("Open: not answered yet.")
    else:
        yield message("{outcome} by {by}, {moment}: {answer}", outcome=OUTCOMES[objection.outcome],
                      by=words.name(answer.by), moment=words.stamp(answer.at),
                      answer=words.note(answer.text))  # fmt: skip
    if objection.reopened:
        yield message("Declaration {number} was reopened for it.", number=objection.declaration)


_JUDGE, _REGION = message("Judge"), message("Region")

_KINDS: tuple[
    tuple[Message, tuple[Message, ...], tuple[float, ...],
          Callable[[DeclaredRecord, Naming], list[Cells]]], ...
] = (
    (message("Decisions of the plenary"),
     (message("No."), message("Decision"), message("By whom, when, how and why")),
     (0.08, 0.42, 0.50), _decisions),
    (message("Names of regions corrected"),
     (message("No."), message("Code"), message("Name until then, and now"),
      message("By whom, when and why")), (0.08, 0.12, 0.36, 0.44), _names),
    (message("Regions absent, withdrawn or disqualified"),
     (_REGION, message("Status"), WHY), (0.38, 0.2, 0.42), _regions),
    (message("Judges none of whose sheets counts"),
     (_JUDGE, message("Institution"), message("Regions assigned")), (0.4, 0.4, 0.2), _judges),
    (message("Judge and region apart for a conflict of interest"),
     (_JUDGE, _REGION, WHY), (0.32, 0.3, 0.38), _recusals),
    (message("Judges' reports that a region was absent"),
     (_JUDGE, _REGION, message("What was reported")), (0.32, 0.3, 0.38), _absences),
    (message("Sealed sheets corrected and sealed again"),
     (_JUDGE, message("Seal"), message("Receipt and time"), WHY), (0.3, 0.08, 0.28, 0.34),
     _corrections),
    (message("Sheets that are missing"),
     (_JUDGE, _REGION, message("How it was settled")), (0.36, 0.36, 0.28), _gaps),
    (message("Files that were refused"),
     (message("File"), _JUDGE, WHY), (0.3, 0.25, 0.45), _refused),
    (message("Earlier declarations that were reopened"),
     (message("No."), message("Declared, fingerprint"), message("Reopened")), (0.08, 0.37, 0.55),
     _reopened),
    (message("Objections"),
     (message("No."), message("By whom, region, when"), message("Claim"),
      message("Answer and outcome")), (0.08, 0.27, 0.3, 0.35), _objections),
)  # fmt: skip
