"""A merge in two steps: planned without writing, then applied exactly, or not at all."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.errors import RuleError
from smartcity_desktop.domain.question import QuestionKind
from smartcity_desktop.domain.refusal import Outcome, RefusalReason
from smartcity_desktop.merging.difference import SheetChange
from smartcity_desktop.merging.session import (
    MergeWish,
    merge_as_planned,
    plan_panel_files,
    unseen,
)
from smartcity_desktop.plenary.reckoning import reckon_file
from tests.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from smartcity_desktop.merging.session import Merged, PlannedMerge

ONES, TWOS = (1, 1, 1), (2, 2, 2)


class EnoughError(Exception):
    """Somebody wanted no more of it."""


def stop_after(steps: int) -> Callable[[int], AbstractContextManager[Callable[[], None]]]:
    """Return a progress that ends the work after so many steps."""
    left = [steps]

    @contextmanager
    def progress(_total: int) -> Iterator[Callable[[], None]]:
        def advance() -> None:
            left[0] -= 1
            if left[0] < 0:
                raise EnoughError

        yield advance

    return progress


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop.open(tmp_path / "asesmen", judges=3, regions=2)


def plan(shop: Workshop, *paths: Path) -> PlannedMerge:
    with shop.assessment() as file:
        return plan_panel_files(file, shop.instrument, MergeWish(paths), unseen)


def apply(shop: Workshop, planned: PlannedMerge) -> Merged:
    with shop.assessment() as file:
        return merge_as_planned(file, shop.instrument, planned, shop.clock)


def backups(shop: Workshop) -> list[Path]:
    return list(shop.path.parent.glob("*.bak"))


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_planning_writes_nothing(shop: Workshop) -> None:
    copies = [shop.hand_in(judge) for judge in shop.judges]
    before = fingerprint(shop.path)
    planned = plan(shop, *copies)
    assert [each.outcome for each in planned.plan.files] == [Outcome.NEW] * 3
    assert (fingerprint(shop.path), backups(shop)) == (before, [])


def test_the_plan_is_what_is_applied(shop: Workshop) -> None:
    planned = plan(shop, *(shop.hand_in(judge) for judge in shop.judges))
    merged = apply(shop, planned)
    assert merged.applied.plan == planned.plan
    with shop.assessment() as file:
        assert len(file.seals.all()) == 3


@pytest.mark.parametrize("steps", range(6))
def test_cancelling_leaves_the_file_byte_for_byte(shop: Workshop, steps: int) -> None:
    shop.merge(shop.hand_in("j01"))
    planned = plan(shop, *(shop.hand_in(judge) for judge in ("j02", "j03")), shop.path)
    before, kept = fingerprint(shop.path), backups(shop)
    if steps == 5:
        apply(shop, planned)
        assert fingerprint(shop.path) != before
        return
    with shop.assessment() as file, pytest.raises(EnoughError):
        merge_as_planned(file, shop.instrument, planned, shop.clock, stop_after(steps))
    assert (fingerprint(shop.path), backups(shop)) == (before, kept)


def test_scanning_can_be_cancelled(shop: Workshop) -> None:
    wish = MergeWish(tuple(shop.hand_in(judge) for judge in shop.judges))
    with shop.assessment() as file, pytest.raises(EnoughError):
        plan_panel_files(file, shop.instrument, wish, stop_after(1))


def test_a_file_that_changed_since_the_plan_is_refused(shop: Workshop) -> None:
    first, second = shop.hand_in("j01"), shop.hand_in("j02")
    planned = plan(shop, first, second)
    shutil.copyfile(second, first)
    merged = apply(shop, planned)
    changed, fine = merged.applied.plan.files
    assert changed.refusal is not None
    assert changed.refusal.reason is RefusalReason.CHANGED_SINCE_SCAN
    assert fine.outcome is Outcome.NEW


def test_an_assessment_that_changed_since_the_plan_is_left_alone(shop: Workshop) -> None:
    planned = plan(shop, shop.hand_in("j01"))
    shop.decide(DecisionKind.RECUSE, "j02", shop.regions[0])
    with pytest.raises(RuleError, match="changed after these files were checked"):
        apply(shop, planned)


def test_what_a_correction_changes_is_known_before(shop: Workshop) -> None:
    shop.merge(shop.hand_in("j01", {shop.regions[0]: ONES}))
    shop.score("j01-1", {shop.regions[0]: (1, 2, 1), shop.regions[1]: TWOS})
    planned = plan(shop, shop.seal("j01-1")[1])
    ((file, differences),) = planned.differences
    assert file.outcome is Outcome.SUPERSEDES
    changed, added = differences
    assert [(c.indicator, c.before, c.after) for c in changed.cells] == [("A2", 1, 2)]
    assert added.change is SheetChange.ADDED
    merged = apply(shop, planned)
    assert merged.differences == planned.differences


def test_what_must_be_decided_is_known_before(shop: Workshop, tmp_path: Path) -> None:
    shop.enrol("j01-1")
    other = tmp_path / "laptop-kedua.panel"
    shutil.copy(shop.panels["j01-1"], other)
    shop.score("j01-1", {shop.regions[0]: ONES, shop.regions[1]: ONES})
    shop.merge(shop.seal("j01-1")[1])
    shop.score("j01-1", {shop.regions[0]: ONES, shop.regions[1]: TWOS}, path=other)
    planned = plan(shop, shop.seal("j01-1", path=other)[1])
    ((file, foreseen),) = planned.disputes
    assert file.outcome is Outcome.CONFLICT
    apply(shop, planned)
    with shop.assessment() as opened:
        questions = reckon_file(opened, shop.instrument).questions
    open_ones = [each for each in questions if each.kind is QuestionKind.SEALS]
    assert sorted(map(str, foreseen)) == sorted(map(str, open_ones))
    assert len(foreseen) == 2


def test_files_that_are_new_dispute_nothing(shop: Workshop) -> None:
    planned = plan(shop, shop.hand_in("j01"))
    assert (planned.disputes, planned.differences) == ((), ())
