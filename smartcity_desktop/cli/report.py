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
        "result letter; keputusan: draft decree; kesepakatan: agreement, severity and "
        "stability. These are printed from a declaration; they carry "
        "results.json, results.csv and the list of their signatories, and have their signature "
        "fields prepared. Without a declaration: tanda-terima: who received which panel file; "
        "daftar-hadir: attendance; pernyataan: conflicts of interest; lembar-kosong: sheets to "
        "fill by hand. The language of the paper is --lang."
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
@option("--judge", "judges",
        meaning=message("A lembar-kosong with the names of this judge and his regions; may be "
                        "repeated."), shown=message("JUDGE"), multiple=True)  # fmt: skip
def report(
    session: Session, file: Path, kinds: tuple[str, ...], out: Path, zone: str,
    **only: tuple[str, ...],
) -> Answer:  # fmt: skip
    """Print documents."""
    from smartcity_desktop.cli.inputs import RESOURCES, open_assessment
    from smartcity_desktop.cli.printing_job import (
        PrintingJob,
        print_declared_kinds,
        print_prepared_kinds,
    )
    from smartcity_desktop.language.dates import Zone
    from smartcity_desktop.reports.press import open_press

    wanted = [ReportKind(kind) for kind in dict.fromkeys(kinds)]
    catalogue = session.on_paper()
    press = open_press(RESOURCES, catalogue.language, catalogue.translate, Zone[zone].tzinfo)
    with (
        open_assessment(session, file) as (assessment, instrument),
        session.progress(message("Printing"), len(wanted)) as advance,
    ):
        job = PrintingJob(assessment, instrument, press, (out, advance))
        prepared = print_prepared_kinds(
            job, [k for k in wanted if not k.needs_declaration()], only["judges"]
        )
        declared = print_declared_kinds(
            job, [k for k in wanted if k.needs_declaration()], only["regions"]
        )
    printed = sorted((*prepared, *declared), key=lambda document: wanted.index(document.kind))
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
