"""Evidence is bounded, kept once, and travels in an archive that proves itself."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import zlib
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.store.evidence import LARGEST_ITEM, LARGEST_TOTAL
from smartcity_desktop.store.evidence_file import ARCHIVE
from smartcity_desktop.store.foreign_evidence import read_foreign_evidence
from smartcity_desktop.store.hardened import FileRefusedError

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.store.panel_file import PanelFile

AT = "2026-11-24T03:10:16Z"


def test_item_is_kept_once(panel: PanelFile) -> None:
    item = panel.evidence.add("foto balai kota.jpg", b"abc", AT)
    assert item.sha256 == hashlib.sha256(b"abc").hexdigest()
    assert panel.evidence.add("nama lain.jpg", b"abc", AT).name == "nama lain.jpg"
    assert panel.evidence.all() == (item,)
    assert panel.evidence.content(item.sha256) == b"abc"
    assert panel.evidence.total_size() == 3
    panel.evidence.remove(item.sha256)
    assert panel.evidence.content(item.sha256) is None


def test_item_that_is_too_big_or_badly_named_says_both(panel: PanelFile) -> None:
    with pytest.raises(InputError) as caught:
        panel.evidence.add("../x", bytes(LARGEST_ITEM + 1), AT)
    assert len(caught.value.problems) == 2
    assert "This item is 6 MB; one item of evidence may be 5 MB" in str(caught.value)
    panel.evidence.add("x", bytes(LARGEST_ITEM), AT)


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\\b", "a:b", "a\nb", "x" * 201, " "])
def test_name_that_cannot_be_a_file(panel: PanelFile, name: str) -> None:
    with pytest.raises(InputError, match="no plain file name"):
        panel.evidence.add(name, b"abc", AT)


def test_all_together_are_bounded(panel: PanelFile) -> None:
    with panel.transaction():
        panel._session.run(
            "INSERT INTO evidence (sha256, name, size, added_at, content) "
            "VALUES ('', '', ?, '', x'')",
            (LARGEST_TOTAL - 2,),
        )
    panel.evidence.add("muat.txt", b"ab", AT)
    panel.evidence.add("sama.txt", b"ab", AT)
    with pytest.raises(InputError, match="All evidence together may be 200 MB"):
        panel.evidence.add("lebih.txt", b"c", AT)


def test_archive_holds_what_is_wanted(panel: PanelFile, tmp_path: Path) -> None:
    first = panel.evidence.add("foto.jpg", b"abc" * 2000, AT)
    second = panel.evidence.add("kosong.txt", b"", AT)
    panel.evidence.add("draf.txt", b"draft", AT)
    target = tmp_path / "j07.evidence"
    wanted = {first.sha256, second.sha256, "f" * 64}
    assert panel.write_evidence(target, wanted) == 2
    assert {path.name for path in tmp_path.iterdir()} == {
        panel.path.name, f"{panel.path.name}-journal", target.name,
    }  # fmt: skip
    data = target.read_bytes()
    assert b"draft" not in data
    assert dict(read_foreign_evidence(data, wanted)) == {
        first.sha256: b"abc" * 2000,
        second.sha256: b"",
    }
    assert dict(read_foreign_evidence(data, {second.sha256})) == {second.sha256: b""}
    assert panel.write_evidence(target, wanted) == 2
    assert target.read_bytes() == data


def test_nothing_wanted_makes_no_file(panel: PanelFile, tmp_path: Path) -> None:
    assert panel.write_evidence(tmp_path / "j07.evidence", ["f" * 64]) == 0
    assert not (tmp_path / "j07.evidence").exists()


def archive(path: Path, *rows: tuple[object, object], schema: str = ARCHIVE) -> bytes:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(schema)
        for number, (size, content) in enumerate(rows):
            connection.execute(
                "INSERT INTO sqlar (name, sz, data) VALUES (?, ?, ?)", (number, size, content)
            )
    return path.read_bytes()


def test_repacked_archive_is_read(tmp_path: Path) -> None:
    content = b"abc" * 1000
    digest = hashlib.sha256(content).hexdigest()
    data = archive(tmp_path / "x", (len(content), zlib.compress(content)), (3, b"xyz"))
    assert dict(read_foreign_evidence(data, {digest})) == {digest: content}


def test_hostile_archives_are_refused(tmp_path: Path) -> None:
    bomb = zlib.compress(bytes(LARGEST_ITEM * 20))
    hostile = [
        b"",
        b"PK\x03\x04",
        archive(tmp_path / "1", (LARGEST_ITEM * 20, bomb)),
        archive(tmp_path / "2", (5, b"no zlib")),
        archive(tmp_path / "3", ("many", b"x")),
        archive(tmp_path / "4", (3, "text")),
        archive(tmp_path / "5", (3, b"abc"), schema="CREATE TABLE sqlar (name, sz, data)"),
        archive(tmp_path / "6", (LARGEST_ITEM * 2, bytes(LARGEST_ITEM * 2))),
        archive(tmp_path / "7", (3, b"abc"))[:5000],
    ]
    for data in hostile:
        with pytest.raises(FileRefusedError, match="evidence file is damaged"):
            list(read_foreign_evidence(data, {"f" * 64}))
