"""The rules read aloud in sentences, with an example worked by the code that counts results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.counted import CountedSheet
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.language.dates import Zone
from smartcity_desktop.reports.layout.legible import Legible
from smartcity_desktop.reports.phrases.rules import rule_sentences
from smartcity_desktop.reports.phrases.worked_example import example_sentences
from smartcity_desktop.reports.words import Words
from smartcity_desktop.results.explanation import explain_region
from smartcity_desktop.results.tally import compute_tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.instrument import Indicator, Instrument
    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.domain.message import Message

ON_SCREEN = frozenset(range(0x20, 0x2600))
"""What the screen's fonts can draw for certain."""

REGION = "contoh"
FEWEST_JUDGES = 3


def rules_aloud(
    instrument: Instrument, language: Language, translate: Callable[[Message], str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the rules as sentences, and the worked example, a sentence a step."""
    words = Words(language, translate, Zone.WIB.tzinfo, Legible(ON_SCREEN))
    sheets = example_sheets(instrument)
    worked = (
        sheets,
        explain_region(instrument, REGION, sheets),
        compute_tally(instrument, [REGION], sheets)[0],
    )
    return tuple(rule_sentences(instrument, words)), tuple(
        example_sentences(instrument, worked, words)
    )


def example_sheets(instrument: Instrument) -> tuple[CountedSheet, ...]:
    """Return invented sheets of one region: as many as the rules need, no two judges alike."""
    rules = instrument.rules
    needed = max(
        FEWEST_JUDGES,
        rules.minimum_judges,
        rules.minimum_scores,
        rules.trim_low + rules.trim_high + FEWEST_JUDGES,
    )
    indicators = instrument.indicators()
    return tuple(
        CountedSheet(
            f"juri-{judge + 1:03}",
            REGION,
            SheetState.SCORED,
            tuple(_invented(one, judge, place) for place, one in enumerate(indicators)),
            "", "", "",
        )
        for judge in range(needed)
    )  # fmt: skip


def _invented(indicator: Indicator, judge: int, place: int) -> int:
    """Return a permitted value that goes up and down from judge to judge."""
    scale = indicator.scale
    steps = len(scale.values) or (scale.maximum - scale.minimum) // scale.step + 1
    at = (steps // 2 + judge * 3 + place * 2 + judge * place) % steps
    if steps > 20:  # A fine scale: scores of one region lie near each other.
        at = steps * 2 // 3 + (judge * 7 + place * 3 + judge * place) % (steps // 5)
    return scale.values[at] if scale.values else scale.minimum + at * scale.step
