"""Whether documents go to a queue at all; what a queue does with them is tested with a real one."""

from __future__ import annotations

import shutil
from types import SimpleNamespace

import pytest

from smartcity_desktop.workplace import print_queue
from smartcity_desktop.workplace.print_queue import has_queues


@pytest.mark.parametrize(("system", "found"), [("linux", True), ("win32", False)])
def test_on_windows_no_program_beside_the_opened_file_is_a_queue(
    monkeypatch: pytest.MonkeyPatch, system: str, *, found: bool
) -> None:
    monkeypatch.setattr(print_queue, "sys", SimpleNamespace(platform=system))
    monkeypatch.setattr(shutil, "which", lambda name: f".\\{name}.bat")
    assert has_queues() is found
