"""One fault of an instrument: what is changed, where it is found, what is said."""

from __future__ import annotations

from msgspec import Struct


class Fault(Struct, frozen=True):
    """One fault.

    Attributes:
        changes: (old text, new text) in the small instrument.
        place: inside the file. says: the whole sentence.
        in_schema: the JSON schema sees it too.
    """

    name: str
    changes: tuple[tuple[str, str], ...]
    place: str
    says: str
    in_schema: bool = False
