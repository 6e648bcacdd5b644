"""The same files and decisions give the same results, however they are merged."""

from __future__ import annotations

import itertools
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.plenary.facts import results_document
from smartcity_desktop.plenary.reckoning import reckon_file
from smartcity_desktop.results.document import results_sha256
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

ONES, TWOS, THREES = (1, 1, 1), (2, 2, 2), (3, 3, 3)


class Season(Struct, frozen=True):
    """Everything that was ever handed over and decided, and the file as it was before.

    Attributes:
        rulings: kind and subject of each decision, in their order.
    """

    shop: Workshop
    empty: Path
    copies: tuple[Path, ...]
    rulings: tuple[tuple[DecisionKind, tuple[str, ...]], ...]
    expected: str


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Season:
    """Corrections, two laptops, a forgotten passphrase, a lost laptop, paper, bad files."""
    shop = Workshop.open(tmp_path_factory.mktemp("musim"), judges=5, regions=2)
    one, two = shop.regions
    copies = [shop.hand_in("j01")]
    shop.score("j01-1", {one: ONES})
    copies.append(shop.seal("j01-1")[1])
    shop.enrol("j02-1")
    other = shop.folder / "laptop-2.panel"
    shutil.copyfile(shop.panels["j02-1"], other)
    shop.score("j02-1", {one: ONES, two: TWOS})
    shop.score("j02-1", {one: TWOS, two: THREES}, path=other)
    here, first = shop.seal("j02-1")
    _, second = shop.seal("j02-1", path=other)
    copies += [first, second, shop.hand_in("j03", {one: TWOS})]
    key = shop.forget_passphrase("j03-1")
    shop.score("j03-1", {two: TWOS})
    copies.append(shop.seal("j03-1", signer=key)[1])
    lost = shop.hand_in("j04", {one: THREES})
    shop.merge(lost)
    with shop.assessment() as file:
        kept = file.seals.all()[-1].digest
    shop.score("j04-1", {two: THREES})
    copies += [lost, shop.seal("j04-1")[1]]
    again = shop.replace("j04-1", kept)
    shop.enrol(again)
    shop.score(again, {two: ONES})
    copies.append(shop.seal(again)[1])
    for issue, row in zip(shop.paper("j05"), (ONES, TWOS), strict=True):
        shop.enrol(issue)
        shop.score(issue, {one: THREES, two: row})
        copies.append(shop.seal(issue)[1])
    bad = shop.folder / "palsu.panel"
    bad.write_bytes(copies[0].read_bytes()[:9000])
    empty = shop.folder / "sebelum.assessment"
    shutil.copyfile(shop.path, empty)
    rulings = (
        (DecisionKind.VOID, (here.digest, two)),
        (DecisionKind.KEY, ("j03", key.public.thumbprint)),
        (DecisionKind.RECUSE, ("j01", two)),
    )
    for kind, subject in rulings:
        shop.decide(kind, *subject)
    shop.merge(*copies, bad)
    return Season(shop, empty, (*copies, bad), rulings, digest(shop))


def digest(shop: Workshop) -> str:
    """Return ``results_sha256`` of what the file holds."""
    with shop.assessment() as file:
        return results_sha256(results_document(reckon_file(file, shop.instrument)))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_order_repetition_and_batches_change_nothing(season: Season, data: st.DataObject) -> None:
    """Decisions keep their order, but each may come before or after any of the files."""
    path = season.empty.with_name("ulang.assessment")
    shutil.copyfile(season.empty, path)
    shop = replace(season.shop, path=path)
    order = data.draw(st.permutations(season.copies))
    repeated = data.draw(st.lists(st.sampled_from(season.copies), max_size=4))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(order) - 1), max_size=4)))
    bounds = [0, *cuts, len(order)]
    batches = [order[start:end] for start, end in itertools.pairwise(bounds)]
    moments = sorted(data.draw(st.integers(0, len(batches))) for _ in season.rulings)
    for number in range(len(batches) + 1):
        for moment, (kind, subject) in zip(moments, season.rulings, strict=True):
            if moment == number:
                shop.decide(kind, *subject)
        if number < len(batches):
            shop.merge(*batches[number], *repeated)
    for backup in path.parent.glob("ulang.*.bak"):
        backup.unlink()
    assert digest(shop) == season.expected


def test_the_season_is_worth_it(season: Season) -> None:
    """It holds conflicts that are open, decided ones, and sheets of every kind that count."""
    with season.shop.assessment() as file:
        reckoning = reckon_file(file, season.shop.instrument)
    kinds = {q.kind.value for q in reckoning.questions}
    assert {"seals", "late_seal", "paper_differs"} <= kinds
    assert {sheet.judge for sheet in reckoning.sheets} == {"j01", "j02", "j03", "j04", "j05"}
    assert any(sheet.paper for sheet in reckoning.sheets)
