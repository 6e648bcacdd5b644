"""No score is lost: killed at any moment, or with the disk full, what was said is there."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.store.panel_file import create_panel_file, open_panel_file

if TYPE_CHECKING:
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.store.panel_file import NewPanel, PanelFile

AT = "2026-11-24T03:10:16Z"
ROOT = Path(__file__).parents[2]
ROUNDS = 200
ROUNDS_A_FILE = 25


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork to be quick enough")
def test_nothing_acknowledged_is_lost_to_kill_9(
    tmp_path: Path, new_panel: NewPanel, clock: Clock
) -> None:
    chance = random.Random(7)  # noqa: S311 - moments, no secret
    lines = []
    for number in range(ROUNDS):
        path = tmp_path / f"{number // ROUNDS_A_FILE}.panel"
        if not path.exists():
            create_panel_file(path, new_panel, clock)
        lines.append(f"{path}\t{chance.randrange(20_000)}\n")
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("recorder.py"))],
        input="".join(lines),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        check=False,
    )
    rounds = [tuple(map(int, line.split())) for line in done.stdout.splitlines()]
    assert len(rounds) == ROUNDS, done.stderr
    for acknowledged, present, sound, _ in rounds:
        assert sound
        assert 0 < acknowledged <= present <= acknowledged + 1
    assert sum(hot for *_, hot in rounds) > ROUNDS // 10, "recovery was hardly put to the test"


def test_full_disk_is_a_sentence_and_loses_nothing(panel: PanelFile, clock: Clock) -> None:
    connection = panel.sheets._session.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 6}")
    saved: dict[str, bytes] = {}

    def fill() -> None:
        for number in range(1000):
            region, payload = f"64.{number}", b"x" * 500
            panel.sheets.record(region, payload, "score", AT)
            saved[region] = payload

    with pytest.raises(StoreError, match=r"disk is full.*Everything saved before it is safe"):
        fill()
    assert saved
    assert panel.sheets.payloads() == dict(sorted(saved.items()))
    panel.close()
    with open_panel_file(panel.path, clock) as again:
        assert again.sheets.payloads() == dict(sorted(saved.items()))
        again.sheets.record("64.0", b"room again", "score", AT)


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of POSIX")
def test_drive_that_takes_no_more_is_a_sentence(panel: PanelFile, clock: Clock) -> None:
    import resource

    panel.sheets.record("64.71", b"one", "score", AT)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (panel.path.stat().st_size, hard))
    try:
        with pytest.raises(StoreError, match="was not saved"):
            panel.sheets.record("64.72", b"x" * 50_000, "score", AT)
        assert panel.sheets.payloads() == {"64.71": b"one"}
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    panel.sheets.record("64.72", b"two", "score", AT)
    panel.close()
    with open_panel_file(panel.path, clock) as again:
        assert again.sheets.payloads() == {"64.71": b"one", "64.72": b"two"}
