"""What all tests share."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

# A busy machine is no failure; speed is measured by the benchmarks.
settings.register_profile("project", deadline=None)
settings.load_profile("project")

LONG = {"test_every_page.py", "test_no_leak.py", "test_archive_file.py", "test_hostile_pdf.py"}
"""Files whose tests take many seconds each, beside those of ``end2end``."""
LONG_TOGETHER = {"test_accessibility.py"}
"""Files that take a minute as a whole, and share what takes it."""
ROOT = Path(__file__).resolve().parents[1]
TRANSLATION = ROOT / "resources" / "translations" / "id" / "LC_MESSAGES" / "smartcity_desktop.po"


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogue when it is older than the translation; once, before any worker."""
    if hasattr(config, "workerinput"):
        return
    compiled = TRANSLATION.with_suffix(".mo")
    if not compiled.exists() or compiled.stat().st_mtime < TRANSLATION.stat().st_mtime:
        subprocess.run([sys.executable, ROOT / ".ci" / "catalogues.py", "compile"], check=True)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage among what is imported, now or later: modules and tests stay."""
    gc.disable()
    done = yield
    gc.collect()
    gc.freeze()
    gc.enable()
    return done


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest tests, so that no process ends alone with one."""
    items.sort(key=lambda item: not (takes_long(item.path) or item.path.name in LONG_TOGETHER))


class ByLength(LoadScopeScheduling):  # type: ignore[misc]  # it has no types
    """Hands out long tests one by one, all others file by file: these prepare things once."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return nodeid if takes_long(Path(file)) else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByLength | None:
    """Take the place of ``--dist loadscope``, and of no other."""
    return ByLength(config, log) if config.getvalue("dist") == "loadscope" else None


def takes_long(file: Path) -> bool:
    """Whether the tests of a file take many seconds each and share nothing that does."""
    name = file.name
    return name in LONG or (file.parent.name == "end2end" and name != "test_main_job.py")


WINDOWS = {"ui", "end2end"}
"""Folders of tests in which there is a window."""


@pytest.fixture(autouse=True)
def _free_windows_on_their_own_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let no lane free parts of a window in the middle of its work; in the program ui.sweeping."""
    if request.path.parent.name not in WINDOWS:
        gc.enable()
        yield
        return
    gc.disable()
    yield
    gc.collect(1)


@pytest.fixture(autouse=True, scope="module")
def _free_what_a_file_left_behind() -> Iterator[None]:
    yield
    gc.collect()
    # A window that was closed has Python look at everything again.
    if not gc.get_freeze_count():
        gc.freeze()


@pytest.fixture
def root() -> Path:
    """The folder of the whole project."""
    return ROOT
