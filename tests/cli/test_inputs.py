"""Commands that are shown to be typed."""

from __future__ import annotations

import shlex
from types import SimpleNamespace

import pytest

from smartcity_desktop.cli import inputs
from smartcity_desktop.cli.inputs import as_typed

WORDS = [".venv\\Scripts\\python.exe", "main.py", "decide", "D:\\Juri 2026\\kota.assessment"]


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("D:\\kota.assessment", "D:\\kota.assessment"),
        ("D:\\Juri & Kota\\", '"D:\\Juri & Kota\\\\"'),
        ("64.72", "64.72"),
        ("juri-01-1:K3ZT", "juri-01-1:K3ZT"),
        ("", '""'),
        ('dua "kota"', '"dua ""kota"""'),
    ],
)
def test_on_windows_only_double_quotes_count(
    monkeypatch: pytest.MonkeyPatch, word: str, typed: str
) -> None:
    monkeypatch.setattr(inputs, "sys", SimpleNamespace(platform="win32"))
    assert as_typed([word]) == typed
    assert as_typed(WORDS) == (
        '.venv\\Scripts\\python.exe main.py decide "D:\\Juri 2026\\kota.assessment"'
    )


def test_elsewhere_a_shell_reads_the_same_words_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "sys", SimpleNamespace(platform="linux"))
    assert shlex.split(as_typed(WORDS)) == WORDS
