"""What a declaration waits for, how a reopening ends it, and that every act leaves its trace."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.audit import first_fault
from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.question import QuestionKind
from smartcity_desktop.domain.score_entry import EntryKind, ScoreEntry
from smartcity_desktop.plenary.declaring import declare_results, reopen_results
from smartcity_desktop.plenary.reckoning import Reckoning, reckon_file
from smartcity_desktop.plenary.record import read_record
from smartcity_desktop.plenary.recording import Backing, record_decision, record_status
from smartcity_desktop.scoring.entering import enter_scores
from tests.workshop import INSTRUMENT, PHRASE, Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.question import Question
    from smartcity_desktop.store.declarations import Declaration

BACKING = Backing("Ketua Juri", "Musyawarah mufakat")
ONES, TWOS, THREES, FOURS = (1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 4, 4)
R1, R2 = "11.01", "11.02"
BAND = b"""
[[selection]]
name = { id = "Terpilih", en = "Selected" }
quota = 1
"""


def reckon(shop: Workshop) -> Reckoning:
    with shop.assessment() as file:
        return reckon_file(file, shop.instrument)


def decide(shop: Workshop, kind: str, *arguments: str, backing: Backing = BACKING) -> Decision:
    with shop.assessment() as file:
        return record_decision(file, shop.instrument, (kind, arguments), backing, shop.clock)


def declare(shop: Workshop, by: str = "Ketua") -> Declaration:
    with shop.assessment() as file:
        return declare_results(file, shop.instrument, by, lambda: PHRASE, shop.clock)


def reopen(shop: Workshop, reason: str = "Sanggahan", by: str = "Ketua") -> Declaration:
    with shop.assessment() as file:
        return reopen_results(file, by, reason, shop.clock)


@contextmanager
def nothing_recorded(shop: Workshop) -> Iterator[None]:
    def held() -> object:
        with shop.assessment() as file:
            return file.decisions.all(), file.declarations.all(), file.acts.head()

    before = held()
    yield
    assert held() == before


def two_laptops(shop: Workshop) -> None:
    shop.enrol("j01-1")
    other = shop.folder / "laptop-2.panel"
    shutil.copyfile(shop.panels["j01-1"], other)
    shop.score("j01-1", {R1: ONES, R2: TWOS})
    shop.score("j01-1", {R1: THREES, R2: FOURS}, path=other)
    shop.merge(shop.seal("j01-1")[1], shop.seal("j01-1", path=other)[1], shop.hand_in("j02"))


def forgotten_passphrase(shop: Workshop) -> None:
    shop.merge(shop.hand_in("j01"), shop.hand_in("j02"))
    key = shop.forget_passphrase("j01-1")
    shop.score("j01-1", {R1: ONES})
    shop.merge(shop.seal("j01-1", signer=key)[1])


def two_files(shop: Workshop) -> None:
    """A lost panel file replaced twice by mistake, and both new ones scored."""
    shop.merge(shop.hand_in("j02"))
    for row in (ONES, THREES):
        new = shop.replace("j01-1")
        shop.enrol(new)
        shop.score(new, {R1: row, R2: row})
        shop.merge(shop.seal(new)[1])


def type_paper(shop: Workshop, *sheets: dict[str, tuple[int, ...]]) -> None:
    shop.merge(shop.hand_in("j02"))
    for issue, sheet in zip(shop.paper("j01"), sheets, strict=False):
        shop.enrol(issue)
        shop.score(issue, sheet)
        shop.merge(shop.seal(issue)[1])


def paper_typed_differently(shop: Workshop) -> None:
    type_paper(shop, {R1: ONES, R2: TWOS}, {R1: ONES, R2: FOURS})


def paper_typed_once(shop: Workshop) -> None:
    type_paper(shop, {R1: ONES, R2: TWOS})


def paper_and_seal(shop: Workshop) -> None:
    shop.merge(shop.hand_in("j01"))
    type_paper(shop, {R1: ONES, R2: TWOS}, {R1: ONES, R2: TWOS})


def reported_absent(shop: Workshop) -> None:
    shop.merge(shop.hand_in("j02"))
    shop.enrol("j01-1")
    shop.score("j01-1", {R1: ONES})
    with shop.desk("j01-1") as desk:
        absent = ScoreEntry(R2, "*", EntryKind.ABSENT, note="Tidak hadir")
        enter_scores(desk, [absent], shop.clock)
    shop.merge(shop.seal("j01-1")[1])


def gap(shop: Workshop) -> None:
    shop.merge(shop.hand_in("j01"), shop.hand_in("j02", {R1: ONES}))


def tie_at_the_cut(shop: Workshop) -> None:
    shop.merge(*(shop.hand_in(judge, {R1: TWOS, R2: TWOS}) for judge in shop.judges))


OPEN: dict[QuestionKind, tuple[Callable[[Workshop], None], str]] = {
    QuestionKind.SEALS: (two_laptops, "cannot both stand"),
    QuestionKind.KEY: (forgotten_passphrase, "that key does not stand"),
    QuestionKind.ISSUES: (two_files, "in more than one panel file"),
    QuestionKind.PAPER_DIFFERS: (paper_typed_differently, "typed differently"),
    QuestionKind.PAPER_HALF_TYPED: (paper_typed_once, "typed once"),
    QuestionKind.PAPER_AND_ELECTRONIC: (paper_and_seal, "both a paper sheet and a sealed one"),
    QuestionKind.REPORTED_ABSENT: (reported_absent, "was absent. Confirm or deny"),
    QuestionKind.MISSING: (gap, "score sheets are missing"),
    QuestionKind.CUT: (tie_at_the_cut, "across the cut of Terpilih"),
}


@pytest.mark.parametrize("kind", OPEN, ids=lambda kind: kind.value)
def test_a_declaration_waits_for_each_open_thing_and_no_longer(
    tmp_path: Path, kind: QuestionKind
) -> None:
    """First answers are recorded one after another until nothing is open; then it is declared."""
    happen, words = OPEN[kind]
    shop = Workshop.open(tmp_path, judges=2, regions=2, instrument=INSTRUMENT + BAND)
    happen(shop)
    blocking = reckon(shop).blocking()
    assert kind in {question.kind for question in blocking}
    with nothing_recorded(shop), pytest.raises(RuleError, match=words) as caught:
        declare(shop)
    assert len(caught.value.problems) == len(blocking)
    for _ in range(20):
        still = reckon(shop).blocking()
        if not still:
            break
        with pytest.raises(RuleError):
            declare(shop)
        decide(shop, *still[0].answers[0])
    assert declare(shop).number == 1


def test_every_kind_of_blocking_question_is_tried() -> None:
    free = {QuestionKind.LATE_SEAL, QuestionKind.TIE}
    assert set(QuestionKind) == OPEN.keys() | free


def test_a_late_seal_and_a_tie_away_from_the_cut_block_nothing(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path, judges=2, regions=3, instrument=INSTRUMENT + BAND)
    values = {R1: FOURS, R2: TWOS, "11.03": TWOS}
    copy = shop.hand_in("j01", values)
    shop.merge(copy, shop.hand_in("j02", values))
    kept = next(seal.digest for seal in reckon(shop).seals if seal.judge == "j01")
    shop.score("j01-1", {R1: ONES})
    late = shop.seal("j01-1")[1]
    shop.replace("j01-1", kept)
    shop.merge(late)
    kinds = {q.kind: q.blocking for q in reckon(shop).questions}
    assert kinds == {QuestionKind.LATE_SEAL: False, QuestionKind.TIE: False}
    assert declare(shop).number == 1


def test_nothing_to_rank_is_nothing_to_declare(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path, judges=1, regions=1)
    decide(shop, "waive")
    with nothing_recorded(shop), pytest.raises(RuleError, match="No region can be ranked"):
        declare(shop)


@pytest.mark.parametrize("by", ["", " ", "a\nb", "x" * 3000])
def test_a_declaration_needs_a_name(tmp_path: Path, by: str) -> None:
    shop = Workshop.open(tmp_path, judges=1, regions=1)
    shop.merge(shop.hand_in("j01"))
    with nothing_recorded(shop), pytest.raises(InputError, match="who declares"):
        declare(shop, by)


@pytest.fixture(scope="module")
def declared_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Only to be read."""
    shop = Workshop.open(tmp_path_factory.mktemp("sekali"), judges=2, regions=2)
    shop.merge(*(shop.hand_in(judge) for judge in shop.judges))
    declare(shop)
    return shop


@pytest.fixture
def declared(declared_once: Workshop, tmp_path: Path) -> Workshop:
    return declared_once.copied_to(tmp_path / "asesmen")


@pytest.mark.parametrize(
    ("by", "reason"),
    [("", "x"), ("x", ""), (" ", "x"), ("x", " "), ("x", "a\x1bb"), ("x", "y" * 2001)],
)
def test_a_reopening_needs_a_name_and_a_reason(declared: Workshop, by: str, reason: str) -> None:
    with nothing_recorded(declared), pytest.raises(InputError, match="needs a name and a reason"):
        reopen(declared, reason, by)


def test_while_results_are_declared_nothing_moves(declared: Workshop) -> None:
    declared.score("j01-1", {R1: ONES})
    copy = declared.seal("j01-1")[1]
    for act in (
        lambda: declare(declared),
        lambda: decide(declared, "recuse", "j01", R1),
        lambda: decide(declared, "status", R1, "absent"),
        lambda: declared.merge(copy),
        lambda: declared.supplement("j01", R1),
        lambda: declared.paper("j01"),
    ):
        with nothing_recorded(declared), pytest.raises(RuleError, match="declared"):
            act()
    with declared.assessment() as file, pytest.raises(RuleError, match="declared"):
        record_status(file, R1, "absent", BACKING, declared.clock)


def test_a_reopening_is_printed_with_the_next_declaration(declared: Workshop) -> None:
    reopen(declared, "Sanggahan Kota 2")
    with pytest.raises(RuleError, match="nothing to reopen"):
        reopen(declared)
    with declared.assessment() as file, pytest.raises(RuleError, match="Declare first"):
        read_record(file, declared.instrument, Language.INDONESIAN)
    decide(declared, "recuse", "j01", R1)
    second = declare(declared)
    with declared.assessment() as file:
        record = read_record(file, declared.instrument, Language.INDONESIAN)
        first = file.declarations.all()[0]
    assert second.results != first.results
    (earlier,) = record.declaration.reopenings
    assert (earlier.declaration, earlier.reason) == (1, "Sanggahan Kota 2")
    assert earlier.results_sha256 == first.results_sha256


def test_results_that_changed_behind_the_programs_back_are_not_printed(declared: Workshop) -> None:
    """A decision that no command records while results are declared, put in all the same."""
    declared.decide(DecisionKind.RECUSE, "j01", R1)
    with declared.assessment() as file, pytest.raises(RuleError, match="Nothing was printed"):
        read_record(file, declared.instrument, Language.INDONESIAN)


def questions(shop: Workshop, kind: QuestionKind) -> list[Question]:
    return [question for question in reckon(shop).questions if question.kind is kind]


def test_select_at_a_cut_lapses_when_a_total_changes(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path, judges=2, regions=2, instrument=INSTRUMENT + BAND)
    tie_at_the_cut(shop)
    decide(shop, "select", R2, "Terpilih")
    assert not questions(shop, QuestionKind.CUT)
    before = declare(shop)
    reopen(shop)
    shop.score("j01-1", {R1: THREES, R2: THREES})
    shop.merge(shop.seal("j01-1")[1])
    after = reckon(shop)
    assert after.results.lapsed == (1,)
    assert questions(shop, QuestionKind.CUT)
    with pytest.raises(RuleError, match="across the cut"):
        declare(shop)
    decide(shop, "leave", R1, "Terpilih")
    again = declare(shop)
    assert b'"decided":"leave"' in again.results or b'"decided":"select"' in again.results
    assert again.results != before.results


def test_a_waiver_lapses_when_another_sheet_is_missing(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path, judges=2, regions=2)
    gap(shop)
    decide(shop, "waive")
    assert reckon(shop).blocking() == ()
    decide(shop, "void", reckon(shop).seals[0].digest, R1)
    assert reckon(shop).completeness.lapsed == (1,)
    with pytest.raises(RuleError, match="2 score sheets are missing"):
        declare(shop)
    decide(shop, "waive")
    assert declare(shop).number == 1


def everything_to_decide(shop: Workshop) -> list[tuple[str, ...]]:
    """Make a day on which all eleven kinds of decision are due; returns one of each."""
    shop.merge(*(shop.hand_in(judge, {R1: TWOS, R2: TWOS}) for judge in shop.judges))
    first, second = (
        next(seal for seal in reckon(shop).seals if seal.judge == judge) for judge in ("j01", "j02")
    )
    shop.score("j02-1", {R1: ONES})
    late = shop.seal("j02-1")
    shop.replace("j02-1", second.digest)
    shop.merge(late[1])
    return [
        ("select", R1, "Terpilih"),
        ("leave", R2, "Terpilih"),
        ("tie", R1, R2),
        ("key", "j01", first.thumbprint),
        ("status", R1, "present"),
        ("name", R2, "Kabupaten Aceh Tenggara"),
        ("recuse", "j03", R1),
        ("void", first.digest, R1),
        ("reissue", "j01-1", first.digest),
        ("waive",),
        ("admit", late[0].digest),
    ]


def test_every_kind_of_decision_leaves_its_act_in_the_log(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path, judges=3, regions=2, instrument=INSTRUMENT + BAND)
    due = everything_to_decide(shop)
    assert {ruling[0] for ruling in due} == {kind.value for kind in DecisionKind}
    for number, ruling in enumerate(due, start=1):
        backing = Backing(f"Ketua {number}", f"Alasan {number}", (4, 1) if number % 2 else None)
        recorded = decide(shop, *ruling, backing=backing)
        with shop.assessment() as file:
            acts = [act for act in file.acts.all() if act.kind == "decision"]
            stored = file.decisions.all()[-1]
            assert first_fault(file.acts.all()) is None
        assert stored == recorded
        said = dict(acts[-1].details)
        assert (said["kind"], said["by"]) == (ruling[0], f"Ketua {number}")
        assert (said["reason"], said["subject"]) == (recorded.reason, " ".join(recorded.subject))
        assert said["votes"] == ("4 1" if number % 2 else "0 0")
        assert said["choice"] == recorded.choice
        assert acts[-1].at == recorded.at


def test_declaring_and_reopening_leave_their_acts(declared: Workshop) -> None:
    reopen(declared, "Sanggahan Kota 2", "Ketua Juri")
    second = declare(declared)
    with declared.assessment() as file:
        acts = [(act.kind, dict(act.details)) for act in file.acts.all()][-2:]
    assert acts == [
        (
            "reopen",
            {
                "by": "Ketua Juri",
                "declaration": "1",
                "objections": "",
                "reason": "Sanggahan Kota 2",
            },
        ),
        (
            "declare",
            {"by": "Ketua", "declaration": "2", "results_sha256": second.results_sha256},
        ),
    ]


def test_an_unknown_status_never_reaches_the_file(declared: Workshop) -> None:
    """Recorded once, it would keep every later reckoning from being made."""
    reopen(declared)
    with (
        nothing_recorded(declared),
        declared.assessment() as file,
        pytest.raises(InputError, match="no region status"),
    ):
        record_status(file, R1, "asleep", BACKING, declared.clock)
    assert reckon(declared).results.ranked


@pytest.mark.parametrize("votes", [(-1, 2), (0, 0), (2, -1), (10**30, 0)])
def test_votes_that_cannot_have_been_cast_are_refused(
    declared: Workshop, votes: tuple[int, int]
) -> None:
    reopen(declared)
    backing = Backing("Ketua", "Suara", votes)
    with nothing_recorded(declared), pytest.raises(InputError, match="votes"):
        decide(declared, "recuse", "j01", R1, backing=backing)
