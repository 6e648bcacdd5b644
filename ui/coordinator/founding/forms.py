"""Which form asks for which part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from smartcity_desktop.founding.parts import Part
from ui.coordinator.founding.assignments_form import AssignmentsForm
from ui.coordinator.founding.dossiers_form import DossiersForm
from ui.coordinator.founding.instrument_form import InstrumentForm
from ui.coordinator.founding.judges_form import JudgesForm
from ui.coordinator.founding.key_form import KeyForm
from ui.coordinator.founding.name_form import NameForm
from ui.coordinator.founding.paper_form import PaperForm
from ui.coordinator.founding.regions_form import RegionsForm

if TYPE_CHECKING:
    from ui.context import Context
    from ui.coordinator.founding.part_form import PartForm
    from ui.coordinator.founding.state import FoundingState


class FormMaker(Protocol):
    """Makes one form."""

    def __call__(self, context: Context, state: FoundingState) -> PartForm:
        """Return the form of a draft."""


FORMS: dict[Part, FormMaker] = {
    Part.NAME: NameForm,
    Part.PAPER: PaperForm,
    Part.INSTRUMENT: InstrumentForm,
    Part.REGIONS: RegionsForm,
    Part.DOSSIERS: DossiersForm,
    Part.JUDGES: JudgesForm,
    Part.ASSIGNMENTS: AssignmentsForm,
    Part.KEY: KeyForm,
}
