"""The examples of the README, typed as they stand there, one after the other."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import pytest

from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.sealing import key_wrap
from smartcity_desktop.signing.certificates import CertificateMaker, export_p12
from smartcity_desktop.tables.writing import write_xlsx
from tests.cli.jury_room import JuryRoom

ROOT = Path(__file__).resolve().parents[2]
REGIONS = ("35.10", "32.73", "64.72", "33.02")
SCAN = "scan-of-the-first-page.jpg"
JUDGES = ("juri-01", "juri-02", "juri-03", "juri-04")
FILES = {
    "R.csv": "code;name\n" + "".join(f"{code};\n" for code in REGIONS),
    "J.csv": "id;name\n" + "".join(f"{judge};Nama {judge}\n" for judge in JUDGES),
    "kunci.txt": "kuda laut makan padi\n",
    "p.txt": "padi makan kuda laut\n",
    "p12.txt": "laut makan padi\n",
}


def examples() -> list[list[str]]:
    """Return the words of every command in the README, without the program."""
    text = (ROOT / "README.md").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.startswith("main.py ")]
    return [shlex.split(line, comments=True)[1:] for line in lines]


@pytest.fixture
def room(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> JuryRoom:
    """A folder with the files that the README takes for granted."""
    wrap = key_wrap.wrap_key
    monkeypatch.setattr(key_wrap, "wrap_key", lambda key, word, rnd, _: wrap(key, word, rnd, 4))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    (tmp_path / "handed-over").mkdir()
    room = JuryRoom(tmp_path, capsys)
    for name, text in FILES.items():
        room.write(name, text)
    (tmp_path / "scores.xlsx").write_bytes(scores("juri-01"))
    maker = CertificateMaker(room.clock(), room.random_bytes)
    root = maker.root("CA Contoh", "Contoh")
    chair = maker.person(maker.issuing(root, "CA Penerbit", "Contoh"), "Ketua", "Contoh")
    (tmp_path / "ketua.p12").write_bytes(export_p12(chair, "laut makan padi"))
    (tmp_path / "ca.pem").write_bytes(root.pem())
    return room


def scores(judge: str) -> bytes:
    """A filled table; the first two regions are alike, so that a tie waits for the plenary."""
    toml = (ROOT / "resources/instruments/contoh-100-smart-city.toml").read_bytes()
    indicators = [indicator.id for indicator in read_instrument(toml, "I.toml").indicators()]
    rows = [("region", *indicators)]
    for place, region in enumerate(REGIONS):
        own = judge == "juri-01" and region == "64.72"
        values = [str(1 + (max(place, 1) + n) % 3) for n in range(len(indicators))]
        rows.append((region, *([""] * len(indicators) if own else values)))
    return write_xlsx(rows, "Nilai")


def play_other_judges(room: JuryRoom) -> None:
    for judge in JUDGES[1:]:
        (room.folder / "lain.xlsx").write_bytes(scores(judge))
        panel, secret = f"sticks/{judge}-1.panel", ("--passphrase-file", "p.txt")
        for words in (
            ("enrol", panel, *secret),
            ("enter", panel, "lain.xlsx"),
            ("seal", panel, "handed-over/", *secret),
        ):
            ran = room.run(*words)
            assert ran.code == 0, ran.err


def scan_first_page(room: JuryRoom) -> None:
    """Make the picture that a scanner would make of the first page."""
    pdf = next((room.folder / "reports").glob("rekapitulasi*.pdf"))
    stem = room.folder / Path(SCAN).stem
    subprocess.run(
        ["pdftoppm", "-r", "150", "-f", "1", "-l", "1", "-singlefile", "-jpeg", pdf, stem],
        check=True,
    )


def test_every_example_does_what_it_says(room: JuryRoom) -> None:
    commands = examples()
    assert {"new", "issue", "merge", "sign", "verify"} <= {words[0] for words in commands}
    for words in commands:
        if words[0] == "merge":
            play_other_judges(room)
        if SCAN in words:
            scan_first_page(room)
        ran = room.run(*words)
        assert ran.code == 0, (words, ran.out, ran.err)
