"""Everything the coordinator's pages show of an assessment, read in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.plenary.reckoning import reckon_file
from smartcity_desktop.secretariat.completeness_facts import draw_up_matrix

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Assessment, Roster
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.objection import Objection
    from smartcity_desktop.plenary.reckoning import Reckoning
    from smartcity_desktop.secretariat.completeness_facts import Matrix
    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.store.declarations import Declaration, PrintedDocument
    from smartcity_desktop.store.received_seals import Merge


class OfficeFacts(Struct, frozen=True):
    """An assessment as it stands now; frozen, and read anew after every act.

    Attributes:
        path: where the file lies. read_only: as of the office.
        reckoning: state, completeness, results and open questions, from seals and decisions.
        matrix: who has handed in what, and what is missing.
        merges: oldest first, with every file and its outcome.
        declarations: oldest first; the last may stand or be reopened.
        documents: oldest first.
        objections: oldest first.
        has_key: whether a passphrase is asked for at the declaration.
        anonymous: whether no published document names a judge.
    """

    path: Path
    read_only: bool
    reckoning: Reckoning
    matrix: Matrix
    merges: tuple[Merge, ...]
    declarations: tuple[Declaration, ...]
    documents: tuple[PrintedDocument, ...]
    objections: tuple[Objection, ...]
    has_key: bool
    anonymous: bool

    @property
    def roster(self) -> Roster:
        """Who takes part, and who judges what."""
        return self.reckoning.roster

    @property
    def assessment(self) -> Assessment:
        """What was fixed when the assessment was made."""
        return self.roster.assessment

    @property
    def instrument(self) -> Instrument:
        """What is scored, and by which rules."""
        return self.reckoning.instrument

    @property
    def standing(self) -> Declaration | None:
        """The declaration in force, or None while results are provisional."""
        last = self.declarations[-1] if self.declarations else None
        return last if last is not None and last.reopening is None else None


def read_office(office: Office) -> OfficeFacts:
    """Read everything; every stored seal and sheet is proven again.

    Raises:
        SealRefusedError: a stored seal or sheet is no longer what was merged.
        StoreError: the file cannot be read.
    """
    file = office.file
    reckoning = reckon_file(file, office.instrument)
    return OfficeFacts(
        path=office.path,
        read_only=office.read_only,
        reckoning=reckoning,
        matrix=draw_up_matrix(reckoning),
        merges=file.seals.merges(),
        declarations=file.declarations.all(),
        documents=file.declarations.documents(),
        objections=file.objections.all(),
        has_key=bool(file.wrapped_key()),
        anonymous=bool(file.anonymity.secret()),
    )
