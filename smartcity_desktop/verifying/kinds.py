"""Telling our files apart before anything in them is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.store.assessment_schema import ASSESSMENT
from smartcity_desktop.store.header import LENGTH

if TYPE_CHECKING:
    from pathlib import Path

_APPLICATION_ID = slice(68, 72)


def is_assessment_file(path: Path) -> bool:
    """Whether the file's header says that it is an assessment file."""
    try:
        with path.open("rb") as file:
            head = file.read(LENGTH)
    except OSError:
        return False
    return head[_APPLICATION_ID] == ASSESSMENT.application_id.to_bytes(4, "big")
