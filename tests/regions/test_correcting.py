"""The corrected name of a region: what fits the code, what is another region's, what is no name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.assessment import Region
from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.regions.correcting import LONGEST_NAME, correct_name

if TYPE_CHECKING:
    from smartcity_desktop.regions.official import RegionTable

MAMUJU = Region("76.01", "Kabupaten Pasangkayu", "Sulawesi Barat")
TEAM = Region("tim-07", "Tim Melatti")
NEW = Region("99.01", "Kabupaten Baru")
REGIONS = (MAMUJU, TEAM, NEW, Region("tim-08", "Tim Mawar"), Region("63.02", "Kabupaten Kotabaru"))


def correct(region: Region, typed: str, official: RegionTable) -> str:
    return correct_name(region, typed, REGIONS, official)


@pytest.mark.parametrize(
    ("region", "typed", "name"),
    [
        (MAMUJU, "Kabupaten Mamuju Utara", "Kabupaten Mamuju Utara"),
        (MAMUJU, "  Kab.  Mamuju\tUtara ", "Kabupaten Mamuju Utara"),
        (MAMUJU, "Kab.Mamuju Utara", "Kabupaten Mamuju Utara"),
        (MAMUJU, "Mamuju Utara", "Kabupaten Mamuju Utara"),
        (MAMUJU, "kabupaten PASANGKAYU", "Kabupaten PASANGKAYU"),
        (Region("63.02", "Kabupaten Kotabaru"), "Kota Baru", "Kabupaten Kota Baru"),
        (Region("64.72", "Kota Samarida"), "samarinda", "Kota samarinda"),
        (Region("31.71", "x"), "Kota Adm. Jakarta Pusat", "Kota Adm. Jakarta Pusat"),
        (TEAM, "Tim  Melati", "Tim Melati"),
        (TEAM, "Tim Me\u0301lati", "Tim M\u00e9lati"),
        (TEAM, "tim melatti", "tim melatti"),
        (NEW, "Kabupaten Lain", "Kabupaten Lain"),
    ],
)
def test_a_name_that_can_be(region: Region, typed: str, name: str, official: RegionTable) -> None:
    assert correct(region, typed, official) == name


@pytest.mark.parametrize(
    ("region", "typed", "words"),
    [
        (MAMUJU, "", "1 to 200 letters"),
        (MAMUJU, " \t ", "1 to 200 letters"),
        (TEAM, "T" * (LONGEST_NAME + 1), "1 to 200 letters"),
        (TEAM, "Tim\u200bMelati", "no invisible ones"),
        (MAMUJU, "Kab. Pasangkayu", "76.01 is called Kabupaten Pasangkayu already"),
        (MAMUJU, "Kabupaten Mamuju", "Did you mean 76.02 Kabupaten Mamuju"),
        (MAMUJU, "Kota Pasangkayu", 'is not called "Kota Pasangkayu"'),
        (MAMUJU, "Atlantis", "Correct the code or the name"),
        (Region("32.73", "Kota Bandungg"), "Bandung", "Kabupaten or Kota"),
        (TEAM, "Tim Melatti", "tim-07 is called Tim Melatti already"),
        (TEAM, "TIM  mawar", "tim-08 is called Tim Mawar already"),
        (TEAM, "Kabupaten Kotabaru", "63.02 is called Kabupaten Kotabaru already"),
    ],
)
def test_a_name_that_cannot_be_is_refused_in_words(
    region: Region, typed: str, words: str, official: RegionTable
) -> None:
    with pytest.raises(InputError) as caught:
        correct(region, typed, official)
    assert words in str(caught.value)
