"""The translation in the tree: complete, and with the same placeholders as the code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Iterator

TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "translations"


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="id")


def strings(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [""])


def placeholders(text: str) -> set[tuple[str, str | None]]:
    """Names and conversions; ``{name!r}`` is another placeholder than ``{name}``."""
    return {(name, kind) for _, name, _, kind in Formatter().parse(text) if name is not None}


def find_faults(catalog: Catalog) -> Iterator[str]:
    """Yield a line for every entry that a person would see untranslated or broken."""
    for entry in catalog:
        if entry.id:
            yield from (f"{fault}: {strings(entry.id)[0]}" for fault in _faults(entry))


def _faults(entry: Message) -> Iterator[str]:
    expected = [placeholders(text) for text in strings(entry.id)]
    said = strings(entry.string)
    if entry.fuzzy:
        yield "fuzzy"
    if not all(text.strip() for text in said):
        yield "not translated"
    elif any(placeholders(text) not in expected for text in said):
        yield "other placeholders"
    elif any(_edges(text) != _edges(strings(entry.id)[0]) for text in said):
        yield "other blanks at the ends"


def _edges(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


def test_every_sentence_is_translated_with_its_placeholders() -> None:
    translation = read(TRANSLATIONS / "id" / "LC_MESSAGES" / "smartcity_desktop.po")
    assert list(find_faults(translation)) == []


def test_translation_and_template_hold_the_same_sentences() -> None:
    translation = read(TRANSLATIONS / "id" / "LC_MESSAGES" / "smartcity_desktop.po")
    template = read(TRANSLATIONS / "smartcity_desktop.pot")
    assert {entry.id for entry in translation} == {entry.id for entry in template} | {""}


def test_the_template_holds_every_sentence_of_the_code(root: Path) -> None:
    ran = subprocess.run(
        [sys.executable, ".ci/catalogues.py", "check"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (0, "")


@pytest.mark.parametrize(
    ("english", "indonesian", "flags", "faults"),
    [
        ("a {b}", "x {b}", [], []),
        ("a {b}", "", [], ["not translated: a {b}"]),
        ("a {b}", "x", [], ["other placeholders: a {b}"]),
        ("a {b!r}", "x {b}", [], ["other placeholders: a {b!r}"]),
        ("a {b}", "x {b} {c}", [], ["other placeholders: a {b}"]),
        ("a", "x", ["fuzzy"], ["fuzzy: a"]),
        ("a ", "x", [], ["other blanks at the ends: a "]),
        (("{n} file", "{n} files {m}"), ("{n} berkas {m}",), [], []),
        (("{n} file", "{n} files"), ("berkas",), [], ["other placeholders: {n} file"]),
    ],
)
def test_every_fault_is_found(
    english: str | tuple[str, str],
    indonesian: str | tuple[str],
    flags: list[str],
    faults: list[str],
) -> None:
    catalog = Catalog(locale="id")
    catalog.add(english, indonesian, flags=flags)
    assert list(find_faults(catalog)) == faults
