"""Verifying paper: a scan, a photograph, or a PDF that has lost all but its looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.message import message
from smartcity_desktop.pictures.codes import codes_on_pages, codes_on_picture
from smartcity_desktop.pictures.opening import MOST_PAGES, PictureRefusedError
from smartcity_desktop.pictures.pages import look_at
from smartcity_desktop.verifying.code_proof import is_code, prove_code
from smartcity_desktop.verifying.examined import Examined

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.verifying.assessment_keys import KnownKeys


def is_bare(pdf: bytes) -> bool:
    """Whether a PDF carries neither files nor fields for signatures: then only its looks count."""
    try:
        return look_at(pdf).bare
    except PictureRefusedError:
        return False


def verify_picture(data: bytes, keys: KnownKeys) -> Examined:
    """Check the code on a scan or photograph of a document's first page."""
    return _verify(lambda: codes_on_picture(data, is_code), keys)


def verify_bare(pdf: bytes, keys: KnownKeys) -> Examined:
    """Check the code on the first pages of a PDF that is only a picture.

    One whose text can be selected was written by a program, and nobody answers for the text.
    """
    one = _verify(lambda: codes_on_pages(pdf, is_code, MOST_PAGES), keys)
    if one.code is None or not look_at(pdf).written:
        return one
    what = message(
        "This PDF is neither signed nor a scan: any program can have written its text around the "
        "code. Verify the signed PDF, or a scan of the paper without text recognition."
    )
    checks = (*one.checks, Check("signed", ok=False, detail=what))
    return Examined(checks, one.code, one.results_sha256)


def _verify(look: Callable[[], tuple[str, ...]], keys: KnownKeys) -> Examined:
    try:
        found = look()
    except PictureRefusedError as error:
        return Examined((Check("readable", ok=False, detail=error.problems[0].what),))
    codes = tuple(filter(is_code, found))
    if len(codes) != 1:
        return Examined((_not_one(len(codes), len(found)),))
    proven, check = prove_code(codes[0], keys)
    read = Check("code", ok=True, detail=message("The code on the paper was read."))
    if proven is None:
        return Examined((read, check))
    return Examined((read, check, _beyond()), proven, proven.token.results_sha256)


def _not_one(count: int, others: int) -> Check:
    if count:
        what = message(
            "There are {count} different codes of declarations on this paper; a document has one.",
            count=count,
        )
    elif others:
        what = message(
            "The {count} QR codes found are none of this program: they name no declaration.",
            count=others,
        )
    else:
        what = message(
            "No QR code could be read. Scan the first page again, flat, at 300 dpi, the whole code "
            "with its white edge."
        )
    return Check("code", ok=False, detail=what)


def _beyond() -> Check:
    """A code can be copied onto any paper, so this is said every time."""
    return Check(
        "paper",
        ok=True,
        detail=message(
            "The code proves which results were declared, not what is printed around it: compare "
            "declaration number and digest at the foot of every page (--code), and figures with "
            "the PDF or its results.json."
        ),
    )
