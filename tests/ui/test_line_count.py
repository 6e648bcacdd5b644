"""How many lines a text of the list of regions takes, beside what Qt says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from tests.ui.sample_files import real_regions
from ui.widgets.line_count import LineCount
from ui.widgets.region_delegate import lay_out

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

WIDTHS = (120, 208, 300)


def test_it_counts_what_qt_counts_for_every_region(qapp: QApplication) -> None:
    del qapp
    asked = 0
    for size in (8.0, 9.5, 13.3):
        font = QFont()
        font.setPointSizeF(size)
        lines, line = LineCount(font), lay_out("X", font, 500).boundingRect().height()
        for region in real_regions(514)[::5]:
            for text in (region.name, f"{region.code} · {region.province} · belum dinilai"):
                for width in WIDTHS:
                    found = lines.count(text, width - 1)
                    asked += found is None
                    qt = round(lay_out(text, font, width).boundingRect().height() / line)
                    assert found in (None, qt), text
    assert asked < 500, "Qt is asked only where words end near the edge"


def test_what_is_not_plain_is_left_to_qt(qapp: QApplication) -> None:
    del qapp
    lines = LineCount(QFont())
    assert lines.count("Łódź", 400) == 1
    for text in ("فاس", "Bandung-Barat", "x" * 500, "tab\tulator"):
        assert lines.count(text, 100) is None
