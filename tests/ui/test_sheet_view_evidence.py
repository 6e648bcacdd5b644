"""Evidence on the sheet: dropped, pasted, offered smaller, kept as it is, taken away."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRandomGenerator, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from smartcity_desktop.domain.local_text import Language
from tests.ui.sheet_files import MAKASSAR, SAMARINDA, open_shop
from ui.judge.evidence_panel import EvidencePanel
from ui.judge.pictures import LONGEST_SIDE, read_picture
from ui.pages.scoring_page import ScoringPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.domain.score_sheet import Evidence
    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop
    from ui.judge.sheet_view import SheetView


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    made = open_shop(tmp_path / "lokakarya")
    made.enrol("j07-1")
    return made


@pytest.fixture
def desk(shop: Workshop, shown: Callable[[Path], DeskWindow]) -> DeskWindow:
    opened = shown(shop.panels["j07-1"])
    assert isinstance(opened.page, ScoringPage)
    opened.page.show_place(SAMARINDA)
    return opened


def view(desk: DeskWindow) -> SheetView:
    assert isinstance(desk.page, ScoringPage)
    return desk.page.sheet


def panel(desk: DeskWindow) -> EvidencePanel:
    found = view(desk).rows.row("A1").folds.open("evidence", down=True)
    assert isinstance(found, EvidencePanel)
    return found


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "bmp", "tiff"])
def test_every_kind_of_picture_is_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "foto"
    noise(400, 200).save(str(path), kind)  # type: ignore[call-overload]
    read = read_picture(path.read_bytes(), 100)
    assert (read.width(), read.height()) == (100, 50)


def noise(width: int, height: int) -> QImage:
    """Return a picture that no compression makes small."""
    generator = QRandomGenerator(7)
    words = bytearray()
    while len(words) < 3 * width * height + 4:
        words += generator.generate().to_bytes(4, "little")
        if len(words) >= 65_536:
            break
    data = bytes(words) * (3 * width * height // len(words) + 1)
    return QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def photo(path: Path, width: int = 3000, height: int = 2250, quality: int = 95) -> Path:
    assert noise(width, height).save(str(path), "JPEG", quality)  # type: ignore[call-overload]
    return path


def drop(desk: DeskWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    made = view(desk).rows.row("A1")
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    made.dropEvent(event)


def attached(desk: DeskWindow, code: str = SAMARINDA) -> tuple[Evidence, ...]:
    return tuple(file for _, file in desk.state.sheet(code).evidence)


def wait_attached(desk: DeskWindow, count: int) -> tuple[Evidence, ...]:
    desk.bot.waitUntil(lambda: len(attached(desk)) == count, timeout=20_000)
    desk.wait_saved()
    return attached(desk)


def wait_button(desk: DeskWindow, start: str) -> QPushButton:
    shown = panel(desk)

    def found() -> list[QPushButton]:
        return [
            button
            for button in shown.findChildren(QPushButton)
            if button.text().startswith(start) and button.isVisible()
        ]

    desk.bot.waitUntil(lambda: bool(found()), timeout=20_000)
    return found()[0]


def test_a_small_file_is_attached_as_it_is(tmp_path: Path, desk: DeskWindow) -> None:
    path = tmp_path / "SK Wali Kota.pdf"
    path.write_bytes(b"%PDF-1.4 isi")
    drop(desk, path)
    (file,) = wait_attached(desk, 1)
    assert (file.name, file.size) == ("SK Wali Kota.pdf", 12)
    assert view(desk).rows.row("A1").folds.buttons["evidence"].text() == "Bukti dukung (1)"
    wait_button(desk, "Lepaskan").click()
    assert attached(desk) == ()


def test_a_large_photo_is_offered_smaller_and_only_so(tmp_path: Path, desk: DeskWindow) -> None:
    path = photo(tmp_path / "foto.jpg")
    assert path.stat().st_size > 5 * 1024 * 1024
    drop(desk, path)
    offer = wait_button(desk, "Perkecil")
    assert attached(desk) == ()
    labels = [button.text() for button in panel(desk).findChildren(QPushButton)]
    assert not any(text.startswith("Simpan aslinya") for text in labels)
    offer.click()
    (file,) = wait_attached(desk, 1)
    assert file.name == "foto.jpg"
    assert file.size < 5 * 1024 * 1024
    desk.bot.waitUntil(
        lambda: view(desk).intake.thumbnail((SAMARINDA, "A1"), file.sha256) is not None,
        timeout=10_000,
    )


def test_the_original_is_kept_on_request_where_it_fits(tmp_path: Path, desk: DeskWindow) -> None:
    path = photo(tmp_path / "foto.jpg", 1600, 1200, 92)
    size = path.stat().st_size
    assert 1024 * 1024 < size < 5 * 1024 * 1024
    drop(desk, path)
    wait_button(desk, "Simpan aslinya").click()
    (file,) = wait_attached(desk, 1)
    assert file.size == size


def test_a_picture_is_pasted_on_the_row_that_has_the_focus(desk: DeskWindow) -> None:
    QGuiApplication.clipboard().setImage(noise(40, 30))
    view(desk).go_to("A1")
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (file,) = wait_attached(desk, 1)
    assert file.name.startswith("Gambar ")
    assert file.name.endswith(".png")


def test_a_file_that_is_too_large_and_no_photo_is_refused_with_its_size(
    tmp_path: Path, desk: DeskWindow
) -> None:
    path = tmp_path / "laporan.pdf"
    path.write_bytes(b"%PDF-1.4" + bytes(6 * 1024 * 1024))
    drop(desk, path)
    wait_button(desk, "Tutup")
    told = [
        entry.accessibleName()
        for entry in panel(desk).children()
        if hasattr(entry, "accessibleName")
    ]
    assert any("7 MB" in text and "laporan.pdf" in text for text in told)
    wait_button(desk, "Tutup").click()
    assert attached(desk) == ()
    assert not view(desk).intake.pending((SAMARINDA, "A1"))


def test_a_file_that_is_gone_and_a_folder_are_said(tmp_path: Path, desk: DeskWindow) -> None:
    drop(desk, tmp_path / "tidak-ada.jpg")
    wait_button(desk, "Tutup").click()
    drop(desk, tmp_path)
    wait_button(desk, "Tutup").click()
    assert attached(desk) == ()


def test_an_offer_outlives_a_change_of_language(tmp_path: Path, desk: DeskWindow) -> None:
    drop(desk, photo(tmp_path / "foto.jpg"))
    desk.main.speak(Language.ENGLISH)
    wait_button(desk, "Attach it smaller").click()
    assert len(wait_attached(desk, 1)) == 1


def test_what_was_dropped_is_attached_to_its_own_region(tmp_path: Path, desk: DeskWindow) -> None:
    path = tmp_path / "bukti.txt"
    path.write_text("isi")
    drop(desk, path)
    assert isinstance(desk.page, ScoringPage)
    desk.page.show_place(MAKASSAR)
    wait_attached(desk, 1)
    assert attached(desk, MAKASSAR) == ()


def test_nothing_freezes_while_a_huge_photo_is_read(tmp_path: Path, desk: DeskWindow) -> None:
    path = photo(tmp_path / "besar.jpg", 5000, 3500)
    beats: list[float] = []
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(perf_counter()))
    heart.start(5)
    drop(desk, path)
    wait_button(desk, "Perkecil")
    heart.stop()
    took, longest = beats[-1] - beats[0], max(b - a for a, b in pairwise(beats))
    assert longest < took / 2, "the window waited for the photo"
    view(desk).intake.drop(view(desk).intake.pending((SAMARINDA, "A1"))[0])


def test_a_photo_is_upright_and_not_larger_than_it_need_be(tmp_path: Path) -> None:
    content = photo(tmp_path / "foto.jpg").read_bytes()
    picture = read_picture(content, LONGEST_SIDE)
    assert picture.size() == QSize(2000, 1500)
    assert read_picture(b"<svg xmlns='http://www.w3.org/2000/svg'/>", 100).isNull()
    assert read_picture(b"GIF89a", 100).isNull()
