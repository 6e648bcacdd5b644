"""The first opening: nothing is scored before the name, the declaration and the passphrase."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton

from smartcity_desktop.domain.assessment import Judge, Mode
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.scoring.enrolling import unlock_key
from smartcity_desktop.scoring.opening import open_desk
from smartcity_desktop.sealing.certificate import make_certificate
from smartcity_desktop.sealing.signer import make_key
from tests.ui.reading import texts, wait_for, when_there
from tests.workshop import PHRASE, Seeded, Workshop, conflict_of
from ui.dialogs.forgotten_passphrase_dialog import ForgottenPassphraseDialog, in_groups
from ui.pages.enrolment_page import EnrolmentPage
from ui.pages.scoring_page import ScoringPage
from ui.pages.start_page import StartPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow

CONFIRM = "Data ini benar: mulai menilai"
NONE = "Saya tidak mempunyai benturan kepentingan dengan daerah mana pun dalam berkas ini"
SOME = "Saya mempunyai benturan kepentingan dengan daerah berikut:"


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop.open(tmp_path / "lokakarya", judges=2, regions=3)


def enrolment(window: DeskWindow, path: Path) -> EnrolmentPage:
    window.open(path)
    page = window.page
    assert isinstance(page, EnrolmentPage)
    return page


def fill_in(window: DeskWindow, passphrase: str = PHRASE) -> None:
    window.find(QRadioButton, "Ya, saya Juri 1").click()
    window.find(QRadioButton, NONE).click()
    for name in ("Frasa sandi baru", "Frasa sandi yang sama sekali lagi"):
        window.find(QLineEdit, name).setText(passphrase)


def test_confirming_makes_the_key_and_leads_to_scoring(window: DeskWindow, shop: Workshop) -> None:
    path = shop.panels["j01-1"]
    enrolment(window, path)
    said = texts(window.main)
    for part in ("RESMI", "j01 · Juri 1", "3 daerah, 3 indikator", "kapan pertama kali diubah"):
        assert part in said
    confirm = window.find(QPushButton, CONFIRM)
    assert not confirm.isEnabled()
    assert "jawaban apakah ini berkas Anda" in confirm.accessibleDescription()
    fill_in(window)
    assert confirm.isEnabled()
    confirm.click()
    wait_for(window, ScoringPage)
    assert window.state.facts.enrolled
    when_there(window, window.main, QPushButton, "Segel dan serahkan")
    window.front.close()
    with open_desk(path, shop.clock).panel as panel:
        assert panel.keys.issue_key() is None
        current = panel.keys.current()
        assert current is not None
        assert unlock_key(panel, PHRASE).public.thumbprint == current.thumbprint


def test_no_score_is_taken_before(window: DeskWindow, shop: Workshop) -> None:
    enrolment(window, shop.panels["j01-1"])
    assert not [b for b in window.main.findChildren(QPushButton) if "Segel" in b.text()]
    window.state.record_score(shop.regions[0], "A1", 3)
    window.wait_saved()
    window.bot.waitUntil(lambda: window.state.facts.sheets.get(shop.regions[0]) is not None)
    window.front.close()
    with open_desk(shop.panels["j01-1"], shop.clock).panel as panel:
        assert panel.sheets.payloads() == {}


def test_this_is_not_me_says_what_to_do(window: DeskWindow, shop: Workshop) -> None:
    before = shop.panels["j01-1"].read_bytes()
    enrolment(window, shop.panels["j01-1"])
    fill_in(window)
    window.find(QRadioButton, "Ini bukan saya").click()
    assert "minta berkas Anda kepada koordinator" in texts(window.main)
    assert not window.find(QPushButton, CONFIRM).isEnabled()
    window.find(QPushButton, "Tutup berkas ini").click()
    assert isinstance(window.page, StartPage)
    assert shop.panels["j01-1"].read_bytes() == before


def test_conflicts_are_declared_by_region_with_a_reason(window: DeskWindow, shop: Workshop) -> None:
    page = enrolment(window, shop.panels["j01-1"])
    fill_in(window)
    window.find(QRadioButton, SOME).click()
    confirm = window.find(QPushButton, CONFIRM)
    assert not confirm.isEnabled()
    region = window.find(QLineEdit, "Daerah: nama atau kode")
    reason = window.find(QLineEdit, "Alasan, singkat saja")
    region.setText("Kota 77")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert "Pilih salah satu daerah" in texts(window.main)
    region.setText("kota 2")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert "Tuliskan alasan" in texts(window.main)
    reason.setText("Pernah menjadi konsultan")
    window.find(QPushButton, "Tambahkan ke daftar").click()
    region.setText(shop.regions[2])
    reason.setText("Adik kandung bupati")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert set(page.conflicts.declared) == set(shop.regions[1:])
    when_there(window, window.main, QPushButton, f"Hapus Kota 3 · {shop.regions[2]}").click()
    confirm.click()
    wait_for(window, ScoringPage)
    assert window.state.facts.excused == {shop.regions[1]: "Pernah menjadi konsultan"}


def test_what_the_coordinator_knows_is_shown_and_fixed(window: DeskWindow, tmp_path: Path) -> None:
    shop = Workshop.open(
        tmp_path / "x", judges=1, regions=3, conflicts=(conflict_of("j01", "11.01"),)
    )
    enrolment(window, shop.panels["j01-1"])
    said = texts(window.main)
    assert "11.01: Pernah bekerja di sana" in said
    assert "tidak ditugaskan kepada Anda" in said
    window.find(QRadioButton, "Saya tidak mempunyai benturan kepentingan lain").click()


def test_a_rehearsal_cannot_be_mistaken(window: DeskWindow, tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path / "x", judges=1, regions=1, mode=Mode.REHEARSAL)
    enrolment(window, shop.panels["j01-1"])
    assert "LATIHAN" in texts(window.main)
    assert "tidak pernah dihitung" in texts(window.main)
    assert window.main.header.badge.objectName() == "badge-rehearsal"


def test_the_passphrase_is_typed_twice_and_its_strength_said(
    window: DeskWindow, shop: Workshop
) -> None:
    enrolment(window, shop.panels["j01-1"])
    fill_in(window, "12345678")
    assert "Kekuatan: lemah." in texts(window.main)
    assert "Huruf berulang" in texts(window.main)
    window.find(QLineEdit, "Frasa sandi yang sama sekali lagi").setText("12345679")
    assert "Keduanya berbeda." in texts(window.main)
    assert not window.find(QPushButton, CONFIRM).isEnabled()
    fill_in(window, "pendek")
    assert "Kekuatan: terlalu pendek." in texts(window.main)
    assert "frasa sandi sedikitnya 8 huruf" in texts(window.main)


def test_a_change_of_language_and_size_loses_nothing_typed(
    window: DeskWindow, shop: Workshop
) -> None:
    enrolment(window, shop.panels["j01-1"])
    fill_in(window)
    window.find(QRadioButton, SOME).click()
    window.find(QLineEdit, "Daerah: nama atau kode").setText("kota 2")
    window.main.speak(Language.ENGLISH)
    window.main.change_text(+1)
    page = window.page
    assert isinstance(page, EnrolmentPage)
    assert page.identity.me.isChecked()
    assert page.conflicts.some.isChecked()
    assert page.conflicts.region.text() == "kota 2"
    assert page.key.passphrase() == PHRASE


def test_a_certificate_of_ones_own(window: DeskWindow, shop: Workshop, tmp_path: Path) -> None:
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
    from cryptography.x509 import load_der_x509_certificate

    key = make_key(Seeded("p12"))
    der = make_certificate(key, Judge("j01", "Juri 1"), datetime(2026, 1, 1, tzinfo=UTC))
    data = pkcs12.serialize_key_and_certificates(
        b"juri",
        key.private_key,
        load_der_x509_certificate(der),
        None,
        BestAvailableEncryption(b"sandi"),
    )
    own = tmp_path / "juri.p12"
    own.write_bytes(data)
    page = enrolment(window, shop.panels["j01-1"])
    fill_in(window)
    window.find(QRadioButton, "Gunakan berkas sertifikat saya sendiri (.p12)").click()
    confirm = window.find(QPushButton, CONFIRM)
    assert not confirm.isEnabled()
    page.key.take_file(own)
    window.find(QLineEdit, "Frasa sandi berkas .p12").setText("salah")
    confirm.click()
    window.bot.waitUntil(lambda: "Frasa sandi tidak membuka berkas .p12 ini" in texts(window.main))
    window.find(QLineEdit, "Frasa sandi berkas .p12").setText("sandi")
    confirm.click()
    wait_for(window, ScoringPage)
    assert window.state.facts.thumbprint == key.public.thumbprint


def test_text_size_is_offered_once(window: DeskWindow, shop: Workshop) -> None:
    enrolment(window, shop.panels["j01-1"])
    offer = window.main._notices
    when_there(window, offer, QPushButton, "Perbesar huruf").click()
    assert window.main.context.memory.now.preferences.text_percent == 112
    assert window.main._notices is not offer
    assert window.main._notices.told is not None
    window.journey.leave()
    window.open(shop.panels["j02-1"])
    assert window.main._notices.told is None


def test_a_forgotten_passphrase_costs_a_new_key_but_no_score(
    window: DeskWindow, shop: Workshop
) -> None:
    shop.enrol("j01-1")
    shop.score("j01-1", {shop.regions[0]: (1, 2, 3)})
    path = shop.panels["j01-1"]
    window.open(path)
    before = window.state.facts.thumbprint
    window.journey.safety.show_forgotten()
    dialog = window.main.findChild(ForgottenPassphraseDialog)
    assert isinstance(dialog, ForgottenPassphraseDialog)
    assert not dialog.make.isEnabled()
    dialog.new.first.setText("gajah terbang di sawah")
    dialog.new.again.setText("gajah terbang di sawah")
    with window.bot.waitSignal(dialog.key_made) as made:
        dialog.make.click()
    (thumbprint,) = made.args
    assert thumbprint == window.state.facts.thumbprint != before
    shown = [each for each in dialog.findChildren(QLabel) if each.accessibleName() == thumbprint]
    assert shown[0].text() == in_groups(thumbprint)
    when_there(window, dialog, QPushButton, "Salin").click()
    assert QGuiApplication.clipboard().text() == thumbprint
    dialog.accept()
    window.front.close()
    with open_desk(path, shop.clock).panel as panel:
        assert unlock_key(panel, "gajah terbang di sawah").public.thumbprint == thumbprint
        assert len(panel.sheets.payloads()) == 1
