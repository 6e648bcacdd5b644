"""Running text: paragraphs, headings and numbered points."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    CondPageBreak,
    KeepTogether,
    Paragraph,
    Spacer,
)

from smartcity_desktop.reports.archive.fonts import BOLD
from smartcity_desktop.reports.layout.ink import BODY, HEADING, MM, NOTE, TITLE, Ink
from smartcity_desktop.reports.layout.ragged import RaggedText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlab.platypus import Flowable
    from reportlab.platypus.paraparser import ParaFrag  # type: ignore[import-untyped]

    from smartcity_desktop.reports.layout.table import RuledTable

INDENT = 7 * MM

AFTER_MARK = 0.65
"""Least room between a mark and its text, in sizes; the library moves a line that has less."""


class TaggedParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph that says what it is: text, or a heading of some rank."""

    def draw(self) -> None:
        """Draw it, marked."""
        with self.canv.tag(self.style.role):
            super().draw()


@lru_cache(maxsize=64)
def _style(
    ink: Ink, alignment: int, indent: float, *, tied: bool = False, role: str = "P",
    hang: float = INDENT,
) -> ParagraphStyle:  # fmt: skip
    return ParagraphStyle(
        f"{ink.font}-{ink.size}-{alignment}-{indent}-{tied}-{role}-{hang}",
        role=role,
        fontName=ink.font,
        fontSize=ink.size,
        leading=ink.leading,
        textColor=ink.colour,
        alignment=alignment,
        leftIndent=indent,
        bulletFontName=ink.font,
        bulletFontSize=ink.size,
        bulletIndent=max(indent - hang, 0),
        allowWidows=0,
        allowOrphans=0,
        keepWithNext=int(tied),
    )


@lru_cache(maxsize=16)
def _heading_style(ink: Ink, *, tied: bool) -> ParagraphStyle:
    style = _style(ink, TA_LEFT, 0, tied=tied, role="H1" if ink is TITLE else "H2")
    return style.clone(f"{style.name}-h", spaceBefore=9, spaceAfter=3)


def paragraph(text: str, ink: Ink = BODY, *, tied: bool = False) -> Flowable:
    """Return a justified paragraph; the text is taken literally, never as markup.

    A tied one stays with what follows.
    """
    return _set(text, _style(ink, TA_JUSTIFY, 0, tied=tied))


def flush(text: str, ink: Ink = NOTE, *, indent: float = 0) -> Flowable:
    """Return a paragraph with a ragged right edge: for codes, digests and commands."""
    return RaggedText(text, ink, indent)


def flush_right(text: str, ink: Ink = BODY) -> Flowable:
    """Return a paragraph at the right, where place and day stand; it stays with what follows."""
    return _set(text, _style(ink, TA_RIGHT, 0, tied=True))


def centred(text: str, ink: Ink = TITLE) -> Flowable:
    """Return a centred paragraph that stays with what follows."""
    role = "H1" if ink is TITLE else "H2" if ink.font == BOLD else "P"
    return _set(text, _style(ink, TA_CENTER, 0, tied=True, role=role))


def heading(text: str, ink: Ink = HEADING, *, tied: bool = True) -> Flowable:
    """Return a heading; a tied one stays with the whole of what follows, if a page holds both."""
    return _set(text, _heading_style(ink, tied=tied))


def titled_table(title: str, table: RuledTable) -> list[Flowable]:
    """Return a heading and its table; the heading never stands without the first rows."""
    room = HEADING.leading + 12 + table.least_height()
    return [CondPageBreak(room), heading(title, tied=False), table]


def titled_points(title: str, points: Sequence[Flowable]) -> list[Flowable]:
    """Return a heading and its points; the heading never stands without the first two."""
    return [KeepTogether([heading(title), *points[:2]]), *points[2:]]


def numbered(points: Sequence[str], ink: Ink = BODY, *, ragged: bool = False,
             indent: float = INDENT) -> list[Flowable]:  # fmt: skip
    """Return points with figures before them, each hanging on its own indent.

    A ragged right edge is for calculations, which stretched blanks would tear apart.
    """
    return bulleted(((f"{n}.", text) for n, text in enumerate(points, start=1)), ink,
                    ragged=ragged, indent=indent)  # fmt: skip


def bulleted(points: Iterable[tuple[str, str]], ink: Ink = BODY, *, ragged: bool = False,
             indent: float = INDENT) -> list[Flowable]:  # fmt: skip
    """Return points with a mark each: ``a.``, ``1.`` or a dash."""
    if ragged:
        left = max(indent - INDENT, 0)
        return [RaggedText(text, ink, indent, (mark, left)) for mark, text in points]
    points = list(points)
    hang = max([INDENT, *(ink.width(mark) + AFTER_MARK * ink.size for mark, _ in points)])
    style = _style(ink, TA_JUSTIFY, indent - INDENT + hang, hang=hang)
    return [_set(text, style, mark) for mark, text in points]


def gap(points: float) -> Flowable:
    """Return empty space of a height in points."""
    return Spacer(1, points)


def _set(text: str, style: ParagraphStyle, mark: str | None = None) -> Flowable:
    """Return a paragraph; one without a break in it is spared the library's reading of markup."""
    if not text.strip() or "\n" in text:
        return TaggedParagraph(_literal(text), style, bulletText=mark)
    return TaggedParagraph("", style, bulletText=mark, frags=[_fragment(style).clone(text=text)])


@lru_cache(maxsize=80)
def _fragment(style: ParagraphStyle) -> ParaFrag:
    """Return what the library makes of a word in this style."""
    return Paragraph("x", style).frags[0]


def _literal(text: str) -> str:
    return escape(text).replace("\n", "<br/>")
