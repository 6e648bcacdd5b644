"""Results: what the rules make of the counted sheets."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from fractions import Fraction

    from smartcity_desktop.domain.local_text import LocalText
    from smartcity_desktop.domain.message import Message


class Unit(Struct, frozen=True):
    """One combined unit: an indicator, a dimension or the total of one region.

    Attributes:
        value: the judges' values combined (and rounded after ``judges`` where declared); None
            when there were too few.
        judges: (judge id, that judge's value), sorted by judge.
        dropped: judges whose value the trim dropped, sorted by judge. Among equal values the
            lowest judge id is dropped first; which one it is changes no result.
    """

    id: str
    value: Fraction | None
    judges: tuple[tuple[str, Fraction], ...]
    dropped: tuple[str, ...] = ()


class RegionDetail(Struct, frozen=True):
    """How one region's total came about, judge by judge.

    Attributes:
        units: at the instrument's ``combine_at``, in instrument order: indicators, dimensions, or
            one unit ``total``.
        shown: the dimensions combined beside a ``total``, for display and ties only; else empty.
    """

    code: str
    units: tuple[Unit, ...]
    shown: tuple[Unit, ...] = ()


class LackKind(Enum):
    """Why a region has no rank. The values appear in the results document and never change."""

    ABSENT = "absent"
    WITHDRAWN = "withdrawn"
    DISQUALIFIED = "disqualified"
    JUDGES = "judges"
    INDICATOR = "indicator"
    DIMENSION = "dimension"
    TOTAL = "total"


class Lack(Struct, frozen=True):
    """One reason why a region has no rank.

    Attributes:
        unit: id of the indicator or dimension with too few values; else empty.
        have, need: values of that unit, or scored sheets (JUDGES); 0 for a region's status.
    """

    kind: LackKind
    unit: str = ""
    have: int = 0
    need: int = 0


class RegionTally(Struct, frozen=True):
    """The arithmetic of one region, before any ranking.

    Attributes:
        indicators: (indicator id, the judges' values combined or None) of those that the tie
            chain names.
        dimensions: (dimension id, value after its stages or None), in instrument order.
        exact_total: before the last stage's rounding; final_total: after it. Both None when the
            region cannot be ranked.
        median_total: median of the judges' own unrounded totals, from sheets without an
            abstention; None when there is none.
        judges: number of scored sheets.
        lacking: why it cannot be ranked; empty when it can.
    """

    code: str
    indicators: tuple[tuple[str, Fraction | None], ...]
    dimensions: tuple[tuple[str, Fraction | None], ...]
    exact_total: Fraction | None
    final_total: Fraction | None
    median_total: Fraction | None
    judges: int
    lacking: tuple[Lack, ...] = ()


class RankedRegion(Struct, frozen=True):
    """A region's place.

    Attributes:
        rank: competition rank (1, 2, 2, 4).
        total: the final value that is ranked, cut and graded. printed: as it appears on paper,
            with a decimal point and enough digits to tell unequal values apart.
        selection: the band that took it, or None. reserve: that band lists reserves.
        grade: its grade, or None where the instrument has none.
        tied_with: codes that share its rank, sorted; empty when none does.
        decided: the place rests on a decision: "tie", "select", "leave", or "".
    """

    rank: int
    code: str
    total: Fraction
    printed: str
    tally: RegionTally
    selection: LocalText | None = None
    reserve: bool = False
    grade: LocalText | None = None
    tied_with: tuple[str, ...] = ()
    decided: str = ""


class NotRanked(Struct, frozen=True):
    """A region without a rank, and every reason for it: in words, and as values in ``lacks``."""

    code: str
    reasons: tuple[Message, ...]
    tally: RegionTally | None = None
    lacks: tuple[Lack, ...] = ()


class OpenQuestion(Struct, frozen=True):
    """What only the plenary can decide now.

    Attributes:
        kind: "tie" (order within a tied group; ``codes`` are the group) or "cut" (a tied group
            across a cut; ``band`` is the band, ``places`` how many of ``codes`` it still takes).
        codes: sorted; for a cut those that are still undecided.
        basis: digest of what is decided on, which a decision stores: codes and exact totals, for
            a cut also the band and the places it had before any decision.
        blocking: whether a declaration waits for it.
    """

    kind: str
    codes: tuple[str, ...]
    basis: str
    blocking: bool
    band: str = ""
    places: int = 0


class Results(Struct, frozen=True):
    """What the rules make of the tallies.

    Attributes:
        ranked: by rank, then code. not_ranked: by code. open_questions: in rank order.
        lapsed: numbers of decisions (tie, select, leave) that do not apply: their facts have
            changed, or a later decision took their place.
        settled: questions that decisions in force have answered, in rank order; another
            decision with the same basis takes the earlier one's place.
    """

    ranked: tuple[RankedRegion, ...]
    not_ranked: tuple[NotRanked, ...]
    open_questions: tuple[OpenQuestion, ...]
    lapsed: tuple[int, ...] = ()
    settled: tuple[OpenQuestion, ...] = ()
