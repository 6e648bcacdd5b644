"""How every region's total came about, for documents that print it judge by judge."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.results.explanation import explain_region

if TYPE_CHECKING:
    from smartcity_desktop.domain.counted import CountedSheet
    from smartcity_desktop.reports.record import DeclaredRecord


def with_details(record: DeclaredRecord) -> DeclaredRecord:
    """Return the record with the details of every region, in the roster's order."""
    sheets: dict[str, list[CountedSheet]] = defaultdict(list)
    for sheet in record.counted:
        sheets[sheet.region].append(sheet)
    details = tuple(
        explain_region(record.instrument, region.code, sheets[region.code])
        for region in record.roster.regions
    )
    return replace(record, details=details)
