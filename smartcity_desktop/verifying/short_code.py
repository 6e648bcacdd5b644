"""The short code at the foot of a page, typed by hand: the first characters of the digest.

Sixteen characters tell pages of different declarations apart, and betray a page that was
exchanged. They are no proof against whoever declares: somebody who computes for hours finds two
results with the same beginning. All 64 characters, or the code on the first page, are one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.store.foreign_assessment import ForeignAssessment

_LEAST, _ALL = 16, 64
_READ_WRONG = str.maketrans("oil", "011")
"""Letters that no digest has, and what they were taken for."""


def read_short_code(typed: str) -> str:
    """Return what was typed as hexadecimal, without what stands between the groups.

    Raises:
        InputError: fewer than 16 characters, more than 64, or others.
    """
    plain = unicodedata.normalize("NFKC", typed).lower()
    found = "".join(filter(str.isalnum, plain)).translate(_READ_WRONG)
    if not re.fullmatch(r"[0-9a-f]*", found) or not _LEAST <= len(found) <= _ALL:
        raise InputError(
            Problem(
                "--code",
                message(
                    "The code at the foot of a page has {least} characters, digits and the letters "
                    "a to f, in groups of four; or type all {all} of the first page.",
                    least=_LEAST,
                    all=_ALL,
                ),
            )
        )
    return found


def check_code_of(typed: str, results_sha256: str) -> Check:
    """Compare a typed code with the results that a document or paper stands for."""
    if not results_sha256:
        what = message(
            "This file proves no results that the code {typed} could be compared with. Name the "
            "assessment file, the signed PDF, or a scan of the first page.",
            typed=typed,
        )
        return Check("short_code", ok=False, detail=what)
    if results_sha256.startswith(typed):
        return Check("short_code", ok=True, detail=_same(typed))
    what = message(
        "The code {typed} is of other results than this file's ({digest}): the page belongs to "
        "another declaration, or the code was mistyped.",
        typed=typed,
        digest=results_sha256[: len(typed)],
    )
    return Check("short_code", ok=False, detail=what)


def check_code_in(typed: str, foreign: ForeignAssessment) -> Check:
    """Find the declaration of an assessment file that a typed code belongs to."""
    declared = [d for d in foreign.declarations if d.results_sha256.startswith(typed)]
    if not declared:
        what = message(
            "No declaration of this assessment has results with the code {typed}: the page is not "
            "of this assessment, or the code was mistyped.",
            typed=typed,
        )
        return Check("short_code", ok=False, detail=what)
    standing = [d for d in declared if d.reopening is None]
    if standing:
        what = message(
            "{same} It is declaration {number}, which is in force.",
            same=_same(typed),
            number=standing[-1].number,
        )
        return Check("short_code", ok=True, detail=what)
    last = declared[-1]
    what = message(
        "The code {typed} is that of declaration {number}, which was reopened: the page is "
        "superseded.",
        typed=typed,
        number=last.number,
    )
    return Check("short_code", ok=False, detail=what)


def _same(typed: str) -> Message:
    if len(typed) == _ALL:
        return message("All characters of the digest agree.")
    return message(
        "The first {count} characters of the digest agree. That tells pages apart; a proof is the "
        "code on the first page, or the whole digest.",
        count=len(typed),
    )
