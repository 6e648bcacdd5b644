"""What several subcommands open: files that people name, and our own two kinds of file."""

from __future__ import annotations

import re
import shlex
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartcity_desktop.cli.session import Session
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.store.assessment_file import AssessmentFile

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
"""Where the files that come with the program lie."""

_PLAIN = re.compile(r"[\w.:\\/+=@-]+")
_BEFORE_QUOTE = re.compile(r'(\\*)("|$)')


def is_bundled() -> bool:
    """Whether the program runs from its bundle, without an interpreter of its own."""
    return bool(getattr(sys, "frozen", False))


def written_out(session: Session, *words: object) -> str:
    """Return a command as a person types it here, with the interpreter that runs us."""
    interpreter = Path(sys.executable)
    here = Path.cwd()
    elsewhere = interpreter if is_bundled() else "python"
    shown = interpreter.relative_to(here) if interpreter.is_relative_to(here) else elsewhere
    started = (shown,) if is_bundled() else (shown, session.program)
    return as_typed([str(word) for word in (*started, *words)])


def as_typed(words: Sequence[str]) -> str:
    """Return words as a command line of this system takes them; Windows knows one kind of quote."""
    if sys.platform == "win32":
        return " ".join(word if _PLAIN.fullmatch(word) else _quoted(word) for word in words)
    else:  # noqa: RET505 - a type checker looks at one system's branch only
        return shlex.join(words)


def _quoted(word: str) -> str:
    """Return a word in double quotes; before them a backslash stands for itself only doubled."""
    return '"' + _BEFORE_QUOTE.sub(lambda found: 2 * found[1] + 2 * found[2], word) + '"'


@contextmanager
def open_assessment(
    session: Session, path: Path, *, read_only: bool = False
) -> Iterator[tuple[AssessmentFile, Instrument]]:
    """Open an assessment file with its instrument."""
    from smartcity_desktop.instruments.reading import read_instrument
    from smartcity_desktop.store.assessment_file import open_assessment_file

    with open_assessment_file(path, session.clock, read_only=read_only) as file:
        yield file, read_instrument(file.instrument(), str(path))


@contextmanager
def open_desk(session: Session, path: Path) -> Iterator[Desk]:
    """Open a panel file for its judge."""
    from smartcity_desktop.scoring.opening import open_desk as open_for_judge

    desk = open_for_judge(path, session.clock)
    with desk.panel:
        yield desk
