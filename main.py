"""Starts SmartCity Desktop: the window, or the command line where a command is given."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

FILES = (".panel", ".assessment")
SELF_TEST = "--self-test"
FIRST_PAINT = "--first-paint"
"""Shows the window, says so, and ends: what the start of a bundle is measured by."""

SPARE_PROCESS = "--spare-process"
"""Shares the work of another one of this program; nobody calls it by hand."""


def split_language(arguments: list[str]) -> tuple[list[str], str]:
    """Return the arguments without ``--lang LANGUAGE`` at their end or beginning, and it."""
    for at in (0, len(arguments) - 2):
        if at >= 0 and arguments[at : at + 1] == ["--lang"] and len(arguments) >= at + 2:
            return arguments[:at] + arguments[at + 2 :], arguments[at + 1]
    return arguments, ""


def wants_window(arguments: list[str]) -> bool:
    """Whether the arguments name nothing but, at most, one file to open."""
    if len(arguments) != 1:
        return not arguments
    name = Path(arguments[0])
    return not arguments[0].startswith("-") and (name.suffix in FILES or name.is_file())


class Nowhere(io.TextIOWrapper):
    """A stream at which nobody sits; Windows would say that somebody may."""

    def isatty(self) -> bool:
        """Return no."""
        return False


def give_streams() -> None:
    """Let words go nowhere where nothing takes them: a window of Windows has no console."""
    for name, mode in (("stdin", "rb"), ("stdout", "wb"), ("stderr", "wb")):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, Nowhere(os.fdopen(descriptor, mode), encoding="utf-8"))


def main() -> int:
    """Run what the arguments ask for and return the exit code."""
    arguments = sys.argv[1:]
    if arguments == [SELF_TEST]:
        give_streams()
        return test_itself()
    if arguments == [FIRST_PAINT]:
        from ui.self_test import paint_once

        return paint_once()
    if arguments == [SPARE_PROCESS]:
        from smartcity_desktop.merging.spare_service import serve

        return serve()
    named, language = split_language(arguments)
    if wants_window(named) and language in ("", "id", "en"):
        from ui.app import run_window

        return run_window(named, language)
    from smartcity_desktop.cli.edge import run

    give_streams()
    return run()


def test_itself() -> int:
    """Use every command in a temporary folder, then the window; at most five minutes."""
    import faulthandler
    import tempfile

    from smartcity_desktop.cli.self_test import try_commands

    faulthandler.dump_traceback_later(300, exit=True)
    if sys.platform != "win32":  # there the one kind of screen is always there, and in the bundle
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # A virus scanner that still holds a file at the end is no fault of the program.
    with tempfile.TemporaryDirectory(
        prefix="smartcity-self-test-", ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        ended = try_commands(folder)
        if ended:
            return ended
        from ui.self_test import try_window

        demo = folder / "demo"
        try_window(
            min(demo.glob("berkas-juri/*.panel")),
            demo / "latihan.assessment",
            min(demo.glob("dokumen/rekapitulasi-*.pdf")),
            folder,
        )
    faulthandler.cancel_dump_traceback_later()
    print("self-test passed")  # noqa: T201 - the one word of a program without a terminal
    return 0


if __name__ == "__main__":
    sys.exit(main())
