"""Fonts, colour profile, language and time zone: what is needed to print anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.reports.layout.legible import Legible
from smartcity_desktop.reports.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo
    from pathlib import Path

    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.domain.message import Message


class Press(Struct, frozen=True):
    """The means of printing in one language.

    Attributes:
        profile: bytes of the ICC profile that every file carries.
    """

    words: Words
    profile: bytes


def open_press(
    resources: Path, language: Language, translate: Callable[[Message], str], zone: tzinfo
) -> Press:
    """Return a press.

    Args:
        resources: the folder that holds ``fonts`` and ``colour``.
        language: of the documents, whatever the screen speaks.
        translate: turns a message into that language.
        zone: of every printed moment; its name is printed: ``timezone(timedelta(hours=7), "WIB")``.
    """
    from smartcity_desktop.reports.archive.fonts import register_fonts

    drawable = register_fonts(resources / "fonts")
    words = Words(language, translate, zone, Legible(drawable))
    return Press(words, (resources / "colour" / "srgb.icc").read_bytes())
