"""What is offered for a list that cannot stand, accepted one by one or all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Judge, Region
from smartcity_desktop.domain.message import message, offering
from smartcity_desktop.domain.offer import Offer
from smartcity_desktop.founding.files import assignment_kind, judge_kind, region_kind
from smartcity_desktop.founding.list_import import Attempt, ListKind, attempt_list
from smartcity_desktop.tables.columns import Column, read_records
from smartcity_desktop.tables.problem_list import ProblemList
from smartcity_desktop.tables.reading import read_table
from smartcity_desktop.tables.writing import write_xlsx

if TYPE_CHECKING:
    from smartcity_desktop.tables.table import Table

T = TypeVar("T")

SAMARINDA = Region("64.72", "Kota Samarinda", "Kalimantan Timur")
BALIKPAPAN = Region("64.71", "Kota Balikpapan", "Kalimantan Timur")
JUDGES = (Judge("j01", "Ani"), Judge("j02", "Budi"))


def table(text: str) -> Table:
    return read_table(text.encode(), "R.csv")


def offered(attempt: Attempt[T]) -> list[list[tuple[int, int, str]]]:
    """Return line, position and value of what is offered, problem by problem."""
    return [[(c.line, c.position, c.value) for c in t.corrections] for t in attempt.troubles]


def settle(attempt: Attempt[T], kind: ListKind[T]) -> T:
    """Accept everything that is certain until nothing is."""
    for _ in range(5):
        if attempt.value is not None:
            return attempt.value
        more = attempt.certain()
        assert more, [str(t.problem.what) for t in attempt.troubles]
        attempt = attempt_list(attempt.table, kind, (*attempt.accepted, *more))
    raise AssertionError


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("64.72;Kota Samarida", (SAMARINDA,)),
        ("64.99;Kota Samarinda", (SAMARINDA,)),
        (";Kota Samarinda", (SAMARINDA,)),
        ("64.72;Kota Samarinda\n64.72;Kota Samarinda", (SAMARINDA,)),
        ("64.72;Samarinda\n64.99;Kota Balikpapan", (BALIKPAPAN, SAMARINDA)),
    ],
)
def test_what_is_certain_mends_a_list_of_regions(lines: str, expected: tuple[Region, ...]) -> None:
    kind = region_kind()
    attempt = attempt_list(table(f"kode;nama\n{lines}\n"), kind)
    assert settle(attempt, kind) == expected


def test_a_name_of_another_region_is_not_certain_and_offers_both_ways() -> None:
    kind = region_kind()
    attempt = attempt_list(table("kode;nama\n64.72;Kota Balikpapan\n64.72;Kota Samarinda\n"), kind)
    assert offered(attempt) == [[(2, 0, "64.71"), (2, 1, "Kota Samarinda")], []]
    assert attempt.certain() == ()
    code, name = attempt.troubles[0].corrections
    mended = attempt_list(attempt.table, kind, (code,))
    assert mended.value == (BALIKPAPAN, SAMARINDA)
    kept = attempt_list(attempt.table, kind, (name,))
    assert [c.leaves_out for t in kept.troubles for c in t.corrections] == [True]
    assert settle(kept, kind) == (SAMARINDA,)


def test_a_wrong_province_gets_its_own() -> None:
    kind = region_kind()
    attempt = attempt_list(table("kode;nama;provinsi\n64.72;Kota Samarinda;Jawa Barat\n"), kind)
    assert offered(attempt) == [[(2, 2, "Kalimantan Timur")]]
    assert settle(attempt, kind) == (SAMARINDA,)


def test_a_title_that_is_nearly_known_is_taken_for_it() -> None:
    kind = region_kind()
    attempt = attempt_list(table("kodee;nama\n64.72;Kota Samarinda\n"), kind)
    assert attempt.value is None
    assert settle(attempt, kind) == (SAMARINDA,)


def test_lists_of_judges_and_assignments_offer_ids_and_codes() -> None:
    judges = judge_kind((SAMARINDA,))
    text = "id;nama;daerah asal\njuri 01;Ani;Kota Samarida\nj02;;64.72\n"
    attempt = attempt_list(table(text), judges)
    assert [each[:1] for each in offered(attempt)] == [[(2, 0, "juri-01")], [(2, 2, "64.72")], []]
    assert attempt_list(attempt.table, judges, attempt.certain()).value is None
    pairs = assignment_kind(JUDGES, (SAMARINDA, BALIKPAPAN))
    found = attempt_list(table("juri;daerah\nBudi;64.27\nj01;64.71\n"), pairs)
    assert offered(found)[0] == [(2, 0, "j02")]
    assert "64.72" in [value for _, _, value in offered(found)[1]]


def test_the_file_and_its_other_lines_stay_as_they_are() -> None:
    kind = region_kind()
    given = table("kode;nama\n\n64.72;Kota Samarida\n64.71;Kota Balikpapan\n")
    attempt = attempt_list(given, kind)
    (correction,) = attempt.certain()
    assert (correction.line, correction.given) == (3, "Kota Samarida")
    assert attempt_list(given, kind, (correction,)).table is given
    assert given.rows[0].cells == ("64.72", "Kota Samarida")


def test_of_two_corrections_of_a_cell_the_later_counts() -> None:
    kind = region_kind()
    attempt = attempt_list(table("kode;nama\n64.72;Kota Balikpapan\n"), kind)
    code, name = attempt.troubles[0].corrections
    other = replace(name, value="Kota Bontang")
    assert attempt_list(attempt.table, kind, (other, name)).value == (SAMARINDA,)
    assert attempt_list(attempt.table, kind, (name, other)).value is None
    assert attempt_list(attempt.table, kind, (code,)).value == (BALIKPAPAN,)


def test_a_place_that_is_not_certain_offers_nothing() -> None:
    """Two columns of one title that the list does not know: nobody can say which is meant."""

    def read(given: Table) -> None:
        problems = ProblemList()
        for record in read_records(given, columns):
            what = offering(message("wrong"), [Offer("9", "9")])
            problems.add(record.table.place(record.row.line, 1), what)
        problems.refuse()

    columns = (Column("code", required=True),)
    attempt = attempt_list(table("code;x;x\n1;2;3\n"), ListKind(columns, read))
    assert offered(attempt) == [[]]


def test_a_cell_that_a_spreadsheet_made_a_number_is_written_as_text() -> None:
    kind = region_kind()
    data = write_xlsx([("kode", "nama"), ("64.99", "Kota Samarinda")], "Daerah")
    attempt = attempt_list(read_table(data, "R.xlsx"), kind)
    assert settle(attempt, kind) == (SAMARINDA,)


def test_what_only_looks_alike_is_offered_and_never_certain() -> None:
    """One code or id that resembles another is no spelling of it, even where it stands alone."""
    judges = attempt_list(
        table("id;nama;daerah asal\nj01;Ani;64.79\nj02;Budi;Kota Bndung\n"), judge_kind(())
    )
    assert [bool(each) for each in offered(judges)] == [True, True]
    assert ("32.73" in [value for _, _, value in offered(judges)[1]], judges.certain()) == (
        True,
        (),
    )
    nowhere = attempt_list(table("id;nama;daerah asal\nj01;Ani;99.99\n"), judge_kind(()))
    assert offered(nowhere) == [[]]
    pairs = attempt_list(
        table("juri;daerah\nj09;64.71\n"), assignment_kind(JUDGES[:1], (BALIKPAPAN,))
    )
    assert offered(pairs) == [[(2, 0, "j01")]]
    assert pairs.certain() == ()


def test_lines_of_regions_that_take_no_part_may_be_left_out_all_at_once() -> None:
    kind = assignment_kind(JUDGES, (BALIKPAPAN,))
    text = "juri;daerah\nj01;64.72\nj02;64.71\nj02;64.72\n"
    attempt = attempt_list(table(text), kind)
    assert attempt.certain() == ()
    left = attempt.may_be_left_out()
    assert [(each.line, each.leaves_out) for each in left] == [(2, True), (4, True)]
    mended = attempt_list(attempt.table, kind, left).value
    assert mended is not None
    assert [(each.judge, each.region) for each in mended] == [("j02", "64.71")]


def test_of_two_lines_of_one_pair_the_second_goes_for_certain_only_where_both_say_the_same() -> (
    None
):
    kind = assignment_kind(JUDGES, (BALIKPAPAN,))
    same = attempt_list(table("juri;daerah\nj01;64.71\nj01;Kota Balikpapan\n"), kind)
    assert [each.line for each in same.certain()] == [3]
    other = attempt_list(table("juri;daerah;sesi\nj01;64.71;1\nj01;64.71;2\n"), kind)
    assert (other.certain(), len(other.may_be_left_out())) == ((), 1)


def test_judges_without_ids_are_numbered_in_the_order_of_the_list() -> None:
    kind = judge_kind(())
    given = table("No;Nama;Instansi\n1;Ani;UI\n2;Budi;ITB\n")
    attempt = attempt_list(kind.complete(given), kind)
    assert attempt.value is not None
    assert [(each.id, each.name) for each in attempt.value] == [
        ("juri-01", "Ani"), ("juri-02", "Budi")]  # fmt: skip
    assert attempt.passed_over == ("No",)
    for other in ("id;nama\nj01;Ani\n", "idd;nama\nj01;Ani\n", "instansi\nUI\n"):
        assert kind.complete(table(other)) == table(other)


def test_regions_without_codes_get_those_of_their_names() -> None:
    kind = region_kind()
    text = "No;Kabupaten/Kota\n1;Kota Samarinda\n2;Bandung\n3;Kota Balikpapan\n"
    attempt = attempt_list(kind.complete(table(text)), kind)
    assert offered(attempt) == [[(3, 2, "32.04"), (3, 2, "32.73")]]
    _, kota = attempt.troubles[0].corrections
    named = attempt_list(attempt.table, kind, (kota,))
    # Who names a kota by its bare name is asked for the word, as in every list.
    (name,) = [each for each in named.troubles[0].corrections if each.value == "Kota Bandung"]
    whole = attempt_list(attempt.table, kind, (kota, name)).value
    assert whole is not None
    assert [region.code for region in whole] == ["32.73", "64.71", "64.72"]
