"""The furniture of a judge's sheets: sealed or not, declared or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.declared_draft import (
    check_strip,
    internal_mark,
    mode_word,
    page_words,
    proof_line,
    rehearsal_warning,
)
from smartcity_desktop.reports.furniture.imprint import Imprint
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.numbering import document_number

if TYPE_CHECKING:
    from smartcity_desktop.reports.judge_record import JudgeRecord
    from smartcity_desktop.reports.words import Words

KIND = ReportKind.JUDGE_SHEETS


def judge_imprint(record: JudgeRecord, words: Words, number: str) -> Imprint:
    """Return the furniture's texts."""
    document = words.say(KIND.title())
    judge = words.name(record.judge.name)
    title = words.name(record.assessment.title)
    warnings = [rehearsal_warning(record.assessment, words)]
    if not record.seals:
        warnings.append(words.say(message("NOT SEALED")))
    return Imprint(
        running_head=f"{document} · {judge} · {title}",
        mode=mode_word(record.assessment, words),
        identity=words.say(
            message("{document} · {judge} · Number {number}", document=document, judge=judge,
                    number=printed_number(record, words, number))
        ),
        proof=_proof(record, words),
        page_of=page_words(words),
        warning=" · ".join(w for w in warnings if w),
        internal=internal_mark(words) if record.declared and record.declared.secret else "",
        initials=words.say(message("Initials")),
        check=check_strip(record.declared, words) if record.declared else None,
    )  # fmt: skip


def printed_number(record: JudgeRecord, words: Words, number: str) -> str:
    """Return the document's number as printed."""
    template = record.letterhead.number_template(KIND.value)
    declaration = record.declared.declaration.number if record.declared else 0
    return words.name(document_number(template, number, declaration, words.moment(record.at)))


def _proof(record: JudgeRecord, words: Words) -> str:
    receipts = ", ".join(seal.receipt for seal in record.seals)
    if not receipts:
        return words.say(message("Not sealed: nothing here counts yet"))
    sealed = words.say(message("Receipt {receipts}", receipts=receipts))
    if record.declared is None:
        return sealed
    return f"{sealed} · {proof_line(record.declared, words)}"
