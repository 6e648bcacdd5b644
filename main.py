"""Starts SmartCity Desktop: the command line, or the window once there is one."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what the arguments ask for and return the exit code."""
    from smartcity_desktop.cli.edge import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
