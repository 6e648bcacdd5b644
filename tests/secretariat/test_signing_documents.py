"""Who may sign a document now."""

from __future__ import annotations

from smartcity_desktop.secretariat.signing_documents import SigningField, fields_to_sign

SECRETARY = SigningField("secretary", "Budi Santoso, Sekretaris", signed=False)
CHAIR = SigningField("chair", "Siti Aminah, Ketua", signed=False)
SIGNED = SigningField("chair", "Siti Aminah, Ketua", signed=True)


def test_the_chair_signs_first_wherever_the_field_stands() -> None:
    assert fields_to_sign((SECRETARY, CHAIR)) == (CHAIR,)


def test_then_everybody_whose_field_is_empty() -> None:
    assert fields_to_sign((SECRETARY, SIGNED)) == (SECRETARY,)
    assert fields_to_sign((SIGNED,)) == ()


def test_a_document_without_a_chair_is_signed_by_anybody() -> None:
    assert fields_to_sign((SECRETARY,)) == (SECRETARY,)
