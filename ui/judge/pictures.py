"""Photos and other files on their way to become evidence; all of it runs beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.evidence_items import LARGEST_ITEM

if TYPE_CHECKING:
    from pathlib import Path

    from ui.jobs import Job

MEGABYTE = 1024 * 1024
LARGEST_SOURCE = 100 * MEGABYTE
OFFERED_FROM = MEGABYTE
"""A photo from this size on is offered in a smaller version; others are kept as they are."""
LONGEST_SIDE = 2000
"""Pixels of a smaller version: enough to read a photographed page."""
FORMATS = (b"jpeg", b"png", b"webp", b"bmp", b"tiff", b"gif")
QUALITY, GOOD_QUALITY = 85, 92
MOST_LOSSLESS = 4_000_000
"""A pasted picture with more pixels is kept as a photo, not as a drawing."""


class Source(Struct, frozen=True):
    """What the judge dropped, pasted or chose.

    Attributes:
        name: under which it is kept. content: a file, bytes of one, or a picture.
    """

    name: str
    content: Path | bytes | QImage


class Item(Struct, frozen=True):
    """A file that may be attached.

    Attributes:
        original: its bytes. smaller: those of a smaller version, None where none is offered.
        thumbnail: a small picture; null for what is no photo.
    """

    name: str
    original: bytes
    smaller: bytes | None
    thumbnail: QImage

    @property
    def fits(self) -> bool:
        """Whether the original may be kept."""
        return len(self.original) <= LARGEST_ITEM


def prepare_item(source: Source, side: int, job: Job[Item]) -> Item:
    """Read a source and make a smaller version where it is a large photo.

    Args:
        source: what was dropped, pasted or chosen.
        side: pixels of the thumbnail.
        job: told of every step; may be cancelled between two.

    Raises:
        InputError: too large to be read, or nothing that can be attached.
        OSError: the file cannot be read.
    """
    job.step(0, 3)
    original = _bytes_of(source)
    job.step(1, 3)
    thumbnail = read_picture(original, side)
    smaller = None
    if not thumbnail.isNull() and len(original) > OFFERED_FROM:
        job.step(2, 3)
        made = _write(read_picture(original, LONGEST_SIDE), "JPEG", QUALITY)
        smaller = made if made and len(made) < len(original) else None
    item = Item(source.name, original, smaller, thumbnail)
    if not item.fits and smaller is None:
        raise InputError(
            Problem(
                source.name,
                message(
                    "This file is {size} MB; one item of evidence may be {limit} MB. Nothing was "
                    "attached. Attach a smaller version, or a photo of the page that matters.",
                    size=-(-len(original) // MEGABYTE),
                    limit=LARGEST_ITEM // MEGABYTE,
                ),
            )
        )
    return item


def read_picture(content: bytes, longest: int) -> QImage:
    """Return a picture with sides of at most so many pixels, upright; a null one for no photo."""
    held = QByteArray(content)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # In a function of its own: what reads TIFF looks at the buffer once more when it is discarded.
    return _read_from(buffer, longest)


def _read_from(buffer: QBuffer, longest: int) -> QImage:
    reader = QImageReader(buffer)
    if bytes(reader.format().data()) not in FORMATS:
        return QImage()
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > longest:
        reader.setScaledSize(
            size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio)
        )
    return reader.read()


def _bytes_of(source: Source) -> bytes:
    content = source.content
    if isinstance(content, bytes):
        return content
    if isinstance(content, QImage):
        lossless = content.width() * content.height() <= MOST_LOSSLESS
        return _write(content, "PNG" if lossless else "JPEG", -1 if lossless else GOOD_QUALITY)
    size = content.stat().st_size
    if not content.is_file() or size > LARGEST_SOURCE:
        raise InputError(
            Problem(
                source.name,
                message(
                    "This cannot be attached: only files of at most {limit} MB are read. Nothing "
                    "was attached.",
                    limit=LARGEST_SOURCE // MEGABYTE,
                ),
            )
        )
    with content.open("rb") as file:
        return file.read(LARGEST_SOURCE)


def _write(picture: QImage, kind: str, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if picture.isNull() or not picture.save(buffer, kind, quality):  # type: ignore[call-overload]
        return b""
    return bytes(buffer.data().data())
