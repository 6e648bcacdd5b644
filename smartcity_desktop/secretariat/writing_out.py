"""Writing a file that a person asked for: wholly or not at all, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.store.durable import write_atomically

if TYPE_CHECKING:
    from pathlib import Path


def write_out(path: Path, data: bytes) -> Path:
    """Write a file in place of one that the person agreed to replace; returns its path.

    Raises:
        StoreError: disk full, folder missing or not writable, or read back differently.
    """
    write_atomically(path, data)
    return path
