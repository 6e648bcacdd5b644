"""Verifying several files together: each by itself, and each in the light of the others."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.pictures.opening import is_picture
from smartcity_desktop.store.foreign_assessment import read_foreign_assessment
from smartcity_desktop.verifying.assessment_file import verify_assessment_file
from smartcity_desktop.verifying.assessment_keys import collect_keys
from smartcity_desktop.verifying.document import verify_document
from smartcity_desktop.verifying.examined import Examined
from smartcity_desktop.verifying.kinds import is_assessment_file
from smartcity_desktop.verifying.later import check_against, check_later
from smartcity_desktop.verifying.panel_file import verify_panel_file
from smartcity_desktop.verifying.paper import is_bare, verify_bare, verify_picture
from smartcity_desktop.verifying.printed import check_printed
from smartcity_desktop.verifying.short_code import check_code_in, check_code_of, read_short_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from smartcity_desktop.domain.check import Check
    from smartcity_desktop.store.foreign_assessment import ForeignAssessment
    from smartcity_desktop.verifying.assessment_keys import KnownKeys
    from smartcity_desktop.verifying.document import Means

PDF = b"%PDF-"


class Together(Struct, frozen=True, dict=True):
    """Files named together.

    Attributes:
        means: what each is verified with.
        fingerprint: of the assessment's key, as typed from paper; empty for none.
        typed: the short code at the foot of a page, as typed; empty for none.
        read: returns a file's bytes. recomputing: what goes on while results are recomputed.
    """

    paths: tuple[Path, ...]
    means: Means
    read: Callable[[Path], bytes]
    recomputing: Callable[[], AbstractContextManager[Callable[[], None]]]
    fingerprint: str = ""
    typed: str = ""

    @cached_property
    def assessments(self) -> tuple[Path, ...]:
        """Those of the paths that are assessment files."""
        return tuple(path for path in self.paths if is_assessment_file(path))

    @cached_property
    def panel_results(self) -> tuple[bytes, ...]:
        """What the assessment files hold of results whose judges are not named."""
        read = (_readable(path) for path in self.assessments)
        return tuple(data for one in read if one for data in one.panel_results.values())

    @cached_property
    def keys(self) -> KnownKeys:
        """Every key that the code on paper can be checked with."""
        sources, identities = self.means.panel_files or (), self.means.identities
        return collect_keys(sources, self.assessments, self.fingerprint, identities)


def verify_together(files: Together) -> tuple[tuple[Path, tuple[Check, ...]], ...]:
    """Return the checks of each file, in the order of the paths.

    A document or paper whose declaration was reopened fails where its assessment file, or a newer
    document, lies beside it; alone it says that it cannot know.

    Raises:
        InputError: a file cannot be read, a trust root is no certificate, or what was typed is
            neither fingerprint nor code.
    """
    typed = read_short_code(files.typed) if files.typed else ""
    found = [(path, _examine(path, files)) for path in files.paths]
    return tuple(
        (path, (*one.checks, *_beside(path, one, found), *_code(path, one, typed)))
        for path, one in found
    )


def _examine(path: Path, files: Together) -> Examined:
    if path in files.assessments:
        return Examined(verify_assessment_file(path))
    data = files.read(path)
    if PDF in data[:1024]:
        return _examine_pdf(data, files)
    if is_picture(path.name, data):
        one = verify_picture(data, files.keys)
        return _against(one, files)
    return Examined(verify_panel_file(data, files.means.identities))


def _examine_pdf(data: bytes, files: Together) -> Examined:
    if is_bare(data):
        return _against(verify_bare(data, files.keys), files)
    means = replace(files.means, panel_results=files.panel_results)
    with files.recomputing() as advance:
        one = verify_document(data, means, advance)
    beside = (check_printed(data, path, one.code) for path in files.assessments)
    return Examined((*one.checks, *filter(None, beside)), one.code, one.results_sha256)


def _against(one: Examined, files: Together) -> Examined:
    """Add what the assessment files say of a paper that proves its declaration."""
    if one.code is None:
        return one
    said = []
    for path in files.assessments:
        foreign = _readable(path)
        said.append(check_against(one.code, foreign) if foreign else None)
    return Examined((*one.checks, *filter(None, said)), one.code, one.results_sha256)


def _readable(path: Path) -> ForeignAssessment | None:
    try:
        return read_foreign_assessment(path)
    except ExpectedError:
        return None


def _beside(path: Path, one: Examined, found: Sequence[tuple[Path, Examined]]) -> Iterator[Check]:
    """What newer papers say; nothing where an assessment file has said it already."""
    if one.code is None or any(check.name == "in_force" for check in one.checks):
        return
    others = [(str(p), other.code) for p, other in found if p != path and other.code is not None]
    yield check_later(one.code, others)


def _code(path: Path, one: Examined, typed: str) -> Iterator[Check]:
    if not typed:
        return
    foreign = _readable(path) if is_assessment_file(path) else None
    if foreign is None:
        yield check_code_of(typed, one.results_sha256)
    else:
        yield check_code_in(typed, foreign)
