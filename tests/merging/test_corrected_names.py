"""Names of regions corrected while panel files are out: everything sealed before stays valid."""

from __future__ import annotations

import itertools
import shutil
from typing import TYPE_CHECKING

import pytest
from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import FormerName, Region
from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.domain.refusal import Outcome, RefusalReason
from smartcity_desktop.plenary.declaring import declare_results, reopen_results
from smartcity_desktop.plenary.facts import results_document
from smartcity_desktop.plenary.reckoning import reckon_file
from smartcity_desktop.plenary.recording import Backing, record_name
from smartcity_desktop.results.document import results_sha256
from smartcity_desktop.results.document_reading import read_results_document
from smartcity_desktop.verifying.panel_file import verify_panel_file
from tests.workshop import PHRASE, Workshop

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from smartcity_desktop.domain.decision import Decision

TEAM, OTHER = "tim-1", "tim-2"
PLACES = (Region(TEAM, "Tim Melatti"), Region(OTHER, "Tim Mawar"))
BACKING = Backing("Sekretaris", "Salah ketik")


def rename(shop: Workshop, name: str, code: str = TEAM) -> Decision:
    with shop.assessment() as file:
        return record_name(file, code, name, BACKING, shop.clock)


def document(shop: Workshop) -> bytes:
    with shop.assessment() as file:
        return results_document(reckon_file(file, shop.instrument))


def names(regions: Iterable[Region]) -> list[str]:
    return [region.name for region in regions]


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop.open(tmp_path / "asesmen", judges=3, places=PLACES)


def outcomes(shop: Workshop, *copies: Path) -> list[Outcome]:
    return [plan.outcome for plan in shop.merge(*copies).applied.plan.files]


def test_a_correction_is_a_decision_with_both_names(shop: Workshop) -> None:
    decision = rename(shop, "Tim  Melati")
    assert decision.kind is DecisionKind.NAME
    assert (decision.subject, decision.choice) == ((TEAM, "Tim Melatti"), "Tim Melati")
    assert (decision.by, decision.reason) == ("Sekretaris", "Salah ketik")
    roster = shop.roster()
    assert names(roster.regions) == ["Tim Melati", "Tim Mawar"]
    assert roster.former_names == (FormerName(TEAM, "Tim Melatti"),)
    with shop.assessment() as file:
        assert dict(file.acts.all()[-1].details)["choice"] == "Tim Melati"


def test_what_was_sealed_under_the_former_name_merges_before_and_after(shop: Workshop) -> None:
    first = shop.hand_in("j01", {TEAM: (2, 2, 2), OTHER: (3, 3, 3)})
    second = shop.hand_in("j02")
    assert outcomes(shop, first) == [Outcome.NEW]
    rename(shop, "Tim Melati")
    assert outcomes(shop, first, second) == [Outcome.ALREADY_MERGED, Outcome.NEW]
    shop.score("j01-1", {TEAM: (1, 1, 1)})
    assert outcomes(shop, shop.seal("j01-1")[1]) == [Outcome.SUPERSEDES]
    with shop.assessment() as file:
        reckoning = reckon_file(file, shop.instrument)
    assert len(reckoning.sheets) == 4
    assert names(reckoning.roster.regions) == ["Tim Melati", "Tim Mawar"]
    facts = read_results_document(document(shop))
    assert names(facts.roster.regions) == ["Tim Melati", "Tim Mawar"]
    assert [(d.subject, d.choice) for d in facts.decisions] == [
        ((TEAM, "Tim Melatti"), "Tim Melati")
    ]


def test_panel_files_issued_afterwards_carry_the_right_name(shop: Workshop) -> None:
    lost = shop.hand_in("j03", {TEAM: (2, 2, 2)})
    shop.merge(lost)
    rename(shop, "Tim Melati")
    with shop.assessment() as file:
        kept = file.seals.all()[-1].digest
    again = shop.replace("j03-1", kept)
    with shop.desk(again) as desk:
        assert names(desk.panel.issue.regions) == ["Tim Melati", "Tim Mawar"]
    shop.enrol(again)
    shop.score(again, {OTHER: (4, 4, 4)})
    copy = shop.seal(again)[1]
    assert [c for c in verify_panel_file(copy.read_bytes()) if not c.ok] == []
    assert outcomes(shop, copy) == [Outcome.NEW]
    with shop.assessment() as file:
        reckoning = reckon_file(file, shop.instrument)
    assert {(s.region, s.values) for s in reckoning.sheets} == {
        (TEAM, (2, 2, 2)),
        (OTHER, (4,) * 3),
    }


def test_a_name_that_the_region_never_bore_is_still_refused(shop: Workshop) -> None:
    other = Workshop.open(shop.folder / "lain", judges=3, places=(Region(TEAM, "Tim"), PLACES[1]))
    assert other.roster().assessment.id == shop.roster().assessment.id
    rename(shop, "Tim Melati")
    (plan,) = shop.merge(other.hand_in("j01")).applied.plan.files
    assert plan.refusal is not None
    assert plan.refusal.reason is RefusalReason.SHEET_MISPLACED


def test_several_corrections_state_every_former_name(shop: Workshop) -> None:
    rename(shop, "Tim Melati Putih")
    rename(shop, "Tim Melati")
    roster = shop.roster()
    assert roster.former_names == (
        FormerName(TEAM, "Tim Melati Putih"),
        FormerName(TEAM, "Tim Melatti"),
    )
    facts = read_results_document(document(shop))
    assert {(d.subject[1], d.choice) for d in facts.decisions} == {
        ("Tim Melatti", "Tim Melati"), ("Tim Melati Putih", "Tim Melati"),
    }  # fmt: skip
    assert facts.roster.former_names == roster.former_names
    rename(shop, "Tim Melatti")
    assert shop.roster().former_names == (
        FormerName(TEAM, "Tim Melati"),
        FormerName(TEAM, "Tim Melati Putih"),
    )
    assert names(shop.roster().regions) == ["Tim Melatti", "Tim Mawar"]


def test_names_are_exchanged_by_way_of_a_third(shop: Workshop) -> None:
    with pytest.raises(InputError, match="tim-2 is called Tim Mawar already"):
        rename(shop, "Tim Mawar")
    rename(shop, "Tim Tiga")
    rename(shop, "Tim Melatti", OTHER)
    rename(shop, "Tim Mawar")
    assert outcomes(shop, shop.hand_in("j01")) == [Outcome.NEW]


class Season(Struct, frozen=True):
    """Two sealed copies, two corrections and the digest when everything is in."""

    shop: Workshop
    empty: Path
    copies: tuple[Path, ...]
    expected: str


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Season:
    shop = Workshop.open(tmp_path_factory.mktemp("musim"), places=PLACES)
    copies = tuple(shop.hand_in(judge) for judge in shop.judges)
    empty = shop.folder / "sebelum.assessment"
    shutil.copyfile(shop.path, empty)
    shop.merge(*copies)
    rename(shop, "Tim Melati Putih")
    rename(shop, "Tim Melati")
    return Season(shop, empty, copies, results_sha256(document(shop)))


ACTS = ("Tim Melati Putih", "Tim Melati", 0, 1)
ORDERS = [
    order for order in itertools.permutations(ACTS) if order.index(ACTS[0]) < order.index(ACTS[1])
]


@pytest.mark.parametrize("order", ORDERS)
def test_no_order_of_corrections_and_merges_changes_the_digest(
    season: Season, order: tuple[str | int, ...], tmp_path: Path
) -> None:
    path = tmp_path / "ulang.assessment"
    shutil.copyfile(season.empty, path)
    shop = replace(season.shop, path=path)
    for act in order:
        if isinstance(act, int):
            shop.merge(season.copies[act])
        else:
            rename(shop, act)
    assert results_sha256(document(shop)) == season.expected


@pytest.mark.parametrize(
    ("code", "name", "backing", "words"),
    [
        ("tim-9", "Tim Baru", BACKING, "no region tim-9"),
        (TEAM, "", BACKING, "1 to 200 letters"),
        (TEAM, "Tim Melatti", BACKING, "called Tim Melatti already"),
        (TEAM, "Tim Melati", Backing("Sekretaris", " "), "a reason"),
        (TEAM, "Tim Melati", Backing("", "Salah ketik"), "name of who decided"),
    ],
)
def test_what_cannot_be_leaves_the_file_as_it_was(
    shop: Workshop, code: str, name: str, backing: Backing, words: str
) -> None:
    with shop.assessment() as file:
        before = file.acts.head()
        with pytest.raises(InputError) as caught:
            record_name(file, code, name, backing, shop.clock)
        assert words in str(caught.value)
        assert file.acts.head() == before
        assert file.decisions.all() == ()


def test_declared_results_are_reopened_first(shop: Workshop) -> None:
    shop.merge(*(shop.hand_in(judge) for judge in shop.judges))
    with shop.assessment() as file:
        declare_results(file, shop.instrument, "Ketua", lambda: PHRASE, shop.clock)
        with pytest.raises(RuleError, match="Reopen"):
            record_name(file, TEAM, "Tim Melati", BACKING, shop.clock)
        reopen_results(file, "Ketua", "Nama salah ketik", shop.clock)
        record_name(file, TEAM, "Tim Melati", BACKING, shop.clock)
        declare_results(file, shop.instrument, "Ketua", lambda: PHRASE, shop.clock)
        first, second = (read_results_document(d.results) for d in file.declarations.all())
    assert names(first.roster.regions)[0] == "Tim Melatti"
    assert names(second.roster.regions)[0] == "Tim Melati"
    assert second.ranked == first.ranked
