"""The draft of an assessment: everything typed so far, finished or not, never a passphrase."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct, field

from smartcity_desktop.domain.local_text import LocalText

Row = tuple[str, ...]
"""One line of a list, as it was typed; its columns are those of the list."""

EMPTY = LocalText("")


class Division(Enum):
    """How regions come to judges."""

    ALL = "all"
    PANELS = "panels"
    SPREAD = "spread"
    BY_HAND = "by_hand"


class KeyWish(Enum):
    """Whether the assessment gets a key of its own, which signs the QR code on paper."""

    UNDECIDED = ""
    MAKE = "make"
    NONE = "none"


class PersonDraft(Struct, frozen=True):
    """Somebody who signs; as `Person` of a letterhead."""

    name: str = ""
    role: LocalText = EMPTY
    institution: str = ""
    identity: str = ""
    certificate_sha256: str = ""

    def is_empty(self) -> bool:
        """Whether nothing at all was typed."""
        return self == PersonDraft()


class PaperDraft(Struct, frozen=True):
    """The letterhead as it is typed; lists are texts with one entry a line.

    Attributes:
        size: ``A4`` or ``F4``. emblem: PNG bytes, already checked; emblem_name: of its file.
        numbering: (kind of document, template). copies: digits.
    """

    size: str = "A4"
    lines: str = ""
    address: str = ""
    emblem: bytes = b""
    emblem_name: str = ""
    place: str = ""
    subject: LocalText = EMPTY
    classification: LocalText = EMPTY
    legal_basis: LocalText = EMPTY
    copies_to: LocalText = EMPTY
    letter_to: LocalText = EMPTY
    considering: LocalText = EMPTY
    copies: str = "2"
    numbering: tuple[Row, ...] = ()
    chair: PersonDraft = PersonDraft(role=LocalText("Ketua Dewan Juri", "Chair of the Jury"))
    secretary: PersonDraft = PersonDraft()
    official: PersonDraft = PersonDraft()
    witnesses: tuple[PersonDraft, ...] = ()
    judges_sign: bool = False


class InstrumentDraft(Struct, frozen=True):
    """The instrument's exact bytes and where they came from; both empty before one is chosen."""

    name: str = ""
    data: bytes = b""


class DossierDraft(Struct, frozen=True):
    """The regions' own answers: rows of ``region, indicator, figure, answer, level``."""

    name: str = ""
    rows: tuple[Row, ...] = ()


class AssessmentDraft(Struct, frozen=True):
    """Everything that was typed and chosen, valid or not.

    Attributes:
        title, edition: together they are the title of the assessment.
        first_day, last_day: as typed; printed as the time of the plenary.
        held: that time in words, from a letterhead; days that were typed come before it.
        mode: a value of `Mode`, empty before it was chosen. judge_label: juri or asesor.
        regions: ``code, name, province``. region_panels: ``code, panel``, where typed.
        judges: ``id, name, institution, home_region, role, panel``.
        least: judges a region gets in a balanced spread, digits.
        assignments: ``judge, region, day, session, room, start``, for a division by hand.
        timetable: ``day, session, room, start``, one line a session.
        conflicts: ``judge, region, reason``, known to the coordinator.
        anonymous: no published document names a judge.
        recipients: age recipients, one a line. folder: where the file shall lie.
    """

    title: str = ""
    edition: str = ""
    venue: LocalText = EMPTY
    first_day: str = ""
    last_day: str = ""
    held: LocalText = EMPTY
    mode: str = ""
    judge_label: str = "juri"
    paper: PaperDraft = field(default_factory=PaperDraft)
    instrument: InstrumentDraft = InstrumentDraft()
    regions: tuple[Row, ...] = ()
    dossiers: DossierDraft = DossierDraft()
    judges: tuple[Row, ...] = ()
    division: Division = Division.ALL
    least: str = "3"
    region_panels: tuple[Row, ...] = ()
    assignments: tuple[Row, ...] = ()
    timetable: tuple[Row, ...] = ()
    conflicts: tuple[Row, ...] = ()
    key: KeyWish = KeyWish.UNDECIDED
    recipients: str = ""
    anonymous: bool = False
    folder: str = ""

    def full_title(self) -> str:
        """Return the title as the assessment will carry it."""
        return " ".join(f"{self.title} {self.edition}".split())
