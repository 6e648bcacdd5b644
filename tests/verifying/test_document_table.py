"""What can be done to a signed document, what verify needs to see it, and what it then says.

Each test names its inputs; the page on security shows the same table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.plenary.declaring import reopen_results
from smartcity_desktop.signing.sign import sign_pdf
from tests.signing import attacks
from tests.signing.people import LATER, mark, panel
from tests.verifying.declared import (
    R3,
    R4,
    Declared,
    decide,
    declare,
    make_declared,
    print_ranking,
    sign,
)
from tests.verifying.together import Table

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.results.facts import ResultsFacts


class Twice(Struct, frozen=True):
    """Declared twice with different results; a signed ranking of each declaration."""

    made: Declared
    older: bytes
    newer: bytes


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Twice:
    made = make_declared(tmp_path_factory.mktemp("dua-kali") / "asesmen")
    with made.shop.assessment() as file:
        reopen_results(file, "Ketua", "Sanggahan Kota 4", made.shop.clock)
    decide(made.shop, "recuse", "j01", R4)
    decide(made.shop, "waive")
    declare(made.shop)
    return Twice(made, made.ranking, sign(print_ranking(made.shop, made.shop.folder / "baru")))


@pytest.fixture
def table(tmp_path: Path) -> Table:
    folder = tmp_path / "meja"
    folder.mkdir()
    return Table(folder)


def names(wrong: list[tuple[str, str]]) -> set[str]:
    return {name for name, _ in wrong}


def test_untouched(once: Declared, table: Table) -> None:
    """Needs the document and a root; panel files and the assessment change nothing."""
    path = table.lay("r.pdf", once.ranking)
    assert table.wrong(path) == []
    assert table.with_panel_files(once.received).wrong(path, once.shop.path) == []


def test_one_byte_changed(once: Declared, table: Table) -> None:
    """Needs the document alone."""
    at = once.ranking.index(b"stream", once.ranking.index(b"/Contents")) + 60
    wrong = table.wrong(table.lay("r.pdf", attacks.with_byte_changed(once.ranking, at)))
    assert names(wrong) == {"integrity"}
    assert "the bytes that were signed have been changed" in wrong[0][1]


def test_page_replaced_by_an_incremental_update(once: Declared, table: Table) -> None:
    """Needs the document alone."""
    wrong = table.wrong(table.lay("r.pdf", attacks.page_replaced(once.ranking)))
    assert names(wrong) == {"changes"}
    assert "page 1 shows something else" in wrong[0][1]


def test_annotation_added(once: Declared, table: Table) -> None:
    """Needs the document alone."""
    wrong = table.wrong(table.lay("r.pdf", attacks.annotation_added(once.ranking)))
    assert names(wrong) == {"changes"}
    assert "page 1" in wrong[0][1]


def test_last_signatures_cut_off(once: Declared, table: Table) -> None:
    """Needs the document alone: it lists who signs."""
    *_, before, _ = attacks.revisions(once.ranking)
    ((name, sentence),) = table.wrong(table.lay("r.pdf", before))
    assert name == "signed"
    assert "1 of 2 signed" in sentence
    assert "Budi Santoso" in sentence


def test_a_strangers_signature_in_the_right_field(once: Declared, table: Table) -> None:
    """Needs the document alone: it lists the certificates. The root vouches for this one too."""
    half = sign(once.unsigned, "chair")
    pdf = sign_pdf(half, panel().witness, "secretary", moment=LATER, mark=mark())
    ((name, sentence),) = table.wrong(table.lay("r.pdf", pdf))
    assert name == "signer"
    assert "Budi Santoso" in sentence
    assert "Made Wirawan" in sentence


def test_attachment_swapped(once: Declared, table: Table) -> None:
    """Needs the document alone; what was signed is what is read."""
    wrong = table.wrong(table.lay("r.pdf", attacks.attachment_exchanged(once.ranking, b"{}")))
    assert names(wrong) == {"changes"}
    assert "attachment" in wrong[0][1]


def test_signed_before_a_reopening(made: Declared, table: Table) -> None:
    """Needs the assessment file; the document alone says that it cannot know."""
    path = table.lay("r.pdf", made.ranking)
    with made.shop.assessment() as file:
        reopen_results(file, "Ketua", "Sanggahan Kota 4", made.shop.clock)
    assert table.wrong(path) == []
    assert "cannot know" in table.said("later", path)
    ((name, sentence),) = table.wrong(path, made.shop.path)
    assert name == "in_force"
    assert "declaration 1, which was reopened by Ketua" in sentence
    assert "superseded" in sentence


def test_superseded(twice: Twice, table: Table) -> None:
    """Needs the assessment file or a newer document; the document alone cannot know."""
    older, newer = table.lay("lama.pdf", twice.older), table.lay("baru.pdf", twice.newer)
    assert table.wrong(older) == []
    assert "cannot know" in table.said("later", older)
    ((name, sentence),) = table.wrong(older, twice.made.shop.path)
    assert name == "in_force"
    assert "superseded" in sentence
    ((name, sentence),) = table.wrong(older, newer)
    assert name == "in_force"
    assert "baru.pdf proves declaration 2, and this is declaration 1" in sentence
    assert table.wrong(newer, older) == []


def test_wrong_results_under_a_right_signature(once: Declared, table: Table) -> None:
    """Needs the panel files: chair, secretary and the holder of the key all lied."""

    def better(facts: ResultsFacts) -> ResultsFacts:
        rows = tuple(replace(r, printed="4.00") if r.code == R3 else r for r in facts.ranked)
        return replace(facts, ranked=rows)

    path = table.lay("r.pdf", once.forged(better))
    assert table.wrong(path) == []
    ((name, sentence),) = table.with_panel_files(once.received).wrong(path)
    assert name == "recount"
    assert sentence == f"The total of {R3} is printed as 4.00; the panel files give 1.50."


def test_the_code_of_another_declaration(twice: Twice, table: Table) -> None:
    """Needs the document alone: the page shows other results than the file carries."""
    made = twice.made
    with made.shop.assessment() as file:
        first, second = file.declarations.all()
    pdf = sign(made.printing(second.results, token=first.token))
    ((name, sentence),) = table.wrong(table.lay("r.pdf", pdf))
    assert name == "token"
    assert f"declaration 1 with the results {first.results_sha256[:16]}" in sentence
    assert second.results_sha256[:16] in sentence


def test_the_code_of_another_assessment(once: Declared, twice: Twice, table: Table) -> None:
    """Needs the document alone; a copied code is genuine, but of other results."""
    with twice.made.shop.assessment() as file:
        foreign = file.declarations.all()[-1].token
    pdf = sign(once.printing(once.results, token=foreign.replace(".", ".", 1)))
    assert names(table.wrong(table.lay("r.pdf", pdf))) == {"token"}


def test_the_code_left_out(once: Declared, table: Table) -> None:
    """Needs the document alone: an assessment with a key prints its code."""
    ((name, sentence),) = table.wrong(
        table.lay("r.pdf", sign(once.printing(once.results, token="")))
    )
    assert name == "code"
    assert "0 codes" in sentence


def test_the_page_on_security_shows_this_table(root: Path) -> None:
    assert shown_rows(root / "docs" / "security.md") == [
        "nothing",
        "one byte changed",
        "page replaced by an incremental update",
        "annotation added",
        "last signatures cut off",
        "a stranger's signature in the right field",
        "attachment swapped",
        "signed before a reopening",
        "superseded by a new declaration",
        "wrong results under a right signature",
        "the code of another declaration printed on it",
    ]


def test_the_page_on_documents_shows_the_same_with_what_is_said(root: Path) -> None:
    assert shown_rows(root / "docs" / "documents.md") == shown_rows(root / "docs" / "security.md")


def shown_rows(page: Path) -> list[str]:
    """Return the first column of a page's table of what was done to a document."""
    text = page.read_text(encoding="utf-8")
    part = text[text.index("## What was done to a document") :].split("\n\n#")[0]
    rows = [line.split(" | ")[0].strip("| ") for line in part.splitlines() if line[:2] == "| "]
    return rows[1:]
