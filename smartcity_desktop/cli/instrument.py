"""Checks an instrument."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.cli.grammar import PATH, Example, argument, subcommand
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from pathlib import Path


@subcommand(
    message("All faults are named at once, each with its place in the file."),
    examples=(
        Example(
            "instrument check resources/instruments/contoh-100-smart-city.toml",
            message("The instrument that comes with the program:"),
        ),
    ),
)
@argument("file", meaning=message("The instrument."), shown=message("FILE.toml"), type=PATH)
def check(session: Session, file: Path) -> Answer:
    """Check an instrument."""
    from smartcity_desktop.instruments.reading import read_instrument
    from smartcity_desktop.workplace.given_file import read_bytes

    instrument = read_instrument(read_bytes(file), str(file))
    count = len(instrument.indicators())
    session.say(
        message(
            "{title} ({id} {version}): {dimensions} dimensions, {indicators} indicators. No "
            "fault found.",
            title=instrument.title.in_language(session.language),
            id=instrument.id,
            version=instrument.version,
            dimensions=len(instrument.dimensions),
            indicators=count,
        )
    )
    return Answer(
        {
            "id": instrument.id,
            "version": instrument.version,
            "sha256": instrument.sha256,
            "dimensions": len(instrument.dimensions),
            "indicators": count,
        }
    )
