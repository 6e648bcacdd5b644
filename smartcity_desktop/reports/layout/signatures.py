"""Places to sign: a wet signature always fits, an electronic one where a field is prepared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from reportlab.platypus import Flowable  # type: ignore[import-untyped]

from smartcity_desktop.reports.archive.canvas import FieldBox
from smartcity_desktop.reports.layout.ink import BLACK, BODY, BODY_BOLD, MM, SMALL_BLACK, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.reports.archive.canvas import ArchiveCanvas
    from smartcity_desktop.reports.layout.ink import Ink

ROOM = 21 * MM
"""Height left free for a signature and a stamp."""

BLOCK_WIDTH = 74 * MM

OPEN_NAME = "( " + "." * 46 + " )"
"""Where nobody is named yet, the name is written by hand."""


class SignatureBlock(Struct, frozen=True):
    """One person's place.

    Attributes:
        field: name of the signature field to prepare; empty for a wet signature only.
        role: set above the room, such as "Ketua Dewan Juri".
        name: printed below; empty leaves a dotted line to write on.
        details: small lines below the name: NIP, institution.
    """

    role: str
    name: str
    details: tuple[str, ...] = ()
    field: str = ""


class SignatureRow(Flowable):  # type: ignore[misc]
    """One or two blocks side by side; a single one stands at the right, as letters have it."""

    def __init__(self, blocks: Sequence[SignatureBlock], day: str = "") -> None:
        """Set one or two blocks; place and day, where given, stand above the right one."""
        super().__init__()
        self.blocks = tuple(blocks)
        self.day = day
        self.spaceAfter = 10

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size: as wide as the page allows."""
        self._width = width
        self._role = max(len(self._lines(b.role, BODY)) for b in self.blocks) * BODY.leading
        self._role += BODY.leading if self.day else 0
        below = max(self._below(block) for block in self.blocks)
        return width, self._role + ROOM + below

    def draw(self) -> None:
        """Draw the blocks and tell the canvas where fields go."""
        with self.canv.tag("P"):
            self._draw_all()

    def _draw_all(self) -> None:
        gutter = self._width / 2
        inset = (gutter - self._block_width()) / 2
        lefts = [gutter + inset] if len(self.blocks) == 1 else [inset, gutter + inset]
        height = self.wrap(self._width, 0)[1]
        if self.day:
            _centre(self.canv, self.day, BODY, gutter * 1.5, height)
            height -= BODY.leading
        for left, block in zip(lefts, self.blocks, strict=True):
            self._draw_block(block, left, height)

    def _draw_block(self, block: SignatureBlock, left: float, height: float) -> None:
        canvas = self.canv
        centre = left + self._block_width() / 2
        y = height
        for line in self._lines(block.role, BODY):
            _centre(canvas, line, BODY, centre, y)
            y -= BODY.leading
        y = height - self._role - ROOM + (BODY.leading if self.day else 0)
        self._note_field(block, left, y)
        for line in self._lines(block.name or OPEN_NAME, BODY_BOLD):
            _centre(canvas, line, BODY_BOLD, centre, y)
            y -= BODY_BOLD.leading
        if block.name:
            _sign_line(canvas, centre, y, self._block_width() * 0.85)
        for detail in block.details:
            for line in self._lines(detail, SMALL_BLACK):
                _centre(canvas, line, SMALL_BLACK, centre, y - 2)
                y -= SMALL_BLACK.leading

    def _note_field(self, block: SignatureBlock, left: float, bottom: float) -> None:
        if not block.field:
            return
        x, y = self.canv.absolutePosition(left + 4 * MM, bottom + 1)
        box = (x, y, x + self._block_width() - 8 * MM, y + ROOM - 2)
        note_field(self.canv, block.field, (block.name, block.role), box)

    def _block_width(self) -> float:
        return float(min(BLOCK_WIDTH, self._width / 2 - 4 * MM))

    def _lines(self, text: str, ink: Ink) -> tuple[str, ...]:
        return wrap(text, ink, self._block_width())

    def _below(self, block: SignatureBlock) -> float:
        details = sum(len(self._lines(d, SMALL_BLACK)) for d in block.details)
        names = len(self._lines(block.name or OPEN_NAME, BODY_BOLD))
        return names * BODY_BOLD.leading + details * SMALL_BLACK.leading + 4


def note_field(
    canvas: ArchiveCanvas, field: str, person: tuple[str, str],
    box: tuple[float, float, float, float],
) -> None:  # fmt: skip
    """Tell the canvas that a field of this name goes into a box (in page points)."""
    name, role = person
    rounded = tuple(round(value, 2) for value in box)
    left, bottom, right, top = rounded
    page = canvas.getPageNumber() - 1
    canvas.field_boxes.append(FieldBox(field, name, role, page, (left, bottom, right, top)))


def _centre(canvas: ArchiveCanvas, line: str, ink: Ink, centre: float, top: float) -> None:
    canvas.setFillColor(ink.colour)
    canvas.setFont(ink.font, ink.size)
    canvas.drawCentredString(centre, top - ink.baseline(), line)


def _sign_line(canvas: ArchiveCanvas, centre: float, y: float, width: float) -> None:
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(0.6)
    canvas.line(centre - width / 2, y, centre + width / 2, y)
