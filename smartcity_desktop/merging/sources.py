"""Finding files to merge: single files, folders and zip archives as they come from people."""

from __future__ import annotations

import lzma
import os
import zipfile
import zlib
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import InputError, StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Refusal, RefusalReason
from smartcity_desktop.store.hardened import FileRefusedError, refuse_interrupted
from smartcity_desktop.store.panel_schema import PANEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LARGEST_FILE = 64 * 1024 * 1024
LARGEST_EVIDENCE = 260 * 1024 * 1024
MOST_FILES = 20_000
DATABASE = b"SQLite format 3\x00"
UNREADABLE = (
    OSError,
    StoreError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    KeyError,
    RuntimeError,
    NotImplementedError,
)
"""What a vanished file, a sick stick or a damaged, encrypted or odd archive makes Python raise."""


class SourceRefusedError(Exception):
    """The bytes of one source cannot be had; carries the refusal."""

    def __init__(self, refusal: Refusal) -> None:
        """Keep the refusal; the plan lists it."""
        super().__init__(str(refusal.what))
        self.refusal = refusal


class Source(Struct, frozen=True):
    """One file that may be a panel file.

    Attributes:
        label: what people call it: its path, or ``archive.zip/member``.
        named: whether the caller named it, rather than found it in a folder or archive.
        member: name inside the zip archive ``path``; empty for a plain file.
        place: where the member stands in the archive's list: several may have one name.
    """

    label: str
    path: Path
    named: bool
    member: str = ""
    place: int = 0

    def is_evidence(self) -> bool:
        """Whether it is by its name the evidence beside a sealed copy, encrypted or not."""
        return (self.member or self.label).endswith((".evidence", ".evidence.age"))

    def read(self) -> bytes:
        """Return all bytes; raises SourceRefusedError when that cannot or must not be done."""
        limit = LARGEST_EVIDENCE if self.is_evidence() else LARGEST_FILE
        try:
            data = self._read_member(limit) if self.member else self._read_file(limit)
        except FileRefusedError as error:
            raise SourceRefusedError(error.refusal) from error
        except UNREADABLE:
            raise SourceRefusedError(
                Refusal(
                    RefusalReason.UNREADABLE,
                    message("This file cannot be read. Copy it again from the stick or message."),
                )
            ) from None
        if len(data) > limit:
            raise SourceRefusedError(
                Refusal(
                    RefusalReason.TOO_LARGE,
                    message(
                        "This file is larger than any panel file ({limit} MB), so it is none.",
                        limit=limit // (1024 * 1024),
                    ),
                )
            )
        return data

    def _read_file(self, limit: int) -> bytes:
        with self.path.open("rb") as file:
            # As much memory as the file needs, not as the largest would; what is no plain file,
            # or grows meanwhile, gives more than it said.
            size = min(os.fstat(file.fileno()).st_size, limit)
            data = file.read(size + 1)
            if len(data) > size:
                data += file.read(limit - size)
        if data.startswith(DATABASE):
            refuse_interrupted(self.path, PANEL)
        return data

    def _read_member(self, limit: int) -> bytes:
        with zipfile.ZipFile(self.path) as archive:
            entry = archive.infolist()[self.place]
            if entry.filename != self.member:
                raise zipfile.BadZipFile("the archive is not the one that was looked through")
            with archive.open(entry) as file:
                return file.read(limit + 1)


def find_sources(paths: Iterable[Path]) -> tuple[Source, ...]:
    """Return every file to look at, in a fixed order, each once.

    Folders are walked, symbolic links inside them are not followed; zip archives are opened,
    archives inside archives are not.

    Raises:
        InputError: a named path does not exist, or there are too many files.
    """
    found: dict[str, Source] = {}
    for path in paths:
        if not path.exists():
            raise InputError(
                message("There is no file or folder {path}. Nothing was merged.", path=str(path))
            )
        for source in _walk(path):
            found.setdefault(source.label, source)
            if len(found) > MOST_FILES:
                raise InputError(
                    message(
                        "There are more than {count} files in {path}. Name the folder that "
                        "holds the panel files. Nothing was merged.",
                        count=MOST_FILES,
                        path=str(path),
                    )
                )
    return tuple(found.values())


def _walk(path: Path) -> Iterator[Source]:
    if not path.is_dir():
        yield from _open_archive(path, named=True)
        return
    for child in sorted(path.rglob("*")):
        if child.is_file() and not child.is_symlink():
            yield from _open_archive(child, named=False)


def _open_archive(path: Path, *, named: bool) -> Iterator[Source]:
    try:
        if not _is_archive(path) or path.suffix.lower() in (".xlsx", ".docx", ".odt"):
            yield Source(str(path), path, named)
            return
        with zipfile.ZipFile(path) as archive:
            entries = [e for e in enumerate(archive.infolist()) if not e[1].is_dir()]
    except (OSError, zipfile.BadZipFile):
        yield Source(str(path), path, named)
        return
    seen: Counter[str] = Counter()
    for place, entry in entries[: MOST_FILES + 1]:
        name = entry.filename
        seen[name] += 1
        again = f" ({seen[name]})" if seen[name] > 1 else ""
        yield Source(f"{path}/{name}{again}", path, named=False, member=name, place=place)


def _is_archive(path: Path) -> bool:
    """A database that ends with evidence in a zip, as office documents are, is no archive."""
    with path.open("rb") as file:
        if file.read(len(DATABASE)) == DATABASE:
            return False
        return zipfile.is_zipfile(file)
