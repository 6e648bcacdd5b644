"""What every page owes its reader: whole words, and a number in the usual place."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.layout import ink
from tests.reports.every_kind import Extent, print_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.reports.conftest import Paper


@pytest.fixture
def cut_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every word that does not fit its column while documents are printed."""
    found: list[str] = []
    cut = ink._cut

    def note(word: str, of: ink.Ink, width: float) -> list[str]:
        parts = cut(word, of, width)
        if len(parts) > 1:
            found.append(word)
        return parts

    monkeypatch.setattr(ink, "_cut", note)
    ink.wrap.cache_clear()
    yield found
    ink.wrap.cache_clear()


def test_every_word_fits_its_column_in_every_kind_and_both_languages(cut_words: list[str]) -> None:
    for kind, extent, language in product(ReportKind, Extent, Language):
        print_kind(kind, extent, language)
        assert cut_words == [], (kind, extent, language)


def test_pages_after_the_first_are_numbered_as_official_letters_are(
    paper: Callable[[bytes], Paper],
) -> None:
    printed = paper(print_kind(ReportKind.MINUTES, Extent.FULL, Language.INDONESIAN))
    first, *others = printed.pages()
    assert not re.search(r"^ *- ?\d+ ?- *$", first, re.MULTILINE)
    for number, text in enumerate(others, start=2):
        assert text.split("\n")[0].replace(" ", "") == f"-{number}-"
        assert f"Halaman {number} dari {len(others) + 1}" in text


def test_a_word_wider_than_its_column_is_noticed(cut_words: list[str]) -> None:
    assert len(ink.wrap("Kepulauan", ink.BODY, 30)) > 1
    assert cut_words == ["Kepulauan"]
