"""Every fault in the rules, the selection and the grades."""

from __future__ import annotations

from tests.instruments.fault import Fault

TRIM = "trim = { low = 1, high = 1 }\n"
TRIMMED = 'combine_judges = "trimmed_mean"\n'
MEAN = 'combine_judges = "mean"\n'
ROUND_TOTAL = '  { after = "total", decimals = 2, mode = "half_up" },\n'
TIE_BREAK = (
    'tie_break = ["exact_total", "dimension:A", "indicator:B1", "median_total", "plenary"]\n'
)
GOOD, POOR = "from = 2.60\n", "from = 1\n"
FAIR = '\n[[grades]]\nname = { id = "Cukup", en = "Fair" }\nfrom = '


def tie(keys: str) -> tuple[tuple[str, str], ...]:
    """Return the change to another tie chain."""
    return ((TIE_BREAK, f"tie_break = [{keys}]\n"),)


COUNTS = (
    Fault(
        "weights unknown",
        (('weights = "percent"', 'weights = "percents"'),),
        "rules > weights",
        '"percents" is not known here. Did you mean "percent"?',
        in_schema=True,
    ),
    Fault(
        "way of combining unknown",
        ((TRIMMED, 'combine_judges = "rata-rata"\n'),),
        "rules > combine_judges",
        '"rata-rata" is not known here. Known are: mean, median, trimmed_mean.',
        in_schema=True,
    ),
    Fault(
        "unit unknown",
        (('combine_at = "indicator"', 'combine_at = "region"'),),
        "rules > combine_at",
        '"region" is not known here. Known are: indicator, dimension, total.',
        in_schema=True,
    ),
    Fault(
        "trim without a trimmed mean",
        ((TRIMMED, MEAN),),
        "rules > trim",
        'A trim belongs to combine_judges = "trimmed_mean" only. Remove it, or combine that way.',
        in_schema=True,
    ),
    Fault(
        "trimmed mean without a trim",
        ((TRIM, ""),),
        "rules > trim",
        "A trimmed mean needs its trim: trim = { low = 1, high = 1 }",
        in_schema=True,
    ),
    Fault(
        "trim that drops nothing",
        ((TRIM, "trim = { low = 0, high = 0 }\n"),),
        "rules > trim",
        'This drops nothing. Choose combine_judges = "mean", or drop some.',
    ),
    Fault(
        "half a trim",
        ((TRIM, "trim = { low = 1 }\n"),),
        "rules > trim > high",
        "This is missing. Write for instance: high = 1",
        in_schema=True,
    ),
    Fault(
        "negative trim",
        ((TRIM, "trim = { low = -1, high = 1 }\n"),),
        "rules > trim > low",
        "A whole number from 0 to 100000 is needed.",
        in_schema=True,
    ),
    Fault(
        "nothing left after the trim",
        (("minimum_scores = 3", "minimum_scores = 2"),),
        "rules > minimum_scores",
        "The trim drops 2 values; for one to remain, at least 3 are needed.",
    ),
    Fault(
        "no judge needed",
        (("minimum_judges = 5", "minimum_judges = 0"),),
        "rules > minimum_judges",
        "A whole number from 1 to 100000 is needed.",
        in_schema=True,
    ),
    Fault(
        "no value needed",
        (("minimum_scores = 3", "minimum_scores = 0"),),
        "rules > minimum_scores",
        "A whole number from 1 to 100000 is needed.",
        in_schema=True,
    ),
    Fault(
        "more values than judges",
        (("minimum_scores = 3", "minimum_scores = 6"),),
        "rules > minimum_scores",
        "6 values need 6 judges, but minimum_judges promises to rank a region that 5 scored. Raise "
        "minimum_judges or lower minimum_scores.",
    ),
    Fault(
        "too many printed decimals",
        (("decimals = 2\nrounding", "decimals = 7\nrounding"),),
        "rules > decimals",
        "A whole number from 0 to 6 is needed.",
        in_schema=True,
    ),
)

STAGES = (
    Fault(
        "stage unknown",
        (('after = "judges"', 'after = "judge"'),),
        "rules > rounding[1] > after",
        '"judge" is not known here. Did you mean "judges"?',
        in_schema=True,
    ),
    Fault(
        "stage twice",
        ((ROUND_TOTAL, ROUND_TOTAL * 2),),
        "rules > rounding[3] > after",
        'After "total" is rounded twice. Keep one of them.',
    ),
    Fault(
        "stages out of order",
        ((ROUND_TOTAL, ROUND_TOTAL + ROUND_TOTAL.replace("total", "weight")),),
        "rules > rounding[3] > after",
        'With combine_at = "indicator" the stage "weight" comes before "total". The order is: '
        "judges, weight, dimension, total.",
    ),
    Fault(
        "stages in the order of another unit",
        (('combine_at = "indicator"', 'combine_at = "total"'),),
        "rules > rounding[2] > after",
        'With combine_at = "total" the stage "total" comes before "judges". The order is: weight, '
        "dimension, total, judges.",
    ),
    Fault(
        "rounding to too many decimals",
        (("decimals = 3", "decimals = 9"),),
        "rules > rounding[1] > decimals",
        "A whole number from 0 to 6 is needed.",
        in_schema=True,
    ),
    Fault(
        "way of rounding unknown",
        (('"half_even"', '"down"'),),
        "rules > rounding[1] > mode",
        '"down" is not known here. Known are: half_up, half_even.',
        in_schema=True,
    ),
)

TIES = (
    Fault(
        "key unknown",
        tie('"exact_totals"'),
        'rules > tie_break[1] "exact_totals"',
        '"exact_totals" is not known here. Did you mean "exact_total"?',
        in_schema=True,
    ),
    Fault(
        "dimension unknown",
        tie('"dimension:F", "plenary"'),
        'rules > tie_break[1] "dimension:F"',
        'There is no dimension "F". Dimensions are: A, B.',
    ),
    Fault(
        "indicator unknown",
        tie('"indicator:A"'),
        'rules > tie_break[1] "indicator:A"',
        'There is no indicator "A". Indicators are: A1, A2, B1, B2, B3.',
    ),
    Fault(
        "dimension not named",
        tie('"dimension"'),
        'rules > tie_break[1] "dimension"',
        'Write which one: "dimension:ID".',
        in_schema=True,
    ),
    Fault(
        "id where none belongs",
        tie('"median_total:A"'),
        'rules > tie_break[1] "median_total:A"',
        '"median_total" stands alone, without a colon and an id.',
        in_schema=True,
    ),
    Fault(
        "key twice",
        tie('"dimension:A", "exact_total", "dimension:A"'),
        'rules > tie_break[3] "dimension:A"',
        "This stands twice in the chain; the second time it can break no tie.",
        in_schema=True,
    ),
    Fault(
        "plenary before the end",
        tie('"plenary", "dimension:A"'),
        'rules > tie_break[1] "plenary"',
        "The plenary decides what nothing else could, so it stands last.",
    ),
    Fault(
        "key that is no text",
        tie("1"),
        "rules > tie_break[1]",
        "Here stands a whole number, but text in quotation marks is needed, for instance: "
        'tie_break = ["dimension:A", "plenary"]',
        in_schema=True,
    ),
)

BANDS = (
    Fault(
        "cut unknown",
        (('at_cut = "plenary"', 'at_cut = "lot"'),),
        "rules > at_cut",
        '"lot" is not known here. Known are: plenary, all_pass.',
        in_schema=True,
    ),
    Fault(
        "no places",
        (("quota = 25", "quota = 0"),),
        "selection[1] > quota",
        "A whole number from 1 to 100000 is needed.",
        in_schema=True,
    ),
    Fault(
        "no region of a province",
        (("province_cap = 5", "province_cap = 0"),),
        "selection[1] > province_cap",
        "A whole number from 1 to 100000 is needed.",
        in_schema=True,
    ),
    Fault(
        "reserve before the last band",
        (("province_cap = 5", "province_cap = 5\nreserve = true"),),
        "selection[1] > reserve",
        "Only the last band can be the reserve.",
    ),
    Fault(
        "two bands of one name",
        (('{ id = "Cadangan", en = "Reserve" }', '{ id = "TERPILIH", en = "Chosen" }'),),
        "selection[2] > name",
        '"TERPILIH" is taken. Two that are called the same cannot be told apart in print.',
    ),
    Fault(
        "limit above the top",
        (("minimum_total = 2.6", "minimum_total = 4.01"),),
        "selection[1] > minimum_total",
        "Final values lie between 1 and 4; 4.01 does not.",
    ),
    Fault(
        "limit below the bottom",
        (("minimum_total = 2.6", "minimum_total = 0"),),
        "selection[1] > minimum_total",
        "Final values lie between 1 and 4; 0 does not.",
    ),
)

GRADES = (
    Fault(
        "gap below the first grade",
        ((POOR, "from = 1.01\n"),),
        "grades",
        "A final value from 1 to below 1.01 has no grade. Let the first grade begin at 1 or lower.",
    ),
    Fault(
        "grade above the top",
        ((GOOD, "from = 4.000001\n"),),
        "grades[1] > from",
        "No region can reach this grade: the highest final value is 4.",
    ),
    Fault(
        "grades out of order",
        ((POOR, POOR + FAIR + "1.5\n"),),
        "grades[3] > from",
        "The grades are out of order: 1.5 follows 1. List them from the highest to the lowest, or "
        "the other way round.",
    ),
    Fault(
        "two grades from the same value",
        ((POOR, POOR + FAIR + "1.0\n"),),
        "grades[3] > from",
        "Two grades begin at 1.",
    ),
    Fault(
        "two grades of one name",
        (('{ id = "Kurang", en = "Poor" }\nfrom', '{ id = "Buruk", en = "good" }\nfrom'),),
        "grades[2] > name",
        '"Buruk" is taken. Two that are called the same cannot be told apart in print.',
    ),
    Fault(
        "grade without its beginning",
        ((POOR, ""),),
        "grades[2] > from",
        "This is missing. Write for instance: from = 3.6",
        in_schema=True,
    ),
)

FAULTS = (*COUNTS, *STAGES, *TIES, *BANDS, *GRADES)
