"""What the head of a document will look like, drawn by what prints the documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import (
    Assessment,
    Assignment,
    Judge,
    Mode,
    Region,
    RegionStanding,
    RegionStatus,
    Roster,
)
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.instruments.shipped import shipped_instruments
from smartcity_desktop.language.dates import zone_of
from smartcity_desktop.pictures.first_page import head_of_first_page
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from smartcity_desktop.reports.prepared_printing import build_prepared
from smartcity_desktop.reports.prepared_record import PreparedRecord
from smartcity_desktop.reports.press import open_press

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.founding.reading import Reading

RESOURCES = Path(__file__).parents[2] / "resources"
JUDGE, REGION = Judge("juri-01", "…"), Region("64.72", "Kota Samarinda", "Kalimantan Timur")


def head_picture(
    reading: Reading,
    language: Language,
    translate: Callable[[Message], str],
    moment: datetime,
    width: int,
) -> bytes:
    """Return the head of an attendance list under this letterhead, as PNG so many pixels wide.

    Raises:
        InputError: the letterhead is not correct yet.
    """
    letterhead = read_letterhead(reading.letterhead)
    instrument = reading.instrument
    if instrument is None:
        path = next(iter(shipped_instruments().values()))
        instrument = read_instrument(path.read_bytes(), path.name)
    draft = reading.draft
    roster = Roster(
        Assessment(
            "0" * 32,
            draft.full_title() or "…",
            Mode(draft.mode or Mode.REHEARSAL.value),
            write_instant(moment),
            instrument.sha256,
            judge_label=draft.judge_label,
        ),
        (REGION,),
        (JUDGE,),
        (Assignment(JUDGE.id, REGION.code),),
        (),
        (RegionStanding(REGION.code, RegionStatus.INVITED, ""),),
        (),
    )
    local = moment.astimezone()
    zone = zone_of(local).tzinfo
    press = open_press(RESOURCES, language, translate, zone)
    record = PreparedRecord(instrument, roster, letterhead)
    report = build_prepared(ReportKind.ATTENDANCE, record, press)
    return head_of_first_page(report.pdf, width)
