"""Columns that several lists have, with every name they go by."""

from __future__ import annotations

from msgspec.structs import replace

from smartcity_desktop.tables.columns import Column

REGION = Column(
    "region",
    ("daerah", "kode_daerah", "kode_wilayah", "region_code", "kode", "code"),
    required=True,
)
"""The code of a region (or its full name)."""

REGION_NAME = Column(
    "name", ("nama_daerah", "region_name", "kabupaten_kota", "kab_kota", "nama_kabupaten_kota")
)
"""The name beside the code: it must fit, and lets a changed code be restored."""

PLAIN_NAME = replace(REGION_NAME, synonyms=(*REGION_NAME.synonyms, "nama"))
"""The same where no other name can stand, so that the plain word is the region's."""

INDICATOR_NAMES = ("indikator", "kode_indikator", "id_indikator", "indicator_id")
"""Further names of the column ``indicator``."""
