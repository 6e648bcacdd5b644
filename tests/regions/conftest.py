"""The official table, and lists made from text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.regions.resource import official_regions

if TYPE_CHECKING:
    from smartcity_desktop.regions.official import RegionTable


@pytest.fixture(scope="session")
def official() -> RegionTable:
    """The table that ships with the program."""
    return official_regions()
