"""The assessment that docs/results-format.md shows as its example."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Region, RegionStanding, RegionStatus
from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.rules import Grade
from smartcity_desktop.domain.rules import Stage as After
from tests.results.building import MEAN, band, chain, decide, instrument, rounding, sheet
from tests.results.stating import Stage, digest

WEIGHTS = {"A": ("60", {"A1": "50", "A2": "50"}), "B": ("40", {"B1": "100"})}
RULES = replace(
    MEAN,
    minimum_judges=2,
    minimum_scores=2,
    rounding=(rounding(After.TOTAL, 2),),
    tie_break=chain("dimension:A", "plenary"),
    bands=(band("Terpilih", 2), band("Cadangan", 1)),
    grades=(Grade(LocalText("Baik"), Fraction(1)), Grade(LocalText("Sangat Baik"), Fraction(3))),
)
REGIONS = (
    Region("33.74", "Kota Semarang", "Jawa Tengah"),
    Region("35.10", "Kabupaten Banyuwangi", "Jawa Timur"),
    Region("35.78", "Kota Surabaya", "Jawa Timur"),
    Region("64.72", "Kota Samarinda", "Kalimantan Timur"),
)
SCORES = (
    ("j01", "33.74", "4 4 3"), ("j02", "33.74", "4 3 3"),
    ("j01", "35.10", "3 2 4"), ("j02", "35.10", "2 3 3"),
    ("j01", "35.78", "3 3 4"), ("j02", "35.78", "2 2 3"),
)  # fmt: skip


def page_stage() -> Stage:
    sheets = [
        sheet(judge, region, row)._replace(
            sha256=digest(f"sheet {judge} {region}"), seal=digest(f"seal {judge}"))
        for judge, region, row in SCORES
    ]  # fmt: skip
    absent = replace(decide(1, "status", ("64.72",)), choice="absent")
    out = [RegionStanding("64.72", RegionStatus.ABSENT, "sakit")]
    own = Stage(instrument(WEIGHTS, RULES), REGIONS, sheets, (absent,), out)
    own.homes = {"j02": "64.72"}
    own.recused = [("j02", "64.72")]
    tie = own.results().open_questions[0]
    own.decisions = (absent, decide(2, "tie", ("35.78", "35.10"), tie.basis))
    return own
