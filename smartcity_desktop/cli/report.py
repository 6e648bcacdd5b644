"""Prints documents of a declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smartcity_desktop.cli.grammar import PATH, Example, argument, option, subcommand
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.kinds import ReportKind

if TYPE_CHECKING:
    from pathlib import Path

KINDS = tuple(kind.value for kind in ReportKind)


@subcommand(
    message(
        "rekapitulasi: ranking; berita-acara: minutes; lembar-juri: each judge's sheets; "
        "lembar-daerah: each region's sheet; integritas: every seal and every event; surat-hasil: "
        "result letter; keputusan: draft decree. Every PDF carries results.json, results.csv and "
        "the list of its signatories, and has its signature fields prepared. The language of the "
        "paper is --lang."
    ),
    examples=(
        Example(
            "report kota.assessment rekapitulasi berita-acara --out dokumen/",
            message("Ranking and minutes in Indonesian:"),
        ),
        Example(
            "report kota.assessment lembar-daerah --region 64.72 --out dokumen/",
            message("One region's sheet, to hand out:"),
        ),
    ),
)
@argument("file", meaning=message("The assessment."), shown="FILE.assessment", type=PATH)
@argument("kinds", meaning=message("Which documents."), shown=message("KIND"), nargs=-1,
          required=True, type=click.Choice(KINDS))  # fmt: skip
@option("--out", meaning=message("Folder for the documents."), shown=message("DIR"), type=PATH,
        required=True)  # fmt: skip
@option("--zone", meaning=message("Time zone of what is printed."), shown="ZONE",
        type=click.Choice(["WIB", "WITA", "WIT"]), default="WIB")  # fmt: skip
@option("--region", "regions",
        meaning=message("Only this region's lembar-daerah; may be repeated."),
        shown=message("CODE"), multiple=True)  # fmt: skip
def report(
    session: Session, file: Path, kinds: tuple[str, ...], out: Path, zone: str,
    regions: tuple[str, ...],
) -> Answer:  # fmt: skip
    """Print documents."""
    from smartcity_desktop.cli.inputs import RESOURCES, open_assessment
    from smartcity_desktop.language.dates import Zone
    from smartcity_desktop.plenary.naming import find_region
    from smartcity_desktop.plenary.printing import print_documents
    from smartcity_desktop.plenary.record import read_record
    from smartcity_desktop.reports.press import open_press

    wanted = [ReportKind(kind) for kind in dict.fromkeys(kinds)]
    tzinfo = Zone[zone].tzinfo
    press = open_press(RESOURCES, session.language, session.translate, tzinfo)
    with open_assessment(session, file) as (assessment, instrument):
        record = read_record(assessment, instrument, session.language)
        codes = [find_region(code, record.roster) for code in dict.fromkeys(regions)]
        out.mkdir(parents=True, exist_ok=True)
        with session.progress(message("Printing"), len(wanted)) as advance:
            printed = print_documents(assessment, record, wanted, press, (out, advance), codes)
    for document in printed:
        session.say(message("{path}: {pages} pages", path=str(document.path), pages=document.pages))
    return Answer(
        {
            "documents": [
                {
                    "kind": document.kind.value,
                    "path": document.path,
                    "pages": document.pages,
                    "sha256": document.sha256,
                    "fields": list(document.fields),
                }
                for document in printed
            ]
        }
    )
