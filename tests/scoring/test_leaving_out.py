"""Several regions left out at once: one step, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.scoring.desk_facts import read_desk
from smartcity_desktop.scoring.jotting import LONGEST_JOTTING, write_jotting
from smartcity_desktop.scoring.leaving_out import leave_out, resume_all
from smartcity_desktop.scoring.progress import Progress, is_sealed, progress_of
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.scoring.desk import Desk

IDS = ("A1", "A2", "B1")


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    made = Workshop.open(tmp_path, judges=1, regions=4)
    made.enrol("j01-1", {"11.04": "Adik bekerja di sana"})
    return made


def states(desk: Desk, shop: Workshop) -> list[SheetState]:
    return [desk.sheet(code).state for code in shop.regions]


def test_several_regions_are_left_out_in_one_step(shop: Workshop) -> None:
    with shop.desk("j01-1") as desk:
        desk.record_score("11.01", "A1", 3)
        changed = leave_out(desk, shop.regions[:3], SheetState.ABSENT, "Tidak hadir")
        assert changed == ("11.01", "11.02", "11.03")
        assert states(desk, shop) == [SheetState.ABSENT] * 3 + [SheetState.SCORED]
        assert desk.undo() == ("11.01", "11.02", "11.03")
        assert states(desk, shop) == [SheetState.SCORED] * 4
        assert desk.sheet("11.01").values == (3, None, None)


def test_nothing_is_left_out_when_one_code_or_the_reason_is_wrong(shop: Workshop) -> None:
    with shop.desk("j01-1") as desk:
        with pytest.raises(InputError):
            leave_out(desk, ["11.01", "99.99"], SheetState.RECUSED, "Adik")
        with pytest.raises(InputError):
            leave_out(desk, ["11.01"], SheetState.RECUSED, "  ")
        assert desk.sheets() == {}


def test_taking_it_back_changes_only_what_was_left_out(shop: Workshop) -> None:
    with shop.desk("j01-1") as desk:
        desk.recuse("11.02", "Adik")
        assert resume_all(desk, ["11.01", "11.02"]) == ("11.02",)
        assert desk.sheet("11.02").state is SheetState.SCORED


def test_nobody_is_left_out_before_enrolment(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path, judges=1, regions=1)
    with shop.desk("j01-1") as desk, pytest.raises(RuleError):
        leave_out(desk, shop.regions, SheetState.ABSENT, "Tidak hadir")


def test_how_far_the_judge_is(shop: Workshop) -> None:
    with shop.desk("j01-1") as desk:
        desk.write_note("11.01", "A1", "Tanya lagi")
        desk.record_score("11.02", "A1", 3)
        for indicator in IDS:
            desk.abstain("11.03", indicator, "Tidak ada data")
        facts = read_desk(desk)
        assert [progress_of(facts, code, IDS) for code in shop.regions] == [
            Progress.OPEN, Progress.PARTLY, Progress.FINISHED, Progress.LEFT_OUT,
        ]  # fmt: skip
        assert [p.is_done for p in Progress] == [False, False, True, True]


def test_a_sheet_counts_as_sealed_until_it_changes_and_again_after_undo(shop: Workshop) -> None:
    shop.score("j01-1", {"11.01": (1, 2, 3), "11.02": (4, 4, 4)})
    with shop.desk("j01-1") as desk:
        assert not is_sealed(read_desk(desk), "11.01", IDS)
    shop.seal("j01-1")
    with shop.desk("j01-1") as desk:
        desk.record_score("11.01", "A1", 2)
        facts = read_desk(desk)
        assert [is_sealed(facts, code, IDS) for code in shop.regions[:3]] == [False, True, False]
        desk.undo()
        assert is_sealed(read_desk(desk), "11.01", IDS)


def test_a_jotting_is_kept_as_typed_but_never_without_bounds(shop: Workshop) -> None:
    with shop.desk("j01-1") as desk:
        write_jotting(desk, "11.01", "*", "tanya soal anggaran\nlihat lampiran\u0000")
        assert desk.panel.jottings.all() == {("11.01", "*"): "tanya soal anggaran\nlihat lampiran"}
        with pytest.raises(InputError):
            write_jotting(desk, "11.01", "*", "x" * (LONGEST_JOTTING + 1))
        with pytest.raises(InputError):
            write_jotting(desk, "99.99", "*", "x")
        write_jotting(desk, "11.01", "*", "")
        assert desk.panel.jottings.all() == {}
