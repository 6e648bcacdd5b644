"""Applying a plan: a backup first, then everything that can stand in one transaction."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.errors import ExpectedError, Problem, RuleError, StoreError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Outcome, Refusal, RefusalReason
from smartcity_desktop.merging.plan import FilePlan, MergePlan
from smartcity_desktop.merging.sources import SourceRefusedError
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.store.durable import take_away
from smartcity_desktop.store.received_seals import MergedFile, ReceivedSeal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.merging.scan import PanelReader, ProvenPanel
    from smartcity_desktop.store.assessment_file import AssessmentFile


PORTION = 32 * 1024 * 1024
"""Bytes of payloads that are put into order together."""


class Applied(Struct, frozen=True):
    """What a merge did.

    Attributes:
        number: of the merge; 0 when nothing was given.
        plan: as applied: a file that changed since the scan is refused in it.
        backup: the file as it was before, or None when the plan held no new seal.
        listing: payloads stored now that list evidence; most list none.
    """

    number: int
    plan: MergePlan
    backup: Path | None
    listing: tuple[bytes, ...] = ()


class NotMergedError(ExpectedError):
    """Nothing was merged, because one file could not stand and all or nothing was asked for."""


def apply_merge(
    file: AssessmentFile,
    plan: MergePlan,
    reader: PanelReader,
    clock: Clock,
    *,
    all_or_nothing: bool = False,
    advance: Callable[[], None] = lambda: None,
) -> Applied:
    """Store every seal that is new, counted or not, with the history of all files.

    ``advance`` is called as often as ``steps_of`` says; what it raises undoes everything.

    Raises:
        RuleError: the results are declared. NotMergedError: see the class.
        StoreError: it could not be saved, or a file changed while it was being merged.
    """
    expect_not_declared(file)
    if all_or_nothing:
        _expect_all(plan)
    backup: Path | None = None
    try:
        with _checked_again(plan.files) as coming:
            if any(each.seals for each in plan.files):
                backup = _back_up(file, clock)
            checked = MergePlan(tuple(_tell_each(coming, advance)))
        if all_or_nothing:
            _expect_all(checked)
        accepted = _Accepted([each for each in checked.files if each.seals], reader, advance)
        number = _store(file, checked, accepted, clock)
    except StoreError:
        raise
    except BaseException:
        # Nobody wanted this merge after all, so nobody needs the state before it twice.
        if backup is not None:
            take_away(backup)
        raise
    return Applied(number, checked, backup, tuple(accepted.listing))


def steps_of(plan: MergePlan) -> int:
    """Return how many steps the applying of a plan takes at most."""
    return len(plan.files) + sum(bool(each.seals) for each in plan.files)


def expect_not_declared(file: AssessmentFile) -> None:
    """Refuse to merge into declared results; raises RuleError."""
    standing = file.declarations.standing()
    if standing is not None:
        raise RuleError(
            message(
                "The results are declared (declaration {number}). Reopen them with a reason "
                "before merging. Nothing was merged.",
                number=standing.number,
            )
        )


class _Accepted:
    """Seals and payloads of the files to store, read again file by file.

    Attributes:
        listing: of the payloads given out, those that list evidence.
    """

    def __init__(
        self, files: Sequence[FilePlan], reader: PanelReader, advance: Callable[[], None]
    ) -> None:
        self._files = files
        self._reader = reader
        self._advance = advance
        self.listing: list[bytes] = []

    def seals(self) -> list[ReceivedSeal]:
        """Return the new seals; each was proven when it was scanned, and its digest says so."""
        seals = []
        for file in self._files:
            wanted = {seal.digest for seal in file.seals}
            seals += [
                ReceivedSeal(seal.digest, jws, seal.judge, seal.issue, seal.number)
                for seal, jws in self._panel(file).seals
                if seal.digest in wanted
            ]
        return seals

    def sheets(self) -> Iterator[tuple[str, bytes]]:
        """Yield every sealed payload, a portion of the files in memory at a time.

        Each portion comes in ascending order of its digests, as an index is filled fastest.
        """
        portion: dict[str, bytes] = {}
        size = 0
        for file in self._files:
            panel = self._panel(file)
            payloads = panel.payloads
            self.listing += panel.listing
            portion.update(payloads)
            size += sum(map(len, payloads.values()))
            if size > PORTION:
                yield from _in_order(portion)
                portion, size = {}, 0
            self._advance()
        yield from _in_order(portion)

    def _panel(self, file: FilePlan) -> ProvenPanel:
        return recall_panel(file, self._reader)


def recall_panel(file: FilePlan, reader: PanelReader) -> ProvenPanel:
    """Return what was proven of a file when it was scanned; read again where it was forgotten.

    Raises:
        StoreError: the file is no longer the same.
    """
    known = reader.recall(file.sha256)
    if known is not None:
        return known
    data = file.source.read()
    if sha256_hex(data) != file.sha256:
        raise StoreError(
            Problem(
                file.source.label,
                message("This file changed while it was being merged. Nothing was merged."),
            )
        )
    return reader.read(data)


def _in_order(payloads: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    digests = sorted(payloads)
    return zip(digests, map(payloads.__getitem__, digests), strict=True)


@contextlib.contextmanager
def _checked_again(files: Sequence[FilePlan]) -> Iterator[Iterator[FilePlan]]:
    """Yield the files in their order; two threads read and hash them while other work goes on."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(2) as readers:
        try:
            yield readers.map(_check_again, files)
        finally:
            readers.shutdown(cancel_futures=True)


def _tell_each(files: Iterator[FilePlan], advance: Callable[[], None]) -> Iterator[FilePlan]:
    for each in files:
        yield each
        advance()


def _store(file: AssessmentFile, checked: MergePlan, accepted: _Accepted, clock: Clock) -> int:
    counts = {o.value: str(checked.count(o)) for o in Outcome if checked.count(o)}
    return file.seals.add(
        accepted.seals(),
        accepted.sheets(),
        [_history(each) for each in checked.files],
        write_instant(clock()),
        counts,
    )


def _check_again(file: FilePlan) -> FilePlan:
    """Refuse a file whose bytes are no longer those that were scanned."""
    if file.outcome is Outcome.REFUSED:
        return file
    try:
        same = sha256_hex(file.source.read()) == file.sha256
    except SourceRefusedError:
        same = False
    if same:
        return file
    what = message("This file changed after it was scanned. Scan it again; it was not merged.")
    judge = file.last.judge if file.last else ""
    refusal = Refusal(RefusalReason.CHANGED_SINCE_SCAN, what, judge)
    return replace(file, outcome=Outcome.REFUSED, refusal=refusal, seals=(), replaced=None)


def _expect_all(plan: MergePlan) -> None:
    bad = [file for file in plan.files if file.cannot_stand()]
    if bad:
        raise NotMergedError(
            Problem(
                file.source.label,
                file.refusal.what
                if file.refusal
                else message("This file is in conflict with another. Nothing was merged."),
            )
            for file in bad
        )


def _back_up(file: AssessmentFile, clock: Clock) -> Path:
    stamp = write_instant(clock()).replace(":", "").replace("-", "")
    number = 0
    while True:
        ending = f".{stamp}.bak" if number == 0 else f".{stamp}-{number}.bak"
        target = file.path.with_name(file.path.name + ending)
        if not target.exists():
            file.backup(target)
            return target
        number += 1


def _history(file: FilePlan) -> MergedFile:
    refusal = file.refusal
    return MergedFile(
        name=file.source.label,
        sha256=file.sha256,
        outcome=file.outcome,
        reason=refusal.reason.value if refusal else "",
        sentence=str(refusal.what) if refusal else "",
        judge=file.last.judge if file.last else (refusal.judge if refusal else ""),
        issue=file.last.issue if file.last else "",
        seal=file.last.digest if file.last else "",
    )
