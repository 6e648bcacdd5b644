"""The second place: a verified copy of the assessment on another drive after every act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import Problem, StoreError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.store.assessment_file import open_assessment_file

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.store.assessment_file import AssessmentFile


class SecondCopy(Struct, frozen=True):
    """A copy that was read back and is the same, byte for byte.

    Attributes:
        at: the instant, as text. sha256: of its bytes.
    """

    path: Path
    at: str
    sha256: str


def copy_to_second_place(office: Office, folder: Path) -> SecondCopy:
    """Copy the assessment into a folder, in place of the copy that lies there.

    A copy in which work went on, or a file of another assessment, is never overwritten.

    Raises:
        StoreError: another file of this name lies there, or a copy that this file does not
            contain; or the copy could not be written and read back.
    """
    target = folder / office.path.name
    if target.absolute() == office.path.absolute():
        raise StoreError(
            Problem(
                str(folder),
                message(
                    "The assessment itself lies in this folder. Choose a folder on another drive "
                    "for the second copy."
                ),
            )
        )
    if target.exists():
        _expect_older(office, target)
    sha256 = office.file.backup(target, replace=True)
    return SecondCopy(target, write_instant(office.clock()), sha256)


def _expect_older(office: Office, target: Path) -> None:
    """Refuse to replace anything but an earlier state of the same assessment."""
    acts = office.file.acts.all()
    try:
        with open_assessment_file(target, office.clock, read_only=True) as other:
            head = other.acts.head()
            same = _id(other) == _id(office.file)
    except StoreError as error:
        raise _refused(target, _UNKNOWN) from error
    if not same:
        raise _refused(target, _OTHER)
    if head.count > len(acts) or (head.count and acts[head.count - 1].hash != head.hash):
        raise _refused(target, _WENT_ON)


def _id(file: AssessmentFile) -> str:
    return file.rosters.read_without_assignments().assessment.id


_UNKNOWN = message(
    "A file of this name lies there that is no readable copy of this assessment. It was left as it "
    "is, and no second copy was made. Move it away or choose another folder."
)
_OTHER = message(
    "Another assessment of this name lies there. It was left as it is, and no second copy was "
    "made. Choose another folder."
)
_WENT_ON = message(
    "Work went on in the copy that lies there. It was left as it is, and no second copy was made. "
    "Find out which of the two is to be continued; then choose another folder."
)


def _refused(target: Path, what: Message) -> StoreError:
    return StoreError(Problem(str(target), what))
