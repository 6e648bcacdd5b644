"""Plain sheets are proven together on their bytes; no byte escapes the complete check."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import FormerName
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.sheet_payload import with_evidence, write_sheet
from smartcity_desktop.sealing.sheet_proof import SealRefusedError, SheetChecker
from tests.sealing.proving import CHECKER, WHOLE
from tests.sealing.samples import IDS, NAMES, SCALE, instrument, sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

VALUES = (4, 3, 2)
PLAIN = {code: write_sheet(sheet(code, VALUES), IDS) for code in NAMES}
BARE = {code: write_sheet(replace(sheet(code, VALUES), notes=()), IDS) for code in NAMES}
NAMELESS = SheetChecker(instrument())


def take(payloads: Mapping[str, bytes], checker: SheetChecker = WHOLE) -> dict[str, list[int]]:
    """Return what the short way takes of sheets that a seal lists just as they are."""
    listed = {code: sha256_hex(data) for code, data in payloads.items()}
    stored = {sha256_hex(data): data for data in payloads.values()}
    return checker.plain.take("j07", listed, stored.get)


def refused(payloads: Mapping[str, bytes], checker: SheetChecker = WHOLE) -> set[str]:
    """Return the regions whose sheet the complete check refuses."""
    found = set()
    for code, data in payloads.items():
        try:
            checker.check(data, sha256_hex(data), "j07", code)
        except SealRefusedError:
            found.add(code)
    return found


@pytest.mark.parametrize("payloads", [PLAIN, BARE, {**PLAIN, "64.72": BARE["64.72"]}])
def test_plain_sheets_are_taken_together(payloads: Mapping[str, bytes]) -> None:
    assert take(payloads) == {code: list(VALUES) for code in NAMES}
    assert take(payloads, NAMELESS) == {}  # its second indicator goes by halves
    assert take({}) == {}


def test_what_is_not_plain_does_not_keep_the_others_from_being_taken() -> None:
    odd = replace(sheet("64.72", (4, None, 2)), abstained=(("A2", "bukti tidak ada"),))
    payloads = {**PLAIN, "64.72": write_sheet(odd, IDS)}
    assert take(payloads).keys() == NAMES.keys() - {"64.72"}
    assert not refused(payloads)


def test_a_missing_and_a_changed_sheet_are_not_taken() -> None:
    listed = {code: sha256_hex(data) for code, data in PLAIN.items()}
    stored = {listed["64.72"]: PLAIN["64.72"], listed["64.74"]: PLAIN["64.74"] + b" "}
    assert WHOLE.plain.take("j07", listed, stored.get) == {"64.72": list(VALUES)}
    assert WHOLE.plain.take("j08", listed, stored.get) == {}


def test_without_names_the_first_sheet_of_a_region_says_what_is_expected() -> None:
    checker = SheetChecker(instrument())
    sheets = [replace(sheet("64.72", (4, 5, 2)), name=name) for name in ("Kota A", "Kota B")]
    first, second = ({"64.72": write_sheet(one, IDS)} for one in sheets)
    assert take(first, checker) == take(first, checker) == {"64.72": [4, 5, 2]}
    assert take(second, checker) == {}
    assert not refused(second, checker)


def test_a_former_name_goes_the_complete_way_and_is_no_fault() -> None:
    former = [FormerName("64.72", "Kota Samarida")]
    checker = SheetChecker(instrument(SCALE, SCALE, SCALE), NAMES, former)
    old, wrong = (
        {"64.72": write_sheet(replace(sheet("64.72", VALUES), name=name), IDS)}
        for name in ("Kota Samarida", "Kota Samarinda Baru")
    )
    assert take({**PLAIN, **old}, checker).keys() == NAMES.keys() - {"64.72"}
    assert not refused({**PLAIN, **old}, checker)
    assert refused(wrong, checker) == {"64.72"}
    other = {"64.74": write_sheet(replace(sheet("64.74", VALUES), name="Kota Samarida"), IDS)}
    assert refused(other, checker) == {"64.74"}


NASTY = [
    b'"', b"\\", b"\n", b" ", b"{", b"}", b"[", b"]", b",", b":", b"-0", b"00", b"0", b"1e1",
    b"1.0", b"null", b"true", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\x00", b"\x7f", b"\xc2\x85",
    b"\t", b"e\xcc\x81", b"\\u0041", b"\\/", b"\\n", b'"},', b'},{"B1":"y', b'},\n{"B1":"y',
    b'"},\n{"',
    b'"},"reason":"","region":"64.72","state":"scored","values":[', b'"A1":"x",', b'"B1":"y"',
    b'},"evidence":[],"judge":"j07","name":"Kota Samarinda","notes":{', b']}{"abstained":{}',
    b"99999999999999999999", b"9007199254740993", b"2026-02-30", b"T24", b":60", b"\xef\xbb\xbf",
]  # fmt: skip
EDIT = st.tuples(
    st.sampled_from(sorted(NAMES)),
    st.integers(0, len(PLAIN["64.72"])),
    st.integers(0, 3),
    st.sampled_from(NASTY) | st.binary(max_size=2),
)


def edited(
    payloads: Mapping[str, bytes], edits: list[tuple[str, int, int, bytes]]
) -> dict[str, bytes]:
    changed = dict(payloads)
    for code, place, length, piece in edits:
        data = changed[code]
        changed[code] = data[:place] + piece + data[place + length :]
    return changed


@given(st.sampled_from([PLAIN, BARE]), st.lists(EDIT, min_size=1, max_size=4))
def test_no_bytes_are_taken_that_the_complete_check_refuses(
    payloads: Mapping[str, bytes], edits: list[tuple[str, int, int, bytes]]
) -> None:
    changed = edited(payloads, edits)
    for checker in (WHOLE, CHECKER, NAMELESS):
        taken = take(changed, checker)
        assert not taken.keys() & refused(changed, checker)
        assert all(json.loads(changed[code])["values"] == taken[code] for code in taken)


def with_notes(*inner: bytes) -> dict[str, bytes]:
    """Return the bare sheets with these bytes between the braces of their notes."""
    return {
        code: data.replace(b'"notes":{}', b'"notes":{' + between + b"}")
        for (code, data), between in zip(BARE.items(), inner, strict=True)
    }


@pytest.mark.parametrize(
    "inner",
    [
        (b'"A1":"x"},{"B1":"y', b'"', b""),
        (b'"A1":"x"},\n{"B1":"y', b'"', b""),
        (b'"A1":"x', b'","B1":"y"', b""),
        (b'"A1":[{}', b"", b"]"),
        (b'"A1":{', b'"B1":"x"}', b""),
        (b'"A1":"x"},{"B1":"y"', b"", b""),
        (b'"A1":"x"}', b"", b""),
        (b'"A1":"x",', b"", b""),
        (b'"A1":"x"\n', b"", b""),
        (b'\n"A1":"x"', b"", b""),
        (b'"B1":"x","A1":"y"', b"", b""),
        (b'"A1":"x","A1":"x"', b"", b""),
        (b'"A1":"baris\nkedua"', b"", b""),
        (b'"A1":"\xff"', b"", b""),
        (b'"A1":"e\xcc\x81"', b"", b""),
        (b'"A1":" "', b"", b""),
        (b'"A1":null', b"", b""),
        (b'"Z9":"x"', b"", b""),
    ],
)
def test_notes_cannot_run_on_into_the_next_sheet(inner: tuple[bytes, ...]) -> None:
    payloads = with_notes(*inner)
    assert refused(payloads)
    assert take(payloads) == {}


SEAM = st.lists(
    st.sampled_from(
        [
            b'"A1"',
            b'"B1"',
            b'"x"',
            b'"',
            b":",
            b",",
            b"{",
            b"}",
            b"[",
            b"]",
            b"\n",
            b'"A1":"x"',
            b"},{",
        ]
    ),
    max_size=7,
).map(b"".join)


@given(SEAM, SEAM, SEAM)
def test_no_seam_between_notes_gives_way(first: bytes, second: bytes, third: bytes) -> None:
    payloads = with_notes(first, second, third)
    assert not take(payloads).keys() & refused(payloads)


@pytest.mark.parametrize("values", [b"4,3,-0", b"4,3,2],[4,3,2", b"4,3,2,", b",4,3,2", b"4,3,5"])
def test_values_cannot_be_written_otherwise(values: bytes) -> None:
    payloads = {**PLAIN, "64.72": PLAIN["64.72"].replace(b"[4,3,2]", b"[" + values + b"]")}
    assert refused(payloads) == {"64.72"}
    assert take(payloads) == {}


def test_only_sheets_that_list_evidence_are_looked_through_for_it() -> None:
    lying = replace(sheet(), notes=(("A1", 'tertulis "evidence":[] di sini'),))
    listing = write_sheet(lying, IDS).replace(b'"evidence":[]', b'"evidence":[{}]')
    assert with_evidence([PLAIN["64.72"], listing]) == [listing]
