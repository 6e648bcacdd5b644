"""The published examples are what the program makes and takes; the page shows the same."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from typing import Any

import pytest

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.instrument import Scale
from smartcity_desktop.sealing.canonical import (
    NotCanonicalError,
    canonical_bytes,
    read_canonical,
    sha256_hex,
)
from smartcity_desktop.sealing.enrolment import check_enrolment
from smartcity_desktop.sealing.key_wrap import unlock_key
from smartcity_desktop.sealing.proof import prove_seal, prove_sheets, refuse_unsealed
from smartcity_desktop.sealing.receipt import read_receipt, receipt_of
from smartcity_desktop.sealing.sheet_proof import SealRefusedError, SheetChecker
from smartcity_desktop.sealing.signer import read_pem
from smartcity_desktop.sealing.token import read_token
from tests.sealing.samples import NAMES, instrument, roster
from tests.sealing.vectors import FOLDER, all_vectors, write_text

PAGE = Path(__file__).parents[2] / "docs" / "panel-file-format.md"
EXAMPLE = re.compile(r"<!-- vector: (\S+)#(/\S+) -->\n```\w*\n(.*?)\n```", re.DOTALL)
MADE = all_vectors()


def stored(name: str) -> Any:  # noqa: ANN401 - whatever the published JSON holds
    return json.loads((FOLDER / name).read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(MADE))
def test_the_program_still_makes_the_published_bytes(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == write_text(MADE[name])


def test_every_published_file_is_known() -> None:
    page = PAGE.read_text("utf-8")
    for file in FOLDER.iterdir():
        assert file.name in {*MADE, "rsa-key.pem"}
        assert f"`{file.name}`" in page


def test_the_page_shows_the_published_examples() -> None:
    examples = EXAMPLE.findall(PAGE.read_text("utf-8"))
    assert len(examples) >= 9
    for name, pointer, shown in examples:
        value = stored(name)
        for step in pointer.strip("/").split("/"):
            value = value[int(step)] if isinstance(value, list) else value[step]
        assert shown == value, (name, pointer)


def test_canonical_texts() -> None:
    for case in stored("canonical.json")["written"]:
        assert canonical_bytes(case["value"]).decode() == case["text"]
        assert sha256_hex(case["text"].encode()) == case["sha256"]
    for text in stored("canonical.json")["refused"]:
        with pytest.raises(NotCanonicalError):
            read_canonical(text.encode())


def test_keys_and_the_wrapped_one() -> None:
    keys = stored("keys.json")
    signer = read_pem(keys["judge"]["pem"].encode())
    assert (signer.public.jwk, signer.public.thumbprint) == (
        keys["judge"]["jwk"],
        keys["judge"]["thumbprint"],
    )
    wrapped = base64.b64decode(keys["wrapped"]["age"])
    assert unlock_key(wrapped, keys["wrapped"]["passphrase"]).public == signer.public


@pytest.mark.parametrize("name", ["seal.json", "seal-corrected.json", "seal-rsa.json"])
def test_seals_with_their_sheets(name: str) -> None:
    vector, facts = stored(name), roster()
    payloads = {row["sha256"]: row["payload"].encode() for row in stored("sheets.json")}
    for jws in filter(None, (vector["jws"], vector.get("twin"))):
        proven = prove_seal(jws, facts)
        assert proven.seal.digest == vector["digest"]
        assert proven.seal.receipt == vector["receipt"]
        assert proven.seal.thumbprint == vector["thumbprint"]
        assert proven.certificate.sha256 == vector["certificate"]["sha256"]
        own = {sha256: payloads[sha256] for sha256 in proven.seal.sheets.values()}
        refuse_unsealed([proven.seal], own)
        checker = SheetChecker(instrument(), NAMES)
        assert prove_sheets(proven.seal, own.get, checker, frozenset())


def test_the_corrected_seal_supersedes_the_first() -> None:
    first, second = (
        prove_seal(stored(name)["jws"], roster()).seal
        for name in ("seal.json", "seal-corrected.json")
    )
    assert second.earlier == {first.digest}
    assert second.sheets["35.78"] == first.sheets["35.78"]
    assert second.sheets["64.72"] != first.sheets["64.72"]


def test_seals_to_refuse() -> None:
    for case in stored("refused.json"):
        with pytest.raises(SealRefusedError) as caught:
            prove_seal(case["jws"], roster())
        assert caught.value.refusal.reason.value == case["reason"], case["name"]


def test_statements_and_receipts() -> None:
    facts = stored("facts.json")
    assert check_enrolment(stored("enrolment.json")["proof"], facts["issue_key"]).conflicts
    token = stored("token.json")
    read = read_token(token["token"], facts["assessment_key"])
    assert (read.declaration, read.mode) == (token["declaration"], Mode(token["mode"]))
    assert read.results_sha256 == token["results_sha256"]
    for case in stored("receipts.json"):
        assert receipt_of(case["digest"]) == read_receipt(case["receipt"]) == case["receipt"]


def test_the_published_facts_are_those_of_the_assessment() -> None:
    facts, known = stored("facts.json"), roster()
    issue = known.issues[0]
    assert facts["assessment_key"] == known.assessment.public_key
    assert (facts["issue"], facts["issue_key"]) == (issue.id, issue.public_key)
    assert tuple(facts["regions"]) == issue.regions
    for indicator in instrument().indicators():
        permitted = facts["permitted"][indicator.id]
        scale = Scale(0, permitted["min"], permitted["max"], permitted["step"])
        assert all(
            scale.permits(value) is indicator.scale.permits(value) for value in range(-5, 1011)
        )
