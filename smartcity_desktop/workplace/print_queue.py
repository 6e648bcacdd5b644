"""The system's printer queues, where there are any that take a PDF as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import Problem, StoreError
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 60


def has_queues() -> bool:
    """Whether this system prints through queues (CUPS)."""
    return shutil.which("lp") is not None and shutil.which("lpstat") is not None


def list_queues() -> tuple[str, ...]:
    """Return the names of the queues that accept jobs, sorted."""
    found = _run("lpstat", "-e")
    return tuple(sorted(line.strip() for line in found.stdout.splitlines() if line.strip()))


def send_to_queue(path: Path, queue: str, *, copies: int = 1) -> str:
    """Hand a document to a queue, in its own size; returns what the queue calls the job.

    Raises:
        StoreError: the queue does not take it; the document is safe.
    """
    done = _run("lp", "-d", queue, "-n", str(copies), "-o", "print-scaling=none", "--", str(path))
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
