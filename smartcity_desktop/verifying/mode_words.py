"""What the mode of an assessment is called in a verdict."""

from __future__ import annotations

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.message import message

MODE_WORDS = {Mode.OFFICIAL: message("official"), Mode.REHEARSAL: message("rehearsal")}
