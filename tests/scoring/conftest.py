"""A judge at his desk, with a panel file that the coordinator handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scoring.jury import Jury

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.sealing.signer import Signer


@pytest.fixture
def jury(tmp_path: Path) -> Jury:
    """An assessment whose judges have their panel files."""
    jury = Jury(tmp_path)
    jury.make()
    jury.issue()
    return jury


@pytest.fixture
def fresh(jury: Jury) -> Iterator[Desk]:
    """The desk of a judge who has not enrolled yet."""
    desk = jury.sit()
    with desk.panel:
        yield desk


@pytest.fixture
def signer(jury: Jury, fresh: Desk) -> Signer:
    """The judge's key after enrolment."""
    return jury.enrol(fresh, {"64.74": "Pernah menjadi konsultan"})


@pytest.fixture
def desk(fresh: Desk, signer: Signer) -> Desk:
    """The desk of a judge who has enrolled, in conflict of interest with 64.74."""
    del signer
    return fresh
