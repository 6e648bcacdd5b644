"""What was found out about one file that somebody wants verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from smartcity_desktop.domain.check import Check
    from smartcity_desktop.verifying.code_proof import ProvenCode


class Examined(Struct, frozen=True):
    """The checks of one file.

    Attributes:
        code: what the code on its first page proves; None where there is none that holds.
        results_sha256: of the results that the file carries or proves; empty for none.
    """

    checks: tuple[Check, ...]
    code: ProvenCode | None = None
    results_sha256: str = ""
