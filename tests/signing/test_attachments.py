from __future__ import annotations

import pytest

from smartcity_desktop.signing.attachments import read_attachments
from smartcity_desktop.signing.opening import PdfRefusedError
from tests.signing import attacks
from tests.signing.people import ATTACHED, document, prepared, signed


def test_attachments_are_read_before_and_after_signing() -> None:
    for pdf in (document(), prepared(), signed(1), signed()):
        assert read_attachments(pdf) == ATTACHED


def test_what_was_exchanged_after_signing_is_not_what_is_read() -> None:
    assert read_attachments(attacks.attachment_exchanged(signed())) == ATTACHED


def test_what_was_exchanged_before_signing_is_what_was_signed() -> None:
    changed = attacks.attachment_exchanged(prepared(), b'{"format":2}')
    assert read_attachments(changed)["results.json"] == b'{"format":2}'


def test_two_attachments_of_one_name_are_refused() -> None:
    def change(writer: attacks.Foreign) -> None:
        names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
        names.extend([names.raw_get(0), names.raw_get(1)])
        writer.update_container(names)

    with pytest.raises(PdfRefusedError, match="two of one name"):
        read_attachments(attacks.updated(document(), change))


def test_a_list_of_attachments_in_a_circle_ends() -> None:
    def change(writer: attacks.Foreign) -> None:
        node = attacks.generic.DictionaryObject()
        reference = writer.add_object(node)
        node["/Kids"] = attacks.generic.ArrayObject([reference])
        writer.root["/Names"]["/EmbeddedFiles"] = reference
        writer.update_container(writer.root["/Names"])

    with pytest.raises(PdfRefusedError):
        read_attachments(attacks.updated(document(), change))
