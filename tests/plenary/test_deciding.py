"""What the plenary can decide, what it cannot, and when a declaration waits for it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.decision import Decision, DecisionKind, Manner
from smartcity_desktop.domain.errors import InputError, KeyRefusedError, RuleError
from smartcity_desktop.domain.question import QuestionKind
from smartcity_desktop.plenary.declaring import declare_results, reopen_results
from smartcity_desktop.plenary.facts import results_document
from smartcity_desktop.plenary.reckoning import Reckoning, reckon_file
from smartcity_desktop.plenary.recording import Backing, record_decision, record_status
from smartcity_desktop.results.document_reading import read_results_document
from smartcity_desktop.sealing.token import read_token
from tests.workshop import INSTRUMENT, PHRASE, Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.store.declarations import Declaration

BANDS = (
    INSTRUMENT
    + b"""
[[selection]]
name = { id = "Terpilih", en = "Selected" }
quota = 1
[[selection]]
name = { id = "Cadangan", en = "Reserve" }
quota = 1
reserve = true
"""
)
BACKING = Backing("Ketua Juri", "Musyawarah mufakat")
ALL_ALIKE = {"11.01": (4, 4, 4), "11.02": (4, 4, 4), "11.03": (1, 1, 1)}


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Two judges, three regions, one place to win and two regions that deserve it alike."""
    shop = Workshop.open(tmp_path_factory.mktemp("sekali"), instrument=BANDS)
    shop.merge(*(shop.hand_in(judge, ALL_ALIKE) for judge in shop.judges))
    return shop


@pytest.fixture
def shop(made_once: Workshop, tmp_path: Path) -> Workshop:
    """The same, to do anything with."""
    return made_once.copied_to(tmp_path / "asesmen")


def reckon(shop: Workshop) -> Reckoning:
    with shop.assessment() as file:
        return reckon_file(file, shop.instrument)


def decide(shop: Workshop, kind: str, *arguments: str, backing: Backing = BACKING) -> Decision:
    with shop.assessment() as file:
        return record_decision(file, shop.instrument, (kind, arguments), backing, shop.clock)


def declare(shop: Workshop, passphrase: str = PHRASE) -> Declaration:
    with shop.assessment() as file:
        return declare_results(file, shop.instrument, "Ketua", lambda: passphrase, shop.clock)


@contextmanager
def nothing_recorded(shop: Workshop) -> Iterator[None]:
    with shop.assessment() as file:
        before = (file.decisions.all(), file.declarations.all(), file.acts.head())
    yield
    with shop.assessment() as file:
        assert (file.decisions.all(), file.declarations.all(), file.acts.head()) == before


def selections(reckoning: Reckoning) -> dict[str, str]:
    return {r.code: r.selection.id if r.selection else "" for r in reckoning.results.ranked}


def test_a_tie_across_the_cut_blocks_until_it_is_decided(shop: Workshop) -> None:
    reckoning = reckon(shop)
    assert [q.kind for q in reckoning.blocking()] == [QuestionKind.CUT]
    with nothing_recorded(shop), pytest.raises(RuleError, match="across the cut of Terpilih"):
        declare(shop)
    decision = decide(shop, "tie", "11.02", "11.01")
    assert (decision.number, decision.manner) == (1, Manner.CONSENSUS)
    after = reckon(shop)
    assert after.blocking() == ()
    assert selections(after)["11.02"] == "Terpilih"
    assert [r.total for r in after.results.ranked] == [r.total for r in reckoning.results.ranked]


def test_select_and_leave_settle_a_cut_one_by_one(shop: Workshop) -> None:
    decide(shop, "select", "11.01", "Terpilih", backing=Backing("Ketua", "suara", (2, 0)))
    after = reckon(shop)
    assert after.blocking() == ()
    assert selections(after) == {"11.01": "Terpilih", "11.02": "Cadangan", "11.03": ""}


def test_every_offered_answer_can_be_recorded(shop: Workshop, tmp_path: Path) -> None:
    for number, answer in enumerate(reckon(shop).blocking()[0].answers):
        again = Workshop.open(tmp_path / str(number), instrument=BANDS)
        again.merge(*(again.hand_in(judge, ALL_ALIKE) for judge in again.judges))
        kind, *arguments = answer
        assert decide(again, kind, *arguments).kind.value == kind


def test_a_tie_decision_lapses_visibly_when_a_total_changes(shop: Workshop) -> None:
    decide(shop, "tie", "11.02", "11.01")
    shop.score("j01-1", {"11.01": (3, 4, 4)})
    shop.merge(shop.seal("j01-1")[1])
    after = reckon(shop)
    assert after.results.lapsed == (1,)
    assert selections(after)["11.02"] == "Terpilih"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("tie", "11.01", "11.03"), "not a tied group"),
        (("tie", "11.01"), "tie CODE CODE"),
        (("tie", "11.01", "99.99"), "no region 99.99"),
        (("select", "11.03", "Terpilih"), "not in a tied group"),
        (("key", "j01", "unknown"), "No stored seal of judge j01"),
        (("recuse", "j09", "11.01"), "never assigned"),
        (("status", "11.01", "asleep"), "no region status"),
        (("reissue", "j09-1"), "no panel file j09-1"),
        (("waive",), "nothing to waive"),
        (("admit", "abcdef0123"), "No stored seal"),
        (("void", "abcdef0123"), "No stored seal"),
        (("crown", "11.01"), "no decision crown"),
    ],
)
def test_what_is_not_open_cannot_be_decided(
    shop: Workshop, arguments: tuple[str, ...], words: str
) -> None:
    with nothing_recorded(shop), pytest.raises(InputError, match=words):
        decide(shop, *arguments)


@pytest.mark.parametrize("backing", [Backing("", "x"), Backing("x", " "), Backing("x", "a\nb")])
def test_a_decision_needs_a_name_and_a_reason(shop: Workshop, backing: Backing) -> None:
    with nothing_recorded(shop), pytest.raises(InputError, match="name of who decided"):
        decide(shop, "tie", "11.01", "11.02", backing=backing)


def test_seals_are_named_by_receipt_or_by_the_head_of_their_digest(shop: Workshop) -> None:
    seal = reckon(shop).seals[0]
    by_receipt = decide(shop, "void", seal.receipt.lower(), "11.01")
    assert by_receipt.subject == (seal.digest, "11.01")
    by_digest = decide(shop, "void", seal.digest[:10])
    assert by_digest.subject == (seal.digest,)
    left = {sheet.judge for sheet in reckon(shop).sheets}
    assert left == {"j01", "j02"} - {seal.judge}


def test_a_void_may_wait_for_a_seal_that_was_not_merged_yet(shop: Workshop) -> None:
    assert decide(shop, "void", "ab" * 32).subject == ("ab" * 32,)


def test_recusal_by_decision_takes_one_sheet_out(shop: Workshop) -> None:
    decide(shop, "recuse", "j01", "11.01")
    assert ("j01", "11.01") not in {(s.judge, s.region) for s in reckon(shop).sheets}


def test_missing_sheets_need_a_waiver_that_lapses_when_they_come(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path)
    shop.merge(shop.hand_in("j01"))
    assert QuestionKind.MISSING in {q.kind for q in reckon(shop).blocking()}
    with pytest.raises(RuleError, match="3 score sheets are missing"):
        declare(shop)
    decide(shop, "waive")
    assert reckon(shop).blocking() == ()
    shop.merge(shop.hand_in("j02"))
    assert reckon(shop).completeness.lapsed == (1,)


def test_a_status_takes_a_region_out_with_its_reason(shop: Workshop) -> None:
    with shop.assessment() as file:
        record_status(file, "11.01", "withdrawn", BACKING, shop.clock)
    after = reckon(shop)
    assert [out.code for out in after.results.not_ranked] == ["11.01"]
    assert after.blocking() == ()
    with shop.assessment() as file:
        record_status(file, "11.01", "present", BACKING, shop.clock)
    assert reckon(shop).results.not_ranked == ()


def test_a_forgotten_passphrase_is_one_question_with_its_fingerprint(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path)
    shop.merge(shop.hand_in("j01"), shop.hand_in("j02"))
    new = shop.forget_passphrase("j01-1")
    shop.score("j01-1", {"11.01": (1, 1, 1)})
    shop.merge(shop.seal("j01-1", signer=new)[1])
    (question,) = reckon(shop).blocking()
    assert question.answers[0] == ("key", "j01", new.public.thumbprint)
    decide(shop, *question.answers[0])
    after = reckon(shop)
    assert after.blocking() == ()
    assert {s.values for s in after.sheets if (s.judge, s.region) == ("j01", "11.01")} == {
        (1, 1, 1)
    }


def test_a_lost_laptop_needs_a_decision_which_seals_stand(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path)
    first = shop.hand_in("j01")
    shop.merge(first, shop.hand_in("j02"))
    kept = next(seal.digest for seal in reckon(shop).seals if seal.judge == "j01")
    decision = decide(shop, "reissue", "j01-1", kept[:16])
    assert (decision.kind, decision.subject) == (DecisionKind.REISSUE, ("j01-1", kept))


def test_a_receipt_is_found_as_people_read_it_off_the_paper(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path)
    shop.merge(shop.hand_in("j01"), shop.hand_in("j02"))
    for seal in reckon(shop).seals:
        typed = seal.receipt.replace("0", "O").replace("1", "l").replace("-", " ").lower()
        assert decide(shop, "void", typed).subject == (seal.digest,)


def test_what_is_kept_of_a_lost_panel_file_is_decided_before_the_new_one(tmp_path: Path) -> None:
    """Afterwards another word would be printed and change nothing."""
    shop = Workshop.open(tmp_path)
    shop.merge(shop.hand_in("j01"), shop.hand_in("j02"))
    kept = next(seal.digest for seal in reckon(shop).seals if seal.judge == "j01")
    decide(shop, "reissue", "j01-1")
    shop.replace("j01-1", kept)
    with nothing_recorded(shop), pytest.raises(InputError, match="replaced by j01-2 already"):
        decide(shop, "reissue", "j01-1")
    again = reckon(shop)
    assert {sheet.judge for sheet in again.sheets} == {"j01", "j02"}
    stated = read_results_document(results_document(again)).decisions
    assert [d.subject for d in stated if d.kind is DecisionKind.REISSUE] == [("j01-1", kept)]


def test_a_declaration_freezes_signs_and_can_be_reopened(shop: Workshop) -> None:
    decide(shop, "tie", "11.01", "11.02")
    with nothing_recorded(shop), pytest.raises(KeyRefusedError):
        declare(shop, "salah sekali")
    declared = declare(shop)
    token = read_token(declared.token, shop.roster().assessment.public_key)
    assert (token.declaration, token.results_sha256) == (1, declared.results_sha256)
    with nothing_recorded(shop), pytest.raises(RuleError, match="declared already"):
        declare(shop)
    with nothing_recorded(shop), pytest.raises(RuleError, match="declared"):
        decide(shop, "recuse", "j01", "11.01")
    with shop.assessment() as file:
        reopen_results(file, "Ketua", "Sanggahan", shop.clock)
    again = declare(shop)
    assert (again.number, again.results) == (2, declared.results)
    with shop.assessment() as file:
        assert file.declarations.all()[0].reopening is not None


def test_nothing_is_reopened_that_was_not_declared(shop: Workshop) -> None:
    with shop.assessment() as file, pytest.raises(RuleError, match="nothing to reopen"):
        reopen_results(file, "Ketua", "x", shop.clock)
