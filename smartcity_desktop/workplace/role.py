"""The file decides the role: who opens a panel file scores, who opens an assessment runs it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from smartcity_desktop.store.assessment_schema import ASSESSMENT
from smartcity_desktop.store.header import LENGTH, Header, read_header
from smartcity_desktop.store.writer_lock import read_head

if TYPE_CHECKING:
    from pathlib import Path


class Role(Enum):
    """What a person does with a file in the window."""

    JUDGE = "judge"
    COORDINATOR = "coordinator"


def role_of(path: Path) -> Role:
    """Return the role in which a file is opened; whatever is no assessment is a judge's.

    Raises:
        StoreError: it cannot be read.
    """
    head = read_head(path, LENGTH)
    return Role.COORDINATOR if isinstance(read_header(head, ASSESSMENT), Header) else Role.JUDGE
