"""Canonical bytes: equal to the RFC's reference, one spelling for each document."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.sealing.canonical import (
    LARGEST,
    NotCanonicalError,
    canonical_bytes,
    read_canonical,
    sha256_hex,
)

if TYPE_CHECKING:
    from smartcity_desktop.sealing.canonical import Json

TEXTS = st.text().map(lambda text: unicodedata.normalize("NFC", text))
KEYS = st.text(st.characters(max_codepoint=127))
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
)


@given(DOCUMENTS)
def test_the_bytes_are_those_of_the_reference_and_read_back(document: Json) -> None:
    data = canonical_bytes(document)
    assert data == rfc8785.dumps(document)
    assert read_canonical(data) == document


@given(DOCUMENTS)
def test_every_other_spelling_is_refused(document: Json) -> None:
    data = canonical_bytes(document)
    for spelling in (
        json.dumps(document).encode(),
        json.dumps(document, indent=1, ensure_ascii=False).encode(),
        data + b"\n",
        b"\xef\xbb\xbf" + data,
    ):
        if spelling != data:
            with pytest.raises(NotCanonicalError):
                read_canonical(spelling)


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":1,"a":1}', b'{"a":1,"a":2}', b'{"b":1,"a":2}', b"1.0", b"[1e1]", b"-0", b"-0.0",
        b"NaN", b"[Infinity]", b"9007199254740992", b"-9007199254740992", b"1" * 400,
        b'"\\u0041"', b'"\\/"', b'"\\ud800"', b"'a'", b"", b" 1", b"\xff", b'"\xed\xa0\x80"',
        b"01", b"[1,]", b"/**/1", '"e\u0301"'.encode(), '{"\u00e9":1}'.encode(),
        b"[" * 300 + b"]" * 300, b"[" * 100_000, b'"\x01"', b"\x00",
    ],
)  # fmt: skip
def test_bytes_outside_the_profile_are_refused(data: bytes) -> None:
    with pytest.raises(NotCanonicalError):
        read_canonical(data)


@pytest.mark.parametrize(
    "value",
    [1.0, float("nan"), LARGEST + 1, -LARGEST - 1, "e\u0301", "\ud800", {"\u00e9": 1}, {1: 2},
     b"bytes", {1, 2}, ["deep", {"deeper": 2.5}]],
)  # fmt: skip
def test_values_outside_the_profile_are_never_written(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        canonical_bytes(value)


def test_keys_are_sorted_and_letters_stay_letters() -> None:
    data = canonical_bytes({"b": "é\n\x7f", "a": [None, True, -1], "A": ()})
    assert data == b'{"A":[],"a":[null,true,-1],"b":"\xc3\xa9\\n\x7f"}'


def test_a_digest_is_lowercase_hexadecimal() -> None:
    assert sha256_hex(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
