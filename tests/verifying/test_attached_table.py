"""The table for spreadsheets inside a document says what the results say, or verify says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.plenary.record import read_record
from smartcity_desktop.verifying.attached_table import TABLE, check_table
from tests.verifying.declared import sign

if TYPE_CHECKING:
    from tests.verifying.declared import Declared


def table(made: Declared, language: Language = Language.INDONESIAN) -> bytes:
    with made.shop.assessment() as file:
        return read_record(file, made.shop.instrument, language).results_csv


def said(made: Declared, data: bytes) -> list[str]:
    return [str(check.detail) for check in check_table(made.facts(), {TABLE: data})]


@pytest.mark.parametrize("language", list(Language))
def test_the_printed_table_holds_in_every_language(once: Declared, language: Language) -> None:
    assert said(once, table(once, language)) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b"2,00;2/1", b"3,00;2/1", "of 11.04 than the results beside it (total)"),
        (b"2,00;2/1", b"2,00;3/1", "of 11.04 than the results beside it (exact)"),
        (b"2,00;2/1", b"2.00;2/1", "of 11.04 than the results beside it (total)"),
        (b"1;11.02;Kota 2", b"1;11.02;Kota 1", "of 11.02 than the results beside it (name)"),
        (b"3;11.04", b"2;11.04", "of 11.04 than the results beside it (rank)"),
        (b"Cadangan", b"Terpilih", "of 11.01 than the results beside it (selection)"),
        (b";withdrawn", b";", "of 11.05 than the results beside it (reason)"),
        (b"1,5000", b"1,6000", "of 11.03 than the results beside it (dimension A)"),
        (b"4;11.03", b"4;11.03;", "of 11.03 than the results beside it"),
        (b"rank;code", b"code;rank", "does not list every region once"),
        (b";reason\r\n", b";reason\r\n9;11.09;Kota 9\r\n", "does not list every region once"),
        (b"Kota 2", b'"Kota 2', "cannot be read"),
    ],
)
def test_another_word_in_the_table_is_named(
    once: Declared, old: bytes, new: bytes, words: str
) -> None:
    data = table(once)
    assert old in data
    (sentence,) = said(once, data.replace(old, new, 1))
    assert words in sentence


@pytest.mark.parametrize("printed", ["", "NaN", "1e999999999", "=1+1"])
def test_a_printed_total_that_is_no_number_harms_nobody(once: Declared, printed: str) -> None:
    facts = once.facts()
    first, *others = facts.ranked
    odd = replace(facts, ranked=(replace(first, printed=printed), *others))
    (check,) = check_table(odd, {TABLE: table(once)})
    assert "of 11.02 than the results beside it (total)" in str(check.detail)


def test_a_dishonest_table_under_right_signatures_fails(once: Declared) -> None:
    """The exact results are the true ones; what people open in a spreadsheet is not."""
    other = table(once).replace(b"1;11.02;Kota 2", b"1;11.01;Kota 1", 1)
    found = once.verify(sign(once.printing(once.results, table=other)), once.received)
    assert list(found) == ["table"]
