"""The results as one object for scripts and for files, provisional or declared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from smartcity_desktop.domain.rounding import write_decimal
from smartcity_desktop.reports.results_table import DIMENSION_DECIMALS, ratio
from smartcity_desktop.results.document import results_sha256

if TYPE_CHECKING:
    from smartcity_desktop.plenary.reckoning import Reckoning


def results_answer(reckoning: Reckoning, document: bytes, *, declared: bool) -> dict[str, object]:
    """Return the object that scripts rely on; keys are added, never changed.

    Args:
        reckoning: what is shown.
        document: the results document that would be declared.
        declared: whether it is.
    """
    names = {region.code: region.name for region in reckoning.roster.regions}
    return {
        "results_sha256": results_sha256(document),
        "declared": declared,
        "regions": [
            {
                "rank": region.rank,
                "code": region.code,
                "name": names[region.code],
                "total": region.printed,
                "exact": ratio(region.total),
                "dimensions": {
                    name: None if value is None else write_decimal(value, DIMENSION_DECIMALS)
                    for name, value in region.tally.dimensions
                },
                "judges": region.tally.judges,
                "selection": region.selection.id if region.selection else None,
                "reserve": region.reserve,
                "grade": region.grade.id if region.grade else None,
                "tied_with": list(region.tied_with),
            }
            for region in reckoning.results.ranked
        ],
        "not_ranked": [
            {
                "code": out.code,
                "name": names[out.code],
                "reason": "; ".join(map(str, out.reasons)),
            }
            for out in reckoning.results.not_ranked
        ],
        "open_questions": len(reckoning.questions),
    }


def answer_bytes(answer: dict[str, object]) -> bytes:
    """Return the object as a file."""
    return json.dumps(answer, ensure_ascii=False, indent=1).encode() + b"\n"
