"""The main job through the real command line: rehearse, verify, tamper, reopen, declare again.

The rehearsal is played by a process of its own, as people start it. What comes after runs the same
commands in this process, because starting one sixty times takes longer than what they do.
"""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from smartcity_desktop.cli import edge

ROOT = Path(__file__).resolve().parents[2]
SMALL = ("--regions", "30", "--judges", "9", "--seed", "7")
KEY_FILE = "persiapan/frasa-sandi.txt"


IN_JSON = ("--json", "--lang", "en")


def run(*words: str | Path, code: int = 0) -> dict[str, Any]:
    """Run one command with --json; returns its one object."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        ended = edge.run([*map(str, words), *IN_JSON])
    assert ended == code, err.getvalue()
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def start(*words: str | Path) -> dict[str, Any]:
    """Do the same in a process of its own."""
    command = [sys.executable, str(ROOT / "main.py"), *map(str, words), *IN_JSON]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A rehearsal that was played once."""
    folder = tmp_path_factory.mktemp("rehearsal") / "demo"
    answer = start("demo", folder, *SMALL)
    assert answer["verified"] is True
    return folder


@pytest.fixture
def rehearsal(played: Path, tmp_path: Path) -> Path:
    """A copy of it to work on."""
    folder = tmp_path / "demo"
    shutil.copytree(played, folder)
    return folder


def verify(folder: Path, *more: str | Path, code: int = 0) -> dict[str, Any]:
    document = folder / "dokumen" / "rekapitulasi-latihan-penetapan-1-en.pdf"
    return run("verify", document, "--trust", folder / "persiapan/ca.pem", *more, code=code)


def failed(answer: dict[str, Any]) -> set[str]:
    return {check["name"] for check in answer["checks"] if not check["ok"]}


def test_the_same_seed_gives_the_same_totals_and_ranks(played: Path, tmp_path: Path) -> None:
    run("demo", tmp_path / "again", *SMALL)
    first = run("results", played / "latihan.assessment")
    second = run("results", tmp_path / "again" / "latihan.assessment")
    assert first["regions"] == second["regions"]
    assert first["not_ranked"] == second["not_ranked"]
    assert len(first["not_ranked"]) == 1
    assert first["declared"] is True


def test_a_folder_with_something_in_it_is_left_alone(played: Path) -> None:
    before = sorted(path.name for path in played.iterdir())
    answer = run("demo", played, *SMALL, code=1)
    assert "not empty" in answer["error"][0]["what"]
    assert sorted(path.name for path in played.iterdir()) == before


def test_the_report_verifies_with_and_without_the_panel_files(played: Path) -> None:
    assert verify(played)["verified"] is True
    answer = verify(played, "--panel-files", played / "masuk")
    assert {"recount", "coverage", "trust", "results"} <= {c["name"] for c in answer["checks"]}


def test_without_a_trusted_root_only_trust_fails(played: Path) -> None:
    document = played / "dokumen" / "rekapitulasi-latihan-penetapan-1-en.pdf"
    assert failed(run("verify", document, code=1)) == {"trust"}


def test_a_missing_panel_file_fails_the_recount_and_names_the_judge(rehearsal: Path) -> None:
    next(rehearsal.glob("masuk/juri-04-*.panel")).unlink()
    answer = verify(rehearsal, "--panel-files", rehearsal / "masuk", code=1)
    assert failed(answer) == {"recount"}
    assert any("juri-04" in c["detail"] for c in answer["checks"] if not c["ok"])


def test_a_seal_that_should_count_and_is_not_listed_fails(rehearsal: Path) -> None:
    """A judge seals once more after the declaration; the report knows nothing of it."""
    panel = rehearsal / "berkas-juri" / "juri-04-1-latihan.panel"
    secret = rehearsal / KEY_FILE
    region = run("verify", panel)["checks"] and _some_region(panel)
    scores = rehearsal / "scores.csv"
    scores.write_text(f"region,indicator,score,note\n{region},A1,4,\n{region},A2,4,\n")
    run("enter", panel, scores)
    sealed = run("seal", panel, rehearsal / "masuk", "--passphrase-file", secret, "--reason", "x")
    assert sealed["number"] >= 2
    answer = verify(rehearsal, "--panel-files", rehearsal / "masuk", code=1)
    assert failed(answer) == {"recount"}


def _some_region(panel: Path) -> str:
    with sqlite3.connect(panel) as connection:
        row = connection.execute(
            "SELECT region FROM sheets WHERE json_extract(payload, '$.state') = 'scored' "
            "AND json_extract(payload, '$.values[0]') < 4 ORDER BY region"
        ).fetchone()
    connection.close()
    return str(row[0])


def test_one_changed_byte_in_the_document_is_named(rehearsal: Path) -> None:
    document = rehearsal / "dokumen" / "rekapitulasi-latihan-penetapan-1-en.pdf"
    data = bytearray(document.read_bytes())
    place = data.index(b"/Title") + 12
    data[place] ^= 1
    document.write_bytes(data)
    assert "integrity" in failed(verify(rehearsal, code=1))


def test_a_changed_sheet_in_the_assessment_is_found(rehearsal: Path) -> None:
    path = rehearsal / "latihan.assessment"
    assert run("verify", path)["verified"] is True
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE sealed_sheets SET payload = replace(payload, '\"values\":[', '\"values\":[4,')"
            " WHERE rowid = (SELECT min(rowid) FROM sealed_sheets WHERE instr(payload, ?))",
            ['"judge":"juri-02"'],  # who sealed once: all of these sheets count
        )
    connection.close()
    assert failed(run("verify", path, code=1)) == {"seals"}
    run("results", path, code=1)


def test_an_act_taken_out_of_the_audit_log_is_found(rehearsal: Path) -> None:
    path = rehearsal / "latihan.assessment"
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM acts WHERE number = 2")
    connection.close()
    assert "audit_log" in failed(run("verify", path, code=1))


def test_declared_results_stand_until_they_are_reopened(rehearsal: Path) -> None:
    path = rehearsal / "latihan.assessment"
    secret = rehearsal / KEY_FILE
    refused = run("merge", path, rehearsal / "masuk", code=1)
    assert "declared" in refused["error"][0]["what"]
    run("decide", path, "status", "11.71", "absent", "--by", "K", "--reason", "x", code=1)
    run("reopen", path, "--by", "Ketua", "--reason", "Sanggahan")
    run("report", path, "rekapitulasi", "--out", rehearsal / "dokumen", code=1)
    merged = run("merge", path, rehearsal / "masuk")
    assert merged["counts"]["already_merged"] == len(merged["files"])
    code = run("results", path)["regions"][-1]["code"]
    run("status", path, code, "withdrawn", "--reason", "Mengundurkan diri")
    declared = run("declare", path, "--by", "Ketua", "--passphrase-file", secret)
    assert declared["declaration"] == 2
    printed = run("report", path, "rekapitulasi", "berita-acara", "--out", rehearsal / "dokumen")
    names = {Path(document["path"]).name for document in printed["documents"]}
    assert "rekapitulasi-latihan-penetapan-2-en.pdf" in names
    out = {region["code"]: region["reason"] for region in run("results", path)["not_ranked"]}
    assert code in out


def test_the_order_of_merging_changes_no_digest(played: Path, tmp_path: Path) -> None:
    """The same files and decisions, merged one by one backwards into a fresh copy."""
    path = tmp_path / "again.assessment"
    shutil.copy(next(played.glob("latihan.assessment.*.bak")), path)
    files = sorted(played.glob("masuk/*.panel"), reverse=True)
    for file in files:
        run("merge", path, file)
    run("merge", path, files[0], files[-1], files[0])
    for question in run("decide", path, "--list")["questions"]:
        if question["blocking"]:
            answer = question["answers"][0]
            run("decide", path, *answer, "--by", "Lain", "--reason", "alasan lain")
    first = run("results", played / "latihan.assessment")
    assert run("results", path)["results_sha256"] == first["results_sha256"]


def test_every_kind_of_document_carries_results_that_recompute(rehearsal: Path) -> None:
    path = rehearsal / "latihan.assessment"
    kinds = (
        "rekapitulasi",
        "berita-acara",
        "lembar-daerah",
        "integritas",
        "surat-hasil",
        "keputusan",
        "kesepakatan",
    )
    printed = run("report", path, *kinds, "--out", rehearsal / "semua")
    assert [document["kind"] for document in printed["documents"]] == list(kinds)
    for document in printed["documents"]:
        answer = run("verify", document["path"], "--incomplete-ok",
                     "--panel-files", rehearsal / "masuk", code=1)  # fmt: skip
        assert failed(answer) == {"signed"}, document["kind"]
        assert "recount" in {check["name"] for check in answer["checks"]}


def test_a_corrected_seal_is_printed_as_superseded(rehearsal: Path) -> None:
    path = rehearsal / "latihan.assessment"
    (printed,) = run("report", path, "integritas", "--out", rehearsal / "semua")["documents"]
    text = subprocess.run(["pdftotext", "-layout", printed["path"], "-"], check=True,
                          capture_output=True, text=True).stdout  # fmt: skip
    assert text.count("superseded by") == 1
    assert text.count("first issue") == 9
    assert "Salah ketik" in text


def test_one_regions_sheet_is_printed_by_itself(rehearsal: Path) -> None:
    path = rehearsal / "latihan.assessment"
    code = run("results", path)["regions"][0]["code"]
    words = ("report", path, "lembar-daerah", "--out", rehearsal / "semua", "--region")
    (printed,) = run(*words, code)["documents"]
    assert Path(printed["path"]).name == f"lembar-daerah-{code}-latihan-penetapan-1-en.pdf"
    assert printed["pages"] == 3
    assert "no region 99.99" in run(*words, "99.99", code=1)["error"][0]["what"]
