"""The rules part of an instrument: how scores become results."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from fractions import Fraction

    from smartcity_desktop.domain.local_text import LocalText


class WeightKind(Enum):
    """What the numbers called weight mean."""

    PERCENT = "percent"
    SHARE = "share"
    FACTOR = "factor"


class Combine(Enum):
    """How the judges' values of one unit become one value."""

    MEAN = "mean"
    MEDIAN = "median"
    TRIMMED_MEAN = "trimmed_mean"


class CombineAt(Enum):
    """The unit at which the judges' values become one."""

    INDICATOR = "indicator"
    DIMENSION = "dimension"
    TOTAL = "total"


class Stage(Enum):
    """Points after which an instrument may round."""

    JUDGES = "judges"
    WEIGHT = "weight"
    DIMENSION = "dimension"
    TOTAL = "total"


STAGE_ORDER: dict[CombineAt, tuple[Stage, ...]] = {
    CombineAt.INDICATOR: (Stage.JUDGES, Stage.WEIGHT, Stage.DIMENSION, Stage.TOTAL),
    CombineAt.DIMENSION: (Stage.WEIGHT, Stage.DIMENSION, Stage.JUDGES, Stage.TOTAL),
    CombineAt.TOTAL: (Stage.WEIGHT, Stage.DIMENSION, Stage.TOTAL, Stage.JUDGES),
}


class RoundingMode(Enum):
    """``half_up`` is away from zero."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"


class AtCut(Enum):
    """What happens to a tied group that a cut would divide."""

    PLENARY = "plenary"
    TAKE_ALL = "all_pass"


class Rounding(Struct, frozen=True):
    """Round every value after this stage."""

    after: Stage
    decimals: int
    mode: RoundingMode


class TieKeyKind(Enum):
    """What a link of the tie chain compares; higher wins."""

    EXACT_TOTAL = "exact_total"
    DIMENSION = "dimension"
    INDICATOR = "indicator"
    MEDIAN_TOTAL = "median_total"
    PLENARY = "plenary"


class TieKey(Struct, frozen=True):
    """One link of the tie chain; ``id`` names the dimension or indicator, else empty."""

    kind: TieKeyKind
    id: str = ""


class Band(Struct, frozen=True):
    """A selection band; bands fill in order.

    Attributes:
        minimum_total: smallest final value that may be taken, or None.
        province_cap: most regions of one province in this band, or None.
        reserve: the band lists reserves, not selected regions; only the last band may.
    """

    name: LocalText
    quota: int
    minimum_total: Fraction | None = None
    province_cap: int | None = None
    reserve: bool = False


class Grade(Struct, frozen=True):
    """A named range of the final value, from this value (inclusive) up to the next grade."""

    name: LocalText
    lowest: Fraction


class Rules(Struct, frozen=True):
    """Everything that turns scores into results, and nothing else does.

    Attributes:
        trim_low, trim_high: how many lowest and highest values a trimmed mean drops.
        minimum_judges: scored sheets a region needs to be ranked.
        minimum_scores: values every combined unit needs.
        decimals: how a total is printed; not a rounding.
        rounding: in stage order; a stage that is absent stays exact.
        bands: in filling order. grades: ascending by ``lowest``.
    """

    weights: WeightKind
    combine_judges: Combine
    combine_at: CombineAt
    minimum_judges: int
    minimum_scores: int
    decimals: int
    trim_low: int = 0
    trim_high: int = 0
    rounding: tuple[Rounding, ...] = ()
    tie_break: tuple[TieKey, ...] = ()
    at_cut: AtCut = AtCut.PLENARY
    bands: tuple[Band, ...] = ()
    grades: tuple[Grade, ...] = ()

    def rounding_after(self, stage: Stage) -> Rounding | None:
        """Return the rounding that the instrument declares after a stage."""
        for rounding in self.rounding:
            if rounding.after is stage:
                return rounding
        return None
