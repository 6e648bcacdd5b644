"""Documents from the office: which there are, printing them, and who has signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.instruments.shipped import RESOURCES
from smartcity_desktop.plenary.prepared import print_prepared, read_prepared
from smartcity_desktop.plenary.printing import print_documents
from smartcity_desktop.plenary.record import read_record
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.press import open_press
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.verifying.unaltered import expect_unaltered
from smartcity_desktop.workplace.given_file import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.language.dates import Zone
    from smartcity_desktop.plenary.printing import Printed
    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.office_facts import OfficeFacts


class Paper(Struct, frozen=True):
    """How documents are printed.

    Attributes:
        language: of the paper, whatever the screen speaks. translate: into that language.
        zone: of every printed moment.
    """

    language: Language
    translate: Callable[[Message], str]
    zone: Zone

    def press(self) -> Press:
        """Return the means of printing."""
        return open_press(RESOURCES, self.language, self.translate, self.zone.tzinfo)


class Found(Struct, frozen=True):
    """A document that lies in a folder.

    Attributes:
        fields: (for whom, whether something stands in it), in the order of the form.
        superseded: it prints a declaration that is no longer in force.
        known: its bytes begin with those of a document that this assessment printed.
    """

    path: Path
    kind: ReportKind
    fields: tuple[tuple[str, bool], ...]
    superseded: bool
    known: bool


def print_kinds(
    office: Office,
    kinds: Sequence[ReportKind],
    folder: Path,
    paper: Paper,
    advance: Callable[[], None],
) -> tuple[Printed, ...]:
    """Print documents into a folder; ``advance`` is called after each kind.

    Raises:
        RuleError: a kind needs a declaration and none is in force, or the file was changed with
            another program. StoreError: other documents of these names lie there, or a document
            could not be written.
    """
    press = paper.press()
    file, instrument = office.file, office.instrument
    prepared = [kind for kind in kinds if not kind.needs_declaration()]
    declared = [kind for kind in kinds if kind.needs_declaration()]
    printed: tuple[Printed, ...] = ()
    if prepared:
        record = read_prepared(file, instrument)
        printed += print_prepared(file, record, prepared, press, (folder, advance))
    if declared:
        expect_unaltered(file)
        made = read_record(file, instrument, paper.language)
        printed += print_documents(file, made, declared, press, (folder, advance))
    return printed


def find_documents(folder: Path, facts: OfficeFacts) -> tuple[Found, ...]:
    """Return the documents of this assessment that lie in a folder, by name.

    A document is recognised by the name it was printed under; whether its bytes are those that
    were printed is said besides.
    """
    from smartcity_desktop.signing.field_states import signature_fields

    names = {document.number: document for document in facts.documents}
    standing = facts.standing.number if facts.standing else None
    found = []
    for name in sorted(names):
        path = folder / name
        if not path.is_file():
            continue
        document, data = names[name], read_bytes(path)
        fields = tuple((f.label or f.field, f.signed) for f in signature_fields(data))
        found.append(
            Found(
                path,
                ReportKind(document.kind),
                fields,
                superseded=document.declaration not in (None, standing),
                known=_is_known(data, facts, name),
            )
        )
    return tuple(found)


def _is_known(data: bytes, facts: OfficeFacts, name: str) -> bool:
    """Whether these bytes, or what they were before anybody signed, were printed here.

    A signature is added at the end, so the document as printed is one of the beginnings that end
    with an end-of-file mark.
    """
    digests = {document.sha256 for document in facts.documents if document.number == name}
    at = 0
    while (at := data.find(_END, at)) >= 0:
        at += len(_END)
        for end in (at, at + 1, at + 2):
            if sha256_hex(data[:end]) in digests:
                return True
    return False


_END = b"%%EOF"
