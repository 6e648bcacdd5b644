"""The results document of a reckoning: the same facts, whoever gathers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.results.anonymous import PanelResults, publish
from smartcity_desktop.results.document import build_results_document
from smartcity_desktop.results.gathering import Counted, gather_facts

if TYPE_CHECKING:
    from smartcity_desktop.plenary.reckoning import Reckoning
    from smartcity_desktop.results.facts import ResultsFacts


def results_document(reckoning: Reckoning) -> bytes:
    """Return the canonical results document, with judges, seals and sheets."""
    return build_results_document(_facts(reckoning))


def declared_document(reckoning: Reckoning, secret: bytes) -> bytes:
    """Return the results document whose SHA-256 is declared and printed.

    Args:
        reckoning: what is declared.
        secret: of an anonymous assessment, whose document names no judge; empty for all others.
    """
    facts = _facts(reckoning)
    document = build_results_document(facts)
    if not secret:
        return document
    return build_results_document(publish(facts, PanelResults(secret, document).sha256()))


def _facts(reckoning: Reckoning) -> ResultsFacts:
    counted = Counted(
        statuses=reckoning.state.statuses,
        recused=reckoning.state.recused,
        sheets=reckoning.sheets,
        seals=reckoning.seals,
        decisions=reckoning.decisions,
        lapsed_waivers=reckoning.completeness.lapsed,
    )
    return gather_facts(reckoning.roster, counted, reckoning.results)
