"""The page on documents names every kind and every entry of a letterhead that there is."""

from __future__ import annotations

import tomllib
from pathlib import Path

from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from smartcity_desktop.reports.numbering import PLACEHOLDERS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "documents.md").read_text(encoding="utf-8")


def test_every_kind_stands_under_its_condition() -> None:
    declared, early = PAGE.split("## Before anything is scored")
    for kind in ReportKind:
        assert (f"| `{kind.value}` |" in declared) == kind.needs_declaration(), kind.value
        assert (f"| `{kind.value}` |" in early) == (not kind.needs_declaration()), kind.value


def test_every_entry_of_a_letterhead_is_named() -> None:
    shipped = ROOT / "resources" / "letterheads" / "contoh-kementerian.toml"
    entries = tomllib.loads(shipped.read_text(encoding="utf-8"))
    for entry, value in entries.items():
        assert f"`{entry}`" in PAGE or f"[{entry}]" in PAGE, entry
        if isinstance(value, dict) and "id" not in value and entry != "numbering":
            assert all(f"`{key}`" in PAGE for key in value), entry
    assert all(f"{{{name}}}" in PAGE for name in PLACEHOLDERS)


def test_every_kind_may_be_numbered() -> None:
    lines = "\n".join(f'{kind.value} = "{{number}}/{kind.value}"' for kind in ReportKind)
    read = read_letterhead(f"format = 1\n[numbering]\n{lines}\n".encode())
    assert len(read.numbering) == len(ReportKind)
