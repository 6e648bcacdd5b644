"""What leaves the laptop: sealed sheets, read back, and nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pyrage  # type: ignore[import-untyped]
import pytest

from smartcity_desktop.domain.errors import ExpectedError, RuleError, StoreError
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.scoring.handing_over import expect_place, hand_over, room_needed
from smartcity_desktop.scoring.seal import seal_panel_file
from tests.scoring.jury import Jury, score_all

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.sealing.signer import Signer


def test_the_copy_proves_itself_and_holds_nothing_private(
    desk: Desk, signer: Signer, jury: Jury, tmp_path: Path
) -> None:
    score_all(desk, "64.71")
    desk.recuse("64.74", "konsultan")
    desk.record_score("64.72", "A1", 2)
    desk.write_note("64.72", "A1", "CORETAN-KONSEP")
    desk.panel.jottings.write("64.71", "A1", "CATATAN-PRIBADI")
    seal_panel_file(desk, signer, "", jury.clock)
    stick = tmp_path / "stick"
    stick.mkdir()
    given = hand_over(desk, stick)
    assert list(stick.iterdir()) == [given.copy]
    assert given.copy.name == "j1-1-latihan-segel-1.panel"
    assert (given.evidence, given.encrypted) == (None, False)
    copy = given.copy.read_bytes()
    assert given.size == len(copy)
    proven, contents = jury.prove(copy)
    assert proven.seal.key_proven
    assert proven.seal.declared == (("64.74", "Pernah menjadi konsultan"),)
    assert contents["64.71"] == (SheetState.SCORED, (3, 875))
    assert contents["64.74"].state is SheetState.RECUSED
    for private in (b"CORETAN-KONSEP", b"CATATAN-PRIBADI", b"age-encryption.org", b"PRIVATE KEY"):
        assert private not in copy
    with closing(sqlite3.connect(given.copy)) as database:
        for table in ("sheets", "keys", "issue_key", "changes", "evidence", "dossiers"):
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608 - a constant


def test_the_same_seal_handed_over_again_is_the_same_copy(
    desk: Desk, signer: Signer, jury: Jury, tmp_path: Path
) -> None:
    score_all(desk, "64.71")
    seal_panel_file(desk, signer, "", jury.clock)
    first = hand_over(desk, tmp_path).copy.read_bytes()
    desk.record_score("64.72", "A1", 2)
    seal_panel_file(desk, signer, "", jury.clock)
    assert hand_over(desk, tmp_path).copy.read_bytes() == first


def test_evidence_lies_beside_the_copy(
    desk: Desk, signer: Signer, jury: Jury, tmp_path: Path
) -> None:
    score_all(desk, "64.71")
    desk.attach_evidence("64.71", "A1", "foto.jpg", b"foto")
    desk.attach_evidence("64.72", "A1", "konsep.jpg", b"konsep")
    seal_panel_file(desk, signer, "", jury.clock)
    given = hand_over(desk, tmp_path)
    assert given.evidence == tmp_path / "j1-1-latihan-segel-1.evidence"
    assert b"foto" not in given.copy.read_bytes().replace(b"foto.jpg", b"")
    with closing(sqlite3.connect(given.evidence)) as archive:
        ((name, data),) = archive.execute("SELECT name, data FROM sqlar")
    assert name.endswith("/foto.jpg")
    assert data == b"foto"


def test_an_encrypted_copy_opens_for_each_recipient(tmp_path: Path) -> None:
    keys = [pyrage.x25519.Identity.generate() for _ in range(2)]
    jury = Jury(tmp_path)
    jury.make(recipients=tuple(str(key.to_public()) for key in keys))
    jury.issue()
    desk = jury.sit()
    with desk.panel:
        signer = jury.enrol(desk)
        score_all(desk, "64.71")
        seal_panel_file(desk, signer, "", jury.clock)
        given = hand_over(desk, tmp_path)
    assert given.encrypted
    assert given.copy.name == "j1-1-latihan-segel-1.panel.age"
    for key in keys:
        _, contents = jury.prove(pyrage.decrypt(given.copy.read_bytes(), [key]))
        assert contents["64.71"].values == (3, 875)


def test_evidence_is_encrypted_like_the_copy(tmp_path: Path) -> None:
    key = pyrage.x25519.Identity.generate()
    jury = Jury(tmp_path)
    jury.make(recipients=(str(key.to_public()),))
    jury.issue()
    desk = jury.sit()
    with desk.panel:
        signer = jury.enrol(desk)
        score_all(desk, "64.71")
        seal_panel_file(desk, signer, "", jury.clock)
        assert hand_over(desk, tmp_path).evidence is None
        desk.attach_evidence("64.71", "A1", "foto.jpg", b"rahasia daerah")
        seal_panel_file(desk, signer, "Bukti", jury.clock)
        given = hand_over(desk, tmp_path)
    assert given.evidence == tmp_path / "j1-1-latihan-segel-2.evidence.age"
    handed = [path for path in tmp_path.iterdir() if "segel" in path.name]
    assert not [path for path in handed if b"rahasia" in path.read_bytes()]
    plain = pyrage.decrypt(given.evidence.read_bytes(), [key])
    with closing(sqlite3.connect(":memory:")) as archive:
        archive.deserialize(plain)
        assert archive.execute("SELECT data FROM sqlar").fetchall() == [(b"rahasia daerah",)]


def test_a_failing_folder_leaves_the_seal_in_the_working_file(
    desk: Desk, signer: Signer, jury: Jury, tmp_path: Path
) -> None:
    score_all(desk, "64.71")
    sealed = seal_panel_file(desk, signer, "", jury.clock)
    with pytest.raises(StoreError, match=r"no folder.*seal is safe in your own panel file"):
        hand_over(desk, tmp_path / "stick yang dicabut")
    desk.panel.close()
    again = jury.sit()
    with again.panel:
        repeated = seal_panel_file(again, signer, "", jury.clock)
        assert (repeated.digest, repeated.fresh) == (sealed.digest, False)
        proven, _ = jury.prove(hand_over(again, tmp_path).copy.read_bytes())
    assert proven.seal.digest == sealed.digest


def test_the_working_file_is_never_written_over(tmp_path: Path) -> None:
    jury = Jury(tmp_path)
    jury.make()
    jury.issue()
    (tmp_path / "j1-1-latihan.panel").rename(tmp_path / "j1-1-latihan-segel-1.panel")
    desk = jury.sit(name="j1-1-latihan-segel-1.panel")
    with desk.panel:
        signer = jury.enrol(desk)
        score_all(desk, "64.71")
        seal_panel_file(desk, signer, "", jury.clock)
        with pytest.raises(StoreError, match="would destroy it"):
            hand_over(desk, tmp_path)
        assert desk.panel.keys.current() is not None
        assert desk.sheet("64.71").values == (3, 875)


def test_without_a_seal_there_is_nothing_to_hand_over(desk: Desk, tmp_path: Path) -> None:
    score_all(desk, "64.71")
    with pytest.raises(RuleError, match="Nothing is sealed yet"):
        hand_over(desk, tmp_path)


def test_a_place_is_proven_before_anything_is_sealed(desk: Desk, tmp_path: Path) -> None:
    expect_place(desk, tmp_path)
    before = set(tmp_path.iterdir())
    with pytest.raises(StoreError, match="no folder"):
        expect_place(desk, tmp_path / "stick yang dicabut")
    with pytest.raises(StoreError, match="no folder"):
        expect_place(desk, desk.panel.path)
    assert set(tmp_path.iterdir()) == before


def test_the_room_that_is_asked_for_is_enough(
    desk: Desk, signer: Signer, jury: Jury, tmp_path: Path
) -> None:
    score_all(desk, "64.71")
    desk.attach_evidence("64.71", "A1", "foto.jpg", bytes(300_000))
    needed = room_needed(desk)
    seal_panel_file(desk, signer, "", jury.clock)
    stick = tmp_path / "stick"
    stick.mkdir()
    hand_over(desk, stick)
    assert sum(each.stat().st_size for each in stick.iterdir()) <= needed


def test_written_is_said_before_reading_back(
    desk: Desk, signer: Signer, jury: Jury, tmp_path: Path
) -> None:
    score_all(desk, "64.71")
    seal_panel_file(desk, signer, "", jury.clock)
    target = tmp_path / "j1-1-latihan-segel-1.panel"
    seen: list[bool] = []

    def spoil() -> None:
        seen.append(target.exists())
        target.write_bytes(target.read_bytes()[:-4096])

    with pytest.raises(ExpectedError):
        hand_over(desk, tmp_path, spoil)
    assert seen == [True]
