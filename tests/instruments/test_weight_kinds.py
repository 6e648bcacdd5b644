from __future__ import annotations

import pytest

from smartcity_desktop.instruments.reading import read_instrument
from tests.instruments.small_instrument import WHERE, changed, problems_of

TREE = """\
format = 1
id = "bobot"
version = "1"
title = { id = "Bobot" }

[scale]
values = [1, 2, 3, 4, 5]

[[dimensions]]
id = "D1"
name = { id = "Kebijakan" }
weight = 13
[[dimensions.aspects]]
id = "A1"
name = { id = "Tata kelola" }
weight = 10
[[dimensions.aspects.indicators]]
id = "I1"
name = { id = "Arsitektur" }
weight = 2.5
[[dimensions.aspects.indicators]]
id = "I2"
name = { id = "Peta rencana" }
weight = 7.5
[[dimensions.aspects]]
id = "A2"
name = { id = "Penyelenggara" }
weight = 3
[[dimensions.aspects.indicators]]
id = "I3"
name = { id = "Tim koordinasi" }
weight = 3.0

[[dimensions]]
id = "D2"
name = { id = "Layanan" }
weight = 87
[[dimensions.indicators]]
id = "I4"
name = { id = "Pengaduan" }
weight = 87

[rules]
weights = "share"
combine_judges = "mean"
combine_at = "indicator"
minimum_judges = 1
minimum_scores = 1
decimals = 2
"""
FIRST = 'dimensions[1] "D1"'


def test_shares_add_up_to_the_weight_of_their_parent() -> None:
    assert problems_of(changed(base=TREE)) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "says"),
    [
        (
            "weight = 13",
            "weight = 14",
            [f"{FIRST} > aspects", "dimensions"],
            [
                "The weights add up to 13 and must add up to 14: A1 10, A2 3.",
                "The weights add up to 101 and must add up to 100: D1 14, D2 87.",
            ],
        ),
        (
            "weight = 7.5",
            "weight = 7",
            [f'{FIRST} > aspects[1] "A1" > indicators'],
            ["The weights add up to 9.5 and must add up to 10: I1 2.5, I2 7."],
        ),
        (
            "weight = 3.0",
            "weight = 100",
            [f'{FIRST} > aspects[2] "A2" > indicators'],
            ["The weights add up to 100 and must add up to 3: I3 100."],
        ),
        (
            '"Pengaduan" }\nweight = 87',
            '"Pengaduan" }\nweight = 100',
            ['dimensions[2] "D2" > indicators'],
            ["The weights add up to 100 and must add up to 87: I4 100."],
        ),
        (
            '"share"',
            '"percent"',
            [
                f'{FIRST} > aspects[1] "A1" > indicators',
                f'{FIRST} > aspects[2] "A2" > indicators',
                f"{FIRST} > aspects",
                'dimensions[2] "D2" > indicators',
            ],
            [
                "The weights add up to 10 and must add up to 100: I1 2.5, I2 7.5.",
                "The weights add up to 3 and must add up to 100: I3 3.",
                "The weights add up to 13 and must add up to 100: A1 10, A2 3.",
                "The weights add up to 87 and must add up to 100: I4 87.",
            ],
        ),
    ],
)
def test_sums_that_do_not_fit_are_named(
    old: str, new: str, place: list[str], says: list[str]
) -> None:
    assert problems_of(changed((old, new), base=TREE)) == list(zip(place, says, strict=True))


def test_factors_need_no_sum_but_must_be_positive() -> None:
    free = ('"share"', '"factor"')
    instrument = read_instrument(changed(free, ("weight = 7.5", "weight = 0.1"), base=TREE), WHERE)
    (first, _) = instrument.dimensions
    indicators = instrument.indicators()
    assert instrument.weight_in_total(first) == 13
    assert [instrument.weight_in_dimension(first, i) for i in indicators[:3]] == [25, 1, 9]
    ((place, what),) = problems_of(changed(free, ("weight = 7.5", "weight = 0.0"), base=TREE))
    assert place == f'{FIRST} > aspects[1] "A1" > indicators[2] "I2" > weight'
    assert what.startswith("0 is no weight;")


def test_no_sum_is_judged_where_a_weight_is_missing() -> None:
    ((place, _),) = problems_of(changed(("weight = 7.5\n", ""), base=TREE))
    assert place == f'{FIRST} > aspects[1] "A1" > indicators[2] "I2" > weight'
