"""Modules that come late are there when they are asked for, and only for who asked early."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.ui.own_process import run_program
from tests.ui.sheet_files import SMART_CITY, open_shop, shipped
from ui.late_modules import LateModule, coming_late

if TYPE_CHECKING:
    from pathlib import Path


FIRST_SHEET = """
import sys
from pathlib import Path
from ui.app import Front, make_application, make_context, make_window
from PySide6.QtCore import QEventLoop
application = make_application()
window = make_window(application, make_context(folder=Path(sys.argv[1])))
front = Front(window)
front.open(Path(sys.argv[2]), asked=True)
while front.journey is None:
    application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
window.show()
application.processEvents()
window.grab()
application.processEvents()
print([name for name in sys.argv[3:] if name in sys.modules])
front.close()
import textwrap, uuid, zipfile
from PySide6.QtCore import QObject
assert zipfile.lzma.LZMACompressor and uuid.uuid4() and textwrap.dedent("  x") == "x"
try:
    QObject().setObjectName(1, 2, 3)
except TypeError as error:
    print("setObjectName" in str(error))
"""
NOT_FOR_THE_FIRST_SHEET = (
    "ast", "babel", "bz2", "cryptography", "difflib", "inspect", "lzma", "platform", "random",
    "sqlite_utils", "tempfile", "textwrap", "tokenize", "traceback",
    "smartcity_desktop.scoring.evidence_items", "smartcity_desktop.scoring.leaving_out",
    "smartcity_desktop.scoring.relocating", "smartcity_desktop.scoring.rescuing",
    "smartcity_desktop.tables.numbers", "ui.dialogs", "ui.judge.abstain_panel",
    "ui.judge.evidence_panel", "ui.judge.evidence_sources", "ui.judge.pictures",
    "ui.widgets.range_entry", "ui.widgets.thumbnail",
)  # fmt: skip


def test_the_first_sheet_comes_without_what_it_does_not_need(tmp_path: Path) -> None:
    shop = open_shop(tmp_path / "lokakarya", shipped(SMART_CITY))
    shop.enrol("j07-1")
    (tmp_path / "laptop").mkdir()
    panel = str(shop.panels["j07-1"])
    laptop = str(tmp_path / "laptop")
    found = run_program(FIRST_SHEET, laptop, panel, *NOT_FOR_THE_FIRST_SHEET, home=tmp_path)
    assert found == "[]\nTrue\n"


def test_who_imported_early_gets_every_name_later() -> None:
    sys.modules.pop("colorsys", None)
    with coming_late(("colorsys",)):
        import colorsys as early
    assert type(early).__name__ == LateModule.__name__
    assert "colorsys" not in sys.modules
    assert early.rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)
    import colorsys

    assert not isinstance(colorsys, LateModule)
    assert early.rgb_to_hsv is colorsys.rgb_to_hsv


def test_who_asks_at_once_gets_it_at_once() -> None:
    sys.modules.pop("colorsys", None)
    with coming_late(("colorsys",)):
        from colorsys import rgb_to_hsv
    assert rgb_to_hsv is sys.modules["colorsys"].rgb_to_hsv


def test_what_is_there_already_is_left_alone() -> None:
    with coming_late(("sys", "json")):
        import json
    assert not isinstance(json, LateModule)
    assert json is sys.modules["json"]
