"""What was found out about one file that somebody wants verified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smartcity_desktop.domain.check import Check
    from smartcity_desktop.verifying.code_proof import ProvenCode


@dataclass(frozen=True, slots=True)
class Examined:
    """The checks of one file.

    Attributes:
        code: what the code on its first page proves; None where there is none that holds.
        results_sha256: of the results that the file carries or proves; empty for none.
    """

    checks: tuple[Check, ...]
    code: ProvenCode | None = None
    results_sha256: str = ""
