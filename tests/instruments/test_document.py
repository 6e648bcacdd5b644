"""The published page says what the program does: its examples and tables are carried out."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from smartcity_desktop.domain.counted import CountedSheet
from smartcity_desktop.domain.rules import STAGE_ORDER, CombineAt, TieKeyKind
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.instruments.figures import write_figure
from smartcity_desktop.instruments.grammar import EXAMPLES
from smartcity_desktop.instruments.reading import check_instrument, read_instrument
from smartcity_desktop.instruments.shipped import shipped_instruments
from smartcity_desktop.results.tally import compute_tally
from tests.instruments.faults_in_rules import FAULTS as FAULTS_IN_RULES
from tests.instruments.faults_in_tree import FAULTS as FAULTS_IN_TREE
from tests.instruments.small_instrument import SMALL, SMALLEST, changed

PAGE = (Path(__file__).parents[2] / "docs" / "instrument-format.md").read_text(encoding="utf-8")


def table_under(header: str) -> list[list[str]]:
    lines = PAGE[PAGE.index(header) :].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_whole_instrument_is_sound() -> None:
    (example,) = re.findall("```toml\n(.*?)```", PAGE, re.DOTALL)
    assert example == SMALL
    assert check_instrument(example.encode(), "contoh.toml") == ()


def test_every_key_is_explained() -> None:
    keys = {key for key in EXAMPLES if key not in {"id of a text", "low", "high", "value", "en"}}
    explained = PAGE[PAGE.index("## At the top") :]
    lacking = {
        key for key in keys
        if not re.search(rf"`(?:\[?\[?[a-z.]*)?{key}[`.\]]", explained)
    }  # fmt: skip
    assert lacking == set()


def test_every_word_to_choose_from_is_explained() -> None:
    for word in (
        "percent", "share", "factor", "mean", "median", "trimmed_mean", "indicator", "dimension",
        "total", "half_up", "half_even", "all_pass", "plenary",
    ):  # fmt: skip
        assert f"`{word}`" in PAGE
    assert [row[0].strip("`").removesuffix(":ID") for row in table_under("| key | compares |")] == [
        kind.value for kind in TieKeyKind
    ]


def test_the_shipped_instruments_are_listed() -> None:
    rows = table_under("| file in `resources/instruments/` |")
    assert {row[0].strip("`") for row in rows} == {p.name for p in shipped_instruments().values()}


def test_the_stages_stand_in_their_order() -> None:
    rows = table_under("| `combine_at` | stages |")
    assert {CombineAt(row[0].strip("`")): row[1].split(", ") for row in rows} == {
        unit: [stage.value for stage in order] for unit, order in STAGE_ORDER.items()
    }


@pytest.mark.parametrize("row", table_under("| weights | A | A1 |"), ids=lambda row: row[0])
def test_the_worked_numbers_come_out(row: list[str]) -> None:
    kind, *figures = row
    a, a1, a2, b, b1, value_a, value_b, total = map(Fraction, figures)
    text = SMALLEST[: SMALLEST.index("[[dimensions]]")]
    for own_id, weight, inside in (("A", a, (a1, a2)), ("B", b, (b1,))):
        text += branch("[[dimensions]]", own_id, weight)
        for n, own in enumerate(inside, 1):
            text += branch("[[dimensions.indicators]]", f"{own_id}{n}", own)
    text += SMALLEST[SMALLEST.index("[rules]") :].replace('"factor"', f'"{kind}"')
    instrument = read_instrument(text.encode(), "contoh.toml")
    sheet = CountedSheet("j1", "11.01", SheetState.SCORED, (3, 4, 2), "", "", "")
    (tally,) = compute_tally(instrument, ["11.01"], [sheet])
    assert dict(tally.dimensions) == {"A": value_a, "B": value_b}
    assert tally.final_total == total


def branch(heading: str, own_id: str, weight: Fraction) -> str:
    figure = write_figure(weight)
    return f'{heading}\nid = "{own_id}"\nname = {{ id = "{own_id}" }}\nweight = {figure}\n'


def test_the_integers_of_the_worked_scale_come_out() -> None:
    assert "`[0, 2.50, 10]` has\nd = 1, and its values are 0, 25 and 100" in PAGE
    data = changed(("[1, 2, 3, 4]", "[0, 2.50, 10]"), base=SMALLEST)
    scale = read_instrument(data, "contoh.toml").indicators()[0].scale
    assert (scale.decimals, scale.values) == (1, (0, 25, 100))


def test_the_faults_are_those_that_are_found() -> None:
    faults = {fault.name: fault for fault in (*FAULTS_IN_TREE, *FAULTS_IN_RULES)}
    rows = table_under("| fault | place | |")
    for name, place, says in rows:
        assert (place.strip("`"), says) == (faults[name].place, faults[name].says)
    assert len(rows) == len(faults)
