"""Killed in the middle of sealing or merging: what was there before, or all of it, never half."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.plenary.facts import results_document
from smartcity_desktop.plenary.reckoning import reckon_file
from smartcity_desktop.store.panel_file import open_panel_file
from smartcity_desktop.verifying.assessment_file import verify_assessment_file
from smartcity_desktop.verifying.panel_file import verify_panel_file
from tests.workshop import PHRASE, Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartcity_desktop.domain.check import Check

ROOT = Path(__file__).parents[2]
ROUNDS = 30

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and kill -9")


def act_and_kill(tasks: Sequence[dict[str, object]]) -> list[bool]:
    """Return for each task whether it had ended before it was killed."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("interrupted.py"))],
        input="".join(f"{json.dumps(task)}\n" for task in tasks),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert len(done.stdout.splitlines()) == len(tasks), done.stderr
    return [line == "1" for line in done.stdout.splitlines()]


def moments() -> Iterator[float]:
    chance = random.Random(11)  # noqa: S311 - moments, no secret
    while True:
        yield chance.uniform(0, 1.2)


def holds(checks: Sequence[Check]) -> bool:
    return all(check.ok for check in checks)


def test_a_merge_that_is_killed_leaves_none_or_all_of_it(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path / "asesmen", judges=6, regions=8)
    folder = tmp_path / "masuk"
    folder.mkdir()
    for judge in shop.judges:
        shutil.copy(shop.hand_in(judge), folder)
    before = shop.path.read_bytes()
    tasks, paths = [], []
    for number, moment in zip(range(ROUNDS), moments(), strict=False):
        path = tmp_path / f"{number}" / "uji.assessment"
        path.parent.mkdir()
        path.write_bytes(before)
        paths.append(path)
        tasks.append({"act": "merge", "file": str(path), "folder": str(folder), "share": moment})
    ended = act_and_kill(tasks)
    shop.merge(folder)
    expected = results_of(shop)
    found = set()
    for path, finished in zip(paths, ended, strict=True):
        shop.path = path
        with shop.assessment() as file:
            seals, sheets = len(file.seals.all()), len(file.seals.sheets())
            merges = len(file.seals.merges())
        found.add(seals)
        assert (seals, sheets, merges) in ((0, 0, 0), (6, 48, 1))
        assert seals == 6 or not finished
        assert holds(verify_assessment_file(path))
        for backup in path.parent.glob("*.bak"):
            assert backup.read_bytes() == before
        shop.merge(folder)
        assert results_of(shop) == expected
    assert found == {0, 6}, "the moments were not spread"


def results_of(shop: Workshop) -> bytes:
    with shop.assessment() as file:
        return results_document(reckon_file(file, shop.instrument))


def test_sealing_that_is_killed_leaves_a_whole_file_and_whole_copies(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path / "asesmen", judges=1, regions=40)
    shop.hand_in("j01")
    shop.score("j01-1", {shop.regions[0]: (1, 1, 1)})
    before = shop.panels["j01-1"].read_bytes()
    tasks, paths = [], []
    for number, moment in zip(range(ROUNDS), moments(), strict=False):
        path = tmp_path / f"{number}" / "j01-1.panel"
        stick = path.with_name("stik")
        stick.mkdir(parents=True)
        path.write_bytes(before)
        paths.append(path)
        tasks.append(
            {
                "act": "seal", "file": str(path), "folder": str(stick), "passphrase": PHRASE,
                "share": moment,
            }
        )  # fmt: skip
    ended = act_and_kill(tasks)
    found = set()
    for path, finished in zip(paths, ended, strict=True):
        with open_panel_file(path, shop.clock) as panel:
            seals = len(panel.seals.all())
        copies = list(path.with_name("stik").glob("*.panel"))
        assert all(holds(verify_panel_file(copy.read_bytes())) for copy in copies)
        assert holds(verify_panel_file(path.read_bytes()))
        assert seals == 2 or not (finished or copies)
        found.add((seals, len(copies)))
        sealed, copy = shop.seal("j01-1", path=path)
        assert sealed.number == 2
        assert sealed.fresh is (seals == 1)
        assert holds(verify_panel_file(copy.read_bytes()))
    assert {(1, 0), (2, 1)} <= found, "the moments were not spread"
