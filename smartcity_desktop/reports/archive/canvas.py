"""The canvas every document is drawn on: PDF/A-3b, no clock, total page count known at the end."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct
from reportlab import rl_config  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from smartcity_desktop.reports.archive.letters import Letters
from smartcity_desktop.reports.archive.objects import (
    ArchiveInfo,
    archive_catalog,
    array_of,
    packed_stream,
)
from smartcity_desktop.reports.archive.structure import ARTIFACT, END, Structure
from smartcity_desktop.reports.archive.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from reportlab.pdfbase.pdfdoc import PDFPage  # type: ignore[import-untyped]

    from smartcity_desktop.reports.archive.facts import ArchiveFacts

PDF_VERSION = (1, 7)


class FieldBox(Struct, frozen=True):
    """Where a signature field goes: page from 0, and left, bottom, right, top in points."""

    field: str
    name: str
    role: str
    page: int
    rectangle: tuple[float, float, float, float]


class ArchiveCanvas(Canvas):  # type: ignore[misc]
    """Packs every page as soon as it is full; the feet, which say "2 of 5", follow at the end.

    Attributes:
        field_boxes: places prepared for signature fields, in drawing order.
        page_count: number of pages; 0 until saved.
        letters: how texts are written in this file.
        inks: what begins to write in an ink, by ink.
        cells: (width, alignment, font, size) of a column to the operators of its texts.
    """

    def __init__(
        self,
        target: BinaryIO,
        *,
        facts: ArchiveFacts,
        finish_page: Callable[[ArchiveCanvas, int, int], None],
        tagged: bool = True,
        **options: object,
    ) -> None:
        """Begin an archive file.

        Args:
            target: binary file to write to.
            facts: what the file says of itself.
            finish_page: draws what needs the total: called with page number and page count.
            tagged: mark what is what, for those who hear a document instead of seeing it.
            options: passed on to the library's canvas.
        """
        _settle_configuration()
        options |= {"pdfVersion": PDF_VERSION, "invariant": 1, "pageCompression": 1}
        super().__init__(target, **options)
        self.field_boxes: list[FieldBox] = []
        self.page_count = 0
        self.letters = Letters(self._doc)
        self.inks: dict[object, str] = {}
        self.cells: dict[tuple[float, str, str, float], dict[str, str | None]] = {}
        self._bookmarks = 0
        self._repeated: dict[Hashable, str] = {}
        self._pages: list[PDFPage] = []
        self._facts = facts
        self._digest = hashlib.sha256(repr(facts).encode())
        self._finish_page = finish_page
        self._structure = Structure() if tagged else None

    def add_code(self, operators: str) -> None:
        """Put operators on the page."""
        self._code.append(operators)

    @contextmanager
    def repeated(self, key: Hashable) -> Iterator[bool]:
        """Draw meanwhile what is the same wherever its key is; tells whether it must be drawn."""
        known, start = self._repeated.get(key), len(self._code)
        yield known is None
        if known is None:
            self._repeated[key] = "\n".join(self._code[start:])
        else:
            self._code.append(known)

    def bookmark(self, title: str) -> None:
        """Put an entry into the outline that leads to the page being drawn."""
        name = f"b{self._bookmarks}"
        self._bookmarks += 1
        self.bookmarkPage(name)
        self.addOutlineEntry(title, name, level=0)

    @contextmanager
    def tag(self, role: str, alternative: str = "") -> Iterator[None]:
        """Mark what is drawn meanwhile: ``P``, ``H1``, ``Figure`` with its text ..."""
        if self._structure is None:
            yield
            return
        self._code.append(self._structure.begin(role, self.getPageNumber(), alternative))
        yield
        self._code.append(END)

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark what is drawn meanwhile as no part of the text: rules, fills, running heads."""
        if self._structure is None:
            yield
            return
        self._code.append(ARTIFACT)
        yield
        self._code.append(END)

    @contextmanager
    def table(self, known: list[int]) -> Iterator[bool]:
        """Put the rows drawn meanwhile into a table; tells whether its head is new to readers.

        Args:
            known: empty at first; the same list for every part of a table that is divided.
        """
        if self._structure is None:
            yield True
            return
        yield self._structure.enter("Table", known)
        self._structure.leave()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Let what is marked meanwhile be read after everything else."""
        if self._structure is None:
            yield
            return
        self._structure.enter_aside()
        yield
        self._structure.leave()

    def row_marks(self, role: str) -> tuple[str, str]:
        """Return the operators around a row's text (``TH``, ``TD``); an empty role is no row."""
        if self._structure is None:
            return "", ""
        if not role:
            return ARTIFACT, END
        return self._structure.begin_row(role, self.getPageNumber()), END

    def save(self) -> None:
        """Give every page its foot, with the total known, then write the file."""
        self.page_count = total = len(self._pages)
        for number, page in enumerate(self._pages, start=1):
            self._add_foot(page, number, total)
        document = self._doc
        document.Outlines.prepare(document, self)
        document.Catalog = archive_catalog(document, self._facts, self._structure)
        document.info = ArchiveInfo(self._facts)
        identity = self._digest.hexdigest()[:32].encode()
        write_file(document, self._structure, identity, self._filename)

    def _add_foot(self, page: PDFPage, number: int, total: int) -> None:
        self._startPage()
        self._pagesize = (page.pagewidth, page.pageheight)
        with self.artifact():
            self._finish_page(self, number, total)
        foot = packed_stream("\n".join(self._code).encode(), self._digest)
        page.Contents = array_of(self._doc, [page.Contents, foot])

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802  a hook of the library
        page.Trans = None  # an empty transition is forbidden in an archive file
        if self._structure is not None:
            page.__NoDefault__ = (*page.__NoDefault__, "StructParents", "Tabs")
            page.StructParents, page.Tabs = self.getPageNumber(), "/S"
        page.Contents = packed_stream(page.stream.encode(), self._digest)
        page.stream = None
        self._pages.append(page)
        super()._setAnnotations(page)


def _settle_configuration() -> None:
    """Make the bytes independent of environment variables and of settings files at home."""
    rl_config.useA85 = 0
    rl_config.pdfComments = 0
