"""The whole story through both windows: from a new assessment to results declared again.

Seventeen things that a secretariat and a jury do in two days, among them all that goes wrong. What
the window shows at the end is what the command line computes from the same files.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt

from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.founding.parts import Part
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.secretariat.steps import Step
from smartcity_desktop.signing.certificates import CertificateMaker, export_p12
from smartcity_desktop.signing.p12 import open_p12
from tests.cli.jury_room import JuryRoom
from tests.end2end.judge_day import AGAIN, CONFIRM, FIRST, ME, ByKeyboard
from tests.end2end.secretariat import CHAIR, SECRETARY, Publishing
from tests.signing.people import LATER, MOMENT, P12_WORDS, chance, panel
from tests.ui.reading import wait_for
from tests.workshop import INSTRUMENT, PHRASE, Seeded, Ticking, Workshop
from ui.pages.merging_page import MergingPage
from ui.pages.scoring_page import ScoringPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.ui.desk_window import DeskWindow
    from ui.context import Context

REGIONS = {
    "64.71": "Kota Balikpapan",
    "64.72": "Kota Samarinda",
    "64.74": "Kota Bontang",
    "73.71": "Kota Makassar",
    "73.72": "Kota Parepare",
}
JUDGES = ("Prof. Ratna", "Dr. Made", "Teguh", "Nurul", "Galih")
NONE = "Saya tidak mempunyai benturan"
SCORED = {"64.71": (4, 4, 4), "64.72": (4, 4, 3), "64.74": (3, 3, 3), "73.71": (2, 2, 2),
          "73.72": (1, 2, 1)}  # fmt: skip
"""What every judge thinks but the one who sits before the window."""


@pytest.fixture
def context(context: Context) -> Context:
    """Everybody's clock is the same, and certificates are valid at that time."""
    return replace(context, clock=Ticking(LATER))


class ShortDay(ByKeyboard):
    """A judge who has no conflict of interest, scores everything and seals."""

    path: Path

    @property
    def file(self) -> Path:
        return self.path

    def live(self) -> None:
        self.window.front.begin()
        self.open()
        self.enrol()
        wait_for(self.window, ScoringPage)
        self.score_all(self.to_score())
        self.window.wait_saved()
        self.seal()
        self.hands.until(self.is_sealed)

    def enrol(self) -> None:
        keys = self.keys
        keys.choose(ME)
        keys.press(Qt.Key.Key_Tab)
        keys.choose(NONE)
        keys.fill(FIRST, PHRASE)
        keys.fill(AGAIN, PHRASE)
        keys.use(CONFIRM)


def certificates(folder: Path) -> dict[str, Path]:
    """Let two officials be given certificates by one authority; returns their files."""
    maker, found = CertificateMaker(MOMENT, chance(31)), {}
    for name in (CHAIR, SECRETARY):
        found[name] = folder / f"{name}.p12"
        found[name].write_bytes(export_p12(maker.person(panel().issuing, name, "Dewan"), P12_WORDS))
    return found


def lists(folder: Path, signers: dict[str, Path]) -> dict[Part, Path]:
    """Write what a secretariat has before it begins."""
    shas = {n: open_p12(p.read_bytes(), P12_WORDS).certificate_sha256 for n, p in signers.items()}
    kop = f"""format = 1
place = "Jakarta"
[kop]
lines = ["Kementerian Contoh"]
[chair]
name = "{CHAIR}"
role = {{ id = "Ketua", en = "Chair" }}
certificate_sha256 = "{shas[CHAIR]}"
[secretary]
name = "{SECRETARY}"
role = {{ id = "Sekretaris", en = "Secretary" }}
certificate_sha256 = "{shas[SECRETARY]}"
"""
    regions = "\n".join(["kode;nama", *(f"{code};{name}" for code, name in REGIONS.items())])
    judges = "\n".join(["id;nama", *(f"juri-{n:02};{name}" for n, name in enumerate(JUDGES, 1))])
    dossiers = "daerah;indikator;jawaban;tingkat\n64.71;A1;Rencana induk disahkan;3\n"
    texts = {
        Part.PAPER: ("kop.toml", kop),
        Part.INSTRUMENT: ("instrumen.toml", INSTRUMENT.decode()),
        Part.REGIONS: ("daerah.csv", regions),
        Part.DOSSIERS: ("berkas-daerah.csv", dossiers),
        Part.JUDGES: ("juri.csv", judges),
    }
    for name, text in texts.values():
        (folder / name).write_text(text, encoding="utf-8")
    return {part: folder / name for part, (name, _) in texts.items()}


class Story:
    """Two days, act by act."""

    def __init__(self, window: DeskWindow, context: Context, folder: Path) -> None:
        assert isinstance(context.clock, Ticking)
        self.window, self.folder, self.clock = window, folder, context.clock
        self.desk = Publishing(window, folder)
        self.signers = certificates(folder)
        self.received, self.documents = folder / "masuk", folder / "dokumen"
        self.received.mkdir()
        self.digests: dict[Path, str] = {}
        self.authority = folder / "akar.pem"
        self.authority.write_bytes(panel().root.pem())

    def found(self) -> None:
        """A new assessment with dossiers and a timetable; a panel file for everybody."""
        self.path = self.desk.found(lists(self.folder, self.signers))
        facts = self.window.office.state.facts
        assert len({(a.day, a.session) for a in facts.roster.assignments}) == 4
        ids = tuple(judge.id for judge in facts.roster.judges)
        instrument = read_instrument(INSTRUMENT, "instrumen.toml")
        self.shop = Workshop(
            self.folder, self.path, instrument, ids, tuple(REGIONS), self.clock, Seeded("juri")
        )
        self.desk.issue_first(self.folder / "flashdisk")
        self.take("flashdisk")
        assert len(self.shop.panels) == len(JUDGES)

    def take(self, stick: str) -> None:
        """Let judges take the panel files from a stick."""
        found = {path.stem: path for path in (self.folder / stick).glob("*.panel")}
        self.shop.panels.update(found)

    def sit_down(self) -> Path:
        """The first judge scores in the window; returns the copy handed in."""
        day = ShortDay(self.window, self.shop, self.received)
        day.path = self.shop.panels["juri-01-1"]
        day.live()
        (copy,) = self.received.iterdir()
        self.window.front.open(self.path)
        self.desk.until(lambda: self.window.front.office is not None)
        return copy

    def seal(
        self, issue: str, values: Mapping[str, tuple[int, ...]], *, path: Path | None = None
    ) -> Path:
        """Let a judge score, seal and hand over; returns the copy among what was received."""
        signer = self.shop.enrol(issue)
        self.shop.score(issue, values, path=path)
        made, copy = self.shop.seal(issue, signer=signer, path=path)
        number = len(list(self.received.iterdir()))
        kept = Path(shutil.copy(copy, self.received / f"{number:02}-{issue}.panel"))
        self.digests[kept] = made.digest
        return kept

    def first_batch(self) -> None:
        """Two whole files, one of them of a laptop that is lost that night; two that are not."""
        window_copy = self.sit_down()
        lost = self.seal("juri-02-1", {code: SCORED[code] for code in list(SCORED)[:3]})
        self.late = self.seal("juri-05-1", SCORED)
        forged = forge(self.late, self.folder / "dari-surel.panel")
        foreign = Workshop.open(self.folder / "lain", seed="lain").hand_in("j01")
        page = self.desk.plan(window_copy, lost, forged, foreign)
        assert page.sentence.text() == "2 berkas baru, 2 ditolak"
        assert self.reasons() == {
            "dari-surel.panel": RefusalReason.SHEET_CHANGED,
            foreign.name: RefusalReason.OTHER_ASSESSMENT,
        }
        self.desk.apply()

    def reasons(self) -> dict[str, RefusalReason]:
        """Return why files of the plan are refused."""
        page = self.desk.go(Step.MERGING, MergingPage)
        assert page.run.planned is not None
        return {
            Path(each.source.label).name: each.refusal.reason
            for each in page.run.planned.plan.files
            if each.refusal is not None
        }

    def second_batch(self) -> None:
        """The replacement, a sheet typed twice from paper, and the file that was forged, whole."""
        self.desk.replace("juri-02-1", self.folder / "pengganti")
        self.desk.on_paper("juri-04-1", self.folder / "kertas")
        self.take("pengganti")
        self.take("kertas")
        rest = {code: SCORED[code] for code in list(SCORED)[3:]}
        copies = [self.seal("juri-02-2", rest)]
        copies += [self.seal(issue, SCORED) for issue in ("juri-04-2", "juri-04-3")]
        assert self.desk.merge(*copies, self.late) == "4 berkas baru"

    def third_batch(self) -> None:
        """A judge scored in two copies of one panel file."""
        self.shop.enrol("juri-03-1")
        other = Path(shutil.copy(self.shop.panels["juri-03-1"], self.folder / "salinan.panel"))
        right = self.seal("juri-03-1", SCORED)
        wrong = self.seal("juri-03-1", SCORED | {"64.72": (1, 1, 1)}, path=other)
        assert self.desk.merge(right, wrong) == "1 berkas baru, 1 konflik"
        self.desk.decide(("void", self.digests[wrong]), "Dinilai dalam salinan yang salah")

    def publish(self, number: int) -> Path:
        """Declare, print, let two people sign, and check what they signed."""
        foreseen = self.desk.declare()
        standing = self.window.office.state.facts.standing
        assert standing is not None
        assert (standing.number, standing.results_sha256) == (number, foreseen)
        document = self.desk.make(ReportKind.RANKING, self.documents)
        for name in (CHAIR, SECRETARY):
            self.desk.sign(document, self.signers[name], P12_WORDS)
        assert self.desk.states()[document.name] == "2 dari 2 tanda tangan"
        card = self.desk.check(document, self.received, self.authority)
        assert card.objectName() == "notice-verified", card.accessibleName()
        return document

    def correct(self) -> None:
        """An objection is right: a judge seals again, with one sheet changed."""
        self.desk.object("Nilai A1 Kota Bontang keliru")
        self.desk.reopen("Sanggahan Kota Bontang")
        changed = self.seal("juri-05-1", {"64.74": (4, 3, 3)})
        assert self.desk.merge(changed) == "1 menggantikan segel 1"
        self.desk.answer("Nilai diperbaiki oleh juri")


class Terminal(Struct, frozen=True):
    """Whoever types commands, with nothing but the files."""

    room: JuryRoom
    story: Story

    def digest(self) -> str:
        """Return what ``results`` says."""
        told = self.room.json("results", str(self.story.path))
        assert told["declared"] is True
        return str(told["results_sha256"])

    def verify(self, *documents: Path) -> set[str]:
        """Return which checks of ``verify`` fail, with the results computed again."""
        options = ("--trust", str(self.story.authority), "--panel-files", str(self.story.received))
        words = ("verify", *map(str, documents), *options, "--json")
        ran = self.room.run(*words)
        told = json.loads(ran.out)
        assert {"recount", "coverage", "signed", "trust"} <= {c["name"] for c in told["checks"]}
        assert told["verified"] is (ran.code == 0)
        return {check["name"] for check in told["checks"] if not check["ok"]}


def forge(copy: Path, path: Path) -> Path:
    """Change one byte in one sealed sheet; returns the forged file."""
    data = copy.read_bytes()
    place = data.index(b'"values":[4') + len(b'"values":[')
    path.write_bytes(data[:place] + b"3" + data[place + 1 :])
    return path


def test_the_whole_story(
    window: DeskWindow, context: Context, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = Story(window, context, tmp_path)
    story.found()
    story.first_batch()
    story.second_batch()
    story.third_batch()
    typing = Terminal(JuryRoom(tmp_path, capsys, story.clock), story)

    first = story.publish(1)
    declared = window.office.state.facts.standing
    assert declared is not None
    assert typing.digest() == declared.results_sha256
    assert typing.verify(first) == set()

    story.correct()
    second = story.publish(2)
    again = window.office.state.facts.standing
    assert again is not None
    assert typing.digest() == again.results_sha256 != declared.results_sha256
    assert typing.verify(second) == set()
    assert story.desk.states() == {first.name: "Digantikan", second.name: "2 dari 2 tanda tangan"}
    card = story.desk.check(first, story.received, story.authority)
    assert card.objectName() == "notice-danger"
    assert typing.verify(first, second) == {"in_force", "recount"}
