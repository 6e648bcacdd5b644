"""The results document of a reckoning: the same facts, whoever gathers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.results.document import build_results_document
from smartcity_desktop.results.gathering import Counted, gather_facts

if TYPE_CHECKING:
    from smartcity_desktop.plenary.reckoning import Reckoning


def results_document(reckoning: Reckoning) -> bytes:
    """Return the canonical results document; its SHA-256 is what is declared and printed."""
    counted = Counted(
        statuses=reckoning.state.statuses,
        recused=reckoning.state.recused,
        sheets=reckoning.sheets,
        seals=reckoning.seals,
        decisions=reckoning.decisions,
        lapsed_waivers=reckoning.completeness.lapsed,
    )
    return build_results_document(gather_facts(reckoning.roster, counted, reckoning.results))
