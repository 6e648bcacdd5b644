from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """One judge's panel file with one score, real and enrolled."""
    made = Workshop.open(tmp_path / "lokakarya", judges=1, regions=3)
    made.enrol("j01-1")
    made.score("j01-1", {made.regions[0]: (1, 2, 3)})
    return made
