"""Taking back what was signed elsewhere: the same document, more signatures, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyhanko.pdf_utils.generic import pdf_name

from smartcity_desktop.signing.opening import PdfRefusedError
from smartcity_desktop.signing.returned import expect_signed_elsewhere
from smartcity_desktop.signing.sign import sign_pdf
from tests.signing import attacks
from tests.signing.people import LATER, mark, panel
from tests.verifying.declared import Declared, make_declared, sign

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Declared:
    return make_declared(tmp_path_factory.mktemp("kembali") / "asesmen")


def signed_by_another_program(pdf: bytes, field: str) -> bytes:
    """As a signing service does it: in the prepared field, approving, without our mark."""
    people = panel()
    key = people.chair if field == "chair" else people.secretary
    return attacks.signed_in_new_field(pdf, key, field)


def refused(own: bytes, returned: bytes) -> str:
    with pytest.raises(PdfRefusedError) as caught:
        expect_signed_elsewhere(own, returned, LATER)
    return str(caught.value)


def test_one_or_several_signatures_come_back(once: Declared) -> None:
    one = signed_by_another_program(once.unsigned, "secretary")
    assert expect_signed_elsewhere(once.unsigned, one, LATER) == ("secretary",)
    both = signed_by_another_program(one, "chair")
    assert set(expect_signed_elsewhere(once.unsigned, both, LATER)) == {"chair", "secretary"}
    assert expect_signed_elsewhere(one, both, LATER) == ("chair",)
    assert once.verify(both, once.received) == {}


def test_after_ours_theirs_and_after_theirs_ours(once: Declared) -> None:
    ours = sign(once.unsigned, "chair")
    back = signed_by_another_program(ours, "secretary")
    assert expect_signed_elsewhere(ours, back, LATER) == ("secretary",)
    theirs = signed_by_another_program(once.unsigned, "secretary")
    assert once.verify(sign(theirs, "chair"), once.received) == {}


def test_nothing_new_is_told(once: Declared) -> None:
    for pdf in (once.unsigned, once.ranking):
        assert "No signature was added" in refused(pdf, pdf)


def test_another_copy_or_another_document_is_refused(once: Declared) -> None:
    """Two people who signed two copies cannot be put together again."""
    ours = sign(once.unsigned, "chair")
    theirs = signed_by_another_program(once.unsigned, "secretary")
    assert "not this document" in refused(ours, theirs)
    assert "not this document" in refused(once.unsigned, once.unsigned[:-20])
    assert "not this document" in refused(once.unsigned, b"%PDF-1.7\n")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (attacks.page_replaced, "page 1 shows something else"),
        (attacks.annotation_added, "page 1"),
        (lambda pdf: attacks.attachment_exchanged(pdf, b"{}"), "attachment"),
    ],
)
def test_changes_after_the_signature_are_refused(
    once: Declared, change: Callable[[bytes], bytes], words: str
) -> None:
    back = change(signed_by_another_program(once.unsigned, "chair"))
    assert words in refused(once.unsigned, back)


def test_what_a_service_adds_before_it_signs_is_refused(once: Declared) -> None:
    """Such as a picture of its own on every page, which the chair never saw."""
    back = signed_by_another_program(attacks.page_replaced(once.unsigned), "chair")
    sentence = refused(once.unsigned, back)
    assert "changed before it was signed: page 1 shows something else" in sentence


def test_a_script_or_a_moved_field_is_refused(once: Declared) -> None:
    """What no page shows yet, or shows somewhere else once it is signed."""

    def script(writer: attacks.Foreign) -> None:
        action = attacks.generic.DictionaryObject(
            {"/S": pdf_name("/JavaScript"), "/JS": attacks.generic.pdf_string("app.beep()")}
        )
        writer.root[pdf_name("/OpenAction")] = writer.add_object(action)
        writer.update_root()

    def moved(writer: attacks.Foreign) -> None:
        field = attacks.field_named(writer, "chair")
        numbers = [attacks.generic.NumberObject(value) for value in (50, 300, 500, 700)]
        field[pdf_name("/Rect")] = attacks.generic.ArrayObject(numbers)
        writer.update_container(field)

    for change in (script, moved):
        back = signed_by_another_program(attacks.updated(once.unsigned, change), "chair")
        assert "another part of the document was changed" in refused(once.unsigned, back)


def test_a_field_nobody_prepared_is_refused(once: Declared) -> None:
    back = attacks.signed_in_new_field(once.unsigned, panel().chair, "lain", visible=True)
    sentence = refused(once.unsigned, back)
    assert "does not list" in sentence
    assert "the field lain was added" in sentence


def test_a_stranger_is_refused(once: Declared) -> None:
    back = sign_pdf(once.unsigned, panel().stranger, "chair", moment=LATER, mark=mark())
    assert "Somebody else signed here" in refused(once.unsigned, back)


def test_whom_to_trust_is_asked_later(once: Declared) -> None:
    """No root is needed to take a document back; verify asks for one."""
    back = signed_by_another_program(once.unsigned, "chair")
    assert expect_signed_elsewhere(once.unsigned, back, LATER) == ("chair",)
    assert list(once.verify(back, incomplete_ok=True, trust_roots=())) == ["trust"]
