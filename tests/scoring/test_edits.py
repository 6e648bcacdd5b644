"""What a judge may do to one sheet, and what is refused."""

from __future__ import annotations

from fractions import Fraction

import pytest

from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.domain.instrument import Dimension, Indicator, Instrument, Scale
from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.rules import Combine, CombineAt, Rules, WeightKind
from smartcity_desktop.domain.score_sheet import Evidence, ScoreSheet, SheetState, empty_sheet
from smartcity_desktop.scoring import edits

SCALE = Scale(0, 1, 4, 1, (1, 2, 3, 4))
HALVES = Scale(1, 0, 1000, 5)


def instrument() -> Instrument:
    indicators = (
        Indicator("A1", LocalText("Satu"), Fraction(50), SCALE),
        Indicator("A2", LocalText("Dua"), Fraction(50), HALVES),
    )
    rules = Rules(WeightKind.PERCENT, Combine.MEAN, CombineAt.INDICATOR, 1, 1, 2)
    dimension = Dimension("A", LocalText("A"), Fraction(100), indicators)
    return Instrument("uji", "1", LocalText("Uji"), LocalText(""), (dimension,), rules, "0" * 64)


def sheet() -> ScoreSheet:
    return empty_sheet("j1", "64.72", "Kota Samarinda", 2)


def test_a_new_sheet_has_nothing_scored_and_nothing_abstained() -> None:
    assert sheet().open_indicators(("A1", "A2")) == ("A1", "A2")


def test_scores_take_the_place_of_abstentions_and_back() -> None:
    scored = edits.record_score(sheet(), instrument(), "A1", 3)
    assert scored.values == (3, None)
    excused = edits.abstain(scored, instrument(), "A1", "  bukti\n tidak ada ")
    assert (excused.values, excused.abstained) == ((None, None), (("A1", "bukti tidak ada"),))
    again = edits.record_score(excused, instrument(), "A1", 4)
    assert (again.values, again.abstained) == ((4, None), ())
    assert edits.clear_score(again, instrument(), "A1") == sheet()


@pytest.mark.parametrize("value", [0, 5, -1, True])
def test_values_outside_the_scale_are_refused(value: int) -> None:
    with pytest.raises(RuleError, match=r"64\.72 Kota Samarinda"):
        edits.record_score(sheet(), instrument(), "A1", value)


@pytest.mark.parametrize("value", [3, 1001, -5])
def test_values_between_the_steps_are_refused(value: int) -> None:
    with pytest.raises(RuleError):
        edits.record_score(sheet(), instrument(), "A2", value)


def test_a_step_of_a_half_is_kept_as_an_integer() -> None:
    assert edits.record_score(sheet(), instrument(), "A2", 875).values == (None, 875)


def test_recusal_takes_all_scores_away_and_blocks_new_ones() -> None:
    scored = edits.record_score(sheet(), instrument(), "A1", 3)
    recused = edits.recuse(scored, "Pernah menjadi konsultan")
    assert (recused.state, recused.values) == (SheetState.RECUSED, (None, None))
    assert recused.open_indicators(("A1", "A2")) == ()
    with pytest.raises(RuleError, match="Pernah menjadi konsultan"):
        edits.record_score(recused, instrument(), "A1", 3)
    assert edits.resume(recused) == sheet()


def test_an_absent_region_needs_words() -> None:
    assert edits.report_absent(sheet(), "Tidak hadir").state is SheetState.ABSENT
    with pytest.raises(InputError, match="reason"):
        edits.report_absent(sheet(), " \n ")


def test_notes_are_kept_as_typed_in_normal_form() -> None:
    noted = edits.write_note(sheet(), instrument(), "A1", "Cafe\u0301 <b>=1+1</b>\r\nbaris 2\x00")
    assert noted.notes == (("A1", "Caf\u00e9 <b>=1+1</b>\nbaris 2"),)
    remark = edits.write_note(noted, instrument(), "*", "Umum")
    assert [key for key, _ in remark.notes] == ["*", "A1"]
    assert edits.write_note(remark, instrument(), "A1", "").notes == (("*", "Umum"),)
    with pytest.raises(InputError, match="10000"):
        edits.write_note(sheet(), instrument(), "A1", "x" * 10_001)


def test_evidence_is_attached_once_and_taken_away() -> None:
    photo = Evidence("foto.jpg", 3, "a" * 64)
    one = edits.attach_evidence(sheet(), instrument(), "A1", photo)
    assert edits.attach_evidence(one, instrument(), "A1", photo) == one
    assert edits.detach_evidence(one, "A1", "a" * 64) == sheet()


def test_an_unknown_indicator_is_named() -> None:
    with pytest.raises(InputError, match="Z9"):
        edits.record_score(sheet(), instrument(), "Z9", 1)
    with pytest.raises(InputError, match="Z9"):
        edits.write_note(sheet(), instrument(), "Z9", "x")


def test_moving_keeps_every_score() -> None:
    scored = edits.record_score(sheet(), instrument(), "A1", 3)
    moved = edits.move_scores(scored, "64.71", "Kota Balikpapan")
    assert (moved.region, moved.name, moved.values) == ("64.71", "Kota Balikpapan", (3, None))
