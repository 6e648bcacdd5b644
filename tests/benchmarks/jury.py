"""A large jury: an assessment, its sealed copies, and the same scores as plain rows."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.score_sheet import Changed, ScoreSheet, SheetState
from smartcity_desktop.sealing.sheet_payload import write_sheet
from tests.benchmarks.reference import write_rows
from tests.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

INDICATORS = 40
NOTED = 0.05
NOTES = ("ᬅᬓ᭄ᬱᬭ ᬩᬮᬶ ᬳᬶᬦᬶ ᬩᬸᬓ᭄ᬢᬶ", "智慧城市的证据充分而清楚", "ꦲꦏ꧀ꦱꦫ ꦗꦮ ꦥꦸꦤꦶꦏ", "Данные открыты и полны")
AT = "2026-11-24T03:10:16Z"

Sheet = tuple[list[int], dict[int, str]]
"""Values in instrument order, and notes by indicator."""


class Jury(Struct, frozen=True):
    """What the measurements read.

    Attributes:
        copies: sealed copies, one a judge. rows: the same scores as row files.
    """

    shop: Workshop
    copies: tuple[Path, ...]
    rows: tuple[Path, ...]


def make_jury(folder: Path, judges: int, regions: int) -> Jury:
    """Make everything; the same numbers give the same scores."""
    shop = Workshop.open(
        folder, judges=judges, regions=regions, instrument=_instrument(), issue=False
    )
    shop.issue(lambda issuing: issuing.first_issues())
    rows_folder = folder / "rows"
    rows_folder.mkdir()
    copies, rows = [], []
    for judge in shop.judges:
        sheets = _invent(judge, regions)
        copies.append(_hand_in(shop, judge, sheets))
        rows.append(rows_folder / f"{judge}.db")
        write_rows(rows[-1], sheets)
    return Jury(shop, tuple(copies), tuple(rows))


def _hand_in(shop: Workshop, judge: str, sheets: Sequence[Sheet]) -> Path:
    issue = f"{judge}-1"
    shop.enrol(issue)
    ids = [indicator.id for indicator in shop.instrument.indicators()]
    with shop.desk(issue) as desk:
        changes = [
            (region.code, write_sheet(_sheet(judge, region.code, region.name, each, ids), ids))
            for region, each in zip(desk.panel.issue.regions, sheets, strict=True)
        ]
        desk.panel.sheets.record_together(changes, "enter", AT)
    return shop.seal(issue)[1]


def _sheet(judge: str, code: str, name: str, sheet: Sheet, ids: Sequence[str]) -> ScoreSheet:
    values, notes = sheet
    return ScoreSheet(
        judge,
        code,
        name,
        SheetState.SCORED,
        "",
        tuple(values),
        (),
        tuple(sorted((ids[number], text) for number, text in notes.items())),
        (),
        Changed(AT, AT, INDICATORS),
    )


def _invent(judge: str, regions: int) -> list[Sheet]:
    chance = random.Random(judge)  # noqa: S311 - invented scores
    return [
        (
            [chance.randrange(101) for _ in range(INDICATORS)],
            {n: chance.choice(NOTES) for n in range(INDICATORS) if chance.random() < NOTED},
        )
        for _ in range(regions)
    ]


def _instrument() -> bytes:
    """Five dimensions of eight indicators, 0 to 100, with every kind of rule at work."""
    lines = [
        "format = 1",
        'id = "ukur"',
        'version = "1"',
        'title = { id = "Ukur", en = "Measure" }',
        'notice = { id = "Hanya untuk pengukuran", en = "For measuring only" }',
        "scale = { min = 0, max = 100, step = 1 }",
    ]
    for dimension in "ABCDE":
        lines += ["[[dimensions]]", f'id = "{dimension}"', _name(dimension), "weight = 20"]
        for number in range(1, 9):
            name = f"{dimension}{number}"
            lines += ["[[dimensions.indicators]]", f'id = "{name}"', _name(name), "weight = 12.5"]
    return "\n".join([*lines, RULES]).encode()


def _name(text: str) -> str:
    return f'name = {{ id = "{text}", en = "{text}" }}'


RULES = """
[rules]
weights = "percent"
combine_judges = "trimmed_mean"
combine_at = "indicator"
trim = { low = 1, high = 1 }
minimum_judges = 3
minimum_scores = 3
decimals = 2
rounding = [{ after = "total", decimals = 2, mode = "half_up" }]
tie_break = ["dimension:A", "median_total", "plenary"]
at_cut = "plenary"
[[selection]]
name = { id = "Terpilih", en = "Selected" }
quota = 100
[[grades]]
name = { id = "Cukup", en = "Fair" }
from = 0
[[grades]]
name = { id = "Baik", en = "Good" }
from = 50
"""
