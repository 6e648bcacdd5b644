"""An invented panel: judges, sub-panels and who scores whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Assignment, Judge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.assessment import Region

SUB_PANEL = 3
LINKING_REGIONS = 5
"""Regions that all judges score, so that strict and lenient sub-panels can be compared."""

PEOPLE = (
    ("Dr. Ratna Wijayanti", "Universitas Tirta Nusantara"),
    ("Ir. Bagus Prakoso, M.T.", "Institut Teknologi Cakrawala"),
    ("Sri Hartatik, M.Kom.", "Asosiasi Praktisi TIK Daerah"),
    ("Prof. Yohanes Lelang", "Universitas Flobamora Raya"),
    ("Mega Puspitasari, M.Si.", "Badan Kajian Layanan Publik"),
    ("Hendra Saputra", "Komunitas Data Terbuka"),
    ("Dr. Nurhayati Daulay", "Universitas Andalas Timur"),
    ("I Wayan Suarjana, M.T.", "Politeknik Pulau Dewata"),
    ("Fitriani Abdullah", "Forum Keamanan Informasi"),
    ("Dr. Andreas Siregar", "Universitas Toba Lestari"),
    ("Lestari Kusumawardani", "Lembaga Kajian Kota"),
    ("Muhammad Ilham Ramli, S.T.", "Institut Teknologi Sulawesi Raya"),
    ("Prof. Endang Sulistyowati", "Universitas Mataram Agung"),
    ("Rizky Pratama, M.Kom.", "Asosiasi Praktisi TIK Daerah"),
    ("Dr. Maria Goreti Seran", "Universitas Flobamora Raya"),
    ("Agus Setiawan, M.M.", "Badan Kajian Anggaran Daerah"),
    ("Dewi Anggraini, Ph.D.", "Institut Teknologi Cakrawala"),
    ("Zulkifli Harahap", "Forum Smart City Nusantara"),
    ("Dr. Yuliana Pattiasina", "Universitas Banda Raya"),
    ("Bambang Wicaksono, M.P.A.", "Badan Kajian Layanan Publik"),
    ("Siti Rahmawati Basri", "Komunitas Inovasi Daerah"),
)


def invent_judges(count: int, home_region: str) -> tuple[Judge, ...]:
    """Return that many judges in sub-panels of three; the first comes from ``home_region``."""
    judges = []
    for index in range(count):
        name, institution = PEOPLE[index % len(PEOPLE)]
        if index >= len(PEOPLE):
            name = f"{name} ({index // len(PEOPLE) + 1})"
        judges.append(
            Judge(
                f"juri-{index + 1:02d}",
                name,
                institution,
                home_region=home_region if index == 0 else "",
                role="Ketua" if index == 0 else "Anggota",
                panel=f"Panel {index // SUB_PANEL + 1}",
            )
        )
    return tuple(judges)


def assign_panels(judges: Sequence[Judge], regions: Sequence[Region]) -> tuple[Assignment, ...]:
    """Give every region to one sub-panel, every third also to one judge of the next.

    A judge's own home region gets that further judge too, because he must not score it.

    The first regions in code order that no judge comes from are the linking regions.
    """
    panels = [judges[i : i + SUB_PANEL] for i in range(0, len(judges), SUB_PANEL)]
    homes = {judge.home_region for judge in judges}
    linking = {r.code for r in [r for r in regions if r.code not in homes][:LINKING_REGIONS]}
    assignments: list[Assignment] = []
    for number, region in enumerate(regions):
        panel = list(panels[number % len(panels)])
        if len(panels) > 1 and (number % 3 == 0 or region.code in homes):
            panel.append(panels[(number + 1) % len(panels)][-1])
        if region.code in linking:
            panel = list(judges)
        day, session = ("2026-05-02", "1") if number % 2 == 0 else ("2026-05-03", "2")
        assignments.extend(
            Assignment(judge.id, region.code, day, session, judge.panel, "09.00") for judge in panel
        )
    return tuple(sorted(assignments))
