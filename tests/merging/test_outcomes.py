"""What a merge makes of intact files, and what counts afterwards."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.domain.refusal import Outcome
from smartcity_desktop.merging.apply import NotMergedError
from smartcity_desktop.plenary.declaring import declare_results, reopen_results
from smartcity_desktop.plenary.reckoning import Reckoning, reckon_file
from smartcity_desktop.sealing.proof import open_seal
from tests.merging.forging import Forgery
from tests.workshop import PHRASE, Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from smartcity_desktop.domain.question import Question

NEW, AGAIN = Outcome.NEW, Outcome.ALREADY_MERGED
LATER, EARLIER = Outcome.SUPERSEDES, Outcome.SUPERSEDED
CONFLICT = Outcome.CONFLICT


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop.open(tmp_path, judges=2, regions=2)


def outcomes(shop: Workshop, *paths: Path) -> list[Outcome]:
    return [plan.outcome for plan in shop.merge(*paths).applied.plan.files]


def reckon(shop: Workshop) -> Reckoning:
    with shop.assessment() as file:
        return reckon_file(file, shop.instrument)


def counted(shop: Workshop, judge: str = "j01") -> dict[str, tuple[int | None, ...]]:
    return {s.region: s.values for s in reckon(shop).sheets if s.judge == judge}


def asked(shop: Workshop) -> set[tuple[str, str]]:
    return {(q.kind.value, q.region) for q in reckon(shop).questions if q.kind.value != "missing"}


def question(shop: Workshop, kind: str) -> Question:
    return next(q for q in reckon(shop).questions if q.kind.value == kind)


def answer(shop: Workshop, answered: tuple[str, ...]) -> None:
    kind, *subject = answered
    shop.decide(DecisionKind(kind), *subject)


ONES, TWOS, THREES = (1, 1, 1), (2, 2, 2), (3, 3, 3)


def test_new_then_already_merged(shop: Workshop) -> None:
    copy = shop.hand_in("j01")
    assert outcomes(shop, copy) == [NEW]
    assert outcomes(shop, copy) == [AGAIN]
    assert counted(shop) == shop.invented("j01")


def test_a_corrected_seal_supersedes_in_either_order(shop: Workshop, tmp_path: Path) -> None:
    first = shop.hand_in("j01")
    shop.score("j01-1", {shop.regions[0]: ONES})
    second = shop.seal("j01-1")[1]
    before = tmp_path / "before.assessment"
    shutil.copyfile(shop.path, before)
    assert outcomes(shop, first) == [NEW]
    merged = shop.merge(second).applied.plan.files[0]
    assert merged.outcome is LATER
    assert merged.replaced is not None
    assert merged.replaced.number == 1
    forwards = counted(shop)
    assert forwards[shop.regions[0]] == ONES
    shutil.copyfile(before, shop.path)
    # The second copy carries the first seal with it, so nothing of the first is new any more.
    assert outcomes(shop, second, first) == [NEW, AGAIN]
    assert counted(shop) == forwards


def test_an_older_seal_that_comes_late_is_superseded(shop: Workshop) -> None:
    first = shop.hand_in("j01")
    shop.score("j01-1", {shop.regions[0]: ONES})
    second = shop.seal("j01-1")[1]
    alone = Forgery(second)
    listed = {sha256 for _, sha256 in open_seal(alone.jws())[2].sheets}
    with alone.database() as connection:
        only = {
            row[0]
            for row in connection.execute("SELECT sha256 FROM sealed_sheets")
            if row[0] in listed
        }
        connection.execute("DELETE FROM seals WHERE number = 1")
        connection.execute(
            f"DELETE FROM sealed_sheets WHERE sha256 NOT IN ({','.join('?' * len(only))})",  # noqa: S608 - marks only
            tuple(only),
        )
    assert outcomes(shop, alone.path) == [NEW]
    assert outcomes(shop, first) == [EARLIER]
    assert counted(shop)[shop.regions[0]] == ONES


def test_two_laptops_of_one_judge_are_united_region_by_region(
    shop: Workshop, tmp_path: Path
) -> None:
    one, two = shop.regions
    shop.enrol("j01-1")
    other = tmp_path / "laptop-2.panel"
    shutil.copyfile(shop.panels["j01-1"], other)
    shop.score("j01-1", {one: ONES, two: TWOS})
    shop.score("j01-1", {one: ONES, two: THREES}, path=other)
    here, copy = shop.seal("j01-1")
    there, copy_2 = shop.seal("j01-1", path=other)
    assert outcomes(shop, copy, copy_2) == [NEW, CONFLICT]
    # Even the same values are another sheet: moments differ, so both regions are asked for.
    assert asked(shop) == {("seals", one), ("seals", two)}
    assert counted(shop) == {}
    shop.decide(DecisionKind.VOID, there.digest, one)
    shop.decide(DecisionKind.VOID, here.digest, two)
    assert counted(shop) == {one: ONES, two: THREES}
    assert asked(shop) == set()


def test_a_forgotten_passphrase_waits_for_a_decision_on_the_key(shop: Workshop) -> None:
    one, two = shop.regions
    first = shop.hand_in("j01", {one: ONES})
    assert outcomes(shop, first) == [NEW]
    key = shop.forget_passphrase("j01-1")
    shop.score("j01-1", {two: TWOS})
    second = shop.seal("j01-1", signer=key)[1]
    assert outcomes(shop, second) == [CONFLICT]
    assert counted(shop) == {one: ONES}
    about = question(shop, "key")
    assert about.answers[0] == ("key", "j01", key.public.thumbprint)
    answer(shop, about.answers[0])
    assert counted(shop) == {one: ONES, two: TWOS}


def test_a_lost_laptop_keeps_named_seals_and_its_late_ones_wait(shop: Workshop) -> None:
    one, two = shop.regions
    shop.enrol("j01-1")
    shop.score("j01-1", {one: ONES})
    kept, copy = shop.seal("j01-1")
    shop.merge(copy)
    shop.score("j01-1", {one: ONES, two: ONES})
    late, late_copy = shop.seal("j01-1")
    new = shop.replace("j01-1", kept.digest)
    assert counted(shop) == {one: ONES}
    assert outcomes(shop, late_copy) == [CONFLICT]
    assert counted(shop) == {one: ONES}
    assert question(shop, "late_seal").answers == (("admit", late.digest),)
    shop.enrol(new)
    shop.score(new, {two: TWOS})
    assert outcomes(shop, shop.seal(new)[1]) == [NEW]
    assert counted(shop) == {one: ONES, two: TWOS}
    shop.decide(DecisionKind.ADMIT, late.digest)
    assert counted(shop) == {one: ONES, two: TWOS}


def test_a_supplementary_file_adds_regions(tmp_path: Path) -> None:
    from smartcity_desktop.domain.assessment import Assignment

    shop = Workshop.open(
        tmp_path,
        judges=2,
        regions=2,
        assignments=(
            Assignment("j01", "11.01"), Assignment("j02", "11.01"), Assignment("j02", "11.02"),
        ),
    )  # fmt: skip
    shop.merge(shop.hand_in("j01", {"11.01": ONES}))
    more = shop.supplement("j01", "11.02")
    shop.enrol(more)
    shop.score(more, {"11.02": TWOS})
    assert outcomes(shop, shop.seal(more)[1]) == [NEW]
    assert counted(shop) == {"11.01": ONES, "11.02": TWOS}


def typed(shop: Workshop, issue: str, values: Mapping[str, tuple[int, ...]]) -> Path:
    shop.enrol(issue)
    shop.score(issue, values)
    return shop.seal(issue)[1]


def test_paper_typed_twice_alike_counts(shop: Workshop) -> None:
    one, two = shop.regions
    first, second = shop.paper("j01")
    assert outcomes(shop, typed(shop, first, {one: ONES, two: TWOS})) == [NEW]
    assert asked(shop) == {("paper_half_typed", one), ("paper_half_typed", two)}
    assert outcomes(shop, typed(shop, second, {one: ONES, two: TWOS})) == [NEW]
    assert counted(shop) == {one: ONES, two: TWOS}
    assert all(sheet.paper for sheet in reckon(shop).sheets)


def test_paper_typed_differently_is_in_conflict(shop: Workshop) -> None:
    one, two = shop.regions
    first, second = shop.paper("j01")
    copies = [
        typed(shop, first, {one: ONES, two: TWOS}),
        typed(shop, second, {one: ONES, two: THREES}),
    ]
    assert outcomes(shop, *copies) == [NEW, CONFLICT]
    assert outcomes(shop, *copies) == [AGAIN, AGAIN]
    assert counted(shop) == {one: ONES}
    assert asked(shop) == {("paper_differs", two)}


def test_paper_and_a_seal_for_the_same_pair_are_in_conflict(shop: Workshop) -> None:
    one, two = shop.regions
    assert outcomes(shop, shop.hand_in("j01", {one: ONES})) == [NEW]
    first, second = shop.paper("j01")
    values = {one: ONES, two: TWOS}
    copies = [typed(shop, first, values), typed(shop, second, values)]
    assert outcomes(shop, *copies) == [CONFLICT, CONFLICT]
    assert counted(shop) == {two: TWOS}
    assert asked(shop) == {("paper_and_electronic", one)}
    voids = question(shop, "paper_and_electronic").answers
    electronic = {s.digest for s in reckon(shop).seals if s.issue == "j01-1"}
    for each in voids:
        if each[1] not in electronic:
            answer(shop, each)
    assert counted(shop) == {one: ONES, two: TWOS}
    assert not any(sheet.paper for sheet in reckon(shop).sheets if sheet.region == one)


def test_nothing_is_merged_into_declared_results(shop: Workshop) -> None:
    shop.merge(*[shop.hand_in(judge) for judge in shop.judges])
    shop.score("j01-1", {shop.regions[0]: ONES})
    copy = shop.seal("j01-1")[1]
    with shop.assessment() as file:
        declare_results(file, shop.instrument, "Ketua", lambda: PHRASE, shop.clock)
    before = shop.path.read_bytes()
    with pytest.raises(RuleError, match="declared"):
        shop.merge(copy)
    assert shop.path.read_bytes() == before
    with shop.assessment() as file:
        reopen_results(file, "Ketua", "Segel baru", shop.clock)
    assert outcomes(shop, copy) == [LATER]


def test_all_or_nothing_changes_nothing_when_one_file_is_bad(shop: Workshop) -> None:
    good, bad = shop.hand_in("j01"), shop.folder / "bad.panel"
    bad.write_bytes(b"%PDF-1.7")
    before = shop.path.read_bytes()
    with pytest.raises(NotMergedError) as caught:
        shop.merge(good, bad, all_or_nothing=True)
    assert [str(problem.where) for problem in caught.value.problems] == [str(bad)]
    assert shop.path.read_bytes() == before
    assert not list(shop.folder.glob("*.bak"))
    assert outcomes(shop, good) == [NEW]


def test_a_backup_is_made_before_a_new_seal_only(shop: Workshop) -> None:
    before = shop.path.read_bytes()
    copy = shop.hand_in("j01")
    backup = shop.merge(copy).applied.backup
    assert backup is not None
    assert backup.read_bytes() == before
    assert shop.merge(copy).applied.backup is None


def test_a_path_that_is_not_there_stops_the_merge(shop: Workshop) -> None:
    copy = shop.hand_in("j01")
    before = shop.path.read_bytes()
    with pytest.raises(InputError, match="no file or folder"):
        shop.merge(copy, shop.folder / "nowhere")
    assert shop.path.read_bytes() == before
