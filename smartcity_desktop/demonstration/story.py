"""The whole main job, from an instrument to a verified, signed report, on the real regions."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.demonstration.jury import CHEAP, Jury
from smartcity_desktop.demonstration.panel import SUB_PANEL, assign_panels, invent_judges
from smartcity_desktop.demonstration.papers import PASSPHRASE, prepare_papers, write_lists
from smartcity_desktop.demonstration.plot import write_plot
from smartcity_desktop.demonstration.scores import invent_sheets
from smartcity_desktop.domain.assessment import Mode, RegionStanding, RegionStatus
from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.merging.session import MergeWish, merge_panel_files
from smartcity_desktop.plenary.declaring import declare_results
from smartcity_desktop.plenary.reckoning import reckon_file
from smartcity_desktop.plenary.recording import Backing, record_decision
from smartcity_desktop.preparing.assessment import AssessmentWish, Secrets, make_assessment
from smartcity_desktop.preparing.handing_out import hand_out, open_issuing
from smartcity_desktop.regions.region_list import read_region_list
from smartcity_desktop.regions.resource import official_regions
from smartcity_desktop.rosters.assignment_list import home_region_conflicts
from smartcity_desktop.store.assessment_file import open_assessment_file
from smartcity_desktop.tables.reading import read_table_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from smartcity_desktop.demonstration.papers import Papers
    from smartcity_desktop.demonstration.plot import Plot
    from smartcity_desktop.domain.assessment import Assignment, ConflictOfInterest, Judge, Region
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.store.assessment_file import AssessmentFile
    from smartcity_desktop.store.declarations import Declaration

TITLE = "Asesmen 100 Smart City (latihan)"
INSTRUMENT = "instruments/contoh-100-smart-city.toml"
REGIONS = "regions/contoh-2017-2019.csv"
REASON = "Musyawarah mufakat dalam sidang pleno (latihan)"


class Stage(Struct, frozen=True):
    """Where and with what the story is played.

    Attributes:
        folder: empty or not there yet. resources: the files that come with the program.
        tell: says one sentence to the person who watches.
    """

    folder: Path
    resources: Path
    clock: Clock
    random_bytes: Callable[[int], bytes]
    tell: Callable[[Message], None]

    @property
    def assessment(self) -> Path:
        """The coordinator's file."""
        return self.folder / "latihan.assessment"

    @property
    def prepared(self) -> Path:
        """Lists, letterhead, certificates."""
        return self.folder / "persiapan"

    @property
    def panels(self) -> Path:
        """The judges' own files."""
        return self.folder / "berkas-juri"

    @property
    def received(self) -> Path:
        """The sealed copies handed over."""
        return self.folder / "masuk"

    @property
    def documents(self) -> Path:
        """The printed documents."""
        return self.folder / "dokumen"


class Cast(Struct, frozen=True):
    """Who takes part."""

    instrument: Instrument
    instrument_bytes: bytes
    regions: tuple[Region, ...]
    judges: tuple[Judge, ...]
    assignments: tuple[Assignment, ...]
    conflicts: tuple[ConflictOfInterest, ...]
    plot: Plot


def gather_cast(stage: Stage, regions: int, judges: int, seed: int) -> Cast:
    """Read the real regions and invent everybody else."""
    toml = stage.resources / INSTRUMENT
    data = toml.read_bytes()
    instrument = read_instrument(data, str(toml))
    table = read_table_file(stage.resources / REGIONS)
    listed = read_region_list(table, official_regions())
    chosen = listed[:regions]
    panel = invent_judges(judges, _home_region(chosen, judges))
    assignments = assign_panels(panel, chosen)
    conflicts = home_region_conflicts(panel, assignments)
    barred = {(c.judge, c.region) for c in conflicts}
    scored = [a for a in assignments if (a.judge, a.region) not in barred]
    sheets = invent_sheets(seed, instrument, panel, chosen, scored)
    standings = [RegionStanding(r.code, RegionStatus.INVITED, "") for r in chosen]
    plot = write_plot(instrument, chosen, standings, sheets)
    return Cast(instrument, data, chosen, panel, assignments, conflicts, plot)


def _home_region(regions: Sequence[Region], judges: int) -> str:
    """Return a region of the first sub-panel from the middle of the list: the chair's home."""
    panels = -(-judges // SUB_PANEL)
    return regions[len(regions) // 2 // panels * panels].code


def open_folder(stage: Stage) -> None:
    """Make the folders; raises StoreError where something lies already."""
    if stage.folder.exists() and any(stage.folder.iterdir()):
        raise StoreError(
            message(
                "The folder {folder} is not empty, and nothing in it is ever overwritten. Name "
                "another folder, or delete it first.",
                folder=str(stage.folder),
            )
        )
    for folder in (stage.prepared, stage.panels, stage.received, stage.documents):
        folder.mkdir(parents=True)


def prepare(stage: Stage, cast: Cast) -> Papers:
    """Make lists, certificates and the assessment, and issue the panel files."""
    papers = prepare_papers(stage.prepared, cast.judges[0], stage.clock(), stage.random_bytes)
    write_lists(stage.prepared, cast.regions, cast.judges, cast.assignments)
    wish = AssessmentWish(
        title=TITLE,
        mode=Mode.REHEARSAL,
        instrument=cast.instrument,
        instrument_bytes=cast.instrument_bytes,
        regions=cast.regions,
        judges=cast.judges,
        assignments=cast.assignments,
        conflicts=cast.conflicts,
        letterhead=papers.letterhead.read_bytes(),
    )
    secrets = Secrets(PASSPHRASE, stage.random_bytes, CHEAP)
    make_assessment(stage.assessment, wish, secrets, stage.clock)
    with open_assessment_file(stage.assessment, stage.clock) as file:
        issuing = open_issuing(file, file.roster(), stage.random_bytes, stage.clock)
        new = issuing.first_issues()
        hand_out(file, stage.panels, new, cast.instrument, stage.clock, lambda: None)
    return papers


def score_all(stage: Stage, cast: Cast, advance: Callable[[], None]) -> int:
    """Let every judge score, seal and hand over; returns the number of sealed sheets."""
    jury = Jury(cast.instrument, cast.plot, stage.clock, stage.random_bytes)
    sheets = 0
    for path in sorted(stage.panels.glob("*.panel")):
        sheets += len(jury.work(path, stage.received).sealed)
        advance()
    return sheets


def merge_all(stage: Stage, file: AssessmentFile, cast: Cast) -> int:
    """Merge what was handed over; returns how many files were taken."""
    wish = MergeWish((stage.received,))
    merged = merge_panel_files(
        file, cast.instrument, wish, stage.clock, lambda _: nullcontext(lambda: None)
    )
    return len(merged.applied.plan.files)


def decide_all(stage: Stage, file: AssessmentFile, cast: Cast) -> Iterator[Message]:
    """Answer every blocking question as a plenary would, the first answer each time."""
    backing = Backing(cast.judges[0].name, REASON)
    while blocking := reckon_file(file, cast.instrument).blocking():
        kind, *arguments = blocking[0].answers[0]
        yield blocking[0].what
        record_decision(file, cast.instrument, (kind, arguments), backing, stage.clock)


def declare(stage: Stage, file: AssessmentFile, cast: Cast) -> Declaration:
    """Declare the results."""
    return declare_results(
        file, cast.instrument, cast.judges[0].name, lambda: PASSPHRASE, stage.clock
    )
