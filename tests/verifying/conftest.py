"""One declared assessment, made once; every test works on a copy of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.verifying.declared import Declared, make_declared

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Declared:
    return make_declared(tmp_path_factory.mktemp("penetapan") / "asesmen")


@pytest.fixture
def made(once: Declared, tmp_path: Path) -> Declared:
    """The same files in a folder of the test's own."""
    old = once.shop
    folder = tmp_path / "asesmen"
    shop = old.copied_to(folder)
    return replace(once, shop=shop, received=folder / once.received.name)
