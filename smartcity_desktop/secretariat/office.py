"""The office: one open assessment file with what every act on it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import AlreadyOpenError, NotWritableError
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.store.assessment_file import open_assessment_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.store.assessment_file import AssessmentFile


class Office(Struct, frozen=True):
    """An open assessment file.

    Attributes:
        file: where everything is stored. instrument: read from the file's own bytes.
        clock: the present. random_bytes: unpredictable bytes, so many.
        read_only: it can only be looked at: somebody works in it, or it is write-protected.
    """

    file: AssessmentFile
    instrument: Instrument
    clock: Clock
    random_bytes: Callable[[int], bytes]
    read_only: bool = False

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.file.path

    def close(self) -> None:
        """Close the file; harmless when repeated."""
        self.file.close()


def open_office(path: Path, clock: Clock, random_bytes: Callable[[int], bytes]) -> Office:
    """Open an assessment file; one that may not be written is opened for looking.

    Raises:
        StoreError: no assessment file, newer, damaged, altered, or not readable.
    """
    try:
        return _office(path, clock, random_bytes, read_only=False)
    except (AlreadyOpenError, NotWritableError):
        return _office(path, clock, random_bytes, read_only=True)


def _office(
    path: Path, clock: Clock, random_bytes: Callable[[int], bytes], *, read_only: bool
) -> Office:
    file = open_assessment_file(path, clock, read_only=read_only)
    try:
        instrument = read_instrument(file.instrument(), str(path))
    except BaseException:
        file.close()
        raise
    return Office(file, instrument, clock, random_bytes, read_only)
