"""Worked examples for other implementations, written from fixed seeds.

The files in tests/data/vectors are the published truth; the tests compare the program with them.
``python -m tests.sealing.vectors`` writes them anew, which a new format version alone calls for.
"""

from __future__ import annotations

import hashlib
import json
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.score_sheet import Evidence, SheetState
from smartcity_desktop.sealing.base64url import read_base64url, write_base64, write_base64url
from smartcity_desktop.sealing.canonical import canonical_bytes, sha256_hex
from smartcity_desktop.sealing.certificate import make_certificate, read_certificate
from smartcity_desktop.sealing.key_wrap import wrap_key
from smartcity_desktop.sealing.manifest import write_manifest
from smartcity_desktop.sealing.receipt import receipt_of
from smartcity_desktop.sealing.signer import P256_ORDER, read_pem, write_pem
from smartcity_desktop.sealing.token import DeclarationToken, write_token
from tests.sealing.samples import (
    ASSESSMENT_ID,
    IDS,
    JUDGE,
    MOMENT,
    assessment_key,
    enrolment,
    issue,
    issue_key,
    judge_signer,
    panel,
    sheet,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.sealing.signer import Signer
    from tests.sealing.samples import Panel

FOLDER = Path(__file__).parents[1] / "data" / "vectors"
OPENS = "contoh saja, bukan rahasia"
WORK = 10

_PHOTO = Evidence("foto ruang layanan.jpg", 48213, sha256_hex(b"foto"))
_RECUSED = replace(
    sheet("35.78"),
    state=SheetState.RECUSED,
    reason="kerabat bekerja di sana",
    values=(None,) * 3,
    notes=(),
)
_ABSTAINED = replace(
    sheet("64.74", (2, None, 4)),
    abstained=(("A2", "bukti tidak dapat dibuka"),),
    notes=(("*", "Paparan baik.\nTanya jawab singkat."),),
    evidence=(("B1", _PHOTO),),
)

Vector = dict[str, object]


def all_vectors() -> dict[str, object]:
    """Return every vector file's content by its name."""
    return {
        "canonical.json": _canonical(),
        "keys.json": _keys(),
        "facts.json": _facts(),
        "sheets.json": _sheets(),
        "enrolment.json": _enrolment(),
        "seal.json": _seal(_first_panel(), judge_signer()),
        "seal-corrected.json": _seal(_second_panel(), judge_signer()),
        "seal-rsa.json": _seal(_rsa_panel(), rsa_signer()),
        "receipts.json": _receipts(),
        "token.json": _token(),
        "refused.json": _refused(),
    }


def write_text(content: object) -> str:
    """Return a vector file as it is stored."""
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def rsa_signer() -> Signer:
    """Return the one stored RSA key with its certificate."""
    key = read_pem((FOLDER / "rsa-key.pem").read_bytes())
    return key.with_certificates([make_certificate(key, JUDGE, MOMENT)])


def _first_panel() -> Panel:
    return panel(sheet(), _RECUSED)


def _second_panel() -> Panel:
    """Everything sealed before once more, one value corrected, one region added."""
    corrected = sheet("64.72", (3, 875, 3))
    earlier = (_first_panel().seal().digest,)
    return panel(
        corrected, _RECUSED, _ABSTAINED, number=2, earlier=earlier, reason="salah baca bukti A1"
    )


def _rsa_panel() -> Panel:
    made = panel(enrolment=enrolment(thumbprint=rsa_signer().public.thumbprint))
    made.signer = rsa_signer()
    return made


def _canonical() -> Vector:
    values: list[object] = [
        {"b": [1, -2, 0], "a": {"Z": None, "A": True}},
        {"teks": 'é ᬅᬓ᭄ᬱᬭ 智慧 \U0001f3d9 "kutip" \\ /\n'},
        {"terbesar": 2**53 - 1, "terkecil": 1 - 2**53},
        [[], {}, "", False],
    ]
    return {
        "written": [
            {"value": value, "text": data.decode(), "sha256": sha256_hex(data)}
            for value in values
            for data in (canonical_bytes(value),)
        ],
        "refused": [
            '{"a":1,"a":1}', '{"b":1,"a":1}', '{"a": 1}', "1.0", "1e1", "-0", "9007199254740992",
            '"\\u0041"', '"\\/"', '"e\u0301"', '{"é":1}', "NaN", "\ufeff1", "1\n",
        ],
    }  # fmt: skip


def _keys() -> Vector:
    wrapped = wrap_key(judge_signer(), OPENS, _random_bytes("wrapping"), WORK)
    return {
        "judge": {**_key(judge_signer()), "pem": write_pem(judge_signer()).decode()},
        "judge_rsa": _key(rsa_signer()),
        "issue": _key(issue_key()),
        "assessment": _key(assessment_key()),
        "wrapped": {"passphrase": OPENS, "age": write_base64(wrapped)},
    }


def _key(signer: Signer) -> Vector:
    return {"jwk": signer.public.jwk, "thumbprint": signer.public.thumbprint}


def _facts() -> Vector:
    """What a verifier knows beforehand: published with the results."""
    first = issue()
    return {
        "assessment": ASSESSMENT_ID,
        "mode": Mode.OFFICIAL.value,
        "instrument": "1" * 64,
        "assessment_key": assessment_key().public.jwk,
        "indicators": list(IDS),
        "permitted": {
            "A1": {"min": 1, "max": 4, "step": 1},
            "A2": {"min": 0, "max": 1000, "step": 5},
            "B1": {"min": 1, "max": 4, "step": 1},
        },
        "issue": first.id,
        "judge": first.judge,
        "issue_key": first.public_key,
        "regions": list(first.regions),
        "conflicts_of_interest": [],
    }


def _sheets() -> list[Vector]:
    """Return every payload that one of the seals lists."""
    payloads = {}
    for made in (_first_panel(), _second_panel(), _rsa_panel()):
        payloads.update(made.payloads)
    return [{"sha256": digest, "payload": payload.decode()} for digest, payload in payloads.items()]


def _enrolment() -> Vector:
    proof = enrolment(conflicts=(("35.78", "kerabat bekerja di sana"),))
    return {"proof": proof, "payload": read_base64url(proof.split(".")[1]).decode()}


def _seal(made: Panel, signer: Signer) -> Vector:
    seal = made.seal()
    certificate = read_certificate(signer.certificates[0])
    return {
        "header": read_base64url(seal.jws.split(".")[0]).decode(),
        "manifest": write_manifest(made.manifest).decode(),
        "jws": seal.jws,
        "digest": seal.digest,
        "receipt": seal.receipt,
        "thumbprint": signer.public.thumbprint,
        "certificate": {
            "subject": certificate.subject,
            "sha256": certificate.sha256,
            "not_before": certificate.not_before,
            "not_after": certificate.not_after,
        },
        **({} if made.signer.public.jwk.startswith('{"e"') else {"twin": _twin(seal.jws)}),
    }


def _twin(jws: str) -> str:
    """Return the same seal with its other valid signature: s becomes n - s."""
    signed, _, signature = jws.rpartition(".")
    raw = read_base64url(signature)
    return f"{signed}.{write_base64url(raw[:32] + _other(raw[32:]))}"


def _other(s: bytes) -> bytes:
    return (P256_ORDER - int.from_bytes(s)).to_bytes(32)


def _receipts() -> list[Vector]:
    digests = ["0" * 64, "f" * 64, _first_panel().seal().digest]
    return [{"digest": digest, "receipt": receipt_of(digest)} for digest in digests]


def _token() -> Vector:
    token = DeclarationToken(ASSESSMENT_ID, 1, Mode.OFFICIAL, sha256_hex(b"results"))
    text = write_token(token, assessment_key())
    return {
        "token": text,
        "payload": read_base64url(text.split(".")[1]).decode(),
        "assessment": token.assessment,
        "declaration": token.declaration,
        "mode": token.mode.value,
        "results_sha256": token.results_sha256,
    }


def _refused() -> list[Vector]:
    """Return seals that must not pass, each with the reason this program gives."""
    head, payload, signature = _first_panel().seal().jws.split(".")
    changed = read_base64url(payload).replace(b'"number":1', b'"number":2')
    none = read_base64url(head).replace(b'"ES256"', b'"none"')
    thief = canonical_bytes(
        {
            "alg": "ES256",
            "typ": "smartcity-seal",
            "x5c": [write_base64(judge_signer("thief").certificates[0])],
        }
    )
    cases = {
        "manifest changed": (f"{head}.{write_base64url(changed)}.{signature}", "signature_invalid"),
        "certificate swapped": (
            f"{write_base64url(thief)}.{payload}.{signature}",
            "signature_invalid",
        ),
        "signature removed": (f"{head}.{payload}.", "signature_invalid"),
        "algorithm none": (f"{write_base64url(none)}.{payload}.", "algorithm_not_allowed"),
        "padding": (f"{head}.{payload}.{signature}=", "seal_malformed"),
        "other assessment": (_jws(assessment="f" * 32), "other_assessment"),
        "rehearsal": (_jws(mode=Mode.REHEARSAL), "other_mode"),
        "other instrument": (_jws(instrument="2" * 64), "other_instrument"),
        "unknown judge": (_jws(judge="j99"), "unknown_judge"),
        "unknown issue": (_jws(issue="j07-9"), "unknown_issue"),
        "proof of another issue": (_jws(enrolment=enrolment(issue="j07-2")), "key_not_proven"),
        "region of nobody": (_jws(open=("35.78", "64.74", "99.01")), "region_not_assigned"),
        "region left out": (_jws(open=("35.78",)), "seal_malformed"),
    }
    return [{"name": name, "jws": jws, "reason": why} for name, (jws, why) in cases.items()]


def _jws(**changes: object) -> str:
    return panel(**changes).seal().jws


def _random_bytes(seed: str) -> Callable[[int], bytes]:
    numbers = count()
    return lambda size: hashlib.sha512(f"{seed} {next(numbers)}".encode()).digest()[:size]


if __name__ == "__main__":
    for name, content in all_vectors().items():
        (FOLDER / name).write_text(write_text(content), encoding="utf-8")
