"""The official table: 38 provinces, 514 kabupaten and kota, their old codes and other names."""

from __future__ import annotations

from collections import defaultdict
from difflib import get_close_matches
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.assessment import Region
from smartcity_desktop.regions.codes import possible_originals
from smartcity_desktop.regions.folding import KABUPATEN, KOTA, fold_province, readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_CLOSE = 0.8
_MOST_OFFERS = 3


class RegionKind(Enum):
    """What a region is by law; the administrative ones have no elected head and no own budget."""

    KABUPATEN = "kabupaten"
    KOTA = "kota"
    ADMINISTRATIVE_KABUPATEN = "kabupaten_administrasi"
    ADMINISTRATIVE_KOTA = "kota_administrasi"

    def prefix(self) -> str:
        """Return the folded word that its name begins with."""
        return KOTA if self in (RegionKind.KOTA, RegionKind.ADMINISTRATIVE_KOTA) else KABUPATEN

    def autonomous(self) -> bool:
        """Whether it governs itself."""
        return self in (RegionKind.KABUPATEN, RegionKind.KOTA)


class Province(Struct, frozen=True):
    """A province with its two-digit code."""

    code: str
    name: str


class OfficialRegion(Struct, frozen=True):
    """A kabupaten or kota of the official table; ``name`` with its prefix."""

    code: str
    name: str
    province: Province
    kind: RegionKind

    def region(self) -> Region:
        """Return it as an assessment carries it."""
        return Region(self.code, self.name, self.province.name)

    def __str__(self) -> str:
        """Return code and name, as it is always shown."""
        return f"{self.code} {self.name}"


class RegionTable:
    """Looks up official regions by code, by old code, and by any way to write a name.

    Attributes:
        provinces, regions: sorted by code.
        old_codes: codes that exist no more, with today's.
    """

    def __init__(
        self,
        provinces: Iterable[Province],
        regions: Iterable[OfficialRegion],
        old_codes: Mapping[str, str],
        other_names: Iterable[tuple[str, str]],
    ) -> None:
        """Index the table; other names are (code of a region or province, name)."""
        self.provinces = tuple(sorted(provinces, key=lambda p: p.code))
        self.regions = tuple(sorted(regions, key=lambda r: r.code))
        self.old_codes = dict(old_codes)
        self._by_code = {region.code: region for region in self.regions}
        self._provinces = {fold_province(p.name): p for p in self.provinces}
        self._by_stem: dict[str, set[OfficialRegion]] = defaultdict(set)
        for region in self.regions:
            self._by_stem[readings(region.name)[0].stem].add(region)
        by_code = {p.code: p for p in self.provinces}
        for code, name in other_names:
            if code in by_code:
                self._provinces[fold_province(name)] = by_code[code]
            else:
                self._by_stem[readings(name)[0].stem].add(self._by_code[code])

    def get(self, code: str) -> OfficialRegion | None:
        """Return the region with this code, of today or of old."""
        return self._by_code.get(self.old_codes.get(code, code))

    def named(self, name: str) -> tuple[OfficialRegion, ...]:
        """Return the regions that a name may mean: two for "Bandung", one for "Kota Bandung"."""
        found = {
            region
            for reading in readings(name)
            for region in self._by_stem.get(reading.stem, ())
            if reading.kind in ("", region.kind.prefix())
        }
        return tuple(sorted(found, key=lambda r: r.code))

    def province_named(self, name: str) -> Province | None:
        """Return the province with this name, a former or a short one included."""
        return self._provinces.get(fold_province(name))

    def search(self, text: str) -> tuple[OfficialRegion, ...]:
        """Return the regions that fit what somebody typed so far, the closest first.

        "Bandung" finds Kabupaten Bandung, Kota Bandung and Kabupaten Bandung Barat; digits find
        codes that begin so, old ones included.
        """
        typed = text.strip()
        if not typed:
            return ()
        if typed[0].isdecimal():
            codes = (c for c in (*self._by_code, *self.old_codes) if c.startswith(typed))
            return tuple(sorted({r for c in codes if (r := self.get(c))}, key=lambda r: r.code))
        ranks: dict[OfficialRegion, int] = {}
        for reading in readings(typed):
            for stem, regions in self._by_stem.items():
                if reading.stem in stem:
                    rank = 0 if stem == reading.stem else 2 - stem.startswith(reading.stem)
                    for region in regions:
                        if reading.kind in ("", region.kind.prefix()):
                            ranks[region] = min(rank, ranks.get(region, rank))
        return tuple(sorted(ranks, key=lambda r: (ranks[r], r.code)))

    def likely(self, code: str, name: str) -> tuple[OfficialRegion, ...]:
        """Return what somebody may have meant by a code and a name of which one is wrong."""
        meant = self.named(name) or self._nearly_named(name)
        if not meant:
            originals = (self.get(c) for c in (code, *possible_originals(code)))
            meant = tuple(region for region in originals if region)
        return meant[:_MOST_OFFERS]

    def _nearly_named(self, name: str) -> tuple[OfficialRegion, ...]:
        reading = readings(name)[0]
        stems = get_close_matches(reading.stem, self._by_stem, _MOST_OFFERS, _CLOSE)
        return tuple(
            region
            for stem in stems
            for region in sorted(self._by_stem[stem], key=lambda r: r.code)
            if reading.kind in ("", region.kind.prefix())
        )
