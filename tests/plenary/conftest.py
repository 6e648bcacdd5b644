"""The anonymous jury, which takes seconds to make: once, then copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plenary.anonymous_jury import declare, object_and_declare_anew, open_jury

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workshop import Workshop


@pytest.fixture(scope="session")
def unnamed_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Declared, objected to, reopened and declared again. Only to be read."""
    shop = open_jury(tmp_path_factory.mktemp("anonim"))
    declare(shop)
    object_and_declare_anew(shop)
    return shop


@pytest.fixture
def unnamed(unnamed_once: Workshop, tmp_path: Path) -> Workshop:
    """The same, to do anything with."""
    return unnamed_once.copied_to(tmp_path / "anonim")
