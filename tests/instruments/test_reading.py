from __future__ import annotations

from fractions import Fraction

import pytest

from smartcity_desktop.domain.instrument import Level, Scale
from smartcity_desktop.domain.local_text import Language, LocalText
from smartcity_desktop.domain.rules import (
    AtCut,
    Band,
    Combine,
    CombineAt,
    Grade,
    Rounding,
    RoundingMode,
    Rules,
    Stage,
    TieKey,
    TieKeyKind,
    WeightKind,
)
from smartcity_desktop.instruments.reading import check_instrument, read_instrument
from tests.instruments.small_instrument import SMALL, SMALLEST, WHERE, changed, problems_of

VALUES = "values = [1, 2, 3, 4]\n"
SERVICE = ("Informasi", "Interaksi", "Transaksi", "Terintegrasi")
SERVICE_EN = ("Information", "Interaction", "Transaction", "Integrated")


def test_the_whole_tree_is_read_in_its_order() -> None:
    instrument = read_instrument(changed(), WHERE)
    assert (instrument.id, instrument.version) == ("kecil", "1.0")
    assert instrument.title == LocalText("Instrumen kecil", "Small instrument")
    assert instrument.notice == LocalText("Contoh", "Example")
    policy, services = instrument.dimensions
    assert [i.id for i in instrument.indicators()] == ["A1", "A2", "B1", "B2", "B3"]
    assert [aspect.id for aspect in services.aspects] == ["B.x", "B.y"]
    assert [aspect.weight for aspect in services.aspects] == [70, 30]
    assert (policy.aspects, services.indicators) == ((), ())
    assert [i.weight for i in instrument.indicators()] == [40, 60, 100, 25, 75]
    legal, plan, complaints, records, personnel = instrument.indicators()
    assert legal.levels[1] == Level(2, LocalText("Rancangan", "Draft"))
    assert legal.evidence == LocalText("Peraturan", "Regulations")
    assert plan.guidance.en == "Look whether it is in force"
    assert complaints.levels == records.levels
    assert [level.text for level in records.levels] == [
        LocalText(*both) for both in zip(SERVICE, SERVICE_EN, strict=True)
    ]
    assert (personnel.levels, personnel.evidence.id, personnel.guidance.id) == ((), "", "")


def test_the_rules_are_read() -> None:
    assert read_instrument(changed(), WHERE).rules == Rules(
        weights=WeightKind.PERCENT,
        combine_judges=Combine.TRIMMED_MEAN,
        combine_at=CombineAt.INDICATOR,
        minimum_judges=5,
        minimum_scores=3,
        decimals=2,
        trim_low=1,
        trim_high=1,
        rounding=(
            Rounding(Stage.JUDGES, 3, RoundingMode.HALF_EVEN),
            Rounding(Stage.TOTAL, 2, RoundingMode.HALF_UP),
        ),
        tie_break=(
            TieKey(TieKeyKind.EXACT_TOTAL),
            TieKey(TieKeyKind.DIMENSION, "A"),
            TieKey(TieKeyKind.INDICATOR, "B1"),
            TieKey(TieKeyKind.MEDIAN_TOTAL),
            TieKey(TieKeyKind.PLENARY),
        ),
        at_cut=AtCut.PLENARY,
        bands=(
            Band(LocalText("Terpilih", "Selected"), 25, Fraction(13, 5), 5),
            Band(LocalText("Cadangan", "Reserve"), 10, reserve=True),
        ),
        grades=(
            Grade(LocalText("Kurang", "Poor"), Fraction(1)),
            Grade(LocalText("Baik", "Good"), Fraction(13, 5)),
        ),
    )


def test_what_may_be_left_out_has_the_plain_meaning() -> None:
    instrument = read_instrument(SMALLEST.encode(), WHERE)
    rules = instrument.rules
    assert instrument.notice == LocalText("")
    assert instrument.title.in_language(Language.ENGLISH) == "Instrumen terkecil"
    assert (rules.rounding, rules.tie_break, rules.bands, rules.grades) == ((), (), (), ())
    assert (rules.trim_low, rules.trim_high, rules.at_cut) == (0, 0, AtCut.PLENARY)
    assert instrument.indicators()[0].levels == instrument.indicators()[0].scale.labels == ()


def test_empty_lists_say_the_same_as_no_lists() -> None:
    lists = f"selection = []\ngrades = []\n{SMALLEST}rounding = []\ntie_break = []\n"
    empty = read_instrument(lists.encode(), WHERE)
    assert empty.rules == read_instrument(SMALLEST.encode(), WHERE).rules


@pytest.mark.parametrize(
    ("written", "scale"),
    [
        ("values = [1, 2, 3, 4]", Scale(0, 1, 4, 1, (1, 2, 3, 4))),
        ("values = [1, 2, 3, 5, 6, 7]", Scale(0, 1, 7, 1, (1, 2, 3, 5, 6, 7))),
        ("values = [0, 2.50, 10]", Scale(1, 0, 100, 25, (0, 25, 100))),
        ("values = [-3, -1.5, 0]", Scale(1, -30, 0, 15, (-30, -15, 0))),
        ("values = [1e1, 2e1]", Scale(0, 10, 20, 10, (10, 20))),
        ("min = 0\nmax = 100\nstep = 0.5", Scale(1, 0, 1000, 5)),
        ("min = 0.25\nmax = 10\nstep = 0.25", Scale(2, 25, 1000, 25)),
        ("min = -1\nmax = 1.000000\nstep = 0.000001", Scale(6, -1_000_000, 1_000_000, 1)),
        ("min = 1.0\nmax = 5.0\nstep = 2.0", Scale(0, 1, 5, 2)),
    ],
)
def test_a_scale_becomes_integers_of_the_decimals_it_needs(written: str, scale: Scale) -> None:
    data = changed((VALUES, written + "\n"), base=SMALLEST)
    assert read_instrument(data, WHERE).indicators()[0].scale == scale


def test_labels_belong_to_the_scale() -> None:
    scale = read_instrument(changed(), WHERE).indicators()[4].scale
    assert [(level.value, level.text.id) for level in scale.labels] == [
        (1, "Sangat Kurang"),
        (2, "Kurang"),
        (3, "Baik"),
        (4, "Sangat Baik"),
    ]


def test_levels_may_stand_in_any_order() -> None:
    first = '{ value = 1, id = "Belum ada", en = "None" }'
    second = '{ value = 2, id = "Rancangan", en = "Draft" }'
    between = changed((first, "{}"), (second, first)).decode()
    turned = between.replace("  {},", f"  {second},")
    assert turned != SMALL
    assert (
        read_instrument(turned.encode(), WHERE).dimensions
        == read_instrument(SMALL.encode(), WHERE).dimensions
    )


def test_grades_may_rise_or_fall() -> None:
    text = changed().decode()
    head, good, poor = text.split("[[grades]]\n")
    rising = f"{head}[[grades]]\n{poor}\n[[grades]]\n{good}".encode()
    assert read_instrument(rising, WHERE).rules == read_instrument(changed(), WHERE).rules


def test_a_grade_may_begin_exactly_at_the_top() -> None:
    grades = read_instrument(changed(("from = 2.60", "from = 4.0")), WHERE).rules.grades
    assert grades[-1].lowest == 4


def test_a_grade_may_begin_below_the_bottom() -> None:
    assert problems_of(changed(("from = 1\n", "from = 0\n"))) == []


def test_the_same_scale_may_stand_at_an_indicator() -> None:
    own = 'rubric = "layanan"\n\n[[dimensions.aspects]]'
    data = changed((own, "scale = { min = 1, max = 4, step = 1 }\n" + own))
    assert problems_of(data) == []
    assert [level.value for level in read_instrument(data, WHERE).indicators()[2].levels] == [
        1, 2, 3, 4,
    ]  # fmt: skip


def test_where_weights_are_factors_every_indicator_may_have_its_own_scale() -> None:
    own = "scale = { values = [0, 0.5, 1], labels = [{ value = 0, id = 'Tidak' }, "
    own += "{ value = 0.5, id = 'Sebagian' }, { value = 1, id = 'Ya' }] }\n"
    data = changed(
        ('weights = "percent"', 'weights = "factor"'),
        ("weight = 75\n", f"weight = 0.3\n{own}"),
        ("minimum_total = 2.6\n", ""),
        ("from = 1\n", "from = 0\n"),
    )
    assert problems_of(data) == []
    indicator = read_instrument(data, WHERE).indicators()[4]
    assert (indicator.scale.decimals, indicator.scale.values) == (1, (0, 5, 10))
    assert [level.text.id for level in indicator.scale.labels] == ["Tidak", "Sebagian", "Ya"]
    assert indicator.weight == Fraction(3, 10)


def test_blanks_and_line_breaks_in_a_text_are_single_blanks() -> None:
    data = changed(('"Dasar hukum"', '"""\n  Dasar\t hukum\n  \u0065\u0301lok """'))
    assert read_instrument(data, WHERE).indicators()[0].name.id == "Dasar hukum \u00e9lok"


def test_all_problems_are_named_at_once_in_the_order_of_the_file() -> None:
    data = changed(
        ("values = [1, 2, 3, 4]", "values = [1, 2, 2, 4]"),
        ('id = "A1"', 'id = "A 1"'),
        ("weight = 75\n", "weight = 70\n"),
        ("minimum_judges = 5\n", ""),
        ("quota = 10", "quota = 0"),
        ("from = 1\n", "from = 3\n"),
    )
    assert [place for place, _ in problems_of(data)] == [
        "scale > values",
        'dimensions[1] "A" > indicators[1] "A 1" > id',
        'dimensions[2] "B" > aspects[2] "B.y" > indicators',
        "rules > minimum_judges",
        "selection[2] > quota",
    ]


def test_limits_of_grades_are_judged_in_spite_of_other_faults() -> None:
    data = changed(("weight = 75\n", "weight = 70\n"), ("from = 1\n", "from = 1.5\n"))
    assert [place for place, _ in problems_of(data)] == [
        'dimensions[2] "B" > aspects[2] "B.y" > indicators',
        "grades",
    ]


def test_a_rubric_that_no_heading_gives_is_missed() -> None:
    ((place, what),) = problems_of(
        changed(
            ('name = { id = "Satu" }', 'name = { id = "Satu" }\nrubric = "umum"'), base=SMALLEST
        )
    )
    assert place == 'dimensions[1] "A" > indicators[1] "A1" > rubric'
    assert what == "There is no [rubrics.umum] in this file."


def test_one_heading_in_brackets_where_two_are_needed() -> None:
    ((place, what),) = problems_of(changed(("[[dimensions]]", "[dimensions]"), base=SMALLEST))
    assert place == "dimensions"
    assert what == "Here stands a table, but a list is needed, for instance: [[dimensions]]"


def test_a_faulty_shared_rubric_is_named_once() -> None:
    data = changed(('  { value = 2, id = "Interaksi", en = "Interaction" },\n', ""))
    assert data.count(b'rubric = "layanan"') == 2
    assert len(check_instrument(data, WHERE)) == 1
