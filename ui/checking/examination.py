"""What is examined and with what: chosen piece by piece, verified beside the window."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.verifying.means import gather_means
from smartcity_desktop.verifying.several import Together, verify_together
from smartcity_desktop.verifying.verdict import Verdict, give_verdict
from smartcity_desktop.workplace.given_file import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from ui.jobs import Job


class Wish(Struct, frozen=True):
    """What shall be examined.

    Attributes:
        paths: documents, scans, panel files, assessments; examined in each other's light.
        panel_files: folder from which results are recomputed, or None.
        trust: certificates that vouch for signers.
        code: short code typed from the foot of a page. fingerprint: of the assessment's key.
        incomplete: whether signature fields may still be empty.
        beside: the open assessment, in whose light all are examined; not examined itself.
    """

    paths: tuple[Path, ...]
    panel_files: Path | None = None
    trust: tuple[Path, ...] = ()
    code: str = ""
    fingerprint: str = ""
    incomplete: bool = False
    beside: Path | None = None


def examine(wish: Wish, clock: Clock, job: Job[tuple[Verdict, ...]]) -> tuple[Verdict, ...]:
    """Verify everything; one verdict for each file that was named.

    Raises:
        InputError: something that was named cannot be read. CancelledError: no more of it.
    """
    means = gather_means(
        clock(), trust=wish.trust, panel_files=wish.panel_files, incomplete_ok=wish.incomplete
    )
    total = len(means.panel_files or ())
    beside = () if wish.beside is None or wish.beside in wish.paths else (wish.beside,)
    found = verify_together(
        Together(
            (*wish.paths, *beside),
            means,
            read=read_bytes,
            recomputing=lambda: _steps(job, total),
            fingerprint=wish.fingerprint,
            typed=wish.code,
        )
    )
    return tuple(give_verdict(path, checks) for path, checks in found if path in wish.paths)


@contextmanager
def _steps(job: Job[tuple[Verdict, ...]], total: int) -> Iterator[Callable[[], None]]:
    done = 0

    def advance() -> None:
        nonlocal done
        done += 1
        job.step(done, total)

    job.step(0, total)
    yield advance
