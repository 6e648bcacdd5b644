"""Which page belongs to which step; each is imported when it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.steps import Step
from ui.coordinator.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.context import Context
    from ui.coordinator.places import Somewhere
    from ui.coordinator.state import OfficeState
    from ui.coordinator.step_page import StepPage

    Maker = Callable[[Context, OfficeState], StepPage]


def make_page(place: Somewhere, context: Context, state: OfficeState) -> StepPage:
    """Return the page of a step, or a page apart."""
    return MAKERS[place](context, state)


def _preparation(context: Context, state: OfficeState) -> StepPage:
    from ui.pages.preparation_page import PreparationPage

    return PreparationPage(context, state)


def _issuing(context: Context, state: OfficeState) -> StepPage:
    from ui.pages.issuing_page import IssuingPage

    return IssuingPage(context, state)


def _merging(context: Context, state: OfficeState) -> StepPage:
    from ui.pages.merging_page import MergingPage

    return MergingPage(context, state)


def _completeness(context: Context, state: OfficeState) -> StepPage:
    from ui.pages.completeness_page import CompletenessPage

    return CompletenessPage(context, state)


def _results(context: Context, state: OfficeState) -> StepPage:
    from ui.pages.results_page import ResultsPage

    return ResultsPage(context, state)


def _plenary(context: Context, state: OfficeState) -> StepPage:
    from ui.pages.plenary_page import PlenaryPage

    return PlenaryPage(context, state)


def _declaration(context: Context, state: OfficeState) -> StepPage:
    from ui.pages.declaration_page import DeclarationPage

    return DeclarationPage(context, state)


def _documents(context: Context, state: OfficeState) -> StepPage:
    from ui.pages.documents_page import DocumentsPage

    return DocumentsPage(context, state)


def _checking(context: Context, state: OfficeState) -> StepPage:
    from ui.pages.checking_page import CheckingPage

    return CheckingPage(context, state)


def _audit(context: Context, state: OfficeState) -> StepPage:
    from ui.pages.audit_page import AuditPage

    return AuditPage(context, state)


MAKERS: Mapping[Somewhere, Maker] = {
    Step.PREPARATION: _preparation,
    Step.ISSUING: _issuing,
    Step.MERGING: _merging,
    Step.COMPLETENESS: _completeness,
    Step.RESULTS: _results,
    Step.PLENARY: _plenary,
    Step.DECLARATION: _declaration,
    Step.DOCUMENTS: _documents,
    Place.CHECKING: _checking,
    Place.AUDIT: _audit,
}
