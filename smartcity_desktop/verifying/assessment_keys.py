"""The public keys of assessments, by which the code on paper is checked, and who names them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import ExpectedError, InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.scan import open_copy
from smartcity_desktop.merging.sources import SourceRefusedError
from smartcity_desktop.store.foreign import read_foreign_panel
from smartcity_desktop.store.foreign_assessment import read_foreign_assessment
from smartcity_desktop.store.issue_document import read_issue_document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Assessment
    from smartcity_desktop.merging.sources import Source

_FINGERPRINT = re.compile(r"[A-Za-z0-9_-]{43}")


class KnownKey(Struct, frozen=True):
    """The key of an assessment: its JWK text, and the file that names it."""

    assessment: str
    title: str
    jwk: str
    where: str


class KnownKeys(Struct, frozen=True):
    """What the code on paper is checked with.

    Attributes:
        known: from the files given, each key of an assessment once.
        fingerprint: all 43 characters, as a paper prints it; empty for none.
    """

    known: tuple[KnownKey, ...] = ()
    fingerprint: str = ""


def collect_keys(
    panel_files: Iterable[Source],
    assessments: Iterable[Path],
    fingerprint: str,
    identities: tuple[str, ...] = (),
) -> KnownKeys:
    """Return the keys that panel files, assessment files and people name.

    Files that cannot be read name none; whether what they hold is true is not asked here.

    Raises:
        InputError: what was typed is no fingerprint.
    """
    typed = "".join(fingerprint.split())
    if typed and not _FINGERPRINT.fullmatch(typed):
        raise InputError(
            Problem("--key", message("A fingerprint of an assessment's key has 43 letters, digits, "
                                     "hyphens and underlines; capitals matter."))
        )  # fmt: skip
    found: dict[tuple[str, str], KnownKey] = {}
    for assessment, where in (*_of_panels(panel_files, identities), *_of_assessments(assessments)):
        if assessment.public_key:
            key = KnownKey(assessment.id, assessment.title, assessment.public_key, where)
            found.setdefault((key.assessment, key.jwk), key)
    return KnownKeys(tuple(found.values()), typed)


def _of_panels(
    sources: Iterable[Source], identities: tuple[str, ...]
) -> Iterable[tuple[Assessment, str]]:
    for source in sources:
        try:
            panel = read_foreign_panel(open_copy(source.read(), identities))
            yield read_issue_document(panel.issue_document).assessment, source.label
        except (SourceRefusedError, ExpectedError, ValueError):
            continue


def _of_assessments(paths: Iterable[Path]) -> Iterable[tuple[Assessment, str]]:
    for path in paths:
        try:
            yield read_foreign_assessment(path).roster.assessment, str(path)
        except ExpectedError:
            continue
