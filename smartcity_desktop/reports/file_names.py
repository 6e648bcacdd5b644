"""Names of printed files: kind, whose, mode, declaration, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.local_text import Language

if TYPE_CHECKING:
    from smartcity_desktop.reports.kinds import ReportKind

_MODES = {Mode.OFFICIAL: "resmi", Mode.REHEARSAL: "latihan"}


def name_file(
    kind: ReportKind,
    mode: Mode,
    language: Language,
    *,
    whose: str = "",
    declaration: int = 0,
    state: str = "",
) -> str:
    """Return ``rekapitulasi-resmi-penetapan-1.pdf``; a rehearsal is told apart by its name."""
    parts = [kind.value, whose, _MODES[mode], state]
    parts.append(f"penetapan-{declaration}" if declaration else "")
    parts.append("" if language is Language.INDONESIAN else language.value)
    return "-".join(part for part in parts if part) + ".pdf"
