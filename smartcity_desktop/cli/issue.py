"""Issues panel files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smartcity_desktop.cli.grammar import PATH, Example, argument, option, subcommand
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.preparing.issues import NewIssue
    from smartcity_desktop.store.assessment_file import AssessmentFile


@subcommand(
    message(
        "Without an option every judge who has none yet gets a panel file. A replacement stands "
        "in for a lost file; supplementary regions leave finished work valid; paper issues two "
        "files that two people fill from a signed paper sheet, each without seeing the other's."
    ),
    examples=(
        Example("issue kota.assessment sticks/", message("One panel file per judge:")),
        Example(
            'issue kota.assessment sticks/ --replace juri-07 --reason "Laptop hilang"',
            message("A lost laptop:"),
        ),
        Example(
            "issue kota.assessment sticks/ --add juri-07 64.72 64.71",
            message("More regions for one judge:"),
        ),
    ),
)
@argument("file", meaning=message("The assessment."), shown="FILE.assessment", type=PATH)
@argument("folder", meaning=message("Where the panel files go."), shown=message("DIR"), type=PATH)
@argument("regions", meaning=message("Regions for --add."), shown=message("REGION"), nargs=-1,
          required=False)  # fmt: skip
@option("--replace", meaning=message("The judge, or the panel file, whose file was lost."),
        shown=message("JUDGE"))  # fmt: skip
@option("--add", meaning=message("Issue more regions to this judge."), shown=message("JUDGE"))
@option("--paper", meaning=message("Issue two files to type this judge's paper sheets."),
        shown=message("JUDGE"))  # fmt: skip
@option("--reason", meaning=message("Why; printed."), shown=message("REASON"), default="")
def issue(
    session: Session, file: Path, folder: Path, regions: tuple[str, ...], **wish: str | None
) -> Answer:
    """Issue panel files."""
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.preparing.handing_out import hand_out

    _check_wish(session, regions, wish)
    with open_assessment(session, file) as (assessment, instrument):
        new = _new_issues(session, assessment, regions, wish)
        folder.mkdir(parents=True, exist_ok=True)
        with session.progress(message("Writing panel files"), len(new)) as advance:
            written = hand_out(assessment, folder, new, instrument, session.clock, advance)
    rows = [(w.issue.judge, w.issue.id, str(len(w.issue.regions)), str(w.path)) for w in written]
    session.show_table(
        (message("Judge"), message("Issue"), message("Regions"), message("File")), rows, (2,)
    )
    for each in written:
        if each.issue.replaces:
            session.say(
                message(
                    "{issue} stands in for {lost}: seals of {lost} that come from now on do not "
                    "count unless they are admitted.",
                    issue=each.issue.id,
                    lost=each.issue.replaces,
                )
            )
    if not written:
        session.say(message("Every judge has a panel file already; none was issued."))
    return Answer(
        {
            "issued": [
                {
                    "judge": w.issue.judge,
                    "issue": w.issue.id,
                    "kind": w.issue.kind.value,
                    "replaces": w.issue.replaces or None,
                    "regions": list(w.issue.regions),
                    "path": w.path,
                }
                for w in written
            ]
        }
    )


def _check_wish(session: Session, regions: tuple[str, ...], wish: dict[str, str | None]) -> None:
    given = [name for name in ("replace", "add", "paper") if wish[name]]
    fault = None
    if len(given) > 1:
        fault = message(
            "Only one of these at a time: {options}.",
            options=", ".join(f"--{name}" for name in given),
        )
    elif wish["add"] and not regions:
        fault = message("Name the regions after the folder: --add JUDGE REGION...")
    elif regions and not wish["add"]:
        fault = message("Regions can only be named together with --add JUDGE.")
    elif (wish["replace"] or wish["paper"]) and not (wish["reason"] or "").strip():
        fault = message("Say why with --reason; it is printed.")
    if fault is not None:
        raise click.UsageError(session.translate(fault))


def _new_issues(
    session: Session,
    assessment: AssessmentFile,
    regions: tuple[str, ...],
    wish: dict[str, str | None],
) -> tuple[NewIssue, ...]:
    from smartcity_desktop.preparing.handing_out import kept_seals
    from smartcity_desktop.secretariat.issuing import open_issuing_now

    issuing = open_issuing_now(assessment, session.random_bytes, session.clock)
    reason = wish["reason"] or ""
    if judge := wish["replace"]:
        lost = issuing.find_lost(judge)
        return (issuing.replace_lost(lost, kept_seals(assessment, lost), reason),)
    if judge := wish["add"]:
        return (issuing.supplement(judge, list(regions), reason),)
    if judge := wish["paper"]:
        return issuing.paper(judge, reason)
    return issuing.first_issues()
