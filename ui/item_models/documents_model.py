"""Every kind of document, and every document that lies in the folder."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.kinds import ReportKind
from ui.item_models.lines_model import LinesModel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.documents import Found
    from ui.words import Words


class Column(IntEnum):
    """From left to right."""

    KIND = 0
    STATE = 1


_TITLES = (message("Document"), message("State"))


class Line(Struct, frozen=True):
    """A kind that was not made yet, or a document."""

    kind: ReportKind
    found: Found | None


class DocumentsModel(LinesModel[Line]):
    """Kinds in their usual order; of each the documents in force first, then by name."""

    def __init__(self, words: Words, found: Sequence[Found], *, declared: bool) -> None:
        """Show what lies in the folder; ``declared`` says whether all kinds can be printed."""
        self._declared = declared
        lines: list[Line] = []
        for kind in ReportKind:
            own = sorted((each for each in found if each.kind is kind), key=_in_force_first)
            lines += [Line(kind, each) for each in own] or [Line(kind, None)]
        super().__init__(words, _TITLES, lines)

    def place_of(self, kind: ReportKind, path: Path | None) -> int:
        """Return the row of a document, or else the first of its kind."""
        own = [row for row, line in enumerate(self.lines) if line.kind is kind]
        for row in own:
            found = self.lines[row].found
            if found is not None and found.path == path:
                return row
        return own[0]

    def text(self, line: Line, column: int) -> str:
        """Return what stands in a column."""
        say, found = self._words.say, line.found
        if column == Column.KIND:
            title = say(line.kind.title())
            return f"{title}\n{found.path.name}" if found else title
        if found is None:
            able = self._declared or not line.kind.needs_declaration()
            return say(message("Not made yet") if able else message("After the declaration"))
        return say(_state(found))

    def tip(self, line: Line, column: int) -> str:
        """Return the document's whole name, in every column."""
        del column
        return self.text(line, Column.KIND)


def _in_force_first(found: Found) -> tuple[bool, str]:
    return found.superseded, found.path.name


def _state(found: Found) -> Message:
    if found.superseded:
        return message("Superseded")
    if not found.known:
        return message("Changed since it was made!")
    if not found.fields:
        return message("Made")
    signed = sum(done for _, done in found.fields)
    return message("{signed} of {all} signatures", signed=signed, all=len(found.fields))
