"""A document beside the assessment it came from: which declaration it prints, and if it stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from smartcity_desktop.plenary.declaring import reopen_results
from smartcity_desktop.verifying.printed import check_printed
from tests.cli.jury_room import JuryRoom
from tests.signing.attacks import page_replaced
from tests.signing.people import panel
from tests.verifying.declared import (
    R4,
    Declared,
    decide,
    declare,
    make_declared,
    print_ranking,
    run_sql,
    sign,
)
from tests.verifying.together import Table


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> tuple[Declared, bytes]:
    """Declared, reopened without any change, declared and printed again."""
    made = make_declared(tmp_path_factory.mktemp("ulang") / "asesmen")
    with made.shop.assessment() as file:
        reopen_results(file, "Ketua", "Sanggahan Kota 4", made.shop.clock)
    declare(made.shop)
    return made, sign(print_ranking(made.shop, made.shop.folder / "baru"))


def check(made: Declared, pdf: bytes) -> tuple[bool, str]:
    found = check_printed(pdf, made.shop.path)
    assert found is not None
    assert found.name == "in_force"
    return found.ok, str(found.detail)


def test_a_document_of_the_declaration_in_force_says_so(once: Declared) -> None:
    ok, sentence = check(once, once.ranking)
    assert ok
    assert "declaration 1, which is in force" in sentence


def test_a_document_made_before_a_reopening_is_superseded(
    again: tuple[Declared, bytes],
) -> None:
    """Both print the same results, so only the bytes that were printed tell them apart."""
    made, new = again
    assert made.verify(made.ranking, made.received) == {}
    ok, sentence = check(made, made.ranking)
    assert not ok
    assert "declaration 1" in sentence
    assert "reopened" in sentence
    assert "Sanggahan Kota 4" in sentence
    assert check(made, new)[0]
    assert check(made, made.unsigned)[0] is False


def test_a_document_whose_results_were_never_declared_is_named(made: Declared) -> None:
    decided = made.results.replace(b'"printed":"1.50"', b'"printed":"3.50"')
    ok, sentence = check(made, sign(made.printing(decided)))
    assert not ok
    assert "never declared" in sentence


def test_a_document_that_was_not_printed_from_this_file_is_told_by_its_results(
    made: Declared,
) -> None:
    """Printed elsewhere from the same declaration: the results are what was declared."""
    run_sql(made.shop.path, "UPDATE documents SET sha256 = hex(zeroblob(32))")
    ok, sentence = check(made, made.ranking)
    assert ok
    assert "does not know this document" in sentence
    with made.shop.assessment() as file:
        reopen_results(file, "Ketua", "Sanggahan", made.shop.clock)
    assert not check(made, made.ranking)[0]


def test_the_code_on_the_page_is_believed_more_than_a_row_of_the_file(
    again: tuple[Declared, bytes], tmp_path: Path
) -> None:
    """Somebody files the superseded document under the declaration in force."""
    made, _ = again
    path = Path(shutil.copy(made.shop.path, tmp_path))
    run_sql(path, "UPDATE documents SET declaration = 2 WHERE declaration = 1")
    table = Table(tmp_path)
    wrong = dict(table.wrong(table.lay("lama.pdf", made.ranking), path))
    assert "declaration 1 was reopened" in wrong["in_force"]


def test_changed_pages_do_not_hide_which_document_it_was(once: Declared) -> None:
    assert check(once, page_replaced(once.ranking))[0]


def test_a_document_of_another_assessment_is_none_of_its_business(
    once: Declared, tmp_path: Path
) -> None:
    from tests.verifying.declared import BANDS, SCORES
    from tests.workshop import Workshop

    other = Workshop.open(tmp_path / "lain", judges=1, regions=5, instrument=BANDS, seed="lain")
    other.merge(other.hand_in("j01", SCORES))
    assert check_printed(once.ranking, other.path) is None
    assert check_printed(b"%PDF-1.7\n", once.shop.path) is None
    assert check_printed(once.ranking, tmp_path / "tidak ada.assessment") is None


def test_the_command_line_compares_what_is_named_together(
    made: Declared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room = JuryRoom(tmp_path, capsys, made.shop.clock, made.shop.random_bytes)
    pdf = tmp_path / "rekapitulasi.pdf"
    pdf.write_bytes(made.ranking)
    ca = tmp_path / "ca.pem"
    ca.write_bytes(panel().root.pem())
    words = ("verify", str(pdf), str(made.shop.path), "--trust", str(ca))
    told = room.json(*words)
    assert told["verified"] is True
    assert "in_force" in {check["name"] for check in told["checks"]}
    with made.shop.assessment() as file:
        reopen_results(file, "Ketua", "Sanggahan", made.shop.clock)
    decide(made.shop, "recuse", "j01", R4)
    told = room.json(*words, code=1)
    wrong = [check for check in told["checks"] if not check["ok"]]
    assert [(check["name"], check["path"]) for check in wrong] == [("in_force", str(pdf))]
    assert room.json("verify", str(pdf), "--trust", str(ca))["verified"] is True


def test_signatures_missing_and_panel_files_on_the_command_line(
    made: Declared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room = JuryRoom(tmp_path, capsys, made.shop.clock, made.shop.random_bytes)
    half = tmp_path / "separuh.pdf"
    half.write_bytes(sign(made.unsigned, "chair"))
    ca = tmp_path / "ca.pem"
    ca.write_bytes(panel().root.pem())
    words = ("verify", str(half), "--trust", str(ca), "--panel-files", str(made.received))
    told = room.json(*words, code=1)
    (wrong,) = (check for check in told["checks"] if not check["ok"])
    assert wrong["name"] == "signed"
    assert told["verified"] is False
    told = room.json(*words, "--incomplete-ok")
    assert told["verified"] is True
    shutil.copy(half, made.copy("j02-1"))
    ran = room.run(*words, "--incomplete-ok", "--lang", "en")
    assert ran.code == 1
    assert "FAILS: recount: A counted seal of judge j02" in ran.out
    assert "NOT verified." in ran.out
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("what", ["folder", "nothing", "text"])
def test_what_cannot_be_verified_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    room = JuryRoom(tmp_path, capsys)
    path = tmp_path / what
    if what == "folder":
        path.mkdir()
    elif what == "text":
        path.write_text("halo")
    ran = room.run("verify", str(path), "--lang", "en")
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert str(path) in ran.err + ran.out
