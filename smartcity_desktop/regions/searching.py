"""Finding regions while somebody types: any part of name, code or province, in any order."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import Region

_APOSTROPHES = str.maketrans("", "", "'`\u2019\u02bc")


def searchable(region: Region) -> str:
    """Return what is searched: folded name, code with and without its dot, province."""
    bare = region.code.replace(".", "")
    return _fold(f"{region.name} {region.code} {bare} {region.province}")


def is_found(query: str, text: str) -> bool:
    """Whether every word of a query occurs in a region's searchable text; case does not matter."""
    return all(word in text for word in _fold(query).split())


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_APOSTROPHES)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
