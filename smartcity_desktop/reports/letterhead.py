"""The letterhead: everything on paper that belongs to the organiser, not to the program."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct, field

from smartcity_desktop.domain.local_text import LocalText

NOTHING = LocalText("")


class Paper(Enum):
    """Paper sizes in millimetres; local governments still use F4."""

    A4 = (210, 297)
    F4 = (215, 330)


class Person(Struct, frozen=True):
    """Somebody who signs for an office.

    Attributes:
        name: with degrees; empty leaves a dotted line to write on.
        identity: printed below the name as it is, such as ``NIP 19700101 199503 1 001``.
        certificate_sha256: of the certificate this person signs PDFs with, hexadecimal; empty
            where it is not known beforehand.
        on_paper: signs by hand, so that no field is prepared.
    """

    name: str = ""
    role: LocalText = NOTHING
    institution: str = ""
    identity: str = ""
    certificate_sha256: str = ""
    on_paper: bool = False


class Letterhead(Struct, frozen=True):
    """Kop, numbering and the people and set texts of one organiser.

    Attributes:
        lines: of the kop, from the highest office down; ``{title}`` stands for the title of
            the assessment.
        emblem_file: file name of the emblem as the letterhead gives it.
        emblem: PNG bytes, already checked; empty for none.
        place: where documents are dated. venue: where the plenary met. held: when.
        numbering: (kind of document, template with placeholders).
        copies: number of originals made of the minutes; 0 says nothing of it.
        letter_to: to whom the result letter is addressed. considering: points of the draft
            decree, each a clause that begins with "bahwa" or "that".
        official: who signs the letter and the decree; the chair where nobody is named.
        judges_sign: a field is prepared for every judge, who then signs electronically.
    """

    paper: Paper = Paper.A4
    lines: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    emblem_file: str = ""
    emblem: bytes = b""
    place: str = ""
    venue: LocalText = NOTHING
    held: LocalText = NOTHING
    subject: LocalText = NOTHING
    classification: LocalText = NOTHING
    legal_basis: tuple[LocalText, ...] = ()
    copies_to: tuple[LocalText, ...] = ()
    copies: int = 0
    letter_to: tuple[LocalText, ...] = ()
    considering: tuple[LocalText, ...] = ()
    numbering: tuple[tuple[str, str], ...] = ()
    chair: Person = field(default_factory=Person)
    secretary: Person | None = None
    witnesses: tuple[Person, ...] = ()
    official: Person | None = None
    judges_sign: bool = False

    def number_template(self, kind: str) -> str:
        """Return the numbering template of a kind of document; empty when none was given."""
        return dict(self.numbering).get(kind, "")
