"""What stands on the pages, in the order in which it is read aloud: tags for screen readers.

A document of a few hundred regions has a hundred thousand parts. So a part is no object of its own
but a number, under which a few columns hold what is known of it.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterator

END = "EMC"
ARTIFACT = "/Artifact BMC"

WHOLE, ASIDE = 0, 1
"""The document itself, and what stands in it after everything else."""

ROOT = "StructTreeRoot"
NONE = -1
FURTHER = 2
"""Objects beside the parts: the root of the tree, and the list of what is marked on each page."""


class Structure:
    """Collects the parts while they are drawn.

    Attributes:
        first_number: of the objects that ``written`` returns; 0 until settled.
    """

    def __init__(self) -> None:
        """Begin with an empty document."""
        self.first_number = 0
        self._roles: list[str] = []
        self._columns()
        self._alternatives: dict[int, str] = {}
        self._open = [NONE]
        self._pages: dict[int, array[int]] = {}
        self._open.append(self._add("Document"))
        self._roles.append("Sect")
        self._row(WHOLE)

    def _columns(self) -> None:
        """Make the columns: parent, page, mark on it, first and last child, next sibling."""
        self._parent, self._page, self._mark_of = array("l"), array("l"), array("l")
        self._child, self._youngest, self._next = array("l"), array("l"), array("l")

    def begin(self, role: str, page: int, alternative: str = "") -> str:
        """Add a part with a drawing of its own; returns the operator that begins it."""
        return self._mark(self._add(role, alternative), page)

    def begin_row(self, role: str, page: int) -> str:
        """Add a row with one cell, as a head (``TH``) or not (``TD``)."""
        self._open.append(self._add("TR"))
        operator = self.begin(role, page)
        self._open.pop()
        return operator

    def enter(self, role: str, known: list[int]) -> bool:
        """Begin a part made of parts; tells whether it is a new one.

        Args:
            role: its kind.
            known: empty at first; afterwards the same list leads into the same part again.
        """
        new = not known
        if new:
            known.append(self._add(role))
        self._open.append(known[0])
        return new

    def enter_aside(self) -> None:
        """Begin what is read after everything else."""
        self._open.append(ASIDE)

    def leave(self) -> None:
        """End a part made of parts."""
        self._open.pop()

    def settle(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObject:
        """Take numbers for all parts in a document; returns the reference to the tree's root."""
        if self._child[ASIDE] != NONE:
            self._adopt(WHOLE, ASIDE)
        self.first_number = document.objectcounter + 1
        document.objectcounter += len(self._roles) + FURTHER
        document.idToObjectNumberAndVersion[ROOT] = document.objectcounter - 1, 0
        return pdfdoc.PDFObjectReference(ROOT)

    def written(self, document: pdfdoc.PDFDocument) -> Iterator[bytes]:
        """Yield the settled objects, by number."""
        first, root = self.first_number, self.first_number + len(self._roles)
        pages = {page: _number(document, f"Page{page}") for page in self._pages}
        for number, role in enumerate(self._roles):
            parent = root if number == WHOLE else first + self._parent[number]
            rest = self._rest(number, pages, document)
            yield b"<</S/%b/P %d 0 R%b>>" % (role.encode(), parent, rest)
        yield b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>" % (
            first, root + 1, max(self._pages, default=0) + 1,
        )  # fmt: skip
        lists = (
            b"%d[%b]" % (page, b" ".join(b"%d 0 R" % (first + n) for n in numbers))
            for page, numbers in sorted(self._pages.items())
        )
        yield b"<</Nums[%b]>>" % b"\n".join(lists)

    def _add(self, role: str, alternative: str = "") -> int:
        number, parent = len(self._roles), self._open[-1]
        self._roles.append(role)
        self._row(parent)
        if alternative:
            self._alternatives[number] = alternative
        if parent != NONE:
            self._adopt(parent, number)
        return number

    def _row(self, parent: int) -> None:
        self._parent.append(parent)
        for column in (self._page, self._mark_of, self._child, self._youngest, self._next):
            column.append(NONE)

    def _adopt(self, parent: int, number: int) -> None:
        youngest = self._youngest[parent]
        if youngest == NONE:
            self._child[parent] = number
        else:
            self._next[youngest] = number
        self._youngest[parent] = number

    def _mark(self, number: int, page: int) -> str:
        marks = self._pages.get(page)
        if marks is None:
            marks = self._pages[page] = array("l")
        mark = len(marks)
        self._page[number], self._mark_of[number] = page, mark
        marks.append(number)
        return f"/{self._roles[number]} <</MCID {mark}>> BDC"

    def _rest(self, number: int, pages: dict[int, int], document: pdfdoc.PDFDocument) -> bytes:
        """Return the entries of a part behind its role and its parent."""
        mark = self._mark_of[number]
        if mark != NONE:
            found = b"/Pg %d 0 R/K %d" % (pages[self._page[number]], mark)
        elif self._child[number] != NONE:
            found = b"/K[%b]" % b" ".join(self._children(number))
        else:
            found = b""
        if self._roles[number] == "TH":
            found += b"/A<</O/Table/Scope/Column>>"
        if number in self._alternatives:
            found += b"/Alt %b" % pdfdoc.PDFString(self._alternatives[number]).format(document)
        return found

    def _children(self, number: int) -> Iterator[bytes]:
        child = self._child[number]
        while child != NONE:
            yield b"%d 0 R" % (self.first_number + child)
            child = self._next[child]


def _number(document: pdfdoc.PDFDocument, name: str) -> int:
    number: int
    number, _ = document.idToObjectNumberAndVersion[name]
    return number
