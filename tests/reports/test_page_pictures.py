"""The documents look as somebody approved them, and a change of a page is seen."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageDraw

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.reports.kinds import ReportKind
from tests.reports import page_pictures
from tests.reports.every_kind import Extent, make_kind
from tests.reports.page_pictures import ALIKE, APPROVED, REPEATING, few_shades, look_different, main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.domain.message import Message

MOST_BYTES = 2_500_000
A_FEW = (ReportKind.REGION_SHEETS, ReportKind.ATTENDANCE, ReportKind.DECREE)


@pytest.mark.parametrize("kind", A_FEW)
def test_a_few_pages_look_as_they_were_approved(kind: ReportKind) -> None:
    for page in page_pictures.page_pictures(kind, Extent.FULL, Language.INDONESIAN):
        assert not page.differs(), f"{page.name}: look at it with make pages"


def test_every_page_of_every_kind_is_approved_in_both_languages_full_and_empty() -> None:
    expected = set()
    for kind, extent, language in product(ReportKind, Extent, Language):
        count = make_kind(kind, extent, language).page_count
        wanted = ALIKE if kind in REPEATING else range(count)
        kept = {n % count for n in wanted if n < count}
        expected |= {f"{kind.value}-{extent.value}-{language.value}-{n + 1}.png" for n in kept}
    assert {path.name for path in APPROVED.iterdir()} == expected
    assert sum(path.stat().st_size for path in APPROVED.iterdir()) < MOST_BYTES


def test_a_changed_word_is_found_shown_and_can_be_approved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(page_pictures, "ROOT", tmp_path)
    monkeypatch.setattr(page_pictures, "APPROVED", tmp_path / "approved")
    monkeypatch.setattr(page_pictures, "DIFFERENT", tmp_path / "different")
    monkeypatch.setattr(page_pictures, "Extent", (Extent.EMPTY,))
    monkeypatch.setattr(page_pictures, "Language", (Language.ENGLISH,))
    kind = ReportKind.HAND_OUT_RECEIPTS
    assert main([kind.value]) == 1
    assert main(["--approve", kind.value]) == 0
    capsys.readouterr()
    assert main([kind.value]) == 0
    assert capsys.readouterr().out == ""
    monkeypatch.setattr(ReportKind, "title", _another(ReportKind.title))
    assert main([kind.value]) == 1
    assert capsys.readouterr().out == "different/tanda-terima-kosong-en-1.png\n"
    with Image.open(tmp_path / "different" / "tanda-terima-kosong-en-1.png") as shown:
        red, _, blue = shown.split()
    assert any(ImageChops.subtract(red, blue).histogram()[100:])
    assert any(ImageChops.subtract(blue, red).histogram()[100:])


def test_smoothing_is_no_change_and_one_figure_is() -> None:
    page = next(
        page_pictures.page_pictures(ReportKind.ATTENDANCE, Extent.FULL, Language.INDONESIAN)
    ).picture
    kept = few_shades(page).convert("L")
    assert not look_different(kept, page)
    assert not look_different(page.point(lambda shade: min(255, shade + 20)), page)
    changed = page.copy()
    ImageDraw.Draw(changed).rectangle((200, 300, 203, 304), fill=0)
    assert look_different(page, changed)
    assert look_different(page.resize((page.width, page.height + 1)), page)


def _another(title: Callable[[ReportKind], Message]) -> Callable[[ReportKind], Message]:
    return lambda _kind: title(ReportKind.ATTENDANCE)
