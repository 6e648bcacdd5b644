"""What stands on every page, already in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable


class CheckStrip(Struct, frozen=True):
    """How this paper is checked; stands at the foot of the first page.

    Attributes:
        token: drawn as a QR code; empty for none.
        lines: sentences beside it. digest: in full, in groups of four.
        code_said: what the code is, for those who do not see it.
    """

    heading: str
    lines: tuple[str, ...]
    digest: str
    code_said: str
    token: str = ""


class Imprint(Struct, frozen=True):
    """The furniture's texts.

    Attributes:
        running_head: of every page but the first.
        mode: official or rehearsal, in words.
        identity: number of the document. proof: declaration and short digest.
        warning: across every page, such as that all scores are invented; empty for none.
        internal: in a band above every page that only the panel may see; empty for none.
        initials: label of a box for initials on every page; empty for none.
        page_of: page number and page count in words.
    """

    running_head: str
    mode: str
    identity: str
    proof: str
    page_of: Callable[[int, int], str]
    warning: str = ""
    internal: str = ""
    initials: str = ""
    check: CheckStrip | None = None
