"""The assessment: one complete judging exercise, and who judges what."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Mode(Enum):
    """Fixed when the assessment is made; the two never merge."""

    OFFICIAL = "official"
    REHEARSAL = "rehearsal"


class RegionStatus(Enum):
    """Set by the coordinator with a reason, and printed."""

    INVITED = "invited"
    PRESENT = "present"
    ABSENT = "absent"
    WITHDRAWN = "withdrawn"
    DISQUALIFIED = "disqualified"

    def takes_part(self) -> bool:
        """Whether a region in this status is scored and ranked."""
        return self in (RegionStatus.INVITED, RegionStatus.PRESENT)


class Region(Struct, frozen=True):
    """A kabupaten or kota (or whatever a free jury scores), always with its code.

    Attributes:
        name: with its prefix: "Kota Samarinda".
        province: name of the province; empty where it is not known.
    """

    code: str
    name: str
    province: str = ""


class FormerName(Struct, frozen=True, order=True):
    """A name that a region bore before it was corrected; sheets of that time carry it."""

    region: str
    name: str


class Judge(Struct, frozen=True):
    """Who scores. ``id`` is short and safe in a file name: letters, digits, ``-`` and ``_``."""

    id: str
    name: str
    institution: str = ""
    home_region: str = ""
    role: str = ""
    panel: str = ""


class Assignment(Struct, frozen=True, order=True):
    """A judge must score a region; when and where, if a timetable exists."""

    judge: str
    region: str
    day: str = ""
    session: str = ""
    room: str = ""
    start: str = ""


class IssueKind(Enum):
    """Why a panel file was handed out."""

    FIRST = "first"
    SUPPLEMENTARY = "supplementary"
    REPLACEMENT = "replacement"
    PAPER = "paper"


class Issue(Struct, frozen=True):
    """One panel file handed to one judge for a set of regions.

    Attributes:
        id: unique in the assessment: judge id, "-" and a running number, such as "j07-1".
        regions: codes, sorted; what this issue's seals are checked against.
        public_key: RFC 7638-ordered JWK (canonical JSON text) of the issue key.
        replaces: for a replacement the id of the issue it stands in for, else empty.
        kept: for a replacement the seal digests of the old issue that stand, sorted.
        typist: 1 or 2 for a paper issue (typed twice, blind), else 0.
    """

    id: str
    judge: str
    kind: IssueKind
    regions: tuple[str, ...]
    public_key: str
    issued_at: str
    replaces: str = ""
    kept: tuple[str, ...] = ()
    typist: int = 0
    reason: str = ""


class Assessment(Struct, frozen=True):
    """What is fixed when the assessment is made.

    Attributes:
        id: random, 32 hexadecimal characters.
        public_key: the assessment's own key as canonical JWK text; empty without a key.
        recipients: age recipients that handed-over copies are encrypted to; empty = plain.
        judge_label: the word for a judge on screen and paper: "juri" or "asesor".
    """

    id: str
    title: str
    mode: Mode
    created_at: str
    instrument_sha256: str
    public_key: str = ""
    recipients: tuple[str, ...] = ()
    judge_label: str = "juri"


class ConflictOfInterest(Struct, frozen=True):
    """A judge must not score a region, known before any score.

    Attributes:
        source: "home_region", "declared" (by the judge at enrolment) or "coordinator".
    """

    judge: str
    region: str
    source: str
    reason: str


class RegionStanding(Struct, frozen=True):
    """The latest status of a region, with the reason given for it."""

    region: str
    status: RegionStatus
    reason: str


class Roster(Struct, frozen=True):
    """Who takes part: what the coordinator's file knows apart from seals and decisions.

    Attributes:
        regions, judges: sorted by code and id. assignments: sorted.
            Regions bear the names in force.
        standings: one for every region, sorted by code.
        conflicts: taken out at once by the coordinator or through the home region.
        former_names: of regions whose name was corrected, sorted.
    """

    assessment: Assessment
    regions: tuple[Region, ...]
    judges: tuple[Judge, ...]
    assignments: tuple[Assignment, ...]
    conflicts: tuple[ConflictOfInterest, ...]
    standings: tuple[RegionStanding, ...]
    issues: tuple[Issue, ...]
    former_names: tuple[FormerName, ...] = ()
