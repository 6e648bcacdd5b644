"""A panel file keeps what it is given, byte for byte, and nothing leaves it by accident."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.audit import first_fault
from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.store.keys import KeyForm, StoredKey
from smartcity_desktop.store.panel_file import create_panel_file, open_panel_file
from smartcity_desktop.store.panel_seals import StoredSeal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.store.panel_file import NewPanel, PanelFile

    SheetMaker = Callable[..., bytes]

AT = "2026-11-24T03:10:16Z"
KEY = StoredKey("tp-1", KeyForm.AGE, b"KUNCI-JURI", (b"\x30\x82", b"\x30\x83"), "p.r.f", AT)
SECRETS = (b"KUNCI-JURI", b"KUNCI-PENERBITAN", b"RAHASIA", b"834824")


def seal_of(number: int, *payloads: bytes) -> tuple[StoredSeal, dict[str, bytes]]:
    digest = hashlib.sha256(b"seal" + bytes([number])).hexdigest()
    sheets = {hashlib.sha256(p).hexdigest(): p for p in payloads}
    return StoredSeal(digest, number, f"kepala.{number}.tanda", AT), sheets


def test_what_was_issued_comes_back(panel: PanelFile, new_panel: NewPanel) -> None:
    assert panel.issue == new_panel.issue
    assert panel.instrument == new_panel.instrument
    assert panel.dossiers() == {"64.72": b'{"penduduk":834824}'}
    assert panel.keys.issue_key() == new_panel.issue_key
    assert panel.keys.current() is None
    assert panel.sheets.payloads() == {}


def test_existing_file_is_never_overwritten(
    panel_path: Path, new_panel: NewPanel, clock: Clock
) -> None:
    before = panel_path.read_bytes()
    with pytest.raises(StoreError, match="already a file of this name"):
        create_panel_file(panel_path, new_panel, clock)
    assert panel_path.read_bytes() == before


def test_same_issue_gives_the_same_bytes(
    tmp_path: Path, panel_path: Path, new_panel: NewPanel, clock: Clock
) -> None:
    create_panel_file(tmp_path / "again.panel", new_panel, clock)
    assert (tmp_path / "again.panel").read_bytes() == panel_path.read_bytes()


def test_enrolment_erases_the_issue_key(panel: PanelFile, panel_path: Path) -> None:
    panel.keys.enrol(KEY, [("64.71", "Saudara kandung")], {"thumbprint": "tp-1"})
    panel.close()
    assert b"KUNCI-PENERBITAN" not in panel_path.read_bytes()
    assert not list(panel_path.parent.glob("*-journal"))


def test_enrolment_happens_once(panel: PanelFile) -> None:
    panel.keys.enrol(KEY, [], {})
    with pytest.raises(StoreError, match="enrolled already"):
        panel.keys.enrol(KEY, [], {})
    assert panel.keys.current() == KEY
    assert panel.keys.issue_key() is None


def test_new_key_after_a_forgotten_passphrase(panel: PanelFile) -> None:
    panel.keys.enrol(KEY, [("64.71", "Saudara kandung")], {})
    second = StoredKey("tp-2", KeyForm.P12, b"P12", (b"\x30",), "p.r.f", AT)
    panel.keys.add(second, {"thumbprint": "tp-2"})
    assert panel.keys.current() == second
    assert panel.keys.all() == (KEY, second)
    assert panel.keys.declared_conflicts() == (("64.71", "Saudara kandung"),)
    assert [act.kind for act in panel.acts.all()] == ["enrol", "new_key"]
    assert first_fault(panel.acts.all()) is None


def test_seal_sheets_and_act_come_together(panel: PanelFile, sheet: SheetMaker) -> None:
    first, sheets = seal_of(1, sheet("64.71", 1, 2), sheet("64.72", 3, 4))
    panel.seals.add(first, sheets, {"seal": first.digest})
    second, more = seal_of(2, *sheets.values(), sheet("64.74", 1, 1))
    panel.seals.add(second, more, {"seal": second.digest})
    assert panel.seals.all() == (first, second)
    assert panel.seals.last() == second
    assert panel.seals.sheets() == more
    with pytest.raises(sqlite3.IntegrityError):
        panel.seals.add(second, {"00": b"{}"}, {})
    assert panel.seals.sheets() == more
    assert panel.acts.head().count == 2


def test_clean_copy_holds_nothing_private(
    panel: PanelFile, sheet: SheetMaker, tmp_path: Path, clock: Clock
) -> None:
    panel.keys.enrol(KEY, [("64.71", "RAHASIA-5")], {"thumbprint": "tp-1"})
    panel.sheets.record("64.74", sheet("64.74", 1, None, reason="RAHASIA-1"), "score", AT)
    panel.jottings.write("64.74", "A.1", "RAHASIA-2")
    panel.jottings.doubt("64.74", "A.1", AT)
    panel.evidence.add("RAHASIA-3.txt", b"RAHASIA-4", AT)
    seal, sheets = seal_of(1, sheet("64.72", 3, 40))
    panel.seals.add(seal, sheets, {"seal": seal.digest})
    target = tmp_path / "serah.panel"
    data = panel.write_handover(target)
    assert target.read_bytes() == data
    assert not [secret for secret in SECRETS if secret in data]
    assert panel.handover_bytes() == data
    with open_panel_file(target, clock, read_only=True) as copy:
        assert copy.issue == panel.issue
        assert copy.instrument == panel.instrument
        assert copy.seals.all() == (seal,)
        assert copy.seals.sheets() == sheets
        assert copy.acts.all() == panel.acts.all()
        assert copy.sheets.payloads() == {}
        assert copy.sheets.log.all() == ()
        assert copy.keys.all() == ()
        assert copy.dossiers() == {}
        assert copy.jottings.doubts() == ()
        assert copy.evidence.all() == ()


def test_copy_never_replaces_the_open_file(panel: PanelFile, sheet: SheetMaker) -> None:
    panel.sheets.record("64.74", sheet("64.74", 1, 2), "score", AT)
    item = panel.evidence.add("foto.jpg", b"abc", AT)
    with pytest.raises(StoreError, match="This is the file that is open"):
        panel.write_handover(panel.path)
    with pytest.raises(StoreError, match="This is the file that is open"):
        panel.write_evidence(panel.path, [item.sha256])
    assert panel.sheets.payload("64.74") == sheet("64.74", 1, 2)


def test_other_tools_read_scores_as_rows(
    panel: PanelFile, panel_path: Path, sheet: SheetMaker
) -> None:
    payload = sheet("64.71", 3, 15, abstained={"A.1": "belum jelas"}, notes={"A.2": "bagus"})
    panel.sheets.record("64.71", payload, "score", AT)
    seal, sheets = seal_of(1, payload)
    panel.seals.add(seal, sheets, {})
    connection = sqlite3.connect(panel_path)
    try:
        assert connection.execute(
            "SELECT region, state, indicator, value, decimals, abstained, note FROM scores"
        ).fetchall() == [
            ("64.71", "scored", "A.1", 3, 0, "belum jelas", None),
            ("64.71", "scored", "A.2", 15, 1, None, "bagus"),
        ]
        assert connection.execute(
            "SELECT judge, region, indicator, value FROM sealed_scores"
        ).fetchall() == [("j07", "64.71", "A.1", 3), ("j07", "64.71", "A.2", 15)]
    finally:
        connection.close()


def test_notes_for_oneself(panel: PanelFile) -> None:
    panel.jottings.write("64.71", "*", "tanya anggaran")
    panel.jottings.write("64.71", "*", "sudah ditanya")
    panel.jottings.write("64.72", "A.1", "x")
    panel.jottings.write("64.72", "A.1", "")
    panel.jottings.doubt("64.72", "A.1", AT)
    panel.jottings.doubt("64.72", "A.1", AT)
    panel.jottings.doubt("64.71", "A.2", AT)
    panel.jottings.settle("64.71", "A.2")
    assert panel.jottings.all() == {("64.71", "*"): "sudah ditanya"}
    assert panel.jottings.doubts() == (("64.72", "A.1"),)


def test_several_changes_stand_or_fall_together(panel: PanelFile, sheet: SheetMaker) -> None:
    def fail_half_way() -> None:
        with panel.transaction():
            panel.sheets.record("64.71", sheet("64.71", 1, 1), "score", AT)
            panel.acts.append(AT, "recuse", {"region": "64.71"})
            raise KeyError("half way")

    with pytest.raises(KeyError):
        fail_half_way()
    assert panel.sheets.payloads() == {}
    assert panel.acts.all() == ()


def test_failed_part_of_a_whole_leaves_nothing_of_itself(
    panel: PanelFile, sheet: SheetMaker
) -> None:
    seal, sheets = seal_of(1, sheet("64.71", 1, 2))
    panel.seals.add(seal, sheets, {})
    with panel.transaction():
        panel.sheets.record("64.72", sheet("64.72", 1, 1), "score", AT)
        with pytest.raises(sqlite3.IntegrityError):
            panel.seals.add(StoredSeal("other", 1, "a.b.c", AT), {"00": b"{}"}, {})
    assert list(panel.sheets.payloads()) == ["64.72"]
    assert panel.seals.sheets() == sheets
