"""The system's printer queues, where there are any that take a PDF as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import Problem, StoreError
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 60
_KNOWN = {(210, 297): "A4"}
"""Sizes that every queue has a name for."""

Paper = tuple[int, int]
"""Width and height in millimetres."""


def has_queues() -> bool:
    """Whether this system prints through queues (CUPS).

    Windows has none; there a program of such a name might lie beside the file that was opened, on
    anybody's stick, and would be run.
    """
    if sys.platform == "win32":
        return False
    return shutil.which("lp") is not None and shutil.which("lpstat") is not None


def list_queues() -> tuple[str, ...]:
    """Return the names of the queues that accept jobs, sorted."""
    found = _run("lpstat", "-e")
    return tuple(sorted(line.strip() for line in found.stdout.splitlines() if line.strip()))


def send_to_queue(path: Path, queue: str, paper: Paper, *, copies: int = 1) -> str:
    """Hand a document to a queue, in its own size; returns what the queue calls the job.

    Args:
        path: a PDF.
        queue: its name, as ``list_queues`` says it.
        paper: width and height of the upright sheet, in millimetres. Without it a queue takes the
            size that is set for it, and cuts off what is larger.
        copies: how many.

    Raises:
        StoreError: the queue does not take it, or is stopped; the document is safe.
    """
    if _is_stopped(queue):
        what = message(
            "The printer {queue} is stopped, so nothing was handed to it. The document itself is "
            "safe. Switch the printer on and let its queue go on, or choose another one, and print "
            "again.",
            queue=queue,
        )
        raise StoreError(Problem(str(path), what))
    wishes = ("-n", str(copies), "-o", "print-scaling=none", "-o", f"media={_media(paper)}")
    done = _run("lp", "-d", queue, *wishes, "--", str(path))
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split())
        what = message(
            "The printer {queue} did not take the document: {said}. The document itself is safe. "
            "Switch the printer on, or choose another one, and print again.",
            queue=queue,
            said=said or "lp",
        )
        raise StoreError(Problem(str(path), what))
    return done.stdout.strip()


def _is_stopped(queue: str) -> bool:
    """Whether jobs would only wait: nobody would look for paper that does not come."""
    return _run("lpstat", "-p", queue).stdout.startswith(f"printer {queue} disabled")


def _media(paper: Paper) -> str:
    width, height = paper
    return _KNOWN.get(paper, f"Custom.{width}x{height}mm")


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        return subprocess.run(  # noqa: S603 - fixed programs; names and paths are arguments only
            command,
            capture_output=True,
            text=True,
            check=False,
            timeout=_SECONDS,
            env=environment,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        what = message("The system's printing service does not answer. Print again later.")
        raise StoreError(Problem("", what)) from error
