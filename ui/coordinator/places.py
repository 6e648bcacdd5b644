"""Where a coordinator can be: one of the eight steps, or a page apart from them."""

from __future__ import annotations

from enum import Enum

from smartcity_desktop.secretariat.steps import Step


class Place(Enum):
    """Pages that belong to no step."""

    CHECKING = "checking"
    AUDIT = "audit"


Somewhere = Step | Place
