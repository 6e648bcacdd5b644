"""What stands on the pages, in the order in which it is read aloud: tags for screen readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterator

END = "EMC"
ARTIFACT = "/Artifact BMC"

WHOLE, ASIDE = 0, 1
"""The document itself, and what stands in it after everything else."""


@dataclass(slots=True)
class _Element:
    """A part of the document; ``mark`` numbers its drawing on ``page``, where it has one."""

    role: str
    parent: int
    page: int = 0
    mark: int = -1
    alternative: str = ""
    children: tuple[int, ...] | list[int] = ()


class Structure:
    """Collects the parts while they are drawn."""

    def __init__(self) -> None:
        """Begin with an empty document."""
        self._elements = [_Element("Document", -1), _Element("Sect", WHOLE)]
        self._open = [WHOLE]
        self._pages: dict[int, list[int]] = {}

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

    def root(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObject:
        """Write everything into the document and return the root of the tree."""
        aside = self._elements[ASIDE]
        if aside.children:
            self._adopt(WHOLE, ASIDE)
        written = [_Written() for _ in self._elements]
        root = _Written()
        references = [_register(document, one) for one in written]
        root_reference = _register(document, root)
        pages = {page: _reference(document, f"Page{page}") for page in self._pages}
        for element, one in zip(self._elements, written, strict=True):
            parent = references[element.parent] if element.parent >= 0 else root_reference
            one.data = b"<</S/%b/P %b%b>>" % (
                element.role.encode(), parent, _rest(element, references, pages, document),
            )  # fmt: skip
        root.data = b"<</Type/StructTreeRoot/K %b/ParentTree %b/ParentTreeNextKey %d>>" % (
            references[WHOLE],
            self._parent_tree(document, references),
            max(self._pages, default=0) + 1,
        )
        return root

    def _add(self, role: str, alternative: str = "") -> int:
        number, parent = len(self._elements), self._open[-1]
        self._elements.append(_Element(role, parent, alternative=alternative))
        self._adopt(parent, number)
        return number

    def _adopt(self, parent: int, number: int) -> None:
        """Add a child; most parts have none, so a list is only made for those that do."""
        children = self._elements[parent].children
        if isinstance(children, list):
            children.append(number)
        else:
            self._elements[parent].children = [number]

    def _mark(self, number: int, page: int) -> str:
        marks = self._pages.setdefault(page, [])
        element = self._elements[number]
        element.page, element.mark = page, len(marks)
        marks.append(number)
        return f"/{element.role} <</MCID {element.mark}>> BDC"

    def _parent_tree(self, document: pdfdoc.PDFDocument, references: list[bytes]) -> bytes:
        tree = _Written()
        entries = []
        for page, numbers in sorted(self._pages.items()):
            line = _Written(b"[%b]" % b" ".join(references[n] for n in numbers))
            entries.append(b"%d %b" % (page, _register(document, line)))
        tree.data = b"<</Nums[%b]>>" % b" ".join(entries)
        return _register(document, tree)


class _Written(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object whose bytes are known; there are many, so nothing else is done with them."""

    __RefOnly__ = 1

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        return self.data


def _rest(
    element: _Element, references: list[bytes], pages: dict[int, bytes],
    document: pdfdoc.PDFDocument,
) -> bytes:  # fmt: skip
    return b"".join(_entries(element, references, pages, document))


def _entries(
    element: _Element, references: list[bytes], pages: dict[int, bytes],
    document: pdfdoc.PDFDocument,
) -> Iterator[bytes]:  # fmt: skip
    if element.mark >= 0:
        yield b"/Pg %b/K %d" % (pages[element.page], element.mark)
    elif element.children:
        yield b"/K[%b]" % b" ".join(references[n] for n in element.children)
    if element.role == "TH":
        yield b"/A<</O/Table/Scope/Column>>"
    if element.alternative:
        yield b"/Alt %b" % pdfdoc.PDFString(element.alternative).format(document)


def _register(document: pdfdoc.PDFDocument, one: _Written) -> bytes:
    return _reference(document, document.Reference(one).name)


def _reference(document: pdfdoc.PDFDocument, name: str) -> bytes:
    return b"%d %d R" % document.idToObjectNumberAndVersion[name]
