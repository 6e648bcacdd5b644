"""Opening an assessment on a lane of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.office import open_office
from smartcity_desktop.secretariat.office_facts import read_office

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context


def open_with_facts(path: Path, context: Context) -> tuple[Office, OfficeFacts]:
    """Open and read everything; runs on the lane that will do all further work on the file."""
    office = open_office(path, context.clock, context.random_bytes)
    try:
        return office, read_office(office)
    except BaseException:
        office.close()
        raise
