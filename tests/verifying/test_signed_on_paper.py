"""Somebody who signs on paper gets an ordinary line, and nobody waits for a field of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plenary.hidden_texts import shown_by
from tests.signing.people import panel
from tests.verifying.declared import declare, print_ranking, sign
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.check import Check

BOTH = """format = 1
[chair]
name = "Siti Aminah"
signs = "paper"
[secretary]
name = "Budi Santoso"
"""
NOBODY = f'{BOTH}signs = "paper"\n'


def print_with(folder: Path, letterhead: str) -> bytes:
    shop = Workshop.open(folder, judges=1, regions=1, letterhead=letterhead.encode())
    shop.merge(shop.hand_in("j01"))
    declare(shop)
    return print_ranking(shop, folder / "dokumen")


def signed(pdf: bytes) -> Check:
    from smartcity_desktop.verifying.document import Means, verify_document
    from tests.signing.people import LATER

    means = Means(now=LATER, trust_roots=(panel().root.pem(),))
    checks = verify_document(pdf, means, lambda: None).checks
    return next(check for check in checks if check.name == "signed")


def test_the_others_are_all_that_verify_waits_for(tmp_path: Path) -> None:
    pdf = print_with(tmp_path, BOTH)
    shown = shown_by(pdf, tmp_path)
    assert "Siti Aminah" in shown
    assert "Budi Santoso" in shown
    assert not signed(pdf).ok
    check = signed(sign(pdf, "secretary"))
    assert check.ok
    assert str(check.detail) == "1 of 1 signed."


def test_where_all_sign_on_paper_the_file_proves_no_signature(tmp_path: Path) -> None:
    pdf = print_with(tmp_path, NOBODY)
    assert b"/FT /Sig" not in pdf
    check = signed(pdf)
    assert not check.ok
    assert "compare the signed paper" in str(check.detail)


@pytest.mark.parametrize("word", ["chair", "secretary"])
def test_a_line_to_sign_on_stands_there(tmp_path: Path, word: str) -> None:
    shown = shown_by(print_with(tmp_path, NOBODY), tmp_path)
    assert {"chair": "Chair of the Jury", "secretary": "Secretary"}[word] in shown
