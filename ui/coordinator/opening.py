"""Opening an assessment on a lane of its own."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.office import open_office
from smartcity_desktop.secretariat.office_facts import read_office
from smartcity_desktop.secretariat.steps import Step
from ui.coordinator.places import Place

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context


def get_ready(context: Context) -> None:
    """Load what the pages will need, so that the window does not stand still when they come.

    The modules of the pages, and the names of days and months; runs beside the window.
    """
    context.words.moment(context.clock())
    for place in (*Step, *Place):
        import_module(f"ui.pages.{place.value}_page")


def open_with_facts(path: Path, context: Context) -> tuple[Office, OfficeFacts]:
    """Open and read everything; runs on the lane that will do all further work on the file."""
    office = open_office(path, context.clock, context.random_bytes)
    try:
        return office, read_office(office)
    except BaseException:
        office.close()
        raise
