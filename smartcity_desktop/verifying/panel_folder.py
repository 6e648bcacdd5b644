"""Everything intact that the panel files of a folder hold, and what was not read and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.merging.sources import SourceRefusedError
from smartcity_desktop.sealing.proof import open_seal
from smartcity_desktop.sealing.sheet_proof import SealRefusedError
from smartcity_desktop.store.foreign import read_foreign_panel
from smartcity_desktop.store.hardened import FileRefusedError
from smartcity_desktop.verifying.issued import check_issued

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.domain.refusal import Refusal
    from smartcity_desktop.merging.scan import PanelReader
    from smartcity_desktop.merging.sources import Source

_NOT_OURS = (
    RefusalReason.NOT_A_PANEL_FILE,
    RefusalReason.TOO_LARGE,
    RefusalReason.NOT_SEALED,
    RefusalReason.OTHER_ASSESSMENT,
)
"""A file refused for one of these holds no seal that this result could have counted."""


class PanelFolder(Struct):
    """What the given files hold for one assessment.

    Attributes:
        seals: by digest. payloads: sealed bytes by SHA-256. files: how many were read.
        others: checks about files that were not read, or were issued with other names. One fails
            where a seal may lie in the file that should count, and only tells where none can.
    """

    seals: dict[str, IntactSeal] = field(default_factory=dict)
    payloads: dict[str, bytes] = field(default_factory=dict)
    files: int = 0
    others: list[Check] = field(default_factory=list)


def read_panel_folder(
    sources: Iterable[Source], reader: PanelReader, roster: Roster, advance: Callable[[], None]
) -> PanelFolder:
    """Take in what is intact; nothing is passed over silently.

    A file that is refused although it names this assessment is a finding: a judge who was struck
    from the roster, a forged panel file, a damaged copy all look like that.
    """
    folder = PanelFolder()
    for source in sources:
        if not source.is_evidence():
            _take(source, reader, roster, folder)
        advance()
    return folder


def _take(source: Source, reader: PanelReader, roster: Roster, folder: PanelFolder) -> None:
    data = b""
    try:
        data = source.read()
        panel = reader.read(data)
    except (SourceRefusedError, FileRefusedError) as error:
        folder.others.append(_passed_over(source, error.refusal))
        return
    except SealRefusedError as error:
        ours = any(each.reason not in _NOT_OURS for each in error.refusals)
        if ours or _names(reader.open(data), roster.assessment.id):
            folder.others.extend(_refused(source, each) for each in error.refusals)
        else:
            folder.others.append(_passed_over(source, error.refusal))
        return
    folder.others.extend(check_issued(source.label, panel.issue_document, roster))
    folder.files += 1
    folder.seals.update((seal.digest, seal) for seal, _ in panel.seals)
    folder.payloads.update(panel.payloads)


def _names(data: bytes, assessment: str) -> bool:
    """Whether a seal names this very assessment, though under another key of it."""
    try:
        seals = read_foreign_panel(data).seals
        return any(open_seal(text)[2].assessment == assessment for text in seals)
    except (FileRefusedError, SealRefusedError):
        return False


def _passed_over(source: Source, refusal: Refusal) -> Check:
    if refusal.reason not in _NOT_OURS:
        return _refused(source, refusal)
    what = message("{file} is passed over. {what}", file=source.label, what=refusal.what)
    return Check("passed_over", ok=True, detail=what)


def _refused(source: Source, refusal: Refusal) -> Check:
    place = " ".join(filter(None, (refusal.judge, refusal.region)))
    if place:
        what = message(
            "{file} ({place}) is refused, so nothing in it was counted here. {what}",
            file=source.label,
            place=place,
            what=refusal.what,
        )
    else:
        what = message(
            "{file} is refused, so nothing in it was counted here. {what}",
            file=source.label,
            what=refusal.what,
        )
    return Check("panel_file", ok=False, detail=what)
