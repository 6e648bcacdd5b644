"""Names of judges taken out of what people wrote down: reasons, claims, answers, who declared."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartcity_desktop.domain.assessment import Judge
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.objection import Objection
    from smartcity_desktop.reports.record import Declaration, DeclaredRecord

HIDDEN = "[…]"
"""Stands where a judge was named."""

SHORTEST = 4


class Silence:
    """Replaces judges' names, with and without degrees, and their ids, wherever they stand."""

    def __init__(self, judges: Iterable[Judge]) -> None:
        """Take everybody who is not to be named."""
        wanted = {form for judge in judges for form in _forms(judge)}
        longest_first = sorted(wanted, key=lambda form: (-len(form), form))
        parts = [r"\s+".join(map(re.escape, form.split())) for form in longest_first]
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})(?!\w)", re.IGNORECASE)

    def text(self, text: str) -> str:
        """Return a text in which no judge is named."""
        return self._pattern.sub(HIDDEN, text)

    def message(self, said: Message) -> Message:
        """Return a sentence whose values name no judge."""
        return Message(
            said.template, tuple((name, self._value(value)) for name, value in said.fields)
        )

    def in_decision(self, decision: Decision) -> Decision:
        """Return a decision with the person and the reason made silent."""
        return replace(decision, by=self.text(decision.by), reason=self.text(decision.reason))

    def in_declaration(self, declaration: Declaration) -> Declaration:
        """Return a declaration and its reopenings without names."""
        return replace(
            declaration,
            by=self.text(declaration.by),
            reopenings=tuple(
                replace(r, by=self.text(r.by), reason=self.text(r.reason))
                for r in declaration.reopenings
            ),
        )

    def in_objection(self, objection: Objection) -> Objection:
        """Return an objection and its answer without names."""
        answer = objection.answer
        if answer is not None:
            answer = replace(answer, text=self.text(answer.text), by=self.text(answer.by))
        return replace(
            objection,
            by=self.text(objection.by),
            claim=self.text(objection.claim),
            answer=answer,
        )

    def in_record(self, record: DeclaredRecord) -> DeclaredRecord:
        """Return a record whose roster knows no judges, and whose results name none."""
        roster, results = record.roster, record.results
        return replace(
            record,
            roster=replace(
                roster,
                judges=(),
                assignments=(),
                conflicts=(),
                issues=(),
                standings=tuple(replace(s, reason=self.text(s.reason)) for s in roster.standings),
            ),
            results=replace(
                results,
                not_ranked=tuple(
                    replace(out, reasons=tuple(map(self.message, out.reasons)))
                    for out in results.not_ranked
                ),
            ),
        )

    def _value(self, value: str | int | Message) -> str | int | Message:
        if isinstance(value, Message):
            return self.message(value)
        return self.text(value) if isinstance(value, str) else value


def _forms(judge: Judge) -> Iterator[str]:
    """Yield how people write a judge down; an id only where it cannot be a word or a number."""
    bare = [word for word in judge.name.partition(",")[0].split() if not word.endswith(".")]
    for form in (judge.name, " ".join(bare)):
        if len(form) >= SHORTEST:
            yield form
    mixed = re.search(r"[^\W\d_]", judge.id) and re.search(r"\d", judge.id)
    if mixed or len(judge.id) > SHORTEST:
        yield judge.id
