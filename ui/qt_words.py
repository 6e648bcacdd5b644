"""What Qt itself says, in the language of the screen.

Qt brings no Indonesian: menus of text fields, and choosing files where the desktop has no dialog
of its own, would be in English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTranslator

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.words import Words

FIELDS = {
    "Undo": message("Undo"),
    "Redo": message("Redo"),
    "Cut": message("Cut"),
    "Copy": message("Copy"),
    "Copy Link Location": message("Copy the address of the link"),
    "Paste": message("Paste"),
    "Delete": message("Delete what is marked"),
    "Select All": message("Mark all"),
}
NOT_FOUND = message("%1 was not found. Check the name.")
"""Qt puts the name in the place of its own mark."""
FILES = {
    "Look in:": message("Look in:"),
    "File name:": message("File name:"),
    "Directory:": message("Folder:"),
    "Files of type:": message("Kinds of files:"),
    "All Files (*)": message("All files (*)"),
    "Back": message("Back"),
    "Go back": message("Back"),
    "Forward": message("Forward"),
    "Go forward": message("Forward"),
    "Parent Directory": message("Folder above"),
    "Go to the parent directory": message("Folder above"),
    "Create New Folder": message("Make a folder"),
    "Create a New Folder": message("Make a folder"),
    "New Folder": message("New folder"),
    "List View": message("As a list"),
    "Change to list view mode": message("As a list"),
    "Detail View": message("With details"),
    "Change to detail view mode": message("With details"),
    "Sidebar": message("Places"),
    "List of places and bookmarks": message("Places"),
    "Files": message("Files"),
    "Name": message("Name"),
    "Size": message("Size"),
    "Type": message("Kind"),
    "Date Modified": message("Changed on"),
    "Computer": message("Computer"),
    "Drive": message("Drive"),
    "Folder": message("Folder"),
    "File": message("File"),
    "Rename": message("Rename"),
    "Delete": message("Delete what is marked"),
    "Show hidden files": message("Show hidden files"),
    "Open": message("Open"),
    "Choose": message("Choose"),
    "Save": message("Save"),
    "Save As": message("Save as"),
    "%1 already exists.\nDo you want to replace it?": message("%1 already exists. Replace it?"),
    "%1\nFile not found.\nPlease verify the correct file name was given.": NOT_FOUND,
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": NOT_FOUND,
    "'%1' is write protected.\nDo you want to delete it anyway?": message(
        "%1 is write-protected. Delete it anyway?"
    ),
    "Are you sure you want to delete '%1'?": message("Delete %1?"),
    "Could not delete directory.": message("The folder could not be deleted."),
    "OK": message("OK"),
    "Cancel": message("Cancel"),
    "Yes": message("Yes"),
    "No": message("No"),
}
SAID = {
    "QLineEdit": FIELDS,
    "QWidgetTextControl": FIELDS,
    "QFileDialog": FILES,
    "QFileSystemModel": FILES,
    "QAbstractFileIconProvider": FILES,
    "QPlatformTheme": FILES,
}
"""By the part of Qt that says it, without the marks of shortcut letters."""


class QtWords(QTranslator):
    """Answers Qt from the catalogue of the screen.

    Attributes:
        words: of the screen; None leaves Qt its own.
    """

    words: Words | None = None

    # Qt counts on None: with an empty text it would say nothing at all.
    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return what Qt asks for, or None where its own words are right."""
        del disambiguation, n
        if self.words is None or self.words.language is Language.ENGLISH:
            return None
        meant = SAID.get(context, {}).get(source.replace("&", ""))
        return None if meant is None else self.words.say(meant)


def let_qt_speak(application: QApplication, words: Words) -> None:
    """Let Qt use these words from now on, in whatever it makes next."""
    speaking = application.findChild(QtWords)
    if speaking is None:
        speaking = QtWords(application)
        application.installTranslator(speaking)
    speaking.words = words
