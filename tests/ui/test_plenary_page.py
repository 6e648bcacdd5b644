"""The plenary in the window: the question, what would follow, who decided; lapsed ones say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from smartcity_desktop.domain.decision import DecisionKind, Manner
from smartcity_desktop.secretariat.steps import Step
from tests.ui.office_files import make_office
from tests.ui.reading import texts
from tests.ui.stage_context import stage_context
from ui.coordinator.plenary.backing_part import BackingPart
from ui.dialogs.free_decision_dialog import FreeDecisionDialog
from ui.item_models.decisions_model import Column, DecisionsModel
from ui.pages.plenary_page import PlenaryPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop
    from ui.coordinator.plenary.topic_view import TopicView


def show(window: DeskWindow, shop: Workshop) -> PlenaryPage:
    window.open(shop.path)
    window.office.go(Step.PLENARY)
    page = window.page
    assert isinstance(page, PlenaryPage)
    return page


def view_of(page: PlenaryPage) -> TopicView:
    assert page.view is not None
    return page.view


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Only to be read."""
    return make_office(
        tmp_path_factory.mktemp("sekali") / "asesmen", "conflict", regions=4, judges=3
    )


@pytest.fixture
def shop(made_once: Workshop, tmp_path: Path) -> Workshop:
    return made_once.copied_to(tmp_path / "asesmen")


def settle(window: DeskWindow) -> None:
    window.bot.waitUntil(lambda: not window.office.state.is_working, timeout=20_000)


def test_a_conflict_shows_both_sides_and_what_would_follow(
    window: DeskWindow, shop: Workshop
) -> None:
    page = show(window, shop)
    assert "1 hal masih terbuka; penetapan menunggu 1 di antaranya." in texts(page)
    view = view_of(page)
    assert not view.record.isEnabled()
    view.answers.offers[0].button.setChecked(True)
    settle(window)
    window.bot.waitUntil(lambda: "4 sebelumnya, 0 sesudahnya" in texts(view), timeout=5_000)


def test_votes_for_and_against_are_typed_in_one_line(qtbot: QtBot, tmp_path: Path) -> None:
    part = BackingPart(stage_context(tmp_path))
    qtbot.addWidget(part)
    part.show()
    for width in range(part.minimumSizeHint().width(), 900, 60):
        part.resize(width, part.heightForWidth(width))
        tops = {each.mapTo(part, QPoint(0, 0)).y() for each in (part.votes_for, part.votes_against)}
        assert len(tops) == 1


def test_a_decision_is_recorded_with_who_why_and_how(window: DeskWindow, shop: Workshop) -> None:
    page = show(window, shop)
    view = view_of(page)
    view.answers.offers[1].button.setChecked(True)
    view.backing.by.setText("Ketua Dewan Juri")
    view.backing.reason.setText("Segel dibuat dari salinan lama")
    view.backing.present.setText("Ketua, Sekretaris")
    view.backing.vote.setChecked(True)
    assert not view.record.isEnabled()
    view.backing.votes_for.setText("2")
    settle(window)
    assert view.record.isEnabled()
    view.record.click()
    window.bot.waitUntil(lambda: "Keputusan 1 dicatat." in texts(page), timeout=20_000)
    (decision,) = window.office.state.facts.reckoning.decisions
    assert decision.kind is DecisionKind.VOID
    assert decision.reason == "Segel dibuat dari salinan lama (hadir: Ketua, Sekretaris)"
    assert (decision.manner, decision.votes_for) == (Manner.VOTE, 2)
    assert "Tidak ada yang menunggu keputusan." in texts(page)


def test_a_region_may_be_decided_by_itself(window: DeskWindow, shop: Workshop) -> None:
    page = show(window, shop)
    view = view_of(page)
    scope = view.answers.scope
    scope.setCurrentIndex(
        next(n for n in range(scope.count()) if "Kepulauan Seribu" in scope.itemText(n))
    )
    assert view.answers.ruling() is None
    view.answers.offers[0].button.setChecked(True)
    ruling = view.answers.ruling()
    assert ruling is not None
    assert (ruling[0], ruling[2]) == ("void", "31.01")
    settle(window)


def test_another_decision_changes_a_status(window: DeskWindow, tmp_path: Path) -> None:
    shop = make_office(tmp_path / "lengkap", "complete", regions=4, judges=3)
    page = show(window, shop)
    page.other.click()
    (dialog,) = page.window().findChildren(FreeDecisionDialog)
    dialog.status.setCurrentIndex(dialog.status.findData("disqualified"))
    dialog.backing.by.setText("Ketua")
    dialog.backing.reason.setText("Data tidak benar")
    dialog.confirm.click()
    window.bot.waitUntil(lambda: "Keputusan 1 dicatat." in texts(page), timeout=20_000)
    model = page.decisions.model()
    assert isinstance(model, DecisionsModel)
    assert "didiskualifikasi" in str(model.index(0, Column.WHAT).data())
    assert model.index(0, Column.STATE).data() == "Berlaku"


def test_a_lapsed_waiver_comes_back_as_open(window: DeskWindow, tmp_path: Path) -> None:
    shop = make_office(tmp_path / "separuh", "half", regions=3, judges=4)
    page = show(window, shop)
    view = view_of(page)
    view.answers.offers[0].button.setChecked(True)
    view.backing.by.setText("Ketua")
    view.backing.reason.setText("Juri sakit")
    settle(window)
    view.record.click()
    window.bot.waitUntil(
        lambda: "Tidak ada yang menunggu keputusan." in texts(page), timeout=20_000
    )
    page.other.click()
    (dialog,) = page.window().findChildren(FreeDecisionDialog)
    dialog.status.setCurrentIndex(dialog.status.findData("withdrawn"))
    dialog.backing.by.setText("Ketua")
    dialog.backing.reason.setText("Mengundurkan diri")
    dialog.confirm.click()
    window.bot.waitUntil(lambda: "1 hal masih terbuka" in texts(page), timeout=20_000)
    model = page.decisions.model()
    assert isinstance(model, DecisionsModel)
    assert model.index(1, Column.STATE).data() == "Gugur: faktanya berubah"
