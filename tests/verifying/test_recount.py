"""A document recomputed from the panel files: the verdict names the one thing that is wrong."""

from __future__ import annotations

import shutil
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Assignment
from smartcity_desktop.domain.decision import Decision, DecisionKind
from smartcity_desktop.results.document import build_results_document
from smartcity_desktop.results.in_force import number_decisions
from tests.merging.forging import Forgery
from tests.signing.attacks import attachment_exchanged
from tests.verifying.declared import BANDS, ONES, R1, R2, R3, R4, SCORES, Declared, failed, sign
from tests.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.results.facts import ResultsFacts

    Change = Callable[[ResultsFacts], ResultsFacts]


def only(found: dict[str, list[str]], name: str) -> str:
    """Return the sentence of the one check that fails."""
    assert list(found) == [name], found
    (sentence,) = found[name]
    return sentence


def test_an_untouched_document_holds_with_and_without_the_panel_files(made: Declared) -> None:
    assert made.verify(made.ranking) == {}
    checks = made.checks(made.ranking, made.received)
    assert failed(checks) == {}
    assert {"results", "keys", "panel_files", "recount", "settled"} <= {c.name for c in checks}


def test_what_only_receipts_and_wet_signed_paper_prove_is_said(once: Declared) -> None:
    for checks in (once.checks(once.ranking), once.checks(once.ranking, once.received)):
        (keys,) = (check for check in checks if check.name == "keys")
        assert keys.ok
        assert "receipts" in str(keys.detail)
        assert "wet-signed minutes" in str(keys.detail)
        assert "was not proved" in str(keys.detail)


def test_a_counted_seal_that_is_missing_is_named_with_its_judge(made: Declared) -> None:
    made.copy("j02-1").unlink()
    sentence = only(made.verify(made.ranking, made.received), "recount")
    digest = next(s.digest for s in made.facts().seals if s.judge == "j02")
    assert "judge j02" in sentence
    assert digest[:16] in sentence
    assert "not among the panel files" in sentence


def test_a_superseded_seal_need_not_be_there(made: Declared) -> None:
    made.copy("j01-1", 1).unlink()
    assert made.verify(made.ranking, made.received) == {}


def test_an_empty_folder_recomputes_nothing(made: Declared, tmp_path: Path) -> None:
    empty = tmp_path / "kosong"
    empty.mkdir()
    assert "holds the instrument" in only(made.verify(made.ranking, empty), "panel_files")


def test_an_intact_seal_that_should_count_and_is_not_listed_is_named(made: Declared) -> None:
    made.shop.score("j03-1", {R4: ONES})
    sealed, copy = made.shop.seal("j03-1")
    shutil.copy(copy, made.received)
    sentence = only(made.verify(made.ranking, made.received), "recount")
    assert "judge j03" in sentence
    assert sealed.digest[:16] in sentence
    assert "should count and is not listed" in sentence


def without(facts: ResultsFacts, judge: str) -> ResultsFacts:
    """Let a judge never have existed."""
    roster = facts.roster
    return replace(
        facts,
        roster=replace(
            roster,
            judges=tuple(j for j in roster.judges if j.id != judge),
            issues=tuple(i for i in roster.issues if i.judge != judge),
            assignments=tuple(a for a in roster.assignments if a.judge != judge),
        ),
    )


def recomputed(made: Declared, change: Change) -> bytes:
    """Let a dishonest program reckon with other facts: everything in the document agrees."""
    from smartcity_desktop.merging.stored import read_contents, read_stored_seals
    from smartcity_desktop.plenary.facts import results_document
    from smartcity_desktop.plenary.reckoning import reckon

    facts = change(made.facts())
    with made.shop.assessment() as file:
        known = {issue.id for issue in facts.roster.issues}
        kept = [seal for seal in file.seals.all() if seal.issue in known]
        payloads = file.seals.sheets()
    seals = read_stored_seals(kept, facts.roster)
    contents = read_contents(seals, payloads, made.shop.instrument)
    return results_document(
        reckon(facts.roster, made.shop.instrument, seals, facts.decisions, contents)
    )


def test_a_judge_left_out_of_the_roster_is_missed(made: Declared) -> None:
    """Whoever drops a judge's voice drops him from the list; his panel file lies there still."""

    def drop(facts: ResultsFacts) -> ResultsFacts:
        waived = tuple(d for d in facts.decisions if d.kind is DecisionKind.STATUS)
        return replace(without(facts, "j03"), decisions=number_decisions(waived))

    forged = sign(made.printing(recomputed(made, drop)))
    found = made.verify(forged, made.received)
    assert "j03-1-segel-1.panel" in found["panel_file"][0]
    assert "no judge j03" in found["panel_file"][0]


def test_a_panel_file_that_was_sealed_under_another_issue_key_is_named(made: Declared) -> None:
    """The true file of a judge and a forged one cannot both lie there unnoticed."""
    other = Workshop.open(
        made.shop.folder / "lain", judges=3, regions=5, instrument=BANDS, seed="lain"
    )
    forged_key = next(i.public_key for i in other.roster().issues if i.id == "j03-1")

    def swap(facts: ResultsFacts) -> ResultsFacts:
        issues = tuple(
            replace(i, public_key=forged_key) if i.id == "j03-1" else i for i in facts.roster.issues
        )
        return replace(facts, roster=replace(facts.roster, issues=issues))

    found = made.verify(made.forged(swap), made.received)
    assert "j03-1-segel-1.panel" in found["panel_file"][0]
    assert "judge j03" in found["recount"][0]


def test_files_of_others_are_passed_over_and_named(made: Declared) -> None:
    other = Workshop.open(
        made.shop.folder / "lain", judges=1, regions=5, instrument=BANDS, seed="lain"
    )
    shutil.copy(other.hand_in("j01", SCORES), made.received / "asing.panel")
    shutil.copy(made.shop.panels["j02-1"], made.received / "j02 kerja.panel")
    made.received.joinpath("catatan.pdf").write_bytes(b"%PDF-1.7\n")
    made.received.joinpath("foto.evidence").write_bytes(b"foto")
    checks = made.checks(made.ranking, made.received)
    assert failed(checks) == {}
    passed = [str(check.detail) for check in checks if check.name == "passed_over"]
    assert len(passed) == 2
    assert "asing.panel" in passed[0]
    assert "another assessment" in passed[0]
    assert "catatan.pdf" in passed[1]


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda f: f.path.write_bytes(f.path.read_bytes()[:9000]), "damaged"),
        (lambda f: f.run("UPDATE sealed_sheets SET payload = payload || ' '"), "was changed"),
        (lambda f: f.run("CREATE TABLE extra (x)"), "altered by another program"),
        (lambda f: f.rewrite(1, lambda said: said | {"number": 2}), "signature does not fit"),
    ],
)
def test_a_spoiled_panel_file_is_named_for_its_own_reason(
    made: Declared, damage: Callable[[Forgery], None], words: str
) -> None:
    """Beside the good copy it changes nothing, and yet nobody may pass over it."""
    damage(Forgery(made.copy("j02-1"), "rusak.panel"))
    found = made.verify(made.ranking, made.received)
    assert list(found) == ["panel_file"]
    assert all("rusak.panel" in sentence and words in sentence for sentence in found["panel_file"])


def change_row(code: str, **fields: object) -> Change:
    return lambda facts: replace(
        facts,
        ranked=tuple(replace(r, **fields) if r.code == code else r for r in facts.ranked),
    )


def swap_rows(facts: ResultsFacts) -> ResultsFacts:
    """Give the first place to the other of the tied two."""
    rows = {row.code: row for row in facts.ranked}
    one, two = rows[R1], rows[R2]
    rows[R1] = replace(two, code=R1)
    rows[R2] = replace(one, code=R2)
    return replace(facts, ranked=tuple(sorted(rows.values(), key=lambda r: (r.rank, r.code))))


def drop_row(facts: ResultsFacts) -> ResultsFacts:
    return replace(facts, ranked=tuple(r for r in facts.ranked if r.code != R3))


def drop_sheet(facts: ResultsFacts) -> ResultsFacts:
    return replace(
        facts, sheets=tuple(s for s in facts.sheets if (s.judge, s.region) != ("j02", R3))
    )


def drop_seal(facts: ResultsFacts) -> ResultsFacts:
    return replace(facts, seals=tuple(s for s in facts.seals if s.judge != "j02"))


def other_payload(facts: ResultsFacts) -> ResultsFacts:
    return replace(
        facts,
        sheets=tuple(
            s._replace(sha256="ab" * 32) if (s.judge, s.region) == ("j02", R3) else s
            for s in facts.sheets
        ),
    )


def absence(facts: ResultsFacts) -> ResultsFacts:
    return replace(facts, absences=(("j01", R3),))


def recusal(facts: ResultsFacts) -> ResultsFacts:
    return replace(facts, recusals=())


def lapsed_tie(facts: ResultsFacts) -> ResultsFacts:
    more = Decision(0, DecisionKind.TIE, (R1, R2), "", "", "", "", "ab" * 32)
    return replace(facts, decisions=number_decisions([*facts.decisions, more]))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (change_row(R3, total=Fraction(4), printed="4.00"), f"total of {R3} is printed as 4.00"),
        (change_row(R3, printed="1.99"), f"{R3} is printed as 1.99"),
        (change_row(R3, unrounded=Fraction(7, 5)), f"exact total of {R3}"),
        (change_row(R1, grade="Emas"), f"grade of {R1}"),
        (change_row(R1, selection="Terpilih"), f"selection of {R1}"),
        (change_row(R3, judges=3), f"number of judges of {R3}"),
        (change_row(R1, dimensions=(("A", Fraction(4)),)), f"dimensions of {R1}"),
        (swap_rows, f"rank of {R1}"),
        (drop_row, f"{R3} is not ranked and should be"),
        (drop_sheet, f"score sheet of judge j02 for {R3}"),
        (other_payload, f"score sheet of judge j02 for {R3}"),
        (drop_seal, "judge j02"),
        (absence, "absences"),
        (recusal, "recusals"),
        (lapsed_tie, f"tie {R1} {R2}"),
    ],
)  # fmt: skip
def test_a_changed_result_is_named(once: Declared, change: Change, words: str) -> None:
    forged = build_results_document(change(once.facts()))
    assert words in only(once.recount(forged), "recount")


def test_a_changed_result_under_right_signatures_is_named(once: Declared) -> None:
    forged = once.forged(change_row(R3, total=Fraction(4), printed="4.00"))
    assert once.verify(forged) == {}
    sentence = only(once.verify(forged, once.received), "recount")
    assert sentence == f"The total of {R3} is printed as 4.00; the panel files give 1.50."


def of_region(code: str, **fields: object) -> Change:
    def change(facts: ResultsFacts) -> ResultsFacts:
        regions = tuple(replace(r, **fields) if r.code == code else r for r in facts.roster.regions)
        return replace(facts, roster=replace(facts.roster, regions=regions))

    return change


def of_judge(judge: str, **fields: object) -> Change:
    def change(facts: ResultsFacts) -> ResultsFacts:
        judges = tuple(replace(j, **fields) if j.id == judge else j for j in facts.roster.judges)
        return replace(facts, roster=replace(facts.roster, judges=judges))

    return change


def titled(facts: ResultsFacts) -> ResultsFacts:
    renamed = replace(facts.roster.assessment, title="Asesmen lain")
    return replace(facts, roster=replace(facts.roster, assessment=renamed))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (titled, "Asesmen lain"),
        (of_judge("j02", name="Orang lain"), "Orang lain"),
        (of_judge("j02", home_region=R1), R1),
        (of_region(R1, province="Riau"), "Riau"),
    ],
)
def test_what_stands_in_the_panel_files_since_they_were_issued_cannot_be_another(
    once: Declared, change: Change, words: str
) -> None:
    """A cap on provinces decides by them, and readers go by names."""
    found = once.recount(build_results_document(change(once.facts())))
    assert list(found) == ["issued"]
    assert any(words in sentence for sentence in found["issued"])


def test_a_region_under_another_name_is_refused_sheet_by_sheet(once: Declared) -> None:
    found = once.recount(build_results_document(of_region(R1, name="Kota Juara")(once.facts())))
    assert all(R1 in sentence and "Kota 1" in sentence for sentence in found["panel_file"])


def test_a_panel_file_whose_issue_was_altered_is_named(made: Declared) -> None:
    forgery = Forgery(made.copy("j02-1"), "diubah.panel")
    forgery.run("UPDATE issue SET document = replace(document, 'Juri 2', 'Juri Dua')")
    found = made.verify(made.ranking, made.received)
    assert list(found) == ["issued"]
    assert "diubah.panel" in found["issued"][0]
    forgery.run("UPDATE issue SET document = '{}'")
    assert "does not say properly" in only(made.verify(made.ranking, made.received), "issued")


def test_a_declaration_over_an_open_question_is_named(once: Declared) -> None:
    """A dishonest program declares with a gap that nobody waived; every number is right."""

    def unwaived(facts: ResultsFacts) -> ResultsFacts:
        kept = [d for d in facts.decisions if d.kind is not DecisionKind.WAIVE]
        return replace(facts, decisions=number_decisions(kept))

    sentence = only(once.recount(build_results_document(unwaived(once.facts()))), "settled")
    assert "1 score sheets are missing" in sentence


def test_a_tie_that_was_never_decided_is_named(once: Declared) -> None:
    def undecided(facts: ResultsFacts) -> ResultsFacts:
        kept = [d for d in facts.decisions if d.kind is not DecisionKind.TIE]
        return replace(facts, decisions=number_decisions(kept))

    forged = recomputed(once, undecided)
    assert "across the cut" in only(once.recount(forged), "settled")


def test_a_sheet_that_was_never_due_must_be_accounted_for(once: Declared) -> None:
    """Assignments that are struck out need no waiver, but the seal says the region was issued."""

    def struck(facts: ResultsFacts) -> ResultsFacts:
        kept = tuple(a for a in facts.roster.assignments if a != Assignment("j02", R4))
        rest = [d for d in facts.decisions if d.kind is not DecisionKind.WAIVE]
        return replace(
            facts,
            roster=replace(facts.roster, assignments=kept),
            decisions=number_decisions(rest),
        )

    forged = recomputed(once, struck)
    assert "1 score sheets are missing" in only(once.recount(forged), "settled")


def test_one_signature_of_two_fails_but_for_those_who_permit_it(once: Declared) -> None:
    half = sign(once.unsigned, "chair")
    sentence = only(once.verify(half, once.received), "signed")
    assert "1 of 2 signed" in sentence
    assert "Budi Santoso" in sentence
    assert once.verify(half, once.received, incomplete_ok=True) == {}


def test_without_any_signature_nothing_helps(once: Declared) -> None:
    for permitted in (False, True):
        found = once.verify(once.unsigned, once.received, incomplete_ok=permitted)
        assert list(found) == ["signed"]


def test_leave_to_be_incomplete_relaxes_only_the_count(once: Declared) -> None:
    half = sign(once.printing(build_results_document(drop_row(once.facts()))), "chair")
    found = once.verify(half, once.received, incomplete_ok=True)
    assert list(found) == ["recount"]
    changed = bytearray(sign(once.unsigned, "chair"))
    changed[changed.index(b"/Title") + 12] ^= 1
    assert "integrity" in once.verify(bytes(changed), incomplete_ok=True)
    untrusted = sign(once.unsigned, "chair")
    found = once.verify(untrusted, incomplete_ok=True, trust_roots=())
    assert list(found) == ["trust"]


def test_results_exchanged_after_the_signature_are_named(once: Declared) -> None:
    """Only what the first signature covers is read; the exchange itself is a finding."""
    found = once.verify(attachment_exchanged(once.ranking, b"{}"), once.received)
    assert "changes" in found
    assert "recount" not in found


def test_encrypted_copies_need_the_identity(made: Declared) -> None:
    import pyrage  # type: ignore[import-untyped]

    identity = pyrage.x25519.Identity.generate()
    plain = made.copy("j02-1")
    sealed = pyrage.encrypt(plain.read_bytes(), [identity.to_public()])
    plain.with_suffix(".panel.age").write_bytes(sealed)
    plain.unlink()
    found = made.verify(made.ranking, made.received)
    assert "encrypted" in found["panel_file"][0]
    assert "judge j02" in found["recount"][0]
    assert made.verify(made.ranking, made.received, identities=(str(identity),)) == {}


def test_an_encrypted_copy_under_another_key_of_the_assessment_is_not_passed_over(
    made: Declared,
) -> None:
    """Plain or encrypted, a seal that names this very assessment is a finding."""
    import pyrage

    identity = pyrage.x25519.Identity.generate()
    forged = Forgery(made.copy("j02-1"))
    with made.shop.assessment() as file:
        other = file.roster().issues[0].public_key
    forged.reseal(made.shop.signers["j02-1"], lambda said: said.update(assessment_key=other))
    found = made.verify(made.ranking, made.received, identities=(str(identity),))
    assert "another key" in only(found, "panel_file")
    sealed = pyrage.encrypt(forged.path.read_bytes(), [identity.to_public()])
    forged.path.write_bytes(sealed)
    found = made.verify(made.ranking, made.received, identities=(str(identity),))
    assert "another key" in only(found, "panel_file")
