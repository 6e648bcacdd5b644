"""Declaring in the window: a checklist, the passphrase, reopening with a reason, objections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.objection import ObjectionOutcome
from smartcity_desktop.secretariat.steps import Step
from tests.ui.office_files import make_office
from tests.ui.reading import texts
from tests.workshop import PHRASE
from ui.dialogs.declaration_dialogs import AnswerDialog, ObjectionDialog, ReopenDialog
from ui.pages.declaration_page import DeclarationPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop
    from ui.dialogs.question import Question


def show(window: DeskWindow, shop: Workshop) -> DeclarationPage:
    window.open(shop.path)
    window.office.go(Step.DECLARATION)
    page = window.page
    assert isinstance(page, DeclarationPage)
    settle(window)
    return page


def settle(window: DeskWindow) -> None:
    window.bot.waitUntil(lambda: not window.office.state.is_working, timeout=20_000)


def said(window: DeskWindow, page: DeclarationPage, text: str) -> None:
    window.bot.waitUntil(lambda: text in page.progress.said.text(), timeout=20_000)


def dialog(page: DeclarationPage, kind: type[Question]) -> Question:
    (found,) = page.window().findChildren(kind)
    return found


@pytest.fixture
def complete(tmp_path: Path) -> Workshop:
    return make_office(tmp_path / "asesmen", "complete", regions=3, judges=4)


@pytest.fixture
def declared(tmp_path: Path) -> Workshop:
    return make_office(tmp_path / "asesmen", "declared", regions=3, judges=4)


def test_what_is_missing_is_listed_with_the_way_to_it(window: DeskWindow, tmp_path: Path) -> None:
    page = show(window, make_office(tmp_path / "a", "half", regions=3, judges=4))
    assert "3 lembar penilaian belum ada" in texts(page)
    assert not page.declare.declare.isEnabled()
    assert "Bereskan dahulu hal yang masih terbuka." in texts(page)
    page.checklist.place_requested.emit(Step.COMPLETENESS)
    assert window.office.here is Step.COMPLETENESS


def test_the_results_are_frozen_with_the_passphrase(window: DeskWindow, complete: Workshop) -> None:
    page = show(window, complete)
    window.bot.waitUntil(lambda: "Sidik jari hasil" in page.declare.digest.text(), timeout=10_000)
    foreseen = page.declare.digest.text().partition(": ")[2].replace(" ", "")
    page.declare.by.setText("Ketua Dewan Juri")
    assert not page.declare.declare.isEnabled()
    page.declare.passphrase.setText(PHRASE)
    page.declare.declare.click()
    assert page.declare.passphrase.text() == ""
    said(window, page, "Penetapan 1 dicatat.")
    standing = window.office.state.facts.standing
    assert standing is not None
    assert standing.results_sha256 == foreseen
    assert "Penetapan 1 berlaku" in texts(page)
    assert not page.declare.isVisible()
    assert window.main.header.judge.whole.startswith("Ditetapkan ")


def test_a_wrong_passphrase_freezes_nothing(window: DeskWindow, complete: Workshop) -> None:
    page = show(window, complete)
    page.declare.by.setText("Ketua Dewan Juri")
    page.declare.passphrase.setText("bukan itu frasanya")
    page.declare.declare.click()
    window.bot.waitUntil(lambda: page.progress.said.objectName() == "danger", timeout=20_000)
    assert window.office.state.facts.declarations == ()
    assert "bukan itu frasanya" not in page.progress.said.text()


def test_reopening_needs_a_name_and_a_reason(window: DeskWindow, declared: Workshop) -> None:
    page = show(window, declared)
    page.reopen.click()
    asked = dialog(page, ReopenDialog)
    assert isinstance(asked, ReopenDialog)
    asked.by.setText("Ketua Dewan Juri")
    assert not asked.confirm.isEnabled()
    asked.reason.setText("Sanggahan Kabupaten Kepulauan Seribu")
    asked.confirm.click()
    said(window, page, "Penetapan 1 dibuka kembali.")
    assert "dibuka kembali oleh Ketua Dewan Juri" in page.history.text()
    assert page.declare.isVisible()
    assert window.main.header.judge.whole == "Sementara"


def test_an_objection_waits_for_its_answer(window: DeskWindow, declared: Workshop) -> None:
    page = show(window, declared)
    page.objections.record.click()
    asked = dialog(page, ObjectionDialog)
    assert isinstance(asked, ObjectionDialog)
    asked.by.setText("Wali Kota")
    asked.claim.setText("Nilai C4 terlalu rendah")
    asked.confirm.click()
    said(window, page, "Sanggahan 1")
    page.objections.table.selectRow(0)
    page.objections.answer.click()
    reply = dialog(page, AnswerDialog)
    assert isinstance(reply, AnswerDialog)
    assert "Putusan sanggahan" in texts(reply)
    reply.by.setText("Ketua Dewan Juri")
    reply.text.setText("Bukti tidak diserahkan sebelum batas waktu")
    reply.confirm.click()
    said(window, page, "Sanggahan 1 dijawab.")
    (objection,) = window.office.state.facts.objections
    assert objection.outcome is ObjectionOutcome.ACCEPTED
    assert not page.objections.answer.isEnabled()
