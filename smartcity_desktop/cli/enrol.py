"""Enrols the judge of a panel file."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    from pathlib import Path

    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.sealing.signer import Signer


@subcommand(
    message(
        "Done once, before the first score. The judge confirms that the file is his, declares "
        "every conflict of interest, and sets a passphrase; nobody can recover it, but a new key "
        "can be made in the same file (--new-key), which the coordinator accepts by its "
        "fingerprint. The times at which sheets were changed are sent with the scores."
    ),
    examples=(
        Example(
            'enrol juri-07-1.panel --conflict "64.72=Pernah menjadi konsultan"',
            message("With one conflict of interest:"),
        ),
    ),
)
@argument("file", meaning=message("The panel file."), shown="FILE.panel", type=PATH)
@option(
    "--conflict",
    meaning=message("A region this judge must not score, and why; may be repeated."),
    shown=message("CODE=REASON"),
    multiple=True,
)
@option("--p12", meaning=message("Use the judge's own certificate."), shown="FILE.p12", type=PATH)
@option("--new-key", meaning=message("The passphrase is forgotten: make a new key."), is_flag=True)
@passphrase_option(message("File with the passphrase of the key."))
def enrol(
    session: Session,
    file: Path,
    conflict: tuple[str, ...],
    p12: Path | None,
    new_key: bool,  # noqa: FBT001 - a flag of the command line
    passphrase_file: Path | None,
) -> Answer:
    """Enrol the judge."""
    from smartcity_desktop.cli.inputs import open_desk

    conflicts = _read_conflicts(session, conflict)
    if new_key and (conflicts or p12):
        fault = message("--new-key makes a key and nothing else: leave --conflict and --p12 out.")
        raise click.UsageError(session.translate(fault))
    with open_desk(session, file) as desk:
        signer = _make_key(session, desk, conflicts, (p12, new_key, passphrase_file))
        judge = desk.panel.issue.judge
    session.say(
        message(
            "{name} ({judge}) is enrolled. Fingerprint of the key: {thumbprint}. Scores can be "
            "entered now.",
            name=judge.name,
            judge=judge.id,
            thumbprint=signer.public.thumbprint,
        )
    )
    if new_key:
        session.say(
            message(
                "Tell the coordinator this fingerprint: what is sealed with the new key counts "
                "once the coordinator has accepted it."
            )
        )
    return Answer(
        {
            "judge": judge.id,
            "thumbprint": signer.public.thumbprint,
            "conflicts": sorted(conflicts),
        }
    )


def _read_conflicts(session: Session, given: tuple[str, ...]) -> dict[str, str]:
    conflicts: dict[str, str] = {}
    for text in given:
        code, equals, reason = text.partition("=")
        if not equals or code.strip() in conflicts:
            fault = message(
                'Write every conflict of interest once, as --conflict "CODE=REASON": {text}',
                text=text,
            )
            raise click.UsageError(session.translate(fault))
        conflicts[code.strip()] = reason
    return conflicts


def _make_key(
    session: Session,
    desk: Desk,
    conflicts: dict[str, str],
    choice: tuple[Path | None, bool, Path | None],
) -> Signer:
    from smartcity_desktop.scoring.enrolling import (
        KeyMaking,
        add_key,
        enrol_judge,
        enrol_with_p12,
        expect_not_enrolled,
    )
    from smartcity_desktop.workplace.given_file import about, read_bytes

    p12, new_key, passphrase_file = choice
    if new_key:
        desk.expect_enrolled()
    else:
        expect_not_enrolled(desk.panel)
    if p12 is not None:
        prompt = message("Passphrase of the .p12 file")
        passphrase = session.ask_passphrase(passphrase_file, prompt)
        data = read_bytes(p12)
        with about(p12):
            return enrol_with_p12(desk.panel, data, passphrase, conflicts, session.clock)
    prompt = message("New passphrase of the judge's key")
    passphrase = session.ask_passphrase(passphrase_file, prompt, twice=True)
    making = KeyMaking(passphrase, session.random_bytes, session.clock)
    if new_key:
        return add_key(desk.panel, making)
    return enrol_judge(desk.panel, making, conflicts)
