"""Drafts as coordinators have them: nothing typed, everything, and with faults."""

from __future__ import annotations

from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.founding.draft import (
    AssessmentDraft,
    Division,
    DossierDraft,
    InstrumentDraft,
    KeyWish,
)
from smartcity_desktop.founding.files import letterhead_in
from smartcity_desktop.founding.paper import begin_draft, with_letterhead
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from tests.ui.office_files import PEOPLE
from tests.ui.sample_files import RESOURCES, real_regions


def empty_draft() -> AssessmentDraft:
    """Nothing typed yet."""
    return begin_draft()


def full_draft(regions: int = 12, instrument: str = "contoh-100-smart-city") -> AssessmentDraft:
    """Everything typed; only the passphrase is missing, which no draft holds."""
    letterhead = letterhead_in(RESOURCES / "letterheads" / "contoh-kementerian.toml")
    path = RESOURCES / "instruments" / f"{instrument}.toml"
    places = real_regions(regions)
    draft = replace(
        begin_draft(),
        title="Asesmen 100 Smart City",
        edition="2017",
        first_day="2-5-2017",
        last_day="3/5/2017",
        mode=Mode.OFFICIAL.value,
        instrument=InstrumentDraft(path.stem, path.read_bytes()),
        regions=tuple((r.code, r.name, r.province) for r in places),
        judges=tuple(
            (j.id, j.name, j.institution, home, "", "AB"[place % 2])
            for place, j in enumerate(PEOPLE)
            for home in [places[2].code if place == 1 else ""]
        ),
        dossiers=DossierDraft(
            "berkas-daerah.xlsx",
            (
                (places[0].code, "A1", "", "Rencana induk disahkan 2016.", "3"),
                (places[0].code, "", "Penduduk", "843.446", ""),
            ),
        ),
        division=Division.SPREAD,
        conflicts=((PEOPLE[0].id, places[0].code, "Konsultan rencana induk 2016"),),
        timetable=(("2017-05-02", "Sesi 1", "Ruang A", "08.00"), ("2017-05-03", "Sesi 2", "", "")),
        key=KeyWish.MAKE,
    )
    return with_letterhead(draft, read_letterhead(letterhead))


def faulty_draft() -> AssessmentDraft:
    """In every part something is to be corrected."""
    full = full_draft()
    return replace(
        full,
        first_day="31-2-2017",
        paper=replace(full.paper, lines="x" * 500, copies="seribu"),
        instrument=InstrumentDraft(
            "sendiri.toml", full.instrument.data.replace(b"weight = 20", b"weight = 21", 1)
        ),
        regions=(*full.regions, ("64.72", "Kota Balikpapan", ""), ("99.99", "Kota Gajah", "")),
        judges=(*full.judges, ("juri 06", "", "", "Bandung", "", "")),
        recipients="age1salah",
    )


def panels_draft() -> AssessmentDraft:
    """Two panels that share no judge."""
    return replace(full_draft(), division=Division.PANELS, conflicts=(), dossiers=DossierDraft())
