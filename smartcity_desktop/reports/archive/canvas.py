"""The canvas every document is drawn on: PDF/A-3b, no clock, total page count known at the end."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from reportlab import rl_config  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from smartcity_desktop.reports.archive.objects import ArchiveInfo, archive_catalog
from smartcity_desktop.reports.archive.structure import ARTIFACT, END, Structure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportlab.pdfbase.pdfdoc import PDFPage  # type: ignore[import-untyped]

    from smartcity_desktop.reports.archive.facts import ArchiveFacts

PDF_VERSION = (1, 7)


@dataclass(frozen=True, slots=True)
class FieldBox:
    """Where a signature field goes: page from 0, and left, bottom, right, top in points."""

    field: str
    name: str
    role: str
    page: int
    rectangle: tuple[float, float, float, float]


class ArchiveCanvas(Canvas):  # type: ignore[misc]
    """Holds finished pages back until all are drawn, so that a foot can say "2 of 5".

    Attributes:
        field_boxes: places prepared for signature fields, in drawing order.
        page_count: number of pages; 0 until saved.
        set_lines: (text, font) as this file writes it: part of the font, and the operator.
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
        self.set_lines: dict[tuple[str, str], tuple[int, str]] = {}
        self._bookmarks: list[tuple[int, str]] = []
        self._held: list[dict[str, Any]] = []
        self._facts = facts
        self._finish_page = finish_page
        self._structure = Structure() if tagged else None

    def bookmark(self, title: str) -> None:
        """Put an entry into the outline that leads to the page being drawn."""
        self._bookmarks.append((self.getPageNumber(), title))

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

    def showPage(self) -> None:  # noqa: N802  the library's name
        """Hold the page back and begin the next one."""
        self._held.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Finish every page with the total known, then write the file."""
        self.page_count = total = len(self._held)
        digest = hashlib.sha256(repr(self._facts).encode())
        for number, state in enumerate(self._held, start=1):
            self.__dict__.update(state)
            with self.artifact():
                self._finish_page(self, number, total)
            self._enter_bookmarks(number)
            digest.update("\n".join(map(str, self._code)).encode())
            super().showPage()
        document = self._doc
        document.Catalog = archive_catalog(document, self._facts, self._structure)
        document.info = ArchiveInfo(self._facts)
        identity = digest.hexdigest()[:32].encode()
        document._ID = b"[<%b><%b>]\n" % (identity, identity)  # noqa: SLF001  no other way in
        document.SaveToFile(self._filename, self)
        self.page_count = total

    def _enter_bookmarks(self, number: int) -> None:
        for index, (page, title) in enumerate(self._bookmarks):
            if page == number:
                self.bookmarkPage(f"b{index}")
                self.addOutlineEntry(title, f"b{index}", level=0)

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802  a hook of the library
        page.Trans = None  # an empty transition is forbidden in an archive file
        if self._structure is not None:
            page.__NoDefault__ = (*page.__NoDefault__, "StructParents", "Tabs")
            page.StructParents, page.Tabs = self.getPageNumber(), "/S"
        super()._setAnnotations(page)


def _settle_configuration() -> None:
    """Make the bytes independent of environment variables and of settings files at home."""
    rl_config.useA85 = 0
    rl_config.pdfComments = 0
