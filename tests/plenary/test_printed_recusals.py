"""The recusals that documents print are those that count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.plenary.declaring import declare_results
from smartcity_desktop.plenary.record import read_record
from tests.workshop import PHRASE, Workshop

if TYPE_CHECKING:
    from pathlib import Path


def test_a_conflict_of_interest_in_a_lost_panel_file_is_not_printed_beside_a_score(
    tmp_path: Path,
) -> None:
    """Nothing of the lost file was kept, and in the new one the judge scored the region."""
    shop = Workshop.open(tmp_path)
    shop.merge(shop.hand_in("j02"))
    barred, *others = shop.regions
    values = shop.invented("j01")
    shop.enrol("j01-1", {barred: "Kerabat bekerja di sana"})
    shop.score("j01-1", {code: values[code] for code in others})
    shop.merge(shop.seal("j01-1")[1])
    new = shop.replace("j01-1")
    shop.enrol(new)
    shop.score(new, values)
    shop.merge(shop.seal(new)[1])
    with shop.assessment() as file:
        declare_results(file, shop.instrument, "Ketua", lambda: PHRASE, shop.clock)
        record = read_record(file, shop.instrument, Language.INDONESIAN)
    assert ("j01", barred) in {(sheet.judge, sheet.region) for sheet in record.counted}
    assert record.recusals == ()
