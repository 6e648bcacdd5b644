from __future__ import annotations

import gettext
import os
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from smartcity_desktop.domain.errors import Problem, StoreError
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.message import Message
from smartcity_desktop.language.catalogue import Catalogue, load_catalogue
from smartcity_desktop.language.process import process_language

if TYPE_CHECKING:
    from pathlib import Path

PAIRS = {
    "{count} sheets of {judge}": "{judge}: {count} lembar",
    "nobody": "tak seorang pun",
    "in {place}": "di {place}",
}


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    folder = tmp_path / "id" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalog = Catalog(locale="id")
    for english, indonesian in PAIRS.items():
        catalog.add(english, indonesian)
    with (folder / "smartcity_desktop.mo").open("wb") as file:
        write_mo(file, catalog)
    return tmp_path


def test_a_message_is_said_in_either_language(directory: Path) -> None:
    text = Message("{count} sheets of {judge}", (("count", 3), ("judge", "J{0}1")))
    assert Catalogue(Language.INDONESIAN, directory).translate(text) == "J{0}1: 3 lembar"
    assert Catalogue(Language.ENGLISH, directory).translate(text) == "3 sheets of J{0}1"


def test_a_message_inside_a_message_is_translated_first(directory: Path) -> None:
    text = Message(
        "in {place}", (("place", Message("in {place}", (("place", Message("nobody")),))),)
    )
    assert Catalogue(Language.INDONESIAN, directory).translate(text) == "di di tak seorang pun"


def test_what_the_catalogue_lacks_stays_english_and_empty_stays_empty(directory: Path) -> None:
    catalogue = Catalogue(Language.INDONESIAN, directory)
    assert catalogue.translate(Message("somewhere {x}", (("x", 1),))) == "somewhere 1"
    assert catalogue.translate(Message("")) == ""


def test_the_place_of_a_problem_is_translated(directory: Path) -> None:
    catalogue = Catalogue(Language.INDONESIAN, directory)
    assert catalogue.place(Problem(Message("nobody"), Message("x"))) == "tak seorang pun"
    assert catalogue.place(Problem("nobody", Message("x"))) == "nobody"


@pytest.mark.parametrize("content", [None, b"", b"\x00" * 40, b"\xff" * 100])
def test_a_missing_or_damaged_catalogue_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "id" / "LC_MESSAGES" / "smartcity_desktop.mo"
    if content is not None:
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    with pytest.raises(StoreError, match="missing or damaged"):
        Catalogue(Language.INDONESIAN, tmp_path)


def test_the_language_of_the_process_is_restored(directory: Path) -> None:
    before = gettext.textdomain(), os.environ.get("LANGUAGE")
    with process_language(Language.INDONESIAN, directory):
        assert gettext.gettext("nobody") == "tak seorang pun"
        with process_language(Language.ENGLISH, directory):
            assert gettext.gettext("nobody") == "nobody"
        assert gettext.gettext("nobody") == "tak seorang pun"
    assert (gettext.textdomain(), os.environ.get("LANGUAGE")) == before


def test_the_catalogue_of_the_program_speaks_indonesian() -> None:
    assert load_catalogue(Language.INDONESIAN).translate(Message("Commands")) == "Perintah"
