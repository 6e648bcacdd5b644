"""What goes out to a person's terminal or to a script: lines, tables, one JSON object."""

from __future__ import annotations

import errno
import json
import os
import re
import sys
import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Unicode categories that a terminal obeys or hides instead of showing."""

DOUBTFUL = re.compile(r"[^\x20-\x7e]")

GAP = "  "


def make_legible(text: str) -> str:
    r"""Return a line in which nothing commands the terminal: an escape is shown as ``\x1b``.

    Names and notes come from foreign files.
    """
    return DOUBTFUL.sub(_show, text)


def _show(found: re.Match[str]) -> str:
    char = found[0]
    if unicodedata.category(char) not in UNSEEN:
        return char
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")


def _show_in_json(found: re.Match[str]) -> str:
    char = found[0]
    if char == "\n" or unicodedata.category(char) not in UNSEEN:
        return char
    return json.dumps(char)[1:-1]


@contextmanager
def _to_somebody() -> Iterator[None]:
    """Say of a reader that has gone what every other system says; Windows: an invalid argument."""
    try:
        yield
    except OSError as error:
        if sys.platform == "win32" and error.errno == errno.EINVAL:
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE)) from error
        raise


class Column(Struct, frozen=True):
    """One column of a table: its title, and whether it holds figures (set to the right)."""

    title: str
    figures: bool = False


class Terminal(Struct, frozen=True):
    """The two streams of a run. In JSON mode only the one object goes to ``out``."""

    out: TextIO
    err: TextIO

    @classmethod
    def of_process(cls) -> Terminal:
        """Return the streams of this process, in UTF-8 on every system."""
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(encoding="utf-8", errors="backslashreplace")
        return cls(sys.stdout, sys.stderr)

    @property
    def attended(self) -> bool:
        """Whether somebody sees the messages as they come."""
        return self.err.isatty()

    def write_lines(self, text: str, *, aside: bool = False) -> None:
        """Write a sentence or several lines; ``aside`` goes to stderr."""
        for line in text.split("\n"):
            self.write_line(line, aside=aside)

    def write_line(self, text: str, *, aside: bool = False) -> None:
        """Write exactly one line, whatever the text holds; ``aside`` goes to stderr."""
        stream = self.err if aside else self.out
        with _to_somebody():
            stream.write(make_legible(text) + "\n")
            stream.flush()

    def write_bytes(self, content: bytes) -> None:
        """Write a file's content to stdout as it is."""
        with _to_somebody():
            self.out.flush()
            self.out.buffer.write(content)
            self.out.buffer.flush()

    def write_json(self, values: object, plain: Callable[[object], object]) -> None:
        """Write the one JSON object of a run.

        Args:
            values: what the command answers.
            plain: turns what JSON does not know into what it does.
        """
        text = json.dumps(values, ensure_ascii=False, indent=2, default=plain)
        with _to_somebody():
            self.out.write(DOUBTFUL.sub(_show_in_json, text) + "\n")
            self.out.flush()

    def write_table(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """Write aligned columns under their titles."""
        lines = [[column.title for column in columns], *rows]
        cells = [[make_legible(cell) for cell in line] for line in lines]
        widths = [max(len(line[place]) for line in cells) for place in range(len(columns))]
        with _to_somebody():
            for line in [cells[0], ["-" * width for width in widths], *cells[1:]]:
                set_out = (
                    cell.rjust(width) if column.figures else cell.ljust(width)
                    for cell, width, column in zip(line, widths, columns, strict=True)
                )
                self.out.write(GAP.join(set_out).rstrip() + "\n")
            self.out.flush()
