"""A jury that is not to be named, with everything that could give one of them away."""

from __future__ import annotations

from datetime import timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Judge
from smartcity_desktop.domain.objection import ObjectionOutcome
from smartcity_desktop.domain.score_entry import EntryKind, ScoreEntry
from smartcity_desktop.plenary.declaring import declare_results, reopen_results
from smartcity_desktop.plenary.objecting import answer_objection, record_objection
from smartcity_desktop.plenary.prepared import print_prepared, read_prepared
from smartcity_desktop.plenary.printing import print_documents
from smartcity_desktop.plenary.record import read_record
from smartcity_desktop.plenary.recording import Backing, record_decision
from smartcity_desktop.reports.kinds import PREPARED, ReportKind
from smartcity_desktop.reports.press import open_press
from smartcity_desktop.scoring.entering import enter_scores
from tests.workshop import INSTRUMENT, PHRASE, Workshop, conflict_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.store.declarations import Declaration

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
WIB = timezone(timedelta(hours=7), "WIB")
R1, R2, R3, R4 = "11.01", "11.02", "11.03", "11.04"
PEOPLE = (
    Judge("juri-01", "Prof. Dr. Ratna Wibisono, M.Sc.", "Universitas Nusantara", "", "Ketua", "P1"),
    Judge("juri-02", "Ir. Made Suarta, M.T.", "Institut Khatulistiwa", "", "Anggota", "P1"),
    Judge("juri-03", "Teguh Wicaksana", "Badan Contoh", "", "Anggota", "P2"),
    Judge("juri-04", "Dr. Nurul Fadhilah", "Asosiasi Contoh", "", "Anggota", "P2"),
    Judge("juri-05", "Galih Anggara, M.Eng.", "Dinas Contoh", "", "Anggota", "P2"),
)
FORMS = ("Ratna Wibisono", "Made Suarta", "Teguh Wicaksana", "Nurul Fadhilah", "Galih Anggara")
"""The names as people say them, without degrees."""

LETTERHEAD = b"""format = 1
place = "Jakarta"
judges_sign = true
[chair]
name = "Siti Aminah"
role = { id = "Ketua", en = "Chair" }
[secretary]
name = "Budi Santoso"
[[witnesses]]
name = "Saksi Satu"
"""
BANDS = (
    INSTRUMENT.replace(b"minimum_judges = 1", b"minimum_judges = 2")
    + b"""
[[selection]]
name = { id = "Terpilih", en = "Selected" }
quota = 1
"""
)
VALUES = {
    "juri-01": {R1: (4, 3, 4), R2: (4, 4, 4), R3: (1, 2, 1), R4: (2, 2, 2)},
    "juri-02": {R1: (3, 3, 2), R2: (2, 4, 3), R3: (1, 1, 1)},
    "juri-03": {R2: (3, 2, 4), R3: (2, 2, 2), R4: (3, 1, 2)},
    "juri-04": {R1: (2, 4, 1), R2: (1, 3, 4), R3: (3, 4, 2), R4: (4, 4, 1)},
}
DECLARED = {"juri-03": {R1: "Teguh Wicaksana pernah menjadi konsultan di sana"}}
PUBLISHED = (
    ReportKind.MINUTES,
    ReportKind.RANKING,
    ReportKind.REGION_SHEETS,
    ReportKind.INTEGRITY,
    ReportKind.RESULT_LETTER,
    ReportKind.DECREE,
    ReportKind.JUDGING,
)


def open_jury(folder: Path, *, anonymous: bool = True) -> Workshop:
    """Let five judges work: a correction, an abstention, a gap, a refused file, a declaration."""
    shop = Workshop.open(
        folder,
        people=PEOPLE,
        regions=4,
        instrument=BANDS,
        letterhead=LETTERHEAD,
        anonymous=anonymous,
        conflicts=(conflict_of("juri-02", R4),),
    )
    copies = [_hand_in(shop, judge) for judge in VALUES]
    _abstain(shop, "juri-01-1", "Ratna Wibisono tidak melihat bukti")
    copies.append(shop.seal("juri-01-1")[1])
    damaged = folder / "juri-05-1-segel-1.panel"
    damaged.write_bytes(copies[0].read_bytes()[:9000])
    shop.merge(*copies, damaged)
    for ruling in (("recuse", "juri-05", R2), ("waive",)):
        decide(shop, *ruling)
    return shop


def decide(shop: Workshop, kind: str, *arguments: str) -> None:
    backing = Backing("Prof. Dr. Ratna Wibisono, M.Sc.", "Usul ratna wibisono dan juri-02")
    with shop.assessment() as file:
        record_decision(file, shop.instrument, (kind, arguments), backing, shop.clock)


def declare(shop: Workshop) -> Declaration:
    """Let a judge declare, in his own name."""
    with shop.assessment() as file:
        return declare_results(file, shop.instrument, FORMS[0], lambda: PHRASE, shop.clock)


def object_and_declare_anew(shop: Workshop) -> Declaration:
    """Object, reopen for it, answer, declare again."""
    with shop.assessment() as file:
        record_objection(file, R3, "Kota 3", "Nilai dari Made Suarta terlalu rendah", shop.clock)
        reopen_results(file, FORMS[0], "Keberatan terhadap juri-02", shop.clock, [1])
        answer_objection(file, 1, ObjectionOutcome.REJECTED, FORMS[1], "Sesuai bukti", shop.clock)
    return declare(shop)


def press(language: Language, translate: Callable[[Message], str] = str) -> Press:
    return open_press(RESOURCES, language, translate, WIB)


def print_set(
    shop: Workshop, folder: Path, means: Press, kinds: tuple[ReportKind, ...] = PUBLISHED
) -> dict[str, bytes]:
    """Print documents of the declaration in force; returns their bytes by file name."""
    with shop.assessment() as file:
        record = read_record(file, shop.instrument, means.words.language)
        declared = [kind for kind in kinds if kind not in PREPARED]
        printed = print_documents(file, record, declared, means, (folder, lambda: None))
        prepared = read_prepared(file, shop.instrument)
        before = [kind for kind in kinds if kind in PREPARED]
        printed += print_prepared(file, prepared, before, means, (folder, lambda: None))
    return {document.path.name: document.path.read_bytes() for document in printed}


def _hand_in(shop: Workshop, judge: str) -> Path:
    shop.enrol(f"{judge}-1", DECLARED.get(judge))
    shop.score(f"{judge}-1", VALUES[judge])
    return shop.seal(f"{judge}-1")[1]


def _abstain(shop: Workshop, issue: str, reason: str) -> None:
    with shop.desk(issue) as desk:
        enter_scores(desk, [ScoreEntry(R2, "A1", EntryKind.ABSTAIN, None, reason)], shop.clock)
