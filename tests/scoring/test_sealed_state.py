from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.scoring.desk_facts import read_desk
from smartcity_desktop.scoring.sealed_state import SealedState, sealed_state
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


def states(shop: Workshop) -> list[SealedState]:
    with shop.desk("j01-1") as desk:
        facts = read_desk(desk)
        ids = [i.id for i in facts.instrument.indicators()]
        return [sealed_state(facts.seals, desk.sheet(code), ids) for code in shop.regions]


def test_a_sheet_is_sealed_until_it_changes(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path, judges=1, regions=2)
    first = shop.regions[0]
    shop.enrol("j01-1")
    assert states(shop) == [SealedState.NEVER] * 2
    shop.score("j01-1", {first: (1, 2, 3)})
    shop.seal("j01-1")
    assert states(shop) == [SealedState.SEALED, SealedState.NEVER]
    with shop.desk("j01-1") as desk:
        desk.record_score(first, "A1", 4)
    assert states(shop) == [SealedState.CHANGED, SealedState.NEVER]
    with shop.desk("j01-1") as desk:
        desk.undo()
    assert states(shop) == [SealedState.SEALED, SealedState.NEVER]
