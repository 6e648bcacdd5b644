"""Results: what the rules make of the counted sheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from smartcity_desktop.domain.local_text import LocalText
    from smartcity_desktop.domain.message import Message


@dataclass(frozen=True, slots=True)
class Unit:
    """One combined unit: an indicator, a dimension or the total of one region.

    Attributes:
        value: the judges' values combined (and rounded after ``judges`` where declared); None
            when there were too few.
        judges: (judge id, that judge's value), sorted by judge.
        dropped: judges whose value the trim dropped, sorted by judge.
    """

    id: str
    value: Fraction | None
    judges: tuple[tuple[str, Fraction], ...]
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegionTally:
    """The arithmetic of one region, before any ranking.

    Attributes:
        units: in instrument order, at the instrument's ``combine_at`` (indicators, dimensions,
            or one total).
        dimensions: (dimension id, value after its stages or None), in instrument order.
        exact_total: before the last stage's rounding; final_total: after it. Both None when the
            region cannot be ranked.
        judges: number of scored sheets.
        lacking: why it cannot be ranked; empty when it can.
    """

    code: str
    units: tuple[Unit, ...]
    dimensions: tuple[tuple[str, Fraction | None], ...]
    exact_total: Fraction | None
    final_total: Fraction | None
    median_total: Fraction | None
    judges: int
    lacking: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class RankedRegion:
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


@dataclass(frozen=True, slots=True)
class NotRanked:
    """A region without a rank, and every reason for it."""

    code: str
    reasons: tuple[Message, ...]
    tally: RegionTally | None = None


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What only the plenary can decide now.

    Attributes:
        kind: "tie" (order within a tied group; ``codes`` are the group) or "cut" (a tied group
            across a cut; ``band`` is the band, ``places`` how many of ``codes`` it still takes).
        basis: digest of codes and exact totals that a decision stores.
        blocking: whether a declaration waits for it.
    """

    kind: str
    codes: tuple[str, ...]
    basis: str
    blocking: bool
    band: str = ""
    places: int = 0


@dataclass(frozen=True, slots=True)
class Results:
    """Ranked regions by rank, then code; the others by code; open questions in rank order."""

    ranked: tuple[RankedRegion, ...]
    not_ranked: tuple[NotRanked, ...]
    open_questions: tuple[OpenQuestion, ...]
    lapsed: tuple[int, ...] = ()
    """Numbers of decisions (tie, select, leave) whose facts have changed."""
