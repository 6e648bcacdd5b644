from __future__ import annotations

import re
import shutil
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.rules import (
    Combine,
    CombineAt,
    Rounding,
    RoundingMode,
    Stage,
    TieKeyKind,
    WeightKind,
)
from smartcity_desktop.domain.total_range import total_range
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.instruments.shipped import RESOURCES, shipped_instruments

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.local_text import LocalText

SMART_CITY, SPBE, HUNDRED = "contoh-100-smart-city", "contoh-spbe-47", "contoh-0-100"
ONCE_AT_THE_END = (Rounding(Stage.TOTAL, 2, RoundingMode.HALF_UP),)

SMART_CITY_WEIGHTS = {
    "A": (20, 20, 20, 15, 15, 10),
    "B": (20, 20, 20, 15, 15, 10),
    "C": (20, 20, 15, 15, 10, 10, 10),
    "D": (25, 15, 10, 20, 15, 15),
    "E": (30, 20, 20, 20, 10),
}
SPBE_WEIGHTS = (
    ("D1", "13", (("A1", "13", "1.3", 10),)),
    ("D2", "25", (("A2", "10", "2.5", 4), ("A3", "10", "2.5", 4), ("A4", "5", "2.5", 2))),
    ("D3", "16.5", (("A5", "12", "1.5", 8), ("A6", "4.5", "1.5", 3))),
    ("D4", "45.5", (("A7", "27.5", "2.75", 10), ("A8", "18", "3", 6))),
)
ENGLISH = {
    "the", "and", "of", "with", "for", "from", "is", "are", "has", "have", "not", "there", "by",
    "used", "example", "below", "reports", "records", "policy", "services", "very", "good",
}  # fmt: skip
INDONESIAN = {
    "dan", "yang", "dengan", "untuk", "dari", "belum", "ada", "tidak", "oleh", "atau", "sudah",
    "semua", "contoh", "bukan", "laporan", "layanan", "kebijakan", "sangat", "baik", "daerah",
}  # fmt: skip


def read(name: str) -> Instrument:
    path = shipped_instruments()[name]
    return read_instrument(path.read_bytes(), path.name)


def every_text(instrument: Instrument) -> Iterator[LocalText]:
    yield from (instrument.title, instrument.notice)
    for dimension in instrument.dimensions:
        yield dimension.name
        yield from (aspect.name for aspect in dimension.aspects)
    for indicator in instrument.indicators():
        yield indicator.name
        yield from (level.text for level in (*indicator.levels, *indicator.scale.labels))
        yield from (text for text in (indicator.evidence, indicator.guidance) if text.id)
    yield from (band.name for band in instrument.rules.bands)
    yield from (grade.name for grade in instrument.rules.grades)


def words(text: str) -> set[str]:
    return set(re.findall("[a-z]+", text.casefold()))


def test_the_shipped_instruments_go_by_their_own_ids() -> None:
    shipped = shipped_instruments()
    assert set(shipped) == {SMART_CITY, SPBE, HUNDRED}
    assert all(read(name).id == name for name in shipped)


def test_they_may_lie_elsewhere(tmp_path: Path) -> None:
    shutil.copytree(RESOURCES / "instruments", tmp_path / "instruments")
    assert shipped_instruments(tmp_path)[SPBE] == tmp_path / "instruments" / f"{SPBE}.toml"


@pytest.mark.parametrize("name", [SMART_CITY, SPBE, HUNDRED])
def test_every_text_is_there_in_both_languages(name: str) -> None:
    for text in every_text(read(name)):
        assert text.id
        assert text.en
        assert not words(text.id) & ENGLISH, text.id
        assert not words(text.en) & INDONESIAN, text.en
        assert text.id[0] == text.id[0].upper()
        assert text.en[0] == text.en[0].upper()


@pytest.mark.parametrize("name", [SMART_CITY, SPBE, HUNDRED])
def test_every_one_says_that_it_is_no_official_instrument(name: str) -> None:
    notice = read(name).notice
    assert notice.id.startswith("Contoh")
    assert "bukan instrumen resmi" in notice.id
    assert "not an official instrument" in notice.en


@pytest.mark.parametrize("name", [SMART_CITY, SPBE, HUNDRED])
def test_every_indicator_tells_the_judge_what_to_look_at(name: str) -> None:
    for indicator in read(name).indicators():
        assert indicator.evidence.id
        assert indicator.guidance.id or len(indicator.levels) == len(indicator.scale.values)


def test_the_smart_city_instrument_has_the_published_tree() -> None:
    instrument = read(SMART_CITY)
    assert len(instrument.indicators()) == 30
    assert [(d.id, d.weight) for d in instrument.dimensions] == [
        (name, Fraction(20)) for name in SMART_CITY_WEIGHTS
    ]
    for dimension in instrument.dimensions:
        weights = SMART_CITY_WEIGHTS[dimension.id]
        assert [i.weight for i in dimension.indicators] == list(map(Fraction, weights))
        assert [i.id for i in dimension.indicators] == [
            f"{dimension.id}{n}" for n in range(1, len(weights) + 1)
        ]
    assert {i.scale.values for i in instrument.indicators()} == {(1, 2, 3, 4)}
    assert len({i.levels for i in instrument.dimensions[3].indicators}) == 1
    assert len({i.levels for i in instrument.indicators()}) == 25


def test_the_smart_city_instrument_has_its_rules() -> None:
    rules = read(SMART_CITY).rules
    assert rules.weights is WeightKind.PERCENT
    assert (rules.combine_judges, rules.combine_at) == (Combine.MEAN, CombineAt.INDICATOR)
    assert (rules.minimum_judges, rules.minimum_scores) == (3, 2)
    assert rules.rounding == ONCE_AT_THE_END
    assert [(key.kind, key.id) for key in rules.tie_break] == [
        (TieKeyKind.EXACT_TOTAL, ""),
        (TieKeyKind.DIMENSION, "A"),
        (TieKeyKind.DIMENSION, "E"),
        (TieKeyKind.MEDIAN_TOTAL, ""),
        (TieKeyKind.PLENARY, ""),
    ]
    assert [(b.name.id, b.quota, b.reserve) for b in rules.bands] == [
        ("Terpilih", 25, False),
        ("Cadangan", 10, True),
    ]
    assert [(g.name.id, g.lowest * 100) for g in rules.grades] == [
        ("Sangat Kurang", Fraction(100)),
        ("Kurang", Fraction(160)),
        ("Baik", Fraction(260)),
        ("Sangat Baik", Fraction(360)),
    ]


def test_the_spbe_instrument_has_the_published_tree() -> None:
    instrument = read(SPBE)
    assert [i.id for i in instrument.indicators()] == [f"I{n:02}" for n in range(1, 48)]
    for dimension, (own_id, weight, aspects) in zip(
        instrument.dimensions, SPBE_WEIGHTS, strict=True
    ):
        assert (dimension.id, dimension.weight) == (own_id, Fraction(weight))
        for aspect, (aspect_id, aspect_weight, each, count) in zip(
            dimension.aspects, aspects, strict=True
        ):
            assert (aspect.id, aspect.weight) == (aspect_id, Fraction(aspect_weight))
            assert [i.weight for i in aspect.indicators] == [Fraction(each)] * count
    assert instrument.rules.weights is WeightKind.SHARE
    assert {i.scale.values for i in instrument.indicators()} == {(1, 2, 3, 4, 5)}
    assert instrument.rules.rounding == ONCE_AT_THE_END


def test_the_top_of_the_spbe_scale_has_a_grade() -> None:
    instrument = read(SPBE)
    assert total_range(instrument) == (Fraction(1), Fraction(5))
    grades = [(g.name.id, g.lowest) for g in instrument.rules.grades]
    assert grades == [
        ("Kurang", Fraction(1)),
        ("Cukup", Fraction("1.8")),
        ("Baik", Fraction("2.6")),
        ("Sangat Baik", Fraction("3.5")),
        ("Memuaskan", Fraction("4.2")),
    ]


def test_the_instrument_from_0_to_100_has_its_rules() -> None:
    instrument = read(HUNDRED)
    rules = instrument.rules
    assert len(instrument.indicators()) == 9
    assert {(i.scale.decimals, i.scale.maximum, i.scale.step) for i in instrument.indicators()} == {
        (1, 1000, 5)
    }
    assert (rules.combine_judges, rules.combine_at) == (Combine.TRIMMED_MEAN, CombineAt.DIMENSION)
    assert (rules.trim_low, rules.trim_high, rules.minimum_scores) == (1, 1, 4)
    assert [band.province_cap for band in rules.bands] == [2, 3, None]
    assert total_range(instrument) == (Fraction(0), Fraction(100))
