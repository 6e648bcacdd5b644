"""A small assessment to store."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.assessment import (
    Assessment,
    Assignment,
    ConflictOfInterest,
    Issue,
    IssueKind,
    Judge,
    Mode,
    Region,
)
from smartcity_desktop.domain.panel_issue import PanelIssue
from smartcity_desktop.store.panel_file import (
    NewPanel,
    PanelFile,
    create_panel_file,
    open_panel_file,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock

INSTRUMENT = b'format = 1\nid = "contoh"\n'
CODES = ("64.71", "64.72", "64.74")


@pytest.fixture
def clock() -> Clock:
    return lambda: datetime(2026, 11, 24, 3, 10, 16, tzinfo=UTC)


@pytest.fixture
def panel_issue() -> PanelIssue:
    assessment = Assessment(
        id="0f" * 16,
        title="Asesmen Kota Cerdas “Ōtsu” 2026",
        mode=Mode.REHEARSAL,
        created_at="2026-11-01T00:00:00Z",
        instrument_sha256=hashlib.sha256(INSTRUMENT).hexdigest(),
        public_key='{"kty":"EC"}',
        recipients=("age1qqq",),
    )
    names = ("Kota Balikpapan", "Kota Samarinda", "Kota Bontang")
    return PanelIssue(
        assessment,
        Judge("j07", "Dr. Sri Wahyuni", home_region="64.74"),
        Issue("j07-1", "j07", IssueKind.FIRST, CODES, '{"kty":"EC"}', "2026-11-02T00:00:00Z"),
        tuple(Region(c, n, "Kalimantan Timur") for c, n in zip(CODES, names, strict=True)),
        tuple(Assignment("j07", code, day="2026-11-24", room="B") for code in CODES),
        (ConflictOfInterest("j07", "64.74", "home_region", "Daerah asal"),),
    )


@pytest.fixture
def new_panel(panel_issue: PanelIssue) -> NewPanel:
    return NewPanel(
        panel_issue,
        INSTRUMENT,
        (("A.1", 0), ("A.2", 1)),
        b"-----BEGIN PRIVATE KEY-----\nKUNCI-PENERBITAN\n-----END PRIVATE KEY-----\n",
        {"64.72": b'{"penduduk":834824}'},
    )


@pytest.fixture
def panel_path(tmp_path: Path, new_panel: NewPanel, clock: Clock) -> Path:
    path = tmp_path / "juri 07 #1.panel"
    create_panel_file(path, new_panel, clock)
    return path


@pytest.fixture
def panel(panel_path: Path, clock: Clock) -> Iterator[PanelFile]:
    with open_panel_file(panel_path, clock) as file:
        yield file


@pytest.fixture
def sheet() -> Callable[..., bytes]:
    def make(region: str, *values: int | None, judge: str = "j07", **more: object) -> bytes:
        record = {
            "abstained": {},
            "changed": {"count": 1, "first": AT, "last": AT},
            "evidence": {},
            "judge": judge,
            "name": "Kota",
            "notes": {},
            "reason": "",
            "region": region,
            "state": "scored",
            "values": list(values),
        }
        text = json.dumps(record | more, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return text.encode()

    return make


AT = "2026-11-24T03:10:16Z"
