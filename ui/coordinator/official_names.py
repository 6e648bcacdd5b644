"""The official table of regions, read before a dialog asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.regions.resource import official_regions

if TYPE_CHECKING:
    from ui.coordinator.state import OfficeState


def read_official_names(state: OfficeState) -> None:
    """Let the lane read the table: names are then checked and offered at every letter."""
    state.ask(lambda _office, _: official_regions(), lambda _table: None, lambda _error: None)
