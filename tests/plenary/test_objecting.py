"""Objections: recorded once, answered once, and never in the way of what was declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.objection import Objection, ObjectionOutcome
from smartcity_desktop.plenary.declaring import declare_results, reopen_results
from smartcity_desktop.plenary.objecting import answer_objection, record_objection
from smartcity_desktop.reports.kinds import ReportKind
from tests.plenary.anonymous_jury import press, print_set
from tests.plenary.hidden_texts import shown_by
from tests.workshop import PHRASE, Workshop

if TYPE_CHECKING:
    from pathlib import Path

R1, R2 = "11.01", "11.02"
CITY = "Pemerintah Kota Satu"
REJECTED, ACCEPTED = ObjectionOutcome.REJECTED, ObjectionOutcome.ACCEPTED


@pytest.fixture(scope="module")
def declared_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    shop = Workshop.open(tmp_path_factory.mktemp("sanggahan"), judges=2, regions=2)
    shop.merge(*(shop.hand_in(judge) for judge in shop.judges))
    declare(shop)
    return shop


@pytest.fixture
def shop(declared_once: Workshop, tmp_path: Path) -> Workshop:
    return declared_once.copied_to(tmp_path / "kota")


def declare(shop: Workshop) -> None:
    with shop.assessment() as file:
        declare_results(file, shop.instrument, "Ketua", lambda: PHRASE, shop.clock)


def object_to(shop: Workshop, region: str = R1, by: str = CITY, claim: str = "Keliru") -> Objection:
    with shop.assessment() as file:
        return record_objection(file, region, by, claim, shop.clock)


def answer(
    shop: Workshop, number: int, outcome: ObjectionOutcome = REJECTED, text: str = "Sesuai bukti"
) -> Objection:
    with shop.assessment() as file:
        return answer_objection(file, number, outcome, "Pleno", text, shop.clock)


def reopen(shop: Workshop, *objections: int) -> None:
    with shop.assessment() as file:
        reopen_results(file, "Ketua", "Sanggahan", shop.clock, objections)


def objections(shop: Workshop) -> tuple[Objection, ...]:
    with shop.assessment() as file:
        return file.objections.all()


def test_an_objection_is_numbered_answered_and_linked(shop: Workshop) -> None:
    first = object_to(shop)
    object_to(shop, R2, "Kota Dua")
    assert (first.number, first.declaration, first.outcome) == (1, 1, ObjectionOutcome.OPEN)
    reopen(shop, 1)
    answered = answer(shop, 1, ACCEPTED)
    assert (answered.outcome, answered.reopened) == (ACCEPTED, True)
    found = objections(shop)
    assert [one.number for one in found] == [1, 2]
    assert (found[1].outcome, found[1].reopened) == (ObjectionOutcome.OPEN, False)
    with shop.assessment() as file:
        reopening = file.declarations.all()[0].reopening
        kinds = [act.kind for act in file.acts.all()][-4:]
    assert reopening is not None
    assert reopening.objections == (1,)
    assert kinds == ["objection", "objection", "reopen", "answer"]


def test_an_objection_changes_no_result(shop: Workshop) -> None:
    with shop.assessment() as file:
        before = file.declarations.all()
    object_to(shop)
    answer(shop, 1)
    with shop.assessment() as file:
        assert file.declarations.all() == before
        assert file.declarations.standing() is not None


@pytest.mark.parametrize(
    ("region", "by", "claim", "said"),
    [
        ("99.99", CITY, "x", "has no region 99.99"),
        (R1, "", "x", "need a name and a text"),
        (R1, CITY, " ", "need a name and a text"),
        (R1, CITY, "a\x1bb", "need a name and a text"),
        (R1, CITY, "x" * 2001, "need a name and a text"),
    ],
)
def test_what_cannot_be_recorded(
    shop: Workshop, region: str, by: str, claim: str, said: str
) -> None:
    with pytest.raises(InputError, match=said):
        object_to(shop, region, by, claim)
    assert objections(shop) == ()


def test_nothing_declared_nothing_to_object_to(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path, judges=1, regions=1)
    with pytest.raises(RuleError, match="Nothing has been declared"):
        object_to(shop)


def test_an_answer_is_given_once(shop: Workshop) -> None:
    object_to(shop)
    answer(shop, 1)
    with pytest.raises(RuleError, match="was answered by Pleno"):
        answer(shop, 1, ACCEPTED)
    with pytest.raises(InputError, match=r"no objection 7\. Recorded: 1"):
        answer(shop, 7)
    object_to(shop)
    with pytest.raises(InputError, match="accepted, rejected, withdrawn"):
        answer(shop, 2, ObjectionOutcome.OPEN)
    with pytest.raises(InputError, match="need a name and a text"):
        answer(shop, 2, text="")
    assert [one.outcome for one in objections(shop)] == [REJECTED, ObjectionOutcome.OPEN]


def test_a_reopening_names_objections_to_what_stands(shop: Workshop) -> None:
    object_to(shop)
    with pytest.raises(InputError, match="no objection 3"):
        reopen(shop, 1, 3)
    reopen(shop, 1, 1)
    answer(shop, 1)
    declare(shop)
    with pytest.raises(RuleError, match="is to declaration 1, and declaration 2 is in force"):
        reopen(shop, 1)


def test_nothing_is_declared_anew_over_an_open_objection(shop: Workshop) -> None:
    object_to(shop)
    reopen(shop)
    with pytest.raises(RuleError, match=f"Objection 1 of {CITY} concerning {R1} has no answer"):
        declare(shop)
    answer(shop, 1, ObjectionOutcome.WITHDRAWN)
    declare(shop)


def test_objections_stand_on_paper_where_they_belong(shop: Workshop, tmp_path: Path) -> None:
    object_to(shop, claim="Nilai A2 tertukar")
    reopen(shop, 1)
    answer(shop, 1, ACCEPTED, "Segel dibetulkan")
    declare(shop)
    object_to(shop, R2, "Kota Dua", "Belum puas")
    kinds = (ReportKind.MINUTES, ReportKind.INTEGRITY)
    files = print_set(shop, tmp_path / "cetak", press(Language.ENGLISH), kinds)
    minutes, integrity = (
        " ".join(shown_by(pdf, tmp_path).split()) for _, pdf in sorted(files.items())
    )
    for text in (minutes, integrity):
        assert "Nilai A2 tertukar" in text
        assert "Accepted by Pleno" in text
        assert "Segel dibetulkan Declaration 1 was reopened for it." in text
    assert "Objections to earlier declarations: 1, as set out in Annex II." in minutes
    assert "Belum puas" not in minutes, "it came after these minutes"
    assert "Belum puas" in integrity
    assert "Open: not answered yet." in integrity


def test_minutes_of_a_declaration_stay_what_they_were(shop: Workshop, tmp_path: Path) -> None:
    means = press(Language.INDONESIAN)
    before = print_set(shop, tmp_path / "a", means, (ReportKind.MINUTES,))
    object_to(shop)
    answer(shop, 1)
    assert print_set(shop, tmp_path / "b", means, (ReportKind.MINUTES,)) == before
