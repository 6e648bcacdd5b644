"""One region as the results page shows it: every judge's figures, notes, evidence, dossier."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.calculation import calculate
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.results.explanation import explain_region
from smartcity_desktop.rosters.dossier_document import read_dossier
from smartcity_desktop.sealing.sheet_payload import read_sheet
from smartcity_desktop.secretariat.evidence import list_evidence

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import Judge, Region
    from smartcity_desktop.domain.dossier import Dossier
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.results import NotRanked, RankedRegion, RegionDetail
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.secretariat.evidence import EvidenceLine
    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.office_facts import OfficeFacts


class Axis(Struct, frozen=True):
    """One dimension of a region.

    Attributes:
        lowest, highest: what the scale can give. mean: of all ranked regions.
    """

    lowest: Fraction
    highest: Fraction
    value: Fraction | None
    mean: Fraction | None


class RegionView(Struct, frozen=True):
    """Everything about one region.

    Attributes:
        ranked, unranked: one of them; both None where the region is unknown to the results.
        detail: every judge's figure at the instrument's ``combine_at``, dropped ones marked.
        judges: who scored it, sorted by id. sheets: their counted sheets, in the same order.
        axes: the dimensions in instrument order.
        evidence: of these sheets. encrypted: whether what judges hand over is encrypted.
    """

    region: Region
    ranked: RankedRegion | None
    unranked: NotRanked | None
    detail: RegionDetail
    judges: tuple[Judge, ...]
    sheets: tuple[ScoreSheet, ...]
    axes: tuple[Axis, ...]
    dossier: Dossier | None
    evidence: tuple[EvidenceLine, ...] = ()
    encrypted: bool = False


def read_region(office: Office, facts: OfficeFacts, code: str) -> RegionView:
    """Read a region's counted sheets, which evidence of them is here, and its dossier.

    Args:
        office: the open assessment.
        facts: as they stand now.
        code: of the region, which must be one of the assessment's.
    """
    instrument = facts.instrument
    ids = [indicator.id for indicator in instrument.indicators()]
    counted = sorted((s for s in facts.reckoning.sheets if s.region == code),
                     key=lambda sheet: sheet.judge)  # fmt: skip
    payloads = [office.file.seals.sheet(sheet.sha256) for sheet in counted]
    known = {judge.id: judge for judge in facts.roster.judges}
    document = office.file.dossiers().get(code)
    results = facts.reckoning.results
    sheets = tuple(read_sheet(payload, ids) for payload in payloads if payload is not None)
    return RegionView(
        region=next(region for region in facts.roster.regions if region.code == code),
        ranked=next((r for r in results.ranked if r.code == code), None),
        unranked=next((r for r in results.not_ranked if r.code == code), None),
        detail=explain_region(instrument, code, counted),
        judges=tuple(known[s.judge] for s in counted if s.state is SheetState.SCORED),
        sheets=sheets,
        axes=find_axes(facts, code),
        dossier=read_dossier(document) if document else None,
        evidence=tuple(list_evidence(office, sheets)),
        encrypted=bool(facts.assessment.recipients),
    )


def find_axes(facts: OfficeFacts, code: str) -> tuple[Axis, ...]:
    """Return a region's dimensions against the mean of all ranked regions."""
    ends = scale_ends(facts.instrument)
    ranked = facts.reckoning.results.ranked
    own = next((dict(r.tally.dimensions) for r in ranked if r.code == code), {})
    axes = []
    for dimension, (lowest, highest) in zip(facts.instrument.dimensions, ends, strict=True):
        values = [
            value
            for region in ranked
            if (value := dict(region.tally.dimensions)[dimension.id]) is not None
        ]
        mean = sum(values, Fraction(0)) / len(values) if values else None
        axes.append(Axis(lowest, highest, own.get(dimension.id), mean))
    return tuple(axes)


def scale_ends(instrument: Instrument) -> tuple[tuple[Fraction, Fraction], ...]:
    """Return the smallest and the largest value of every dimension."""
    scales = [indicator.scale for indicator in instrument.indicators()]
    low = calculate(instrument, [scale.exact(scale.minimum) for scale in scales]).parts
    high = calculate(instrument, [scale.exact(scale.maximum) for scale in scales]).parts
    return tuple(
        (a.value or Fraction(0), b.value or Fraction(0)) for a, b in zip(low, high, strict=True)
    )
