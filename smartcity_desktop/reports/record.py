"""Everything the documents of one declaration share, as values."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.score_sheet import SheetState

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import Assignment, IssueKind, Roster
    from smartcity_desktop.domain.counted import CountedSheet
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.judging import Judging
    from smartcity_desktop.domain.objection import Objection
    from smartcity_desktop.domain.refusal import Outcome, Refusal
    from smartcity_desktop.domain.results import RegionDetail, Results
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.domain.signatory import Signatory
    from smartcity_desktop.reports.letterhead import Letterhead


class Reopening(Struct, frozen=True):
    """An earlier declaration and why it was opened again.

    Attributes:
        declaration: number of the declaration that no longer stands.
        declared_at, at: moments of that declaration and of its reopening.
    """

    declaration: int
    declared_at: str
    results_sha256: str
    at: str
    by: str
    reason: str


class Declaration(Struct, frozen=True):
    """Results frozen for printing.

    Attributes:
        number: 1, 2, 3 ... in this assessment.
        at: moment, UTC; the only date in a document's bytes.
        token: what the QR code on the first page carries; empty when the assessment has no key.
        reopenings: what stood before, oldest first.
    """

    number: int
    at: str
    by: str
    results_sha256: str
    token: str = ""
    reopenings: tuple[Reopening, ...] = ()


class SealStanding(Enum):
    """What has become of an intact seal."""

    COUNTS = "counts"
    SUPERSEDED = "superseded"
    VOID = "void"
    LATE = "late"
    KEY_OPEN = "key_open"
    IDLE = "idle"


class SealNote(Struct, frozen=True):
    """What paper says of one intact seal.

    Attributes:
        time: as the judge's laptop gave it.
        reason: why a sealed sheet was changed or withdrawn; else empty.
        counted: at least one sheet is counted under it.
        sheets, open: how many regions it seals, and leaves open.
    """

    judge: str
    issue: str
    number: int
    digest: str
    receipt: str
    time: str
    thumbprint: str
    reason: str = ""
    counted: bool = True
    sheets: int = 0
    open: int = 0
    standing: SealStanding = SealStanding.COUNTS


class Gap(Struct, frozen=True):
    """A sheet that should be there and is not; waived by a decision, by its number, or 0."""

    judge: str
    region: str
    waived_by: int = 0


class RecusalNote(Struct, frozen=True):
    """A judge did not score a region, with the reason given."""

    judge: str
    region: str
    reason: str


class AbsenceNote(Struct, frozen=True):
    """A judge reported that a region was absent, with what was said about it."""

    judge: str
    region: str
    reason: str


class RefusedFile(Struct, frozen=True):
    """A file that a merge did not take."""

    file: str
    refusal: Refusal


class MergeNote(Struct, frozen=True):
    """One merge: when, and how many files came to which end."""

    number: int
    at: str
    outcomes: tuple[tuple[Outcome, int], ...]


class Veil(Struct, frozen=True):
    """What an anonymous set of documents still says of the judges: how many.

    Attributes:
        judges: in the roster. counting: with at least one sheet that counts. scoring: with at
            least one scored sheet that counts.
        corrected: seals that changed or withdrew sheets sealed before.
        issues: how many panel files of each kind were handed out.
    """

    judges: int
    counting: int
    scoring: int
    corrected: int
    issues: tuple[tuple[IssueKind, int], ...]


class DeclaredRecord(Struct, frozen=True):
    """One declaration with all that its documents print.

    Attributes:
        counted: the sheets that count; for how many judges scored what.
        sheets: the full counted sheets, where a document prints them; may be empty.
        details: how each region's total came about, where a document prints it; may be empty.
        judging: statistics about the judging, where a document prints them.
        decisions: those in force, by number. lapsed: the others, by number.
        seals: all intact seals, by judge, issue and number.
        signatories: those for whom fields are prepared: ``chair``, ``official``, ``secretary``,
            ``witness-1`` ..., ``judge-`` and the judge's id. A document takes those who have a
            place in it.
        results_json: the canonical results document; its digest is the declaration's.
        objections: to this declaration and to earlier ones, by number.
        secret: of an anonymous assessment, in the record that only the panel sees; else empty.
        veil: where this record is the one without judges; then everything about them is empty,
            and the ``judge`` of a sheet is a letter that is drawn anew for every region.
    """

    instrument: Instrument
    roster: Roster
    declaration: Declaration
    results: Results
    results_json: bytes
    results_csv: bytes
    letterhead: Letterhead
    counted: tuple[CountedSheet, ...] = ()
    sheets: tuple[ScoreSheet, ...] = ()
    decisions: tuple[Decision, ...] = ()
    seals: tuple[SealNote, ...] = ()
    gaps: tuple[Gap, ...] = ()
    recusals: tuple[RecusalNote, ...] = ()
    absences: tuple[AbsenceNote, ...] = ()
    refused: tuple[RefusedFile, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    details: tuple[RegionDetail, ...] = ()
    lapsed: tuple[Decision, ...] = ()
    merges: tuple[MergeNote, ...] = ()
    judging: Judging | None = None
    objections: tuple[Objection, ...] = ()
    secret: bytes = b""
    veil: Veil | None = None

    @property
    def anonymous(self) -> bool:
        """Whether this declaration's published documents name no judge."""
        return bool(self.secret) or self.veil is not None

    def count_judges(self) -> int:
        """Return how many judges there are."""
        return self.veil.judges if self.veil else len(self.roster.judges)

    def count_scoring(self) -> int:
        """Return how many judges have a scored sheet that counts."""
        if self.veil:
            return self.veil.scoring
        return len({s.judge for s in self.counted if s.state is SheetState.SCORED})

    def count_counting(self) -> int:
        """Return how many judges have any sheet that counts."""
        return self.veil.counting if self.veil else len({s.judge for s in self.counted})

    def receipts(self, judge: str) -> tuple[str, ...]:
        """Return the receipts of a judge's counted seals, in the order of the seals."""
        return tuple(s.receipt for s in self.seals if s.judge == judge and s.counted)

    def assigned(self, judge: str) -> tuple[Assignment, ...]:
        """Return a judge's assignments in the roster's order."""
        return tuple(a for a in self.roster.assignments if a.judge == judge)
