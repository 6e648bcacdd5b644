"""Sheets are written one way, and under a seal each kind of tampering has its one refusal."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import ConflictOfInterest
from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.domain.score_sheet import (
    Changed,
    Evidence,
    ScoreSheet,
    SheetState,
    empty_sheet,
)
from smartcity_desktop.sealing.canonical import canonical_bytes, sha256_hex
from smartcity_desktop.sealing.proof import prove_seal, prove_sheets, refuse_unsealed
from smartcity_desktop.sealing.sheet_payload import read_sheet, write_sheet
from smartcity_desktop.sealing.sheet_proof import SealRefusedError, SheetChecker
from tests.sealing.proving import CHECKER, WHOLE, changed, prove, refusal_of, sealing
from tests.sealing.samples import (
    IDS,
    NAMES,
    TIME,
    enrolment,
    instrument,
    panel,
    roster,
    sheet,
)

R = RefusalReason
PHOTO = Evidence("bukti 1.jpg", 12345, "d" * 64)

RECUSED = replace(sheet(), state=SheetState.RECUSED, reason="kerabat", values=(None,) * 3, notes=())
ABSTAINED = replace(sheet(values=(4, None, 3)), abstained=(("A2", "bukti tidak ada"),))
ATTACHED = replace(sheet(), evidence=(("*", PHOTO), ("A1", PHOTO)))


@pytest.mark.parametrize("one", [sheet(), RECUSED, ABSTAINED, ATTACHED])
def test_every_kind_of_sheet_is_proven(one: ScoreSheet) -> None:
    assert prove(panel(one)) == {"64.72": (one.state, one.values)}


def test_sheets_of_several_regions_are_proven_together() -> None:
    sheets = [sheet(code) for code in NAMES]
    assert prove(panel(*sheets)) == dict.fromkeys(NAMES, (SheetState.SCORED, (4, 875, 3)))


@pytest.mark.parametrize("one", [sheet(), RECUSED, ABSTAINED, ATTACHED])
def test_a_sheet_reads_back(one: ScoreSheet) -> None:
    assert read_sheet(write_sheet(one, IDS), IDS) == one


def test_a_draft_may_be_empty_but_is_never_sealed() -> None:
    draft = empty_sheet("j07", "64.72", NAMES["64.72"], 3)
    assert read_sheet(write_sheet(draft, IDS), IDS) == draft
    assert refusal_of(panel(draft)) is R.SHEET_MALFORMED


def test_the_payload_is_the_published_one() -> None:
    assert write_sheet(replace(ATTACHED, notes=(("*", "ok"),)), IDS).decode() == (
        '{"abstained":{},"changed":{"count":7,"first":"2026-11-24T03:10:16Z",'
        '"last":"2026-11-24T04:00:00Z"},"evidence":[{"indicator":"*","name":"bukti 1.jpg",'
        f'"sha256":"{"d" * 64}","size":12345}},{{"indicator":"A1","name":"bukti 1.jpg",'
        f'"sha256":"{"d" * 64}","size":12345}}],"judge":"j07","name":"Kota Samarinda",'
        '"notes":{"*":"ok"},"reason":"","region":"64.72","state":"scored","values":[4,875,3]}'
    )


@pytest.mark.parametrize(
    "one",
    [
        replace(sheet(), notes=(("A1", "e\u0301"),)),
        replace(sheet(), notes=(("A1", ""),)),
        replace(sheet(), notes=(("B1", "b"), ("A1", "a"))),
        replace(sheet(), notes=(("Z9", "tidak ada"),)),
        replace(sheet(), values=(1, 2)),
        replace(sheet(), values=(1, 2.0, 3)),
        replace(sheet(), values=(True, 2, 3)),
        replace(sheet(), abstained=(("A1", "ada nilainya"),)),
        replace(sheet(), reason="tidak perlu"),
        replace(RECUSED, reason=" "),
        replace(RECUSED, values=(1, None, None)),
        replace(RECUSED, abstained=(("A1", "x"),)),
        replace(sheet(), evidence=(("A1", PHOTO), ("*", PHOTO))),
        replace(sheet(), evidence=(("A1", replace(PHOTO, name="../kunci")),)),
        replace(sheet(), changed=Changed("kemarin", "kini", 1)),
        replace(sheet(), judge=""),
    ],
)
def test_a_sheet_that_would_not_read_back_is_never_written(one: ScoreSheet) -> None:
    with pytest.raises(ValueError, match=r"."):
        write_sheet(one, IDS)


def test_a_changed_payload_is_refused() -> None:
    made = panel()
    digest, payload = next(iter(made.payloads.items()))
    made.payloads[digest] = payload.replace(b"[4,875,3]", b"[4,880,3]")
    assert refusal_of(made) is R.SHEET_CHANGED


def test_a_removed_sheet_is_refused() -> None:
    made = panel(sheet(), sheet("64.74"))
    made.payloads.pop(made.manifest.sheets[0][1])
    assert refusal_of(made) is R.SHEET_MISSING


def test_an_added_sheet_is_refused() -> None:
    made = panel()
    extra = write_sheet(sheet("64.74"), IDS)
    made.payloads[sha256_hex(extra)] = extra
    assert refusal_of(made) is R.SHEET_NOT_SEALED


def test_a_replaced_sheet_is_refused() -> None:
    """Payload and digest both exchanged: the sealed one is missing, the new one unsealed."""
    made = panel()
    other = write_sheet(sheet(values=(1, 0, 1)), IDS)
    made.payloads = {sha256_hex(other): other}
    assert refusal_of(made) is R.SHEET_NOT_SEALED
    with pytest.raises(SealRefusedError) as caught:
        prove_sheets(
            prove_seal(made.seal().jws, roster()).seal, made.payloads.get, CHECKER, frozenset()
        )
    assert caught.value.refusal.reason is R.SHEET_MISSING


def test_a_sheet_of_an_earlier_seal_is_sealed() -> None:
    first, second = panel(), panel(sheet(values=(1, 5, 1)))
    seals = [prove_seal(made.seal().jws, roster()).seal for made in (first, second)]
    refuse_unsealed(seals, first.payloads | second.payloads)
    with pytest.raises(SealRefusedError):
        refuse_unsealed(seals[:1], first.payloads | second.payloads)


@pytest.mark.parametrize(
    "payload",
    [
        write_sheet(sheet("64.74"), IDS),
        changed(judge="j08"),
        changed(name="Kota Surabaya"),
        changed(region="35.78"),
    ],
)
def test_a_sheet_of_another_judge_or_region_is_refused(payload: bytes) -> None:
    assert refusal_of(sealing(payload)) is R.SHEET_MISPLACED


@pytest.mark.parametrize(
    "values",
    [
        "[5,875,3]", "[0,875,3]", "[-1,875,3]", "[4,876,3]", "[4,1005,3]", "[4,-5,3]",
        "[true,875,3]", "[4,875,false]", "[4,875.0,3]", "[4.0,875,3]", '["4",875,3]', "[[4],875,3]",
        "[{},875,3]", "[4,9007199254740991,3]",
    ],
)  # fmt: skip
def test_a_value_that_is_not_permitted_is_refused(values: str) -> None:
    payload = changed().replace(b"[4,875,3]", values.encode())
    assert refusal_of(sealing(payload)) is R.VALUE_NOT_PERMITTED
    shared = payload.replace(b",875,", b",2,")
    if "875" in values and "4,875,3" not in values:
        assert refusal_of(sealing(shared), WHOLE) is R.VALUE_NOT_PERMITTED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"[4,875,3]", b"[4,NaN,3]"),
        (b"[4,875,3]", b"[4,Infinity,3]"),
        (b"[4,875,3]", b"[4,9007199254740992,3]"),
        (b"[4,875,3]", b"[4," + b"9" * 400 + b",3]"),
        (b"[4,875,3]", b"[4,8.75e2,3]"),
        (b"[4,875,3]", b"[4,0875,3]"),
        (b"[4,875,3]", b"[4, 875,3]"),
        (b"[4,875,3]", b"[4,875]"),
        (b"[4,875,3]", b"[4,875,3,1]"),
        (b"[4,875,3]", b"[]"),
        (b"[4,875,3]", b'"4,875,3"'),
        (b"[4,875,3]", b"null"),
        (b"[4,875,3]", b"[[4,875,3]]"),
        (b"[4,875,3]", b'[{"values":[4,875,3]}]'),
        (b'"state":"scored"', b'"state":"scored","state":"scored"'),
        (b'"values":', b'"values":[1,5,1],"values":'),
        (b'"notes":{', b'"notes":{"A1":"x",'),
        (b'"judge":"j07"', b'"judge":"\\u006a07"'),
        (b'"judge":"j07",', b""),
        (b'"judge":"j07"', b'"judgement":"j07"'),
        (b'{"abstained"', b'{"aaa":1,"abstained"'),
        (b'{"abstained"', b' {"abstained"'),
    ],
)
def test_another_form_is_refused(old: bytes, new: bytes) -> None:
    payload = changed()
    assert old in payload
    assert refusal_of(sealing(payload.replace(old, new))) is R.SHEET_MALFORMED


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "open"},
        {"state": True},
        {"state": "recused"},
        {"state": "recused", "reason": "kerabat"},
        {"state": "recused", "values": [None] * 3},
        {"state": "absent", "values": [None] * 3, "reason": " "},
        {"state": "absent", "values": [None] * 3, "reason": "x", "abstained": {"A1": "y"}},
        {"reason": "tidak perlu"},
        {"reason": None},
        {"reason": 0},
        {"name": ""},
        {"name": 1},
        {"name": ["Kota Samarinda"]},
        {"judge": None},
        {"notes": []},
        {"notes": {"A1": 1}},
        {"notes": {"A1": ""}},
        {"notes": {"A1": " \n"}},
        {"notes": {"A1": "tab\t"}},
        {"notes": {"A1": "bel\x07"}},
        {"notes": {"A1": "hapus\x7f"}},
        {"notes": {"A1": "c1\x9b"}},
        {"notes": {"A1": "cafe\u0301"}},
        {"notes": {"Z9": "siapa"}},
        {"notes": {"A1": {"A1": "x"}}},
        {"abstained": []},
        {"abstained": {"*": "semua"}},
        {"abstained": {"A1": "ada nilainya"}},
        {"abstained": {"A1": ""}, "values": [None, 875, 3]},
        {"abstained": {"A1": None}, "values": [None, 875, 3]},
        {"changed": {}},
        {"changed": {"count": 0, "first": "", "last": ""}},
        {"changed": {"count": True, "first": TIME, "last": TIME}},
        {"changed": {"count": -1, "first": TIME, "last": TIME}},
        {"changed": {"count": 1, "first": "2026-11-24", "last": TIME}},
        {"changed": {"count": 1, "first": TIME, "last": "2026-02-30T03:10:16Z"}},
        {"changed": {"count": 1, "first": TIME, "last": None}},
        {"evidence": {}},
        {"evidence": [1]},
        {"evidence": [{"indicator": "A1", "name": "x", "sha256": "d" * 64}]},
        {"evidence": [{"indicator": "Z9", "name": "x", "sha256": "d" * 64, "size": 1}]},
        {"evidence": [{"indicator": "A1", "name": "", "sha256": "d" * 64, "size": 1}]},
        {"evidence": [{"indicator": "A1", "name": "a/b", "sha256": "d" * 64, "size": 1}]},
        {"evidence": [{"indicator": "A1", "name": "a\\b", "sha256": "d" * 64, "size": 1}]},
        {"evidence": [{"indicator": "A1", "name": "x", "sha256": "D" * 64, "size": 1}]},
        {"evidence": [{"indicator": "A1", "name": "x", "sha256": "d" * 64, "size": -1}]},
        {"evidence": [{"indicator": "A1", "name": "x", "sha256": "d" * 64, "size": True}]},
        {"evidence": [{"indicator": "A1", "name": "x", "sha256": "d" * 64, "size": 1}] * 2},
    ],
)  # fmt: skip
def test_fields_of_another_form_are_refused(fields: dict[str, object]) -> None:
    assert refusal_of(sealing(changed(**fields))) is R.SHEET_MALFORMED


@pytest.mark.parametrize("payload", [b"", b"null", b"[]", b"\xff\xfe", b"{" * 2000, changed()[:-1]])
def test_bytes_that_are_no_sheet_are_refused(payload: bytes) -> None:
    assert refusal_of(sealing(payload)) is R.SHEET_MALFORMED


def test_a_lone_surrogate_is_refused() -> None:
    assert refusal_of(sealing(changed(notes={"A1": "\ud800"}))) is R.SHEET_MALFORMED


def test_an_unfinished_sheet_is_refused() -> None:
    assert refusal_of(sealing(changed(values=[4, None, 3]))) is R.SHEET_UNFINISHED


def test_laptop_clocks_never_refuse_a_sheet() -> None:
    backwards = replace(sheet(), changed=Changed("2031-01-01T00:00:00Z", "1999-01-01T00:00:00Z", 2))
    assert prove(panel(backwards))


def test_a_letter_after_a_line_break_does_not_join_it() -> None:
    """In the bytes a line feed is written as an n after a backslash, and ñ must not come of it."""
    assert prove(panel(replace(sheet(), notes=(("A1", "baris\n\u0303tilde"),))))


CONFLICT = ConflictOfInterest("j07", "64.72", "home_region", "asal")


def test_a_scored_sheet_in_conflict_of_interest_is_refused() -> None:
    declared = panel(enrolment=enrolment(conflicts=(("64.72", "kerabat"),)))
    assert refusal_of(declared) is R.CONFLICT_OF_INTEREST
    assert refusal_of(panel(), CHECKER, CONFLICT) is R.CONFLICT_OF_INTEREST
    assert refusal_of(panel(ATTACHED), CHECKER, CONFLICT) is R.CONFLICT_OF_INTEREST


def test_a_recusal_in_conflict_of_interest_and_another_judges_conflict_are_fine() -> None:
    assert prove(panel(RECUSED), CHECKER, CONFLICT)
    assert prove(panel(), CHECKER, replace(CONFLICT, judge="j08"))
    assert prove(panel(), CHECKER, replace(CONFLICT, region="64.74"))


def test_every_sheet_that_fails_is_named() -> None:
    made = panel(*(sheet(code) for code in NAMES))
    for _, digest in made.manifest.sheets[:2]:
        made.payloads[digest] += b" "
    with pytest.raises(SealRefusedError, match=r"35\.78.*64\.72") as caught:
        prove(made)
    named = [(each.reason, each.judge, each.region) for each in caught.value.refusals]
    assert named == [(R.SHEET_CHANGED, "j07", "35.78"), (R.SHEET_CHANGED, "j07", "64.72")]


def test_without_names_the_name_on_a_sheet_is_not_compared() -> None:
    nameless = SheetChecker(instrument())
    assert prove(panel(replace(sheet(), name="Samarinda")), nameless)
    assert refusal_of(sealing(changed(name=" ")), nameless) is R.SHEET_MALFORMED
    assert refusal_of(sealing(changed(name=[1])), nameless) is R.SHEET_MALFORMED


def test_canonical_bytes_write_the_same_sheet() -> None:
    assert canonical_bytes(json.loads(changed())) == write_sheet(sheet(), IDS)
