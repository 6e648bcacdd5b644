"""Making an assessment: everything that is fixed from then on, in one file."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from msgspec import Struct, field

from smartcity_desktop.domain.assessment import Assessment, Mode
from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.rosters.dossier_document import write_dossier
from smartcity_desktop.sealing.age_file import check_recipient
from smartcity_desktop.sealing.key_wrap import WORK, check_new_passphrase, wrap_key
from smartcity_desktop.sealing.signer import make_key
from smartcity_desktop.store.assessment_file import NewAssessment, create_assessment_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from smartcity_desktop.domain.assessment import (
        Assignment,
        ConflictOfInterest,
        Judge,
        Region,
    )
    from smartcity_desktop.domain.dossier import Dossier
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.instrument import Instrument

LONGEST_TITLE = 200
SECRET = 32
"""Random bytes of an anonymous assessment."""


class AssessmentWish(Struct, frozen=True):
    """What the coordinator wants, already read and checked piece by piece.

    Attributes:
        instrument_bytes: exact bytes that ``instrument`` was read from.
        conflicts: taken out at once. letterhead: TOML bytes, checked; may be empty.
        recipients: age recipients for handed-over copies.
        anonymous: no published document will ever name a judge.
    """

    title: str
    mode: Mode
    instrument: Instrument
    instrument_bytes: bytes
    regions: tuple[Region, ...]
    judges: tuple[Judge, ...]
    assignments: tuple[Assignment, ...]
    conflicts: tuple[ConflictOfInterest, ...] = ()
    dossiers: Mapping[str, Dossier] = field(default_factory=dict)
    letterhead: bytes = b""
    recipients: tuple[str, ...] = ()
    judge_label: str = "juri"
    anonymous: bool = False


class Secrets(Struct, frozen=True):
    """Where keys come from.

    Attributes:
        passphrase: wraps the assessment's own key; empty makes an assessment without one.
        work: log2 of the scrypt cost.
    """

    passphrase: str
    random_bytes: Callable[[int], bytes]
    work: int = WORK


def make_assessment(path: Path, wish: AssessmentWish, secrets: Secrets, clock: Clock) -> Assessment:
    """Make the assessment file.

    Raises:
        InputError: a title, judge, cap or recipient that cannot be; all of them together.
        KeyRefusedError: the passphrase is too short.
        StoreError: the name is taken, or it could not be saved.
    """
    title = _clean_title(wish.title)
    _check(wish)
    public_key, wrapped = "", b""
    if secrets.passphrase:
        check_new_passphrase(secrets.passphrase)
        key = make_key(secrets.random_bytes)
        public_key = key.public.jwk
        wrapped = wrap_key(key, secrets.passphrase, secrets.random_bytes, secrets.work)
    assessment = Assessment(
        id=secrets.random_bytes(16).hex(),
        title=title,
        mode=wish.mode,
        created_at=write_instant(clock()),
        instrument_sha256=wish.instrument.sha256,
        public_key=public_key,
        recipients=wish.recipients,
        judge_label=wish.judge_label,
    )
    ids = [indicator.id for indicator in wish.instrument.indicators()]
    new = NewAssessment(
        assessment=assessment,
        instrument=wish.instrument_bytes,
        indicators=tuple((i.id, i.scale.decimals) for i in wish.instrument.indicators()),
        regions=wish.regions,
        judges=wish.judges,
        assignments=wish.assignments,
        conflicts=wish.conflicts,
        dossiers={code: write_dossier(d, ids) for code, d in wish.dossiers.items()},
        letterhead=wish.letterhead,
        wrapped_key=wrapped,
        secret=secrets.random_bytes(SECRET) if wish.anonymous else b"",
    )
    create_assessment_file(path, new, clock)
    return assessment


def _clean_title(title: str) -> str:
    return unicodedata.normalize("NFC", " ".join(title.split()))


def find_faults(title: str, recipients: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with the title and the recipients, which need no file to be read."""
    yield from _check_title(_clean_title(title))
    for recipient in recipients:
        try:
            check_recipient(recipient)
        except InputError as error:
            yield from (Problem("--recipient", problem.what) for problem in error.problems)


def _check(wish: AssessmentWish) -> None:
    problems = [
        *find_faults(wish.title, wish.recipients),
        *find_missing_provinces(wish.instrument, wish.regions),
        *find_idle_judges(wish.judges, wish.assignments, wish.conflicts),
    ]
    if problems:
        raise InputError(problems)


def _check_title(title: str) -> Iterator[Problem]:
    if not title or len(title) > LONGEST_TITLE or not title.isprintable():
        what = message(
            "The title needs 1 to {longest} letters and no invisible ones.", longest=LONGEST_TITLE
        )
        yield Problem("--title", what)


def find_missing_provinces(instrument: Instrument, regions: Iterable[Region]) -> Iterator[Problem]:
    """Yield which regions lack the province that the instrument's caps count by."""
    capped = any(band.province_cap is not None for band in instrument.rules.bands)
    without = [region.code for region in regions if not region.province]
    if capped and without:
        what = message(
            "The instrument limits how many regions of one province are selected, but these "
            "regions have no province: {codes}. Fill in the column province.",
            codes=", ".join(without),
        )
        yield Problem("--regions", what)


def find_idle_judges(
    judges: Iterable[Judge],
    assignments: Iterable[Assignment],
    conflicts: Iterable[ConflictOfInterest],
) -> Iterator[Problem]:
    """Yield the judges who would score nothing."""
    excused = {(conflict.judge, conflict.region) for conflict in conflicts}
    busy = {a.judge for a in assignments if (a.judge, a.region) not in excused}
    for judge in sorted({judge.id for judge in judges} - busy):
        what = message(
            "Judge {judge} has no region to score, or only such as are in conflict of interest. "
            "Assign one, or leave the judge out of the list.",
            judge=judge,
        )
        yield Problem("--assignments", what)
