"""Names of regions for comparison: how a name is written must not matter, which one it is must."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

KABUPATEN = "kabupaten"
KOTA = "kota"

_WORD = re.compile("[a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'`\u2019\u02bc")
_FULL = {
    "kab": KABUPATEN,
    "kodya": KOTA,
    "kotamadya": KOTA,
    "kep": "kepulauan",
    "prov": "provinsi",
    "propinsi": "provinsi",
}
_ADMINISTRATIVE = frozenset({"adm", "admin", "administrasi", "administratif"})


class FoldedName(Struct, frozen=True):
    """One way to read a name.

    Attributes:
        kind: ``kabupaten``, ``kota``, or empty where the name does not say it.
        stem: the name proper: lower case, without blanks, hyphens and accents.
    """

    kind: str
    stem: str


def readings(name: str) -> tuple[FoldedName, ...]:
    """Return every way to read a name; the more telling one first.

    "Kota Baru" may be a kota called Baru, or Kotabaru without its prefix. Abbreviations (Kab.,
    Kep., Adm.) are spelled out, "Administrasi" is dropped.
    """
    words = _words(name)
    whole = FoldedName("", "".join(words))
    if len(words) > 1 and words[0] in (KABUPATEN, KOTA):
        return FoldedName(words[0], "".join(words[1:])), whole
    return (whole,)


def fold_province(name: str) -> str:
    """Return the name of a province for comparison, without the word for province."""
    words = _words(name)
    return "".join(words[1:] if words[:1] == ["provinsi"] else words)


def _words(name: str) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", name).casefold().translate(_APOSTROPHES)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    words = [_FULL.get(word, word) for word in _WORD.findall(plain)]
    return [word for word in words if word not in _ADMINISTRATIVE]
