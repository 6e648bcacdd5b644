from __future__ import annotations

import json

import pytest

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.signatory import Signatory
from smartcity_desktop.signing.signatories import read_signatories

DIGEST = "ab" * 32


def entry(**changes: object) -> dict[str, object]:
    return {"field": "chair", "name": "Siti", "role": "Ketua", "certificate_sha256": DIGEST} | (
        changes
    )


def test_a_list_is_read_in_its_order() -> None:
    data = json.dumps([entry(), entry(field="judge-01", certificate_sha256=None)]).encode()
    assert read_signatories(data) == (
        Signatory("chair", "Siti", "Ketua", DIGEST),
        Signatory("judge-01", "Siti", "Ketua", None),
    )
    assert read_signatories(b"[]") == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        json.dumps([entry(field=3)]).encode(),
        json.dumps([entry(more=1)]).encode(),
        json.dumps([entry(certificate_sha256="AB" * 32)]).encode(),
        json.dumps([entry(certificate_sha256="")]).encode(),
        json.dumps([entry(), entry()]).encode(),
        json.dumps([entry(field=f"f{number}") for number in range(65)]).encode(),
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="list of signers"):
        read_signatories(data)
