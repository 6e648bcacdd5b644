"""Names of judges taken out of what people wrote down: reasons, claims, answers, who declared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.message import Message
from smartcity_desktop.domain.signatory import judge_field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartcity_desktop.domain.assessment import Judge
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.local_text import LocalText
    from smartcity_desktop.domain.objection import Objection
    from smartcity_desktop.domain.signatory import Signatory
    from smartcity_desktop.reports.letterhead import Letterhead, Person
    from smartcity_desktop.reports.record import Declaration, DeclaredRecord

HIDDEN = "[…]"
"""Stands where a judge was named."""

SHORTEST = 4


class Silence:
    """Replaces judges' names, with and without degrees, and their ids, wherever they stand."""

    def __init__(self, judges: Iterable[Judge]) -> None:
        """Take everybody who is not to be named."""
        judges = tuple(judges)
        self._fields = {judge_field(judge.id) for judge in judges}
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

    def in_letterhead(self, letterhead: Letterhead) -> Letterhead:
        """Return a letterhead that names no judge: one who holds an office signs without a name."""
        one = letterhead
        return replace(
            one,
            venue=self._local(one.venue),
            held=self._local(one.held),
            subject=self._local(one.subject),
            legal_basis=tuple(map(self._local, one.legal_basis)),
            copies_to=tuple(map(self._local, one.copies_to)),
            letter_to=tuple(map(self._local, one.letter_to)),
            considering=tuple(map(self._local, one.considering)),
            chair=self._person(one.chair),
            secretary=self._person(one.secretary) if one.secretary else None,
            official=self._person(one.official) if one.official else None,
            witnesses=tuple(map(self._person, one.witnesses)),
        )

    def in_signatory(self, signatory: Signatory) -> Signatory:
        """Return a signatory, without the name of a judge."""
        return replace(signatory, name=self._open(signatory.name))

    def in_record(self, record: DeclaredRecord) -> DeclaredRecord:
        """Return a record whose roster knows no judges, and whose results name none."""
        roster, results = record.roster, record.results
        return replace(
            record,
            letterhead=self.in_letterhead(record.letterhead),
            signatories=tuple(
                self.in_signatory(each)
                for each in record.signatories
                if each.field not in self._fields
            ),
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

    def _person(self, person: Person) -> Person:
        if self._open(person.name) == person.name:
            return person
        return replace(person, name="", institution="", identity="")

    def _open(self, name: str) -> str:
        """Return a name, or room to write one where it is a judge's."""
        return "" if self._pattern.search(name) else name

    def _local(self, text: LocalText) -> LocalText:
        return replace(text, id=self.text(text.id), en=self.text(text.en))

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
