"""Statistics about the judging: they stand beside the result and never change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from fractions import Fraction


class Concordance(Struct, frozen=True):
    """Kendall's W, corrected for ties, with its chi-square and degrees of freedom."""

    w: Fraction
    chi_square: Fraction
    freedom: int


class Intraclass(Struct, frozen=True):
    """ICC(2,1) of one judge and ICC(2,k) of the judges' mean, after Shrout and Fleiss."""

    single: Fraction
    mean: Fraction


class JudgeEffect(Struct, frozen=True):
    """One judge against the colleagues on the same regions.

    Attributes:
        count: regions scored. mean: of the values given.
        effect: above zero is milder, below zero stricter than the colleagues. None for one who
            shares no region with anybody.
        rest: mean absolute difference that remains when region and effect are taken away.
        group: number of the group of judges that can be compared, from 1.
    """

    judge: str
    count: int
    mean: Fraction
    effect: Fraction | None
    rest: Fraction | None
    group: int


class RankBand(Struct, frozen=True):
    """Where a region stood in nine of ten draws, and how often among those selected.

    Attributes:
        best, worst: ranks. kept: share of draws; None where nothing is selected.
    """

    best: int
    worst: int
    kept: Fraction | None


class UnitAgreement(Struct, frozen=True):
    """Krippendorff's alpha of one indicator, dimension or the total.

    Attributes:
        regions: how many have at least two values. alpha: None where nothing differs.
    """

    id: str
    regions: int
    alpha: Fraction | None


class Judging(Struct, frozen=True):
    """All statistics of one declaration.

    Attributes:
        total, dimensions, indicators: agreement on judges' own exact figures; indicators by
            ordinal distance, the others by interval distance.
        concordance, intraclass: None unless every judge scored every ranked region completely.
        judges: by id, on the scale of the final value.
        by_judges, by_weights: (region, band) in the order of the ranking; the latter empty with
            fewer than two dimensions.
        rounds: draws of each kind.
    """

    total: UnitAgreement
    dimensions: tuple[UnitAgreement, ...]
    indicators: tuple[UnitAgreement, ...]
    concordance: Concordance | None
    intraclass: Intraclass | None
    judges: tuple[JudgeEffect, ...]
    by_judges: tuple[tuple[str, RankBand], ...]
    by_weights: tuple[tuple[str, RankBand], ...]
    rounds: int
