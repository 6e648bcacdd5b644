"""What lies on the desk: everything a judge sees of a panel file, as frozen values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.rosters.dossier_document import read_dossier
from smartcity_desktop.sealing.sheet_payload import read_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartcity_desktop.domain.dossier import Dossier
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.panel_issue import PanelIssue
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.scoring.desk import Desk


class SealFacts(Struct, frozen=True):
    """One seal of the file.

    Attributes:
        at: the instant, as text. sheets: SHA-256 of the sealed payload by region code.
        reason: why a sheet was changed or withdrawn; else empty.
        thumbprint: RFC 7638 thumbprint of the key that made it.
    """

    number: int
    digest: str
    receipt: str
    at: str
    sheets: Mapping[str, str]
    reason: str
    thumbprint: str


class Marks(Struct, frozen=True):
    """What the judge keeps for himself.

    Attributes:
        doubts: (region, indicator or ``*``) to be looked at again.
        jottings: text by (region, indicator or ``*``).
    """

    doubts: frozenset[tuple[str, str]]
    jottings: Mapping[tuple[str, str], str]


class History(Struct, frozen=True):
    """What undo and redo could do now, and how far the change log has come."""

    can_undo: bool
    can_redo: bool
    changes: int


class DeskFacts(Struct, frozen=True):
    """Everything a judge sees of a panel file.

    Attributes:
        enrolled: whether the judge has confirmed the file and made a key.
        thumbprint: RFC 7638 thumbprint of the current key; empty before enrolment.
        sheets: those on which anything was recorded, by region code.
        excused: the reason by region code for every conflict of interest.
        seals: in the order in which they were made.
        sealed: the sheets as the last seal froze them, by region code.
    """

    issue: PanelIssue
    instrument: Instrument
    enrolled: bool
    thumbprint: str
    dossiers: Mapping[str, Dossier]
    sheets: Mapping[str, ScoreSheet]
    excused: Mapping[str, str]
    seals: tuple[SealFacts, ...]
    sealed: Mapping[str, ScoreSheet]
    marks: Marks
    history: History


def read_desk(desk: Desk) -> DeskFacts:
    """Read everything once, as the window does when it opens a file."""
    key = desk.panel.keys.current()
    seals, sheets = read_seals(desk), desk.sheets()
    dossiers = {code: read_dossier(data) for code, data in desk.panel.dossiers().items()}
    return DeskFacts(
        issue=desk.panel.issue,
        instrument=desk.instrument,
        enrolled=key is not None,
        thumbprint="" if key is None else key.thumbprint,
        dossiers=dossiers,
        sheets=sheets,
        excused=desk.excused(),
        seals=seals,
        sealed=read_sealed(desk, seals, sheets),
        marks=read_marks(desk),
        history=read_history(desk),
    )


def read_seals(desk: Desk) -> tuple[SealFacts, ...]:
    """Return every seal of the file, oldest first."""
    stored = desk.panel.seals.all()
    if not stored:
        return ()
    # Whatever verifies a signature takes long to load, and a file without a seal needs it not.
    from smartcity_desktop.sealing.proof import open_seal
    from smartcity_desktop.sealing.receipt import receipt_of

    found = []
    for seal in stored:
        _, certificate, manifest = open_seal(seal.jws)
        found.append(
            SealFacts(
                seal.number,
                seal.digest,
                receipt_of(seal.digest),
                seal.at,
                dict(manifest.sheets),
                manifest.reason,
                certificate.key.thumbprint,
            )
        )
    return tuple(found)


def read_sealed(
    desk: Desk, seals: tuple[SealFacts, ...], sheets: Mapping[str, ScoreSheet]
) -> dict[str, ScoreSheet]:
    """Return the sheets that the last of these seals froze, by region code.

    Args:
        desk: open on the file.
        seals: of the file.
        sheets: as they are recorded now; those that did not change since are not read twice.
    """
    if not seals:
        return {}
    frozen, recorded = desk.panel.seals.sheets(), desk.panel.sheets.payloads()
    ids = tuple(indicator.id for indicator in desk.instrument.indicators())
    return {
        code: sheets[code]
        if recorded.get(code) == frozen[sha256]
        else read_sheet(frozen[sha256], ids)
        for code, sha256 in seals[-1].sheets.items()
    }


def read_marks(desk: Desk) -> Marks:
    """Return doubts and private jottings."""
    jottings = desk.panel.jottings
    return Marks(frozenset(jottings.doubts()), jottings.all())


def read_history(desk: Desk) -> History:
    """Return what undo and redo could do now."""
    log = desk.panel.sheets.log
    return History(log.to_undo() is not None, log.to_redo() is not None, log.last_number())
