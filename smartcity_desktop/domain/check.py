"""One verdict of a verification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message


class Check(Struct, frozen=True):
    """One thing that was checked.

    Attributes:
        name: a fixed English word that scripts rely on; several checks may share it, one for
            each thing of the same kind.
        ok: whether it holds.
        detail: what was found, for people: who, where, and what is wrong.
    """

    name: str
    ok: bool
    detail: Message
