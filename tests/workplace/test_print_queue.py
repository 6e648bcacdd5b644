"""Whether documents go to a queue at all, and a service that is off or knows no printer.

What a queue does with documents is tested with a real one.
"""

from __future__ import annotations

import shutil
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.workplace import print_queue
from smartcity_desktop.workplace.print_queue import has_queues, list_queues

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCRIPT = """\
#!/bin/sh
case "$1" in
-e) printf '{queues}' ;;
-r) echo "scheduler is {state}" ;;
esac
"""
IN_A_SHELL = pytest.mark.skipif(sys.platform == "win32", reason="needs scripts of a shell")


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Invent programs that answer for a printing service."""

    def make(queues: str, state: str) -> None:
        for name in ("lpstat", "lp"):
            (tmp_path / name).write_text(SCRIPT.format(queues=queues, state=state))
            (tmp_path / name).chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))

    return make


@pytest.mark.parametrize(("system_name", "found"), [("linux", True), ("win32", False)])
def test_on_windows_no_program_beside_the_opened_file_is_a_queue(
    monkeypatch: pytest.MonkeyPatch, system_name: str, *, found: bool
) -> None:
    monkeypatch.setattr(print_queue, "sys", SimpleNamespace(platform=system_name))
    monkeypatch.setattr(shutil, "which", lambda name: f".\\{name}.bat")
    assert has_queues() is found


@IN_A_SHELL
def test_a_service_that_is_off_is_no_laptop_without_printers(
    system: Callable[[str, str], None],
) -> None:
    system("", "not running")
    assert has_queues()
    with pytest.raises(StoreError, match="printing service is not running") as caught:
        list_queues()
    assert "The document itself is safe" in str(caught.value)


@IN_A_SHELL
def test_a_service_without_printers_offers_none(system: Callable[[str, str], None]) -> None:
    system("", "running")
    assert list_queues() == ()
    system("Sekretariat\\nLantai-2\\n", "running")
    assert list_queues() == ("Lantai-2", "Sekretariat")
