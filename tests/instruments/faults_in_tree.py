"""Every fault outside the rules."""

from __future__ import annotations

from tests.instruments.fault import Fault

A1 = 'dimensions[1] "A" > indicators[1] "A1"'
B = 'dimensions[2] "B"'
EN_MISSING = (
    "The English text is missing, while other levels here have one. Give it for all of them, or "
    "for none."
)
TAKEN = (
    "Every id stands once in the whole instrument; capitals and small letters count as the same."
)
ID_FORM = "An id has 1 to 16 characters: letters without accents, digits, _ . and -"
ONE_SCALE = (
    "Where weights are percentages or shares, all indicators have the one scale under [scale]. "
    'Remove this one, or choose weights = "factor".'
)
NO_WEIGHT = (
    "is no weight; it must be greater than 0. What shall not count is left out of the instrument."
)

KEYS = (
    Fault(
        "missing key",
        (('version = "1.0"\n', ""),),
        "version",
        'This is missing. Write for instance: version = "1.0"',
        in_schema=True,
    ),
    Fault(
        "missing key deep inside",
        (("weight = 75\n", ""),),
        f'{B} > aspects[2] "B.y" > indicators[2] "B3" > weight',
        "This is missing. Write for instance: weight = 20",
        in_schema=True,
    ),
    Fault(
        "unknown key, nearly known",
        (("minimum_judges = 5", "minimum_judges = 5\nminimum_judge = 5"),),
        "rules > minimum_judge",
        '"minimum_judge" is not known here. Did you mean "minimum_judges"?',
        in_schema=True,
    ),
    Fault(
        "unknown key, an Indonesian word",
        (("weight = 75", "weight = 75\nbobot = 75"),),
        f'{B} > aspects[2] "B.y" > indicators[2] "B3" > bobot',
        '"bobot" is not known here. Did you mean "weight"?',
        in_schema=True,
    ),
    Fault(
        "key under the wrong heading",
        (('notice = { id = "Contoh", en = "Example" }\n', ""),
         ('at_cut = "plenary"', 'at_cut = "plenary"\nnotice = { id = "Contoh" }')),
        "rules > notice",
        '"notice" has no meaning here. It belongs at the top of the file, above the first line in '
        "square brackets.",
        in_schema=True,
    ),
    Fault(
        "unknown key",
        (("quota = 10", "quota = 10\nxyz = 1"),),
        "selection[2] > xyz",
        '"xyz" is not known here. Known are: minimum_total, name, province_cap, quota, reserve.',
        in_schema=True,
    ),
    Fault(
        "number instead of text",
        (('version = "1.0"', "version = 1.0"),),
        "version",
        "Here stands a number with decimals, but text in quotation marks is needed, for instance: "
        'version = "1.0"',
        in_schema=True,
    ),
    Fault(
        "text instead of number",
        (("weight = 75", 'weight = "75"'),),
        f'{B} > aspects[2] "B.y" > indicators[2] "B3" > weight',
        "Here stands text, but a number is needed, for instance: weight = 20",
        in_schema=True,
    ),
    Fault(
        "text in one language without braces",
        (('title = { id = "Instrumen kecil", en = "Small instrument" }', 'title = "Instrumen"'),),
        "title",
        "Here stands text, but a text in both languages is needed, for instance: "
        'title = { id = "Instrumen", en = "Instrument" }',
        in_schema=True,
    ),
    Fault(
        "a date",
        (('version = "1.0"', "version = 2026-01-31"),),
        "version",
        "Here stands a date or a time, but text in quotation marks is needed, for instance: "
        'version = "1.0"',
        in_schema=True,
    ),
    Fault(
        "decimals where none can be",
        (("quota = 10", "quota = 10.5"),),
        "selection[2] > quota",
        "Here stands a number with decimals, but a whole number is needed, for instance: "
        "quota = 25",
        in_schema=True,
    ),
    Fault(
        "word instead of true or false",
        (("reserve = true", "reserve = 1"),),
        "selection[2] > reserve",
        "Here stands a whole number, but true or false is needed, for instance: reserve = true",
        in_schema=True,
    ),
    Fault(
        "table instead of list",
        (("values = [1, 2, 3, 4]", "values = { a = 1 }"),),
        "scale > values",
        "Here stands a table, but a list is needed, for instance: values = [1, 2, 3, 4]",
        in_schema=True,
    ),
)  # fmt: skip

TEXTS = (
    Fault(
        "Indonesian text missing",
        (('name = { id = "Arsip", en = "Records" }', 'name = { en = "Records" }'),),
        f'{B} > aspects[2] "B.y" > indicators[1] "B2" > name > id',
        'This is missing. Write for instance: id = "Baik"',
        in_schema=True,
    ),
    Fault(
        "empty text",
        (('"Records"', '"  "'),),
        f'{B} > aspects[2] "B.y" > indicators[1] "B2" > name > en',
        "The text is empty.",
        in_schema=True,
    ),
    Fault(
        "text too long",
        (('"Records"', f'"{"x" * 201}"'),),
        f'{B} > aspects[2] "B.y" > indicators[1] "B2" > name > en',
        "The text has 201 characters; at most 200 fit.",
        in_schema=True,
    ),
    Fault(
        "level text too long",
        (('"Rancangan"', f'"{"x" * 501}"'),),
        f"{A1} > levels[2] > id",
        "The text has 501 characters; at most 500 fit.",
        in_schema=True,
    ),
    Fault(
        "control character",
        (('"Records"', '"Rec\\u0007ords"'),),
        f'{B} > aspects[2] "B.y" > indicators[1] "B2" > name > en',
        "The text contains the invisible character U+0007. Delete it.",
        in_schema=True,
    ),
    Fault(
        "text that runs backwards",
        (('"Records"', '"Rec\u202eords"'),),
        f'{B} > aspects[2] "B.y" > indicators[1] "B2" > name > en',
        "The text contains the invisible character U+202E. Delete it.",
        in_schema=True,
    ),
)

IDS = (
    Fault(
        "id taken",
        (('id = "B3"', 'id = "A2"'),),
        f'{B} > aspects[2] "B.y" > indicators[2] "A2" > id',
        'The id "A2" stands already at dimensions[1] "A" > indicators[2] "A2". ' + TAKEN,
    ),
    Fault(
        "id taken on another level of the tree, in small letters",
        (('id = "B3"', 'id = "b"'),),
        f'{B} > aspects[2] "B.y" > indicators[2] "b" > id',
        'The id "b" stands already at dimensions[2] "B". ' + TAKEN,
    ),
    Fault(
        "id with a blank",
        (('id = "B3"', 'id = "B 3"'),),
        f'{B} > aspects[2] "B.y" > indicators[2] "B 3" > id',
        ID_FORM,
        in_schema=True,
    ),
    Fault(
        "id too long",
        (('id = "B3"', f'id = "{"b" * 17}"'),),
        f'{B} > aspects[2] "B.y" > indicators[2] "{"b" * 17}" > id',
        ID_FORM,
        in_schema=True,
    ),
    Fault(
        "id as a number",
        (('id = "B3"', "id = 3"),),
        f"{B} > aspects[2] \"B.y\" > indicators[2] > id",
        "Here stands a whole number, but text in quotation marks is needed, for instance: "
        'id = "A1"',
        in_schema=True,
    ),
    Fault(
        "instrument id with a blank",
        (('id = "kecil"', 'id = "instrumen kecil"'),),
        "id",
        "The id of an instrument has 1 to 64 characters: letters without accents, digits, _ . "
        "and -",
        in_schema=True,
    ),
    Fault(
        "version with a blank",
        (('version = "1.0"', 'version = "versi 1"'),),
        "version",
        "A version has 1 to 32 characters: letters without accents, digits, _ . + and -",
        in_schema=True,
    ),
)  # fmt: skip

WEIGHTS = (
    Fault(
        "dimensions do not add up",
        (("weight = 60\n", "weight = 59.5\n"),),
        "dimensions",
        "The weights add up to 99.5 and must add up to 100: A 59.5, B 40.",
    ),
    Fault(
        "indicators of a dimension do not add up",
        (("weight = 60.0", "weight = 60.000001"),),
        'dimensions[1] "A" > indicators',
        "The weights add up to 100.000001 and must add up to 100: A1 40, A2 60.000001.",
    ),
    Fault(
        "aspects do not add up",
        (("weight = 70", "weight = 60"),),
        'dimensions[2] "B" > aspects',
        "The weights add up to 90 and must add up to 100: B.x 60, B.y 30.",
    ),
    Fault(
        "indicators of an aspect do not add up",
        (("weight = 100", "weight = 110"),),
        'dimensions[2] "B" > aspects[1] "B.x" > indicators',
        "The weights add up to 110 and must add up to 100: B1 110.",
    ),
    Fault(
        "weight of zero",
        (("weight = 100", "weight = 0"),),
        'dimensions[2] "B" > aspects[1] "B.x" > indicators[1] "B1" > weight',
        f"0 {NO_WEIGHT}",
        in_schema=True,
    ),
    Fault(
        "negative weight",
        (("weight = 100", "weight = -0.5"),),
        'dimensions[2] "B" > aspects[1] "B.x" > indicators[1] "B1" > weight',
        f"-0.5 {NO_WEIGHT}",
        in_schema=True,
    ),
    Fault(
        "too many digits",
        (("weight = 100", "weight = 99.99999999999999"),),
        'dimensions[2] "B" > aspects[1] "B.x" > indicators[1] "B1" > weight',
        "A number has at most 15 digits.",
    ),
    Fault(
        "not a number",
        (("weight = 100", "weight = inf"),),
        'dimensions[2] "B" > aspects[1] "B.x" > indicators[1] "B1" > weight',
        "Infinity is no number that can be reckoned with.",
    ),
)

LEVELS_OF_A1 = """\
levels = [
  { value = 1, id = "Belum ada", en = "None" },
  { value = 2, id = "Rancangan", en = "Draft" },
  { value = 3, id = "Berlaku", en = "In force" },
  { value = 4, id = "Dilaksanakan", en = "Carried out" },
]
"""
ONE_LEVEL = 'levels = [{ value = 1, id = "Belum ada" }]\n'

LEVELS = (
    Fault(
        "texts for some levels only",
        (('  { value = 2, id = "Rancangan", en = "Draft" },\n', ""),),
        f"{A1} > levels",
        "1 of 4 values have no text: 2. Describe every value of the scale, or none.",
    ),
    Fault(
        "shared rubric with texts for some levels only",
        (('  { value = 2, id = "Interaksi", en = "Interaction" },\n', ""),),
        "rubrics > layanan > levels",
        "1 of 4 values have no text: 2. Describe every value of the scale, or none.",
    ),
    Fault(
        "labels for some values only",
        (('  { value = 4, id = "Sangat Baik", en = "Very good" },\n', ""),),
        "scale > labels",
        "1 of 4 values have no text: 4. Describe every value of the scale, or none.",
    ),
    Fault(
        "level beyond the scale",
        (
            (
                'en = "Carried out" },',
                'en = "Carried out" },\n  { value = 5, id = "Lebih", en = "More" },',
            ),
        ),
        f"{A1} > levels[5] > value",
        "5 is not a value of the scale.",
    ),
    Fault(
        "level between two values",
        (
            (
                'en = "Carried out" },',
                'en = "Carried out" },\n  { value = 3.5, id = "Lebih", en = "More" },',
            ),
        ),
        f"{A1} > levels[5] > value",
        "3.5 is not a value of the scale.",
    ),
    Fault(
        "level described twice",
        (
            (
                'en = "Carried out" },',
                'en = "Carried out" },\n  { value = 4.0, id = "Lebih", en = "More" },',
            ),
        ),
        f"{A1} > levels[5] > value",
        "4 is described twice.",
    ),
    Fault(
        "English for some levels only",
        (('"Rancangan", en = "Draft"', '"Rancangan"'),),
        f"{A1} > levels[2] > en",
        EN_MISSING,
    ),
    Fault(
        "levels and rubric",
        ((LEVELS_OF_A1, LEVELS_OF_A1 + 'rubric = "layanan"\n'),),
        f"{A1} > rubric",
        "An indicator has levels of its own, or a shared rubric; not both.",
        in_schema=True,
    ),
    Fault(
        "unknown rubric",
        ((LEVELS_OF_A1, 'rubric = "layana"\n'),),
        f"{A1} > rubric",
        '"layana" is not known here. Did you mean "layanan"?',
    ),
    Fault(
        "no levels in the list",
        ((LEVELS_OF_A1, "levels = []\n"),),
        f"{A1} > levels",
        "The list is empty; it needs at least one entry.",
        in_schema=True,
    ),
    Fault(
        "level that is no table",
        ((LEVELS_OF_A1, 'levels = ["Belum ada"]\n'),),
        f"{A1} > levels[1]",
        "Here stands text, but a table is needed, for instance: "
        'levels = [{ value = 1, id = "Belum ada", en = "None" }, ...]',
        in_schema=True,
    ),
)

VALUES = "values = [1, 2, 3, 4]\n"
OWN = "weight = 75\n"

SCALES = (
    Fault(
        "values out of order",
        ((VALUES, "values = [1, 3, 2, 4]\n"),),
        "scale > values",
        "The values must ascend, but 2 follows 3.",
    ),
    Fault(
        "value twice",
        ((VALUES, "values = [1, 2, 2.0, 3, 4]\n"),),
        "scale > values",
        "2 stands twice.",
        in_schema=True,
    ),
    Fault(
        "a single value",
        ((VALUES, "values = [1]\n"),),
        "scale > values",
        "A scale has at least two values.",
        in_schema=True,
    ),
    Fault(
        "value with too many decimals",
        ((VALUES, "values = [1, 2.0000001, 3, 4]\n"),),
        "scale > values",
        "2.0000001 has more than 6 decimals.",
    ),
    Fault(
        "value beyond all scales",
        ((VALUES, "values = [1, 2, 3, 4000000000]\n"),),
        "scale > values",
        "4000000000 lies beyond 1000000000; no scale reaches so far.",
        in_schema=True,
    ),
    Fault(
        "value that is no number",
        ((VALUES, 'values = [1, 2, "3", 4]\n'),),
        "scale > values[3]",
        "Here stands text, but a number is needed, for instance: values = [1, 2, 3, 4]",
        in_schema=True,
    ),
    Fault(
        "list and range",
        ((VALUES, VALUES + "max = 4\n"),),
        "scale > max",
        "A scale lists its values, or gives min, max and step; not both.",
        in_schema=True,
    ),
    Fault(
        "range without its step",
        ((VALUES, "min = 1\nmax = 4\n"),),
        "scale > step",
        "This is missing. Write for instance: step = 0.5",
        in_schema=True,
    ),
    Fault(
        "neither list nor range",
        ((VALUES, ""),),
        "scale > values",
        "This is missing. Write for instance: values = [1, 2, 3, 4]",
        in_schema=True,
    ),
    Fault(
        "range that goes down",
        ((VALUES, "min = 4\nmax = 1\nstep = 1\n"),),
        "scale > max",
        "max must be greater than min, 4.",
    ),
    Fault(
        "step of zero",
        ((VALUES, "min = 1\nmax = 4\nstep = 0\n"),),
        "scale > step",
        "step must be greater than 0.",
        in_schema=True,
    ),
    Fault(
        "step that does not divide the range",
        ((VALUES, "min = 1\nmax = 4\nstep = 0.7\n"),),
        "scale > step",
        "Counted from 1 in steps of 0.7 the values go past 4: the last one before it is 3.8. "
        "Choose a step that divides the range.",
    ),
    Fault(
        "step with too many decimals",
        ((VALUES, "min = 1\nmax = 4\nstep = 0.0000001\n"),),
        "scale > step",
        "0.0000001 has more than 6 decimals.",
    ),
    Fault(
        "another scale where weights are percentages",
        ((OWN, OWN + "scale = { values = [1, 2, 3, 4, 5] }\n"),),
        f'{B} > aspects[2] "B.y" > indicators[2] "B3" > scale',
        ONE_SCALE,
    ),
)

FIRST_ASPECT = '[[dimensions.aspects]]\nid = "B.x"'
INDICATOR_OF_B = """\
[[dimensions.indicators]]
id = "B4"
name = { id = "Lain", en = "Other" }
weight = 100

"""

TREE = (
    Fault(
        "aspects and indicators in one dimension",
        ((FIRST_ASPECT, f"{INDICATOR_OF_B}{FIRST_ASPECT}"),),
        "dimensions[2] \"B\" > indicators",
        "A dimension has aspects, or indicators of its own; not both. Give these indicators an "
        "aspect.",
        in_schema=True,
    ),
    Fault(
        "dimension without anything in it",
        (("[rules]", '[[dimensions]]\nid = "C"\nname = { id = "Kosong" }\nweight = 1\n\n[rules]'),
         ("weight = 60\n", "weight = 59\n")),
        'dimensions[3] "C" > indicators',
        "This is missing. Write for instance: [[dimensions.indicators]] / "
        "[[dimensions.aspects.indicators]]",
        in_schema=True,
    ),
)  # fmt: skip

FAULTS = (*KEYS, *TEXTS, *IDS, *WEIGHTS, *LEVELS, *SCALES, *TREE)
