"""Choosing a file or a folder; the answer comes later, so nothing waits for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView

from smartcity_desktop.domain.message import message
from ui.working_folder import stand_at_home

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.domain.message import Message
    from ui.words import Words

_KIND = 2
"""The column of Qt's dialog that names the kind of a file."""
PANEL_FILES = (
    message("Open a file"),
    message("Panel files and assessments"),
    "*.panel *.assessment",
)


def choose_file(
    parent: QWidget,
    words: Words,
    asked: tuple[Message, Message, str],
    chosen: Callable[[Path], object],
    start: Path,
) -> QFileDialog:
    """Ask for an existing file.

    Args:
        parent: the page that asks.
        words: of the screen.
        asked: the title; what is looked for, in words; its pattern, such as ``*.panel``.
        chosen: called with the file; not called when the person thinks better of it.
        start: the folder that is shown first.
    """
    title, meaning, pattern = asked
    dialog = _make(parent, words, title, start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [f"{words.say(meaning)} ({pattern})", f"{words.say(message('All files'))} (*)"]
    )
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    return _show(dialog)


def choose_any_files(
    parent: QWidget, words: Words, title: Message, chosen: Callable[[list[Path]], object]
) -> QFileDialog:
    """Ask for existing files of any kind, in the folder shown last; see ``choose_file``."""
    dialog = QFileDialog(parent, words.say(title))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda paths: chosen([Path(path) for path in paths]))
    return _show(dialog)


def choose_files(
    parent: QWidget,
    words: Words,
    asked: tuple[Message, Message, str],
    chosen: Callable[[list[Path]], object],
    start: Path,
) -> QFileDialog:
    """Ask for one or more existing files; see ``choose_file``."""
    title, meaning, pattern = asked
    dialog = _make(parent, words, title, start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(
        [f"{words.say(meaning)} ({pattern})", f"{words.say(message('All files'))} (*)"]
    )
    dialog.filesSelected.connect(lambda paths: chosen([Path(path) for path in paths]))
    return _show(dialog)


def choose_new_file(
    parent: QWidget,
    words: Words,
    asked: tuple[Message, Message, str],
    chosen: Callable[[Path], object],
    start: Path,
) -> QFileDialog:
    """Ask where to write a file; a name that is taken is asked about.

    ``start`` is the folder that is shown first with the name that is offered; the rest is as in
    ``choose_file``.
    """
    title, meaning, pattern = asked
    dialog = _make(parent, words, title, start.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([f"{words.say(meaning)} ({pattern})"])
    if "." in pattern:
        dialog.setDefaultSuffix(pattern.rpartition(".")[2])
    dialog.selectFile(start.name)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    return _show(dialog)


def choose_folder(
    parent: QWidget,
    words: Words,
    title: Message,
    chosen: Callable[[Path], object],
    start: Path,
) -> QFileDialog:
    """Ask for a folder; see ``choose_file``."""
    dialog = _make(parent, words, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    return _show(dialog)


def _make(parent: QWidget, words: Words, title: Message, start: Path) -> QFileDialog:
    return QFileDialog(parent, words.say(title), str(start))


def _show(dialog: QFileDialog) -> QFileDialog:
    dialog.finished.connect(stand_at_home)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    own = dialog.findChild(QTreeView)
    if own is not None:
        _show_whole(own)
    return dialog


def _show_whole(files: QTreeView) -> None:
    """Show names, sizes and days whole in Qt's own dialog, where the desktop has none.

    The kind of a file is named there in the language of the system's list of kinds, and its
    ending says it already.
    """
    files.setColumnHidden(_KIND, True)  # noqa: FBT003 - Qt's parameter has no name
    header = files.header()
    for column in range(header.count()):
        header.setSectionResizeMode(
            column,
            QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Stretch,
        )
    header.setStretchLastSection(False)
