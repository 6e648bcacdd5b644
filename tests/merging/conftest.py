"""One assessment with sealed copies, made once; every test tampers with a copy of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec import Struct

from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.sealing.signer import Signer


class Made(Struct, frozen=True):
    """A workshop and the copy that the first judge handed over."""

    shop: Workshop
    copy: Path

    @property
    def signer(self) -> Signer:
        """The first judge's key."""
        return self.shop.signers["j01-1"]


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Made:
    shop = Workshop.open(tmp_path_factory.mktemp("asesmen") / "lokakarya")
    values = shop.invented("j01")
    del values[shop.regions[-1]]
    return Made(shop, shop.hand_in("j01", values))


@pytest.fixture
def made(prepared: Made, tmp_path: Path) -> Made:
    """The same files in a folder of the test's own."""
    old = prepared.shop
    folder = tmp_path / "lokakarya"
    shop = old.copied_to(folder)
    return Made(shop, folder / prepared.copy.relative_to(old.folder))
