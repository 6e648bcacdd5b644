"""Evidence that came with counted sheets: what there is of it, looking at it, saving it.

Names come from judges' files. They are shown, and offered as names of saved files, without anything
that could be a path or hide what kind of file it is; they never lead to a place on this laptop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import REGION_NOTE
from smartcity_desktop.scoring.evidence_items import plain_name
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.secretariat.writing_out import write_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from smartcity_desktop.domain.score_sheet import Evidence, ScoreSheet
    from smartcity_desktop.secretariat.office import Office

NAMELESS = "bukti"


class EvidenceLine(Struct, frozen=True):
    """One item as a counted sheet lists it.

    Attributes:
        judge: id. region: code. indicator: id, or ``*`` for the region as a whole.
        here: whether its bytes were handed over and taken in.
    """

    judge: str
    region: str
    indicator: str
    item: Evidence
    here: bool

    @property
    def name(self) -> str:
        """The item's name as it may be shown."""
        return plain_name(self.item.name, NAMELESS)

    @property
    def file_name(self) -> str:
        """The name under which it is offered to be saved: whose it is, then its own name.

        So no name of the system's own (``CON``, ``.profile``) can come of it.
        """
        about = "" if self.indicator == REGION_NOTE else f"-{self.indicator}"
        return plain_name(f"{self.judge}-{self.region}{about}-{self.name}", NAMELESS)


def list_evidence(office: Office, sheets: Iterable[ScoreSheet]) -> Iterator[EvidenceLine]:
    """Yield the evidence of sheets, in their order."""
    for sheet in sheets:
        for indicator, item in sheet.evidence:
            here = office.file.evidence.has(item.sha256)
            yield EvidenceLine(sheet.judge, sheet.region, indicator, item, here)


def read_evidence(office: Office, line: EvidenceLine) -> bytes:
    """Return the bytes of an item, proven to be those that the judge sealed.

    Raises:
        InputError: it is not here, or is no longer what was sealed.
    """
    content = office.file.evidence.content(line.item.sha256)
    if content is None:
        raise InputError(Problem(line.name, message("This item has not been handed over.")))
    if sha256_hex(content) != line.item.sha256:
        raise InputError(
            Problem(
                line.name,
                message(
                    "These are not the bytes that the judge sealed: the assessment file was "
                    "changed or damaged. The scores are not touched by that. Take the evidence "
                    "from the judge's hand-over."
                ),
            )
        )
    return content


def save_evidence(office: Office, line: EvidenceLine, path: Path) -> Path:
    """Save an item as it was sealed, in place of a file that the person agreed to replace.

    Raises:
        InputError: as ``read_evidence``. StoreError: it could not be written.
    """
    return write_out(path, read_evidence(office, line))
