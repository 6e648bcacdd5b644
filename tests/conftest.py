"""What all tests share."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no failure; speed is measured by the benchmarks.
settings.register_profile("project", deadline=None)
settings.load_profile("project")

ROOT = Path(__file__).resolve().parents[1]
TRANSLATION = ROOT / "resources" / "translations" / "id" / "LC_MESSAGES" / "smartcity_desktop.po"


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogue when it is older than the translation; once, before any worker."""
    if hasattr(config, "workerinput"):
        return
    compiled = TRANSLATION.with_suffix(".mo")
    if not compiled.exists() or compiled.stat().st_mtime < TRANSLATION.stat().st_mtime:
        subprocess.run([sys.executable, ROOT / ".ci" / "catalogues.py", "compile"], check=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no process is left alone with it at the end."""
    items.sort(key=lambda item: "end2end" not in item.path.parts)


@pytest.fixture
def root() -> Path:
    """The folder of the whole project."""
    return ROOT
