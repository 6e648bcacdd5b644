"""What the first hundred bytes of a file tell, before SQLite reads any of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Refusal, RefusalReason
from smartcity_desktop.store.file_kind import Version

if TYPE_CHECKING:
    from smartcity_desktop.store.file_kind import FileKind

LENGTH = 100
_MAGIC = b"SQLite format 3\x00"
_AGE = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")
_UTF_8 = 1


class Header(Struct, frozen=True):
    """The facts of a file of the right kind.

    Attributes:
        wal: the file was left in write-ahead mode by another program.
    """

    version: Version
    wal: bool


def read_header(head: bytes, kind: FileKind) -> Header | Refusal:
    """Return the facts, or why this is no file of that kind that we can read.

    Args:
        head: the first bytes of the file, at least ``LENGTH`` of them where it has so many.
        kind: what the file should be.
    """
    foreign = _not_ours(head, kind)
    if foreign is not None:
        return foreign
    version = Version.of(int.from_bytes(head[60:64], "big"))
    if version.major > kind.version().major:
        return Refusal(
            RefusalReason.NEWER_VERSION,
            message(
                "This {kind} was written by a newer version of the program (format {found}; this "
                "program reads up to {known}). Nothing was changed. Install the newer program.",
                kind=kind.label,
                found=str(version),
                known=f"{kind.version().major}.x",
            ),
        )
    if int.from_bytes(head[56:60], "big") != _UTF_8:
        return rebuilt(kind)
    return Header(version, wal=2 in head[18:20])


def is_whole(head: bytes, size: int) -> bool:
    """Whether a file has as many bytes as its header says; not before a crash is undone."""
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    if page < 512:
        return False
    pages, rest = divmod(size, page)
    stated = int.from_bytes(head[28:32], "big")
    believed = head[24:28] == head[92:96]
    return rest == 0 and (not believed or pages == stated)


def _not_ours(head: bytes, kind: FileKind) -> Refusal | None:
    if not head:
        return Refusal(kind.refused_as, message("This file is empty. Copy it again."))
    if head.startswith(_AGE):
        return Refusal(
            RefusalReason.ENCRYPTED,
            message(
                "This file is encrypted. Give the coordinator's key for encrypted copies with "
                "--identity."
            ),
        )
    if not head.startswith(_MAGIC):
        return Refusal(
            kind.refused_as, message("This is no {kind} but something else.", kind=kind.label)
        )
    if len(head) < LENGTH:
        return damaged(kind)
    if int.from_bytes(head[68:72], "big") != kind.application_id:
        return Refusal(
            kind.refused_as,
            message("This is a database, but no {kind} of this program.", kind=kind.label),
        )
    return None


def damaged(kind: FileKind) -> Refusal:
    """Return the refusal of a file whose bytes do not hold together."""
    return Refusal(
        RefusalReason.DAMAGED,
        message(
            "This {kind} is damaged or was not copied completely. Copy it again from where it "
            "came from.",
            kind=kind.label,
        ),
    )


def rebuilt(kind: FileKind) -> Refusal:
    """Return the refusal of a file whose tables are not as this program makes them."""
    return Refusal(
        RefusalReason.FOREIGN_SCHEMA,
        message(
            "This {kind} was altered by another program: its tables are not as this program "
            "makes them. Take a copy that was not opened elsewhere.",
            kind=kind.label,
        ),
    )
