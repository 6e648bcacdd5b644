"""What is dropped on the window: opened, or handed to what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from pathlib import Path

    from ui.front import Front
    from ui.main_window import MainWindow

DRAFT = ".rancangan"
"""The ending of a draft of a new assessment."""

OURS = (".panel", ".assessment", ".age", ".cadangan", ".diganti", DRAFT)
"""Names that are opened, or explained, when they are dropped while a file is open."""


def take_dropped(front: Front, window: MainWindow, path: Path) -> None:
    """Open what was dropped; a photograph beside its indicator does not close the file."""
    if front.journey is None or path.suffix in OURS:
        front.open(path)
        return
    said = message(
        "{name} is not a panel file. To attach it as evidence, drop it on an indicator.",
        name=path.name,
    )
    window.show_notice(said)


def take_several(front: Front, paths: tuple[Path, ...]) -> None:
    """Hand files and folders to the open assessment; another assessment is opened instead."""
    if front.office is None or [path.suffix for path in paths] == [".assessment"]:
        front.open(paths[0])
    else:
        front.office.offer(paths)
