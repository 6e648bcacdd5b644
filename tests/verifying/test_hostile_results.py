"""A results document made to mislead or to crash whoever verifies it."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Assignment, ConflictOfInterest, IssueKind
from smartcity_desktop.domain.decision import Decision, DecisionKind
from smartcity_desktop.results.document import build_results_document
from smartcity_desktop.results.document_reading import ResultsDocumentError, read_results_document
from smartcity_desktop.results.in_force import number_decisions
from tests.verifying.declared import R1, R2, Declared, sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.assessment import Issue, Roster
    from smartcity_desktop.results.facts import ResultsFacts

    Change = Callable[[ResultsFacts], ResultsFacts]


def roster(change: Callable[[Roster], Roster]) -> Change:
    return lambda facts: replace(facts, roster=change(facts.roster))


def issue(identity: str, **fields: object) -> Change:
    def change(old: Issue) -> Issue:
        return replace(old, **fields) if old.id == identity else old

    return roster(lambda r: replace(r, issues=tuple(map(change, r.issues))))


def deciding(kind: DecisionKind, *subject: str, choice: str = "") -> Change:
    def change(facts: ResultsFacts) -> ResultsFacts:
        more = Decision(0, kind, subject, choice, "", "", "")
        return replace(facts, decisions=number_decisions([*facts.decisions, more]))

    return change


def circle(facts: ResultsFacts) -> ResultsFacts:
    """Two panel files that replace each other, and a third that replaces one of them."""
    first = next(i for i in facts.roster.issues if i.id == "j01-1")
    more = [
        replace(first, id="j01-2", kind=IssueKind.REPLACEMENT, replaces="j01-3"),
        replace(first, id="j01-3", kind=IssueKind.REPLACEMENT, replaces="j01-2"),
        replace(first, id="j01-4", kind=IssueKind.REPLACEMENT, replaces="j01-2"),
    ]
    issues = tuple(sorted([*facts.roster.issues, *more], key=lambda i: i.id))
    return replace(facts, roster=replace(facts.roster, issues=issues))


CONTRADICTIONS: dict[str, tuple[Change, str]] = {
    "an issue of a region that is not there": (issue("j02-1", regions=("99.99",)), "99.99"),
    "an issue of a judge who is not there": (issue("j02-1", judge="j99"), "j99"),
    "a panel file that replaces itself": (issue("j01-1", replaces="j01-1"), "j01-1"),
    "a panel file that replaces another judge's": (issue("j02-1", replaces="j01-1"), "j02-1"),
    "a panel file that replaces none": (issue("j02-1", replaces="j02-9"), "j02-9"),
    "a circle of replacements": (circle, "circle"),
    "an assignment of nobody": (
        roster(lambda r: replace(r, assignments=(*r.assignments, Assignment("j99", R1)))), "j99",
    ),
    "an assignment of nowhere": (
        roster(lambda r: replace(r, assignments=(*r.assignments, Assignment("j03", "99.99")))),
        "99.99",
    ),
    "a conflict of nobody": (
        roster(lambda r: replace(r, conflicts=(ConflictOfInterest("j9", R1, "declared", ""),))),
        "j9",
    ),
    "a status without a region": (deciding(DecisionKind.STATUS), "status"),
    "a status that is none": (deciding(DecisionKind.STATUS, R1, choice="asleep"), "status"),
    "a status of nowhere": (deciding(DecisionKind.STATUS, "9.9", choice="absent"), "status"),
    "a name of nowhere": (deciding(DecisionKind.NAME, "9.9", "Kota 9", choice="Kota 8"), "name"),
    "a name without the former one": (deciding(DecisionKind.NAME, R1, choice="Kota 1"), "name"),
    "a recusal of nobody": (deciding(DecisionKind.RECUSE, "j01"), "recuse"),
    "a void of nothing": (deciding(DecisionKind.VOID), "void"),
    "a key of nobody": (deciding(DecisionKind.KEY, "j01"), "key"),
    "an admission of nothing": (deciding(DecisionKind.ADMIT), "admit"),
    "a tie of one": (deciding(DecisionKind.TIE, R1), "tie"),
    "a selection without a band": (deciding(DecisionKind.SELECT, R1), "select"),
    "a leave without a band": (deciding(DecisionKind.LEAVE, R1), "leave"),
    "a reissue of nothing": (deciding(DecisionKind.REISSUE), "reissue"),
}  # fmt: skip


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_a_document_that_contradicts_itself_is_refused(once: Declared, name: str) -> None:
    change, words = CONTRADICTIONS[name]
    with pytest.raises(ResultsDocumentError, match="contradicts itself") as caught:
        read_results_document(build_results_document(change(once.facts())))
    assert words in str(caught.value)


def test_the_verdict_on_it_is_a_failed_check_and_no_crash(once: Declared) -> None:
    change, _ = CONTRADICTIONS["a circle of replacements"]
    found = once.verify(once.forged(change), once.received)
    assert list(found) == ["results"]
    assert "contradicts itself" in found["results"][0]


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"a":1.5}']
)
def test_what_is_no_results_document_is_a_failed_check(once: Declared, data: bytes) -> None:
    assert list(once.verify(sign(once.printing(data)), once.received)) == ["results"]


DIGITS = "9" * 600
RECKONED = {"seals", "sheets", "recusals", "absences", "ranked", "not_ranked"}
"""What follows from the panel files; nothing in it may be another and pass."""


def strange(chance: random.Random, value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return something else in place of a value, now and then of its own kind."""
    texts = ("", R1, R2, "j01", "j01-1", "ab" * 32, "1/3", f"{DIGITS}/{DIGITS}7", "tie", "absent")
    return chance.choice([*texts, 0, 1, 7, 10**30, [], {}, None, [R1, R2], value])


def mutate(chance: random.Random, value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Change one place somewhere in a document."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(sorted(value))
        return value | {key: mutate(chance, value[key])}
    if isinstance(value, list) and value and chance.random() < 0.8:
        at = chance.randrange(len(value))
        way = chance.random()
        if way < 0.2:
            return value[:at] + value[at + 1 :]
        return [*value[:at], mutate(chance, value[at]), *value[at + 1 :]]
    return strange(chance, value)


@pytest.mark.parametrize("seed", range(4))
def test_no_document_crashes_the_verifier_or_passes(once: Declared, seed: int) -> None:
    """Whatever is changed in it: it is refused as a document, or the recount names a check."""
    chance = random.Random(seed)  # noqa: S311 - invented damage
    honest = once.results
    recounted = 0
    for _ in range(150):
        changed = json.loads(honest)
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            changed = mutate(chance, changed)
        data = json.dumps(
            changed, sort_keys=True, separators=(",", ":"), ensure_ascii=False
        ).encode()
        if data == honest:
            continue
        try:
            read_results_document(data)
        except ResultsDocumentError:
            continue
        recounted += 1
        # Names, assignments, decisions are what the signers state; no panel file can deny them.
        assert once.recount(data) or told_apart(honest, data).isdisjoint(RECKONED)
    assert recounted > 5


def told_apart(honest: bytes, other: bytes) -> set[str]:
    one, two = json.loads(honest), json.loads(other)
    return {key for key in one if one[key] != two[key]}
