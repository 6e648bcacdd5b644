"""Where a coordinator can be: one of the eight steps, or a page apart from them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.secretariat.steps import Step

if TYPE_CHECKING:
    from smartcity_desktop.reports.kinds import ReportKind


class Place(Enum):
    """Pages that belong to no step."""

    CHECKING = "checking"
    AUDIT = "audit"


Somewhere = Step | Place


class DocumentAt(Struct, frozen=True):
    """A kind of document, chosen on the page of the documents."""

    kind: ReportKind
