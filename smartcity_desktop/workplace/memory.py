"""The one small file in which this laptop remembers preferences and recent files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import asdict, replace

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.workplace.preferences import TEXT_PERCENTS, Appearance, Preferences
from smartcity_desktop.workplace.recent import RecentFile, remember

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE_NAME = "ingatan.json"


class Remembered(Struct, frozen=True):
    """Everything that is remembered.

    Attributes:
        second_places: the folder of the second copy by id of the assessment.
        document_folders: the folder of the printed documents, in the same way.
    """

    preferences: Preferences = field(default_factory=Preferences)
    recent: tuple[RecentFile, ...] = ()
    second_places: Mapping[str, str] = field(default_factory=dict)
    document_folders: Mapping[str, str] = field(default_factory=dict)


class Memory:
    """Reads at the start and writes at every change.

    A memory that cannot be read or written costs comfort, never a score: the program goes on
    with what it knows.

    Attributes:
        folder: the user's data folder of this program.
        now: what is remembered.
    """

    def __init__(self, folder: Path) -> None:
        """Remember what was written before; nothing where it cannot be read."""
        self.folder = folder
        self.now = _read(folder / FILE_NAME)

    def prefer(self, preferences: Preferences) -> None:
        """Keep how the person wants the window."""
        self._keep(replace(self.now, preferences=preferences))

    def note_opened(self, file: RecentFile) -> None:
        """Keep that a file was opened, or how far it has come."""
        self._keep(replace(self.now, recent=remember(self.now.recent, file)))

    def forget(self, path: str) -> None:
        """Take a file off the list; the file itself stays."""
        rest = tuple(each for each in self.now.recent if each.path != path)
        self._keep(replace(self.now, recent=rest))

    def note_second_place(self, assessment: str, folder: str) -> None:
        """Keep where the second copy of an assessment goes; an empty folder forgets it."""
        places = _placed(self.now.second_places, assessment, folder)
        self._keep(replace(self.now, second_places=places))

    def note_document_folder(self, assessment: str, folder: str) -> None:
        """Keep where documents of an assessment are printed to; an empty folder forgets it."""
        places = _placed(self.now.document_folders, assessment, folder)
        self._keep(replace(self.now, document_folders=places))

    def _keep(self, remembered: Remembered) -> None:
        from smartcity_desktop.domain.errors import StoreError
        from smartcity_desktop.store.durable import write_atomically

        self.now = remembered
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self.folder / FILE_NAME, _write(remembered))
        except (OSError, StoreError):
            return


def _placed(known: Mapping[str, str], assessment: str, folder: str) -> dict[str, str]:
    others = {key: kept for key, kept in known.items() if key != assessment}
    return others | {assessment: folder} if folder else others


def _write(remembered: Remembered) -> bytes:
    preferences = asdict(remembered.preferences)
    preferences["language"] = remembered.preferences.language.value
    preferences["appearance"] = remembered.preferences.appearance.value
    document = {
        "preferences": preferences,
        "recent": [asdict(f) for f in remembered.recent],
        "second_places": dict(remembered.second_places),
        "document_folders": dict(remembered.document_folders),
    }
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _read(path: Path) -> Remembered:
    try:
        document = json.loads(path.read_bytes())
        preferences = _preferences(document["preferences"])
        recent = tuple(_recent(each) for each in document["recent"])
        second, documents = (
            _places(document.get(name, {})) for name in ("second_places", "document_folders")
        )
        return Remembered(preferences, recent, second, documents)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Remembered()


def _preferences(record: Mapping[str, Any]) -> Preferences:
    percent, minutes = int(record["text_percent"]), int(record["idle_minutes"])
    if percent not in TEXT_PERCENTS or not 0 <= minutes <= 24 * 60:
        raise ValueError("out of bounds")
    return Preferences(
        Language(record["language"]),
        Appearance(record["appearance"]),
        percent,
        minutes,
        bool(record["size_offered"]),
    )


def _places(record: Mapping[str, Any]) -> dict[str, str]:
    if any(type(text) is not str for pair in record.items() for text in pair):
        raise ValueError("another type was expected")
    return dict(record)


def _recent(record: Mapping[str, Any]) -> RecentFile:
    values = {name: record[name] for name in RecentFile.__struct_fields__}
    wanted = {"changes": int}
    if any(type(value) is not wanted.get(name, str) for name, value in values.items()):
        raise ValueError("another type was expected")
    return RecentFile(**values)
