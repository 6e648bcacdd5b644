"""Panel files as the sheet meets them: real regions, the instruments that ship, dossiers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Assignment, Judge, Mode
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.preparing.assessment import AssessmentWish, Secrets, make_assessment
from smartcity_desktop.regions.resource import official_regions
from tests.workshop import INSTRUMENT, LOWEST_WORK, PHRASE, Seeded, Ticking, Workshop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.assessment import Region

ROOT = Path(__file__).resolve().parents[2]
SMART_CITY, SPBE, HUNDRED = "contoh-100-smart-city", "contoh-spbe-47", "contoh-0-100"
SAMARINDA, MAKASSAR, SERIBU, PALI = "64.72", "73.71", "31.01", "16.12"


def shipped(name: str) -> bytes:
    """Return the bytes of an instrument that ships."""
    return (ROOT / "resources" / "instruments" / f"{name}.toml").read_bytes()


def real_regions(codes: Sequence[str] | None = None) -> tuple[Region, ...]:
    """Return real regions with their names and provinces; all 514 without codes."""
    chosen = [each for each in official_regions().regions if not codes or each.code in codes]
    return tuple(sorted((each.region() for each in chosen), key=lambda region: region.code))


def open_shop(
    folder: Path,
    instrument: bytes = INSTRUMENT,
    regions: Sequence[Region] = (),
    **wishes: object,
) -> Workshop:
    """Make an assessment with one judge, who has confirmed the file of issue ``j07-1``."""
    folder.mkdir(parents=True, exist_ok=True)
    regions = tuple(regions or real_regions((PALI, SERIBU, SAMARINDA, MAKASSAR)))
    judge = Judge("j07", "Prof. Dr. Rahmat Hidayat, M.T.")
    shop = Workshop(
        folder,
        folder / "uji.assessment",
        read_instrument(instrument, "instrumen.toml"),
        (judge.id,),
        tuple(region.code for region in regions),
        Ticking(),
        Seeded("lembar"),
    )
    fields: dict[str, object] = {
        "title": "Asesmen 100 Smart City 2017",
        "mode": Mode.OFFICIAL,
        "instrument": shop.instrument,
        "instrument_bytes": instrument,
        "regions": regions,
        "judges": (judge,),
        "assignments": tuple(Assignment(judge.id, region.code) for region in regions),
    }
    wish = AssessmentWish(**(fields | wishes))  # type: ignore[arg-type]
    secrets = Secrets(PHRASE, shop.random_bytes, LOWEST_WORK)
    make_assessment(shop.path, wish, secrets, shop.clock)
    shop.issue(lambda issuing: issuing.first_issues())
    return shop
