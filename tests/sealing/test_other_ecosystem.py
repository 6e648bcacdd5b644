"""A seal made here verifies with another ecosystem's JOSE library, by the published page alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.seal import digest_of_seal
from smartcity_desktop.sealing.sheet_payload import write_sheet
from tests.sealing.samples import IDS, judge_signer, panel, sheet
from tests.sealing.vectors import FOLDER

if TYPE_CHECKING:
    from tests.sealing.samples import Panel

SCRIPT = Path(__file__).parents[1] / "data" / "other_ecosystem" / "verify.mjs"
VERSION = "jose@6"
INSTALLED = Path("/usr/share/nodejs/jose")
"""Where Debian's package node-jose puts the same library."""

Verdict = dict[str, object]
Verify = Callable[[list[str], list[dict[str, str]]], list[Verdict]]

# The step of docs/panel-file-format.md at which each reason appears.
STEPS = {
    "seal_malformed": {1, 5, 9},
    "algorithm_not_allowed": {3},
    "signature_invalid": {4},
    "other_assessment": {6},
    "other_mode": {6},
    "other_instrument": {6},
    "unknown_judge": {7},
    "unknown_issue": {7},
    "key_not_proven": {8},
    "region_not_assigned": {9},
}


@pytest.fixture(scope="session")
def node_folder(request: pytest.FixtureRequest) -> Path:
    """A folder with the script and the library jose, kept in the cache of the tests."""
    if not shutil.which("node"):
        pytest.skip("Node is not installed")
    cache = getattr(request.config, "cache", None)
    if cache is None:
        pytest.skip("the cache of the tests is switched off")
    # Workers that run side by side must not install into one folder at once.
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    folder = Path(cache.mkdir(f"other_ecosystem_{worker}"))
    if not (folder / "node_modules" / "jose" / "package.json").exists():
        _provide(folder)
    shutil.copy(SCRIPT, folder)
    return folder


def _provide(folder: Path) -> None:
    if INSTALLED.exists():
        (folder / "node_modules").mkdir(exist_ok=True)
        (folder / "node_modules" / "jose").symlink_to(INSTALLED)
    elif shutil.which("npm"):
        _install(folder)
    else:
        pytest.skip("jose is not installed, and npm is missing")


def _install(folder: Path) -> None:
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save"]
    try:
        done = subprocess.run(
            [*command, "--prefix", str(folder), VERSION],
            capture_output=True,
            timeout=120,
            check=False,
        )
    except subprocess.TimeoutExpired:
        pytest.skip("npm did not answer in time")
    if done.returncode:
        pytest.skip("npm could not install jose; is there a network?")


@pytest.fixture
def verify(node_folder: Path) -> Verify:
    """Run the script over seals and the rows of sealed_sheets."""

    def run(seals: list[str], sheets: list[dict[str, str]]) -> list[Verdict]:
        question = {
            "facts": json.loads((FOLDER / "facts.json").read_text("utf-8")),
            "seals": [{"digest": digest_of_seal(jws), "jws": jws} for jws in seals],
            "sealed_sheets": sheets,
        }
        done = subprocess.run(
            ["node", str(node_folder / SCRIPT.name)],
            input=json.dumps(question).encode(),
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        verdicts: list[Verdict] = json.loads(done.stdout)
        return verdicts

    return run


def stored(name: str) -> Verdict:
    found: Verdict = json.loads((FOLDER / name).read_text("utf-8"))
    return found


def all_sheets() -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads((FOLDER / "sheets.json").read_text("utf-8"))
    return found


def rows(made: Panel) -> list[dict[str, str]]:
    return [{"sha256": key, "payload": data.decode()} for key, data in made.payloads.items()]


def test_every_vector_verifies_there(verify: Verify) -> None:
    vectors = [stored(f"{name}.json") for name in ("seal", "seal-corrected", "seal-rsa")]
    verdicts = verify([str(vector["jws"]) for vector in vectors], all_sheets())
    for vector, verdict in zip(vectors, verdicts, strict=True):
        assert verdict == {
            "ok": True,
            "digest": vector["digest"],
            "receipt": vector["receipt"],
            "thumbprint": vector["thumbprint"],
            "keyProven": True,
        }


def test_the_malleable_twin_is_the_same_seal_there(verify: Verify) -> None:
    vector = stored("seal.json")
    once, again = verify([str(vector["jws"]), str(vector["twin"])], rows(first_panel()))
    assert once == again
    assert once["ok"]


def first_panel() -> Panel:
    digests = {
        each["sha256"] for each in json.loads(str(stored("seal.json")["manifest"]))["sheets"]
    }
    payloads = {row["sha256"]: row["payload"].encode() for row in all_sheets()}
    made = panel()
    made.payloads = {digest: payloads[digest] for digest in digests}
    return made


def test_what_is_refused_here_is_refused_there_at_the_same_step(verify: Verify) -> None:
    cases: list[dict[str, str]] = json.loads((FOLDER / "refused.json").read_text("utf-8"))
    verdicts = verify([case["jws"] for case in cases], [])
    for case, verdict in zip(cases, verdicts, strict=True):
        assert verdict["ok"] is False, case["name"]
        assert verdict["step"] in STEPS[case["reason"]], (case["name"], verdict)


def test_tampered_sheets_are_refused_there(verify: Verify) -> None:
    made = panel()
    extra = write_sheet(sheet("64.74"), IDS)
    changed = [{**row, "payload": row["payload"].replace("[4,", "[3,")} for row in rows(made)]
    added = [*rows(made), {"sha256": sha256_hex(extra), "payload": extra.decode()}]
    for sheets, step in (([], 11), (changed, 11), (added, 10)):
        (verdict,) = verify([made.seal().jws], sheets)
        assert (verdict["ok"], verdict["step"]) == (False, step)


def test_a_key_that_was_not_enrolled_shows_there_too(verify: Verify) -> None:
    made = panel()
    made.signer = judge_signer("new key")
    (verdict,) = verify([made.seal().jws], rows(made))
    assert (verdict["ok"], verdict["keyProven"]) == (True, False)
