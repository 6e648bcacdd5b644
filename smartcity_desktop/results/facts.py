"""What a results document states: enough to recompute it from the panel files, and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from fractions import Fraction

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.results import Lack

    Pair = tuple[str, str]
    """A judge and a region."""


class CountedSeal(Struct, frozen=True):
    """A seal under which at least one sheet counts."""

    digest: str
    judge: str
    issue: str
    thumbprint: str


class CountedPayload(NamedTuple):
    """A sheet that counts, by the digest of its sealed bytes and of its seal."""

    judge: str
    region: str
    sha256: str
    seal: str


class RankedRow(Struct, frozen=True):
    """One ranked region.

    Attributes:
        total: the value that is ranked. unrounded: before the last stage's rounding.
        dimensions: sorted by id; None where too few judges scored one (possible only where judges
            are combined at the total).
        selection, grade: Indonesian names; empty without one.
        decided: ``tie``, ``select``, ``leave`` or empty.
    """

    rank: int
    code: str
    total: Fraction
    unrounded: Fraction
    printed: str
    dimensions: tuple[tuple[str, Fraction | None], ...]
    judges: int
    selection: str
    grade: str
    tied_with: tuple[str, ...]
    decided: str


class UnrankedRow(Struct, frozen=True):
    """One region without a rank, and every reason."""

    code: str
    lacks: tuple[Lack, ...]


class ResultsFacts(Struct, frozen=True):
    """Everything the document states, sorted; texts in NFC.

    Attributes:
        roster: with the statuses in force; moments, reasons, institutions, roles and timetable
            are empty here, for they stay outside.
        recusals: pairs taken out, at whatever moment a conflict of interest came out.
        absences: pairs where the counted sheet reports the region absent.
        decisions: those in force, waivers among them; numbered from 1 in the document's order,
            without who, when and why.
        ranked: by rank, then code. not_ranked: by code.
        panel_sha256: of the panel's own document, where no judge is named; then everything about
            judges is empty, and of seals only the digests are stated.
    """

    roster: Roster
    recusals: tuple[Pair, ...]
    absences: tuple[Pair, ...]
    seals: tuple[CountedSeal, ...]
    sheets: tuple[CountedPayload, ...]
    decisions: tuple[Decision, ...]
    ranked: tuple[RankedRow, ...]
    not_ranked: tuple[UnrankedRow, ...]
    panel_sha256: str = ""
