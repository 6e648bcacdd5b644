from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from msgspec import Struct

from smartcity_desktop.signing.field_states import FieldState, signature_fields
from smartcity_desktop.signing.fields import FieldBox, prepare_fields
from smartcity_desktop.signing.opening import PdfRefusedError
from tests.signing.people import boxes, document, prepared, signed


class ReportsPlace(Struct, frozen=True):
    """A place as the reports hand it over: their own type of the same form."""

    field: str
    name: str
    role: str
    page: int
    rectangle: tuple[float, float, float, float]


def test_prepared_fields_are_listed_with_whom_they_are_for() -> None:
    assert signature_fields(signed(1)) == (
        FieldState("chair", "Chair, Juri", signed=True),
        FieldState("secretary", "Secretary, Juri", signed=False),
        FieldState("witness", "Witness, Juri", signed=False),
    )
    assert signature_fields(document()) == ()


def test_fields_lie_where_they_were_asked_for() -> None:
    place = ReportsPlace("chair", "Siti", "", 1, (72.5, 100.25, 260, 150))
    with pikepdf.open(BytesIO(prepare_fields(document(), [place]))) as pdf:
        widget = pdf.pages[1].Annots[0]
        assert [float(value) for value in widget.Rect] == [72.5, 100.25, 260, 150]
        assert str(widget.TU) == "Siti"
        assert int(widget.F) == 132
        assert "/Annots" not in pdf.pages[0]


def test_the_same_input_gives_the_same_bytes() -> None:
    names = boxes("chair", "secretary")
    assert prepare_fields(document(), names) == prepare_fields(document(), names)
    assert prepare_fields(document(), names) != prepare_fields(document(), names[:1])
    assert prepare_fields(document(), []) == document()


def test_the_file_keeps_its_dates_and_its_producer() -> None:
    with pikepdf.open(BytesIO(document())) as before, pikepdf.open(BytesIO(signed())) as after:
        assert dict(before.docinfo) == dict(after.docinfo)
        assert before.Root.Metadata.read_bytes() == after.Root.Metadata.read_bytes()
        assert bytes(before.trailer.ID[0]) == bytes(after.trailer.ID[0])
        assert bytes(before.trailer.ID[1]) != bytes(after.trailer.ID[1])


def test_every_wrong_field_is_named_at_once() -> None:
    wrong = [
        FieldBox("chair", 0, (10, 10, 100, 60)),
        FieldBox("chair", 0, (10, 10, 100, 60)),
        FieldBox("a.b", 0, (10, 10, 100, 60)),
        FieldBox("far", 7, (10, 10, 100, 60)),
        FieldBox("flat", 0, (10, 10, 100, 10)),
    ]
    with pytest.raises(PdfRefusedError) as caught:
        prepare_fields(document(), wrong)
    told = {(str(problem.where), str(problem.what)) for problem in caught.value.problems}
    assert told == {
        ("chair", "This PDF already has a signature field of this name."),
        ("a.b", "A field's name consists of letters, digits, hyphens and underlines."),
        ("far", "The PDF has no page 8."),
        ("flat", "The field has no room to sign in."),
    }


def test_a_name_already_taken_is_refused() -> None:
    with pytest.raises(PdfRefusedError, match="already has"):
        prepare_fields(prepared(), boxes("chair"))


def test_more_fields_than_anybody_checks_are_refused() -> None:
    with pytest.raises(PdfRefusedError, match="at most 64"):
        prepare_fields(document(), [boxes(f"j{number}")[0] for number in range(65)])
