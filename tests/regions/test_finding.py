"""Finding a region of an assessment from what a line says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.assessment import Region
from smartcity_desktop.domain.message import Message
from smartcity_desktop.regions.finding import RegionFinder

if TYPE_CHECKING:
    from smartcity_desktop.regions.official import RegionTable

KNOWN = ("32.04", "32.73", "35.10", "64.72", "94.04")


@pytest.fixture
def finder(official: RegionTable) -> RegionFinder:
    regions = [r.region() for r in official.regions if r.code in KNOWN]
    return RegionFinder([*regions, Region("T-1", "Tim Satu"), Region("T-2", "Tim Dua")], official)


@pytest.mark.parametrize(
    ("written", "name", "code"),
    [
        ("64.72", "", "64.72"),
        ("64.72", "kota samarinda", "64.72"),
        ("91.09", "", "94.04"),
        ("91.09", "Mimika", "94.04"),
        ("Kota Bandung", "", "32.73"),
        ("Samarinda", "", "64.72"),
        ("35,1", "Banyuwangi", "35.10"),
        ("t-1", "", "T-1"),
        ("tim  dua", "", "T-2"),
        ("T-2", "Tim Dua", "T-2"),
    ],
)
def test_found(finder: RegionFinder, written: str, name: str, code: str) -> None:
    region = finder.find(written, name)
    assert isinstance(region, Region)
    assert region.code == code


@pytest.mark.parametrize(
    ("written", "name", "sentence"),
    [
        ("", "", "missing"),
        ("", "Kota Bandung", "Did you mean 32.73 Kota Bandung?"),
        ("Bandung", "", "32.04 Kabupaten Bandung / 32.73 Kota Bandung"),
        ("35,1", "", "Did you mean 35.10 Kabupaten Banyuwangi?"),
        ("35.1", "Kota Bandung", "Did you mean 35.10 Kabupaten Banyuwangi?"),
        ("64.71", "", "64.71 Kota Balikpapan is not among"),
        ("Kota Balikpapan", "", "64.71 Kota Balikpapan is not among"),
        ("64.72", "Kota Balikpapan", "Did you mean 64.71 Kota Balikpapan?"),
        ("64.73", "", "64.72"),
        ("T-3", "", "T-1 Tim Satu"),
        ("T-1", "Tim Dua", "T-1 Tim Satu is not called"),
        ("zzz", "", 'no region called "zzz"'),
        ("99.99", "", "no region with the code 99.99."),
    ],
)
def test_not_found(finder: RegionFinder, written: str, name: str, sentence: str) -> None:
    problem = finder.find(written, name)
    assert isinstance(problem, Message)
    assert sentence in str(problem)
