"""Reading the evidence file that came beside a sealed copy."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from contextlib import closing
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Refusal, RefusalReason
from smartcity_desktop.store.evidence import LARGEST_ITEM
from smartcity_desktop.store.evidence_file import ARCHIVE
from smartcity_desktop.store.hardened import STUMBLES, FileRefusedError, harden

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_ROOM_FOR_NAMES = 64 * 1024
_MAGIC = b"SQLite format 3\x00"


def read_foreign_evidence(data: bytes, wanted: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Yield (SHA-256, content) of each wanted item, one after the other.

    Only the content's own digest counts; names and times in the archive are not believed.

    Args:
        data: all bytes of the evidence file.
        wanted: SHA-256 digests that a proven sheet lists.

    Raises:
        FileRefusedError: no evidence file, or damaged; what was yielded before is proven.
    """
    if not data.startswith(_MAGIC) or 2 in data[18:20]:
        raise FileRefusedError(_refusal())
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        try:
            connection.deserialize(data)
            harden(connection, LARGEST_ITEM + _ROOM_FOR_NAMES)
            schema = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
            if schema.fetchall() != [(ARCHIVE,)]:
                raise FileRefusedError(_refusal())
            for size, content in connection.execute("SELECT sz, data FROM sqlar"):
                item = _unpack(size, content)
                digest = hashlib.sha256(item).hexdigest()
                if digest in wanted:
                    yield digest, item
        except (*STUMBLES, zlib.error):
            raise FileRefusedError(_refusal()) from None


def _unpack(size: object, content: object) -> bytes:
    """Common tools compress an item when they repack the archive."""
    if type(size) is not int or type(content) is not bytes or not 0 <= size <= LARGEST_ITEM:
        raise TypeError("no item of an archive")
    if size == len(content):
        return content
    return zlib.decompressobj().decompress(content, LARGEST_ITEM + 1)


def _refusal() -> Refusal:
    return Refusal(
        RefusalReason.DAMAGED,
        message(
            "This evidence file is damaged or none of this program. The scores are not touched by "
            "that. Copy it again from where it came from."
        ),
    )
