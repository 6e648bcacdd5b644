"""Makes an assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from smartcity_desktop.cli.grammar import (
    PATH,
    Example,
    argument,
    option,
    passphrase_option,
    subcommand,
)
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Assignment, Judge, Region
    from smartcity_desktop.domain.dossier import Dossier
    from smartcity_desktop.domain.errors import Problem
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.preparing.assessment import AssessmentWish

Read = TypeVar("Read")


@subcommand(
    message(
        "Instrument, regions and judges are fixed from then on. Mode rehearsal prints LATIHAN on "
        "every page and never merges with official files. The passphrase protects the key that "
        "signs the QR code on paper."
    ),
    examples=(
        Example(
            'new kota.assessment --title "Asesmen 100 Smart City" --mode official '
            "--instrument resources/instruments/contoh-100-smart-city.toml "
            "--regions R.csv --judges J.csv",
            message("Everybody scores all regions:"),
        ),
    ),
)
@argument("file", meaning=message("The file to make."), shown="FILE.assessment", type=PATH)
@option("--title", meaning=message("Title on screen and paper."), required=True)
@option(
    "--instrument", meaning=message("The instrument."), shown="I.toml", type=PATH, required=True
)
@option("--regions", meaning=message("Regions: code, name."), shown="R.csv", type=PATH,
        required=True)  # fmt: skip
@option("--judges", meaning=message("Judges: id, name."), shown="J.csv", type=PATH, required=True)
@option(
    "--mode",
    meaning=message("official or rehearsal; never changes."),
    type=click.Choice(["official", "rehearsal"]),
    required=True,
)
@option("--assignments", meaning=message("Who scores what; without it everybody scores all."),
        shown="A.csv", type=PATH)  # fmt: skip
@option("--dossiers", meaning=message("The regions' own answers."), shown="D.xlsx", type=PATH)
@option("--letterhead", meaning=message("Letterhead of the documents."), shown="L.toml", type=PATH)
@option(
    "--recipient",
    meaning=message("age recipient that handed-over copies are encrypted to; may be repeated."),
    shown="AGE",
    multiple=True,
)
@option("--label", meaning=message("The word for a judge: juri or asesor."),
        type=click.Choice(["juri", "asesor"]), default="juri")  # fmt: skip
@option("--anonymous", meaning=message("No published document will ever name a judge; never "
                                       "taken back."), is_flag=True)  # fmt: skip
@passphrase_option(message("File with the passphrase of the assessment's own key."))
@option("--no-key", meaning=message("Make no key; then paper carries no QR code."), is_flag=True)
def new(session: Session, file: Path, passphrase_file: Path | None, **parts: object) -> Answer:
    """Make an assessment."""
    from smartcity_desktop.preparing.assessment import Secrets, make_assessment

    no_key = bool(parts["no_key"])
    if no_key and passphrase_file is not None:
        fault = message("--no-key makes no key, so no --passphrase-file belongs to it.")
        raise click.UsageError(session.translate(fault))
    wish = _wish(parts)
    secret = ""
    if not no_key:
        prompt = message("New passphrase of the assessment's key")
        secret = session.ask_passphrase(passphrase_file, prompt, twice=True)
    made = make_assessment(file, wish, Secrets(secret, session.random_bytes), session.clock)
    session.say(
        message(
            "{file}: {regions} regions, {judges} judges, {pairs} score sheets to come. Next: "
            "issue one panel file per judge.",
            file=str(file),
            regions=len(wish.regions),
            judges=len(wish.judges),
            pairs=len(wish.assignments),
        )
    )
    return Answer(
        {
            "file": file,
            "assessment": made.id,
            "mode": made.mode.value,
            "judges_named": not wish.anonymous,
            "regions": len(wish.regions),
            "judges": len(wish.judges),
            "assignments": len(wish.assignments),
        }
    )


def _wish(parts: dict[str, object]) -> AssessmentWish:
    """Read every input, so that what is wrong with any of them is said at once."""
    from smartcity_desktop.domain.assessment import Mode
    from smartcity_desktop.domain.errors import InputError
    from smartcity_desktop.founding.files import instrument_in, regions_in
    from smartcity_desktop.preparing.assessment import AssessmentWish, find_faults
    from smartcity_desktop.rosters.assignment_list import home_region_conflicts

    title = str(parts["title"])
    recipients: tuple[str, ...] = tuple(parts["recipient"])  # type: ignore[arg-type]
    problems = list(find_faults(title, recipients))
    bound = _attempt(problems, lambda: instrument_in(_path(parts, "instrument")))
    regions = _attempt(problems, lambda: regions_in(_path(parts, "regions")))
    letterhead = _attempt(problems, lambda: _letterhead(parts))
    judges = regions and _attempt(problems, lambda: _judges(parts, regions))
    if problems or not (bound and regions and judges) or letterhead is None:
        raise InputError(problems)
    instrument, data = bound
    assignments = _attempt(problems, lambda: _assignments(parts, judges, regions))
    dossiers = _attempt(problems, lambda: _dossiers(parts, instrument, regions))
    if assignments is None or dossiers is None:
        raise InputError(problems)
    return AssessmentWish(
        title=title,
        mode=Mode(parts["mode"]),
        instrument=instrument,
        instrument_bytes=data,
        regions=regions,
        judges=judges,
        assignments=assignments,
        conflicts=home_region_conflicts(judges, assignments),
        dossiers=dossiers,
        letterhead=letterhead,
        recipients=recipients,
        judge_label=str(parts["label"]),
        anonymous=bool(parts["anonymous"]),
    )


def _attempt(problems: list[Problem], read: Callable[[], Read]) -> Read | None:
    """Return what was read, or None with the reasons added to the problems."""
    from smartcity_desktop.domain.errors import ExpectedError

    try:
        return read()
    except ExpectedError as error:
        problems.extend(error.problems)
        return None


def _judges(parts: dict[str, object], regions: tuple[Region, ...]) -> tuple[Judge, ...]:
    from smartcity_desktop.founding.files import judges_in

    return judges_in(_path(parts, "judges"), regions)


def _dossiers(
    parts: dict[str, object], instrument: Instrument, regions: tuple[Region, ...]
) -> Mapping[str, Dossier]:
    from smartcity_desktop.founding.files import dossiers_in

    return dossiers_in(_path(parts, "dossiers"), instrument, regions) if parts["dossiers"] else {}


def _assignments(
    parts: dict[str, object], judges: tuple[Judge, ...], regions: tuple[Region, ...]
) -> tuple[Assignment, ...]:
    from smartcity_desktop.founding.files import assignments_in
    from smartcity_desktop.rosters.assignment_list import everybody_scores_all

    if not parts["assignments"]:
        return everybody_scores_all(judges, regions)
    return assignments_in(_path(parts, "assignments"), judges, regions)


def _letterhead(parts: dict[str, object]) -> bytes:
    from smartcity_desktop.founding.files import letterhead_in

    return letterhead_in(_path(parts, "letterhead")) if parts["letterhead"] else b""


def _path(parts: dict[str, object], name: str) -> Path:
    from pathlib import Path

    return Path(str(parts[name]))
