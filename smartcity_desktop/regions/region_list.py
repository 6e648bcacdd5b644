"""The coordinator's list of regions: ``code,name[,province]``.

A code of the official form (``64.72``) must be in the official table, and the name must fit it; a
code of another form is free, for juries that score something else, and then needs a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Region
from smartcity_desktop.domain.message import Message, message, offering
from smartcity_desktop.domain.offer import LEAVE_OUT, Offer
from smartcity_desktop.regions.codes import (
    BARE_FORM,
    FREE_FORM,
    OFFICIAL_FORM,
    possible_originals,
)
from smartcity_desktop.regions.sentences import mangled_code, misfit, missing_code, unknown_code
from smartcity_desktop.tables.columns import Column, Record, read_records
from smartcity_desktop.tables.problem_list import Fault, ProblemList
from smartcity_desktop.tables.table import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.regions.official import OfficialRegion, RegionTable
    from smartcity_desktop.tables.table import Table

_NAMES_OF_NAME = (
    "nama",
    "nama_daerah",
    "daerah",
    "region",
    "region_name",
    "kabupaten_kota",
    "kab_kota",
    "nama_kabupaten_kota",
)

REGION_COLUMNS = (
    Column(
        "code",
        ("kode", "kode_daerah", "kode_wilayah", "kode_kabupaten_kota", "region_code"),
        required=True,
    ),
    Column("name", _NAMES_OF_NAME),
    Column("province", ("provinsi", "propinsi", "prov", "nama_provinsi", "province_name")),
)
"""Columns of the list with every name they go by."""


def read_region_list(table: Table, official: RegionTable) -> tuple[Region, ...]:
    """Return the regions of a list, sorted by code, with official names and provinces.

    An old code becomes today's. A code that a spreadsheet changed (35.10 into 35,1) is restored
    only where exactly one official code is possible whose name is the one that was given.

    Raises:
        InputError: every line with an unknown or repeated code, a name or province that does not
            fit the code, a code that may have been changed, or a free code without a name.
    """
    records = read_records(table, REGION_COLUMNS)
    if not records:
        raise refusal(table.name, message("The list names no region."))
    problems = ProblemList()
    lines: dict[str, int] = {}
    doubtful: set[int] = set()
    regions: list[Region] = []
    for record in records:
        region, faults = _read(record, official)
        problems.extend(faults)
        if faults:
            doubtful.add(record.row.line)
        if region is None:
            continue
        line = lines.setdefault(region.code.casefold(), record.row.line)
        if line != record.row.line:
            clear = not {line, record.row.line} & doubtful
            what = _repeated(region, line)
            # Where either line may mean another region, neither is to be left out.
            problems.add(record.place("code"), offering(what, [LEAVE_OUT] if clear else []))
        regions.append(region)
    problems.refuse()
    return tuple(sorted(regions, key=lambda r: r.code))


def _read(record: Record, official: RegionTable) -> tuple[Region | None, list[Fault]]:
    """Return the region of a line where its code is clear, and all that is wrong with the line."""
    code, name = record.text("code"), record.words("name")
    if not code:
        return None, [(record.place("code"), missing_code(official.likely("", name)))]
    if OFFICIAL_FORM.fullmatch(code):
        region = official.get(code)
        if region:
            return region.region(), list(_misfits(record, region, official))
        return None, [(record.place("code"), _unknown(code, name, official))]
    originals = [r for c in possible_originals(code) if (r := official.get(c))]
    fitting = [r for r in originals if name and official.named(name) == (r,)]
    if len(fitting) == 1:
        return fitting[0].region(), list(_misfits(record, fitting[0], official))
    own = BARE_FORM.fullmatch(code) and not official.named(name)
    if originals and not own:
        likely = official.likely(code, name) if name else tuple(originals)
        return None, [(record.place("code"), mangled_code(code, likely))]
    return _read_free(record, code, name, official)


def _unknown(code: str, name: str, official: RegionTable) -> Message:
    likely = official.likely("", name)
    neighbours = () if likely else official.search(code[:4])[:3]
    return unknown_code(code, likely or neighbours, guess=bool(neighbours))


def _misfits(record: Record, region: OfficialRegion, official: RegionTable) -> Iterator[Fault]:
    """Yield what in the line contradicts its code; empty cells contradict nothing."""
    name, province = record.words("name"), record.words("province")
    what = misfit(region, name, official) if name else None
    if what:
        yield (record.place("name"), what)
    if province and official.province_named(province) != region.province:
        yield (
            record.place("province"),
            offering(
                message(
                    '{region} lies in {province}, not in "{given}". Correct the province or leave '
                    "it empty.",
                    region=str(region),
                    province=region.province.name,
                    given=province,
                ),
                [Offer(region.province.name, region.province.name)],
            ),
        )


def _read_free(
    record: Record, code: str, name: str, official: RegionTable
) -> tuple[Region | None, list[Fault]]:
    if not FREE_FORM.fullmatch(code):
        what = message(
            'The code "{code}" is neither official (64.72) nor made of at most 32 letters, digits '
            "and . - _ / only.",
            code=code[:40],
        )
        return None, [(record.place("code"), what)]
    given = record.words("province")
    province = official.province_named(given)
    region = Region(code, name, province.name if province else given)
    if name:
        return region, []
    what = message("The code {code} is not official, so the line needs a name.", code=code)
    return region, [(record.place("name"), what)]


def _repeated(region: Region, line: int) -> Message:
    return message(
        "{region} is in line {line} already. Keep one of the two lines.",
        region=f"{region.code} {region.name}".strip(),
        line=line,
    )
