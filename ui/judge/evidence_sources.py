"""What comes with a drop, the clipboard or a choice of files, as sources of evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QImage

from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.evidence_items import plain_name
from ui.judge.pictures import MOST_LOSSLESS, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QMimeData

    from ui.context import Context


def sources_of_files(paths: Iterable[str | Path]) -> list[Source]:
    """Return a source for every file."""
    return [Source(plain_name(Path(path).name, "bukti"), Path(path)) for path in paths]


def has_sources(data: QMimeData) -> bool:
    """Whether a drop or the clipboard holds files or a picture."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def sources_of_data(context: Context, data: QMimeData) -> list[Source]:
    """Return what a drop or the clipboard holds: files first, else a picture."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    if files:
        return sources_of_files(files)
    picture = data.imageData() if data.hasImage() else None
    if not isinstance(picture, QImage) or picture.isNull():
        return []
    kind = "png" if picture.width() * picture.height() <= MOST_LOSSLESS else "jpg"
    moment = context.clock().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    name = context.words.say(message("Picture {moment}", moment=moment))
    return [Source(plain_name(f"{name}.{kind}", "bukti"), picture)]


def sources_of_clipboard(context: Context) -> list[Source]:
    """Return what the clipboard holds."""
    return sources_of_data(context, QGuiApplication.clipboard().mimeData())
