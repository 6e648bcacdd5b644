"""Scanning: the facts of each file, proven, with nothing written anywhere."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct, field

from smartcity_desktop.domain.assessment import IssueKind
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Refusal, RefusalReason
from smartcity_desktop.merging.second_process import MANY, SecondProcess, has_idle_core, may_fork
from smartcity_desktop.merging.sources import SourceRefusedError
from smartcity_desktop.sealing.age_file import HEADER, decrypt_with
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.proof import check_sheets, prove_seal, prove_sheets, refuse_unsealed
from smartcity_desktop.sealing.sheet_payload import with_evidence
from smartcity_desktop.sealing.sheet_proof import SealRefusedError, SheetChecker
from smartcity_desktop.store.foreign import read_foreign_panel
from smartcity_desktop.store.hardened import FileRefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.merging.claims import Content
    from smartcity_desktop.merging.sources import Source
    from smartcity_desktop.merging.spare_process import SpareProcess


ROOM = 96 * 1024 * 1024
"""Bytes of proven payloads that are kept between scan and apply; the rest is read again."""


class ProvenPanel(Struct, frozen=True):
    """The whole content of one panel file, every seal and sheet proven.

    Attributes:
        seals: with the JWS of each, first to last. payloads: sealed bytes by SHA-256.
        typed: state and values by SHA-256 of sheets typed from paper, which are compared.
        listing: the payloads that list evidence; most list none.
        issue_document: what the file was issued with; no seal covers it, and a merge passes over
            it.
    """

    seals: tuple[tuple[IntactSeal, str], ...]
    payloads: Mapping[str, bytes]
    typed: Mapping[str, Content]
    listing: tuple[bytes, ...]
    issue_document: bytes


class ScannedFile(Struct, frozen=True):
    """What one file is. Holds digests, not payloads.

    Attributes:
        sha256: of the file's bytes as they lay there; empty when they could not be read.
        seals: proven, first to last; empty for a refused file.
        refusal: the check that failed, or None.
        also: further refusals of the same file: every sheet that fails is named.
        typed: as in ProvenPanel.
    """

    source: Source
    sha256: str
    seals: tuple[IntactSeal, ...] = ()
    refusal: Refusal | None = None
    also: tuple[Refusal, ...] = ()
    typed: Mapping[str, Content] = field(default_factory=dict)


class PanelReader:
    """Reads and proves panel files of one assessment; keeps what all files have in common."""

    def __init__(
        self, roster: Roster, instrument: Instrument, identities: tuple[str, ...] = ()
    ) -> None:
        """Take the facts fixed at issue and the identities that open encrypted copies."""
        self._roster, self._instrument = roster, instrument
        names = {region.code: region.name for region in roster.regions}
        self._checker = SheetChecker(instrument, names, roster.former_names)
        self._identities = identities
        self._excused = frozenset((c.judge, c.region) for c in roster.conflicts)
        self._paper = frozenset(i.id for i in roster.issues if i.kind is IssueKind.PAPER)
        self._remembered: dict[str, ProvenPanel] = {}
        self._room = ROOM

    def __reduce__(self) -> tuple[type[PanelReader], tuple[Roster, Instrument]]:
        """Go to another process without what is remembered and without secrets."""
        return PanelReader, (self._roster, self._instrument)

    @property
    def has_secrets(self) -> bool:
        """Whether it opens encrypted copies, which no other process can do for it."""
        return bool(self._identities)

    def remember(self, sha256: str, panel: ProvenPanel) -> None:
        """Keep a proven panel under the digest of its file's bytes, while there is room."""
        size = sum(map(len, panel.payloads.values()))
        if size <= self._room:
            self._room -= size
            self._remembered[sha256] = panel

    def recall(self, sha256: str) -> ProvenPanel | None:
        """Return what was proven of exactly these bytes, if it is still remembered."""
        return self._remembered.get(sha256)

    def read(self, data: bytes) -> ProvenPanel:
        """Prove everything in the bytes of one file.

        Raises:
            FileRefusedError, SealRefusedError: the check that failed.
        """
        foreign = read_foreign_panel(self.open(data))
        if not foreign.seals:
            raise SealRefusedError(
                Refusal(
                    RefusalReason.NOT_SEALED,
                    message(
                        "This panel file is not sealed yet. Ask the judge to seal it and hand "
                        "over the sealed copy."
                    ),
                )
            )
        proven = [prove_seal(text, self._roster) for text in foreign.seals]
        seals = tuple((each.seal, each.jws) for each in proven)
        refuse_unsealed([seal for seal, _ in seals], foreign.sheets)
        typed: dict[str, Content] = {}
        uncommon: set[str] = set()
        for seal, _ in seals:
            check = (seal, foreign.sheets.get, self._checker, self._excused)
            if seal.issue in self._paper:
                found = prove_sheets(*check)
                typed.update((seal.sheets[region], found[region]) for region in found)
                uncommon.update(seal.sheets.values())
            else:
                uncommon.update(map(seal.sheets.__getitem__, check_sheets(*check)))
        listing = tuple(with_evidence(map(foreign.sheets.__getitem__, sorted(uncommon))))
        return ProvenPanel(seals, foreign.sheets, typed, listing, foreign.issue_document)

    def open(self, data: bytes) -> bytes:
        """Return the plain bytes of what may be encrypted; raises SealRefusedError."""
        return open_copy(data, self._identities)


def open_copy(data: bytes, identities: tuple[str, ...]) -> bytes:
    """Return the bytes of a copy handed over, opened with an identity where it is encrypted.

    Raises:
        SealRefusedError: it is encrypted, and none of the identities opens it.
    """
    if not data.startswith(HEADER):
        return data
    plain = decrypt_with(data, identities) if identities else None
    if plain is None:
        raise SealRefusedError(
            Refusal(
                RefusalReason.ENCRYPTED,
                message(
                    "This copy is encrypted to the coordinator. Give the age identity that "
                    "opens it (--identity)."
                ),
            )
        )
    return plain


def scan_panel_files(
    sources: Iterable[Source],
    reader: PanelReader,
    advance: Callable[[], None],
    spare: SpareProcess | None = None,
) -> tuple[ScannedFile, ...]:
    """Prove every file, many of them in two processes; none is passed over silently."""
    files = tuple(sources)
    scan = partial(_scan, reader=reader)
    found: dict[int, ScannedFile] = {}
    results: Iterator[tuple[int, _Scanned]] = enumerate(map(scan, files))
    with contextlib.ExitStack() as until_done:
        if spare is not None and _may_go_elsewhere(files, reader):
            results = spare.results(scan, files)
        elif len(files) >= MANY and may_fork() and has_idle_core():
            second = SecondProcess(len(files), lambda number: scan(files[number]))
            results = until_done.enter_context(second).results()
        for number, (scanned, panel) in results:
            found[number] = scanned
            if panel is not None:
                reader.remember(scanned.sha256, panel)
            advance()
    return tuple(found[number] for number in range(len(files)))


def _may_go_elsewhere(files: Sequence[Source], reader: PanelReader) -> bool:
    """Whether a process that stands in another folder finds and proves the same."""
    there = all(source.path.is_absolute() for source in files)
    return there and len(files) >= MANY and not reader.has_secrets


_Scanned = tuple[ScannedFile, ProvenPanel | None]


def _scan(source: Source, reader: PanelReader) -> _Scanned:
    try:
        data = source.read()
    except SourceRefusedError as error:
        return ScannedFile(source, "", refusal=error.refusal), None
    sha256 = sha256_hex(data)
    try:
        panel = reader.read(data)
    except FileRefusedError as error:
        return ScannedFile(source, sha256, refusal=error.refusal), None
    except SealRefusedError as error:
        first, *others = error.refusals
        return ScannedFile(source, sha256, refusal=first, also=tuple(others)), None
    seals = tuple(seal for seal, _ in panel.seals)
    return ScannedFile(source, sha256, seals, typed=panel.typed), panel
