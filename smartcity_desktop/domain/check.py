"""One verdict of a verification."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message


@dataclass(frozen=True, slots=True)
class Check:
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
