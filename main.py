"""Starts SmartCity Desktop: the window, or the command line where a command is given."""

from __future__ import annotations

import sys
from pathlib import Path

FILES = (".panel", ".assessment")


def wants_window(arguments: list[str]) -> bool:
    """Whether the arguments name nothing but, at most, one file to open."""
    if len(arguments) != 1:
        return not arguments
    name = Path(arguments[0])
    return not arguments[0].startswith("-") and (name.suffix in FILES or name.is_file())


def main() -> int:
    """Run what the arguments ask for and return the exit code."""
    if wants_window(sys.argv[1:]):
        from ui.app import run_window

        return run_window(sys.argv[1:])
    from smartcity_desktop.cli.edge import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
