"""Keys that take time to make, once for all tests."""

from __future__ import annotations

import os

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from smartcity_desktop.sealing.certificate import make_certificate
from smartcity_desktop.sealing.key_wrap import unlock_key, wrap_key
from smartcity_desktop.sealing.signer import Signer, signer_for
from tests.sealing.samples import JUDGE, MOMENT, judge_signer

OPENED_BY = "kuda laut makan padi é"


@pytest.fixture(scope="session")
def wrapped_key() -> bytes:
    """A key wrapped at full cost."""
    return wrap_key(judge_signer(), OPENED_BY, os.urandom)


@pytest.fixture(scope="session")
def unlocked_key(wrapped_key: bytes) -> Signer:
    return unlock_key(wrapped_key, OPENED_BY)


@pytest.fixture(scope="session")
def rsa_signer() -> Signer:
    key = signer_for(rsa.generate_private_key(65537, 2048))
    return key.with_certificates([make_certificate(key, JUDGE, MOMENT)])
