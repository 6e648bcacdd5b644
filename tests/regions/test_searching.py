"""Searching while typing."""

from __future__ import annotations

import pytest

from smartcity_desktop.domain.assessment import Region
from smartcity_desktop.regions.searching import is_found, searchable

SAMARINDA = Region("64.72", "Kota Samarinda", "Kalimantan Timur")
ARU = Region("81.07", "Kabupaten Kepulauan Aru", "Maluku")


@pytest.mark.parametrize(
    "query",
    ["", "samar", "SAMAR", "timur kota", "64.72", "6472", "kalimantan", "  sama  ", "šamar"],
)
def test_found_by_any_part_in_any_order(query: str) -> None:
    assert is_found(query, searchable(SAMARINDA))


@pytest.mark.parametrize("query", ["samarinda utara", "64.73", "maluku"])
def test_every_word_must_fit(query: str) -> None:
    assert not is_found(query, searchable(SAMARINDA))


def test_apostrophes_do_not_matter() -> None:
    assert is_found("siau tagulandang", searchable(Region("x", "Si'au Tagulandang")))
    assert is_found("kepulauan aru", searchable(ARU))
