from __future__ import annotations

import io
import struct

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from smartcity_desktop.language.mo_file import MoFile

SENTENCES = {f"sentence {n}": f"kalimat {n} ✓" for n in range(50)}


def compiled() -> bytes:
    catalog = Catalog(locale="id")
    for english, indonesian in SENTENCES.items():
        catalog.add(english, indonesian)
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def test_every_sentence_is_found_and_others_stay_english() -> None:
    words = MoFile(compiled())
    assert {english: words.translate(english) for english in SENTENCES} == SENTENCES
    assert words.translate("another one") == words.translate("another one") == "another one"


def test_the_other_order_of_bytes_is_read() -> None:
    key, text = b"nobody", b"tak seorang pun"
    head = struct.pack(">7I", 0x950412DE, 0, 1, 28, 36, 0, 0)
    tables = struct.pack(">4I", len(key), 44, len(text), 44 + len(key) + 1)
    assert MoFile(head + tables + key + b"\0" + text + b"\0").translate("nobody") == text.decode()


@pytest.mark.parametrize("length", [0, 3, 19, 27, 100, -1])
def test_one_that_was_cut_off_is_refused(length: int) -> None:
    whole = compiled()
    with pytest.raises(ValueError, match="catalogue"):
        MoFile(whole[: length if length >= 0 else len(whole) - 40])


def test_one_of_an_unknown_revision_is_refused() -> None:
    whole = bytearray(compiled())
    whole[4:8] = struct.pack("<I", 2 << 16)
    with pytest.raises(ValueError, match="catalogue"):
        MoFile(bytes(whole))
