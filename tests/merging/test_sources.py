"""Files as they come from people: folders, archives, sticks, encrypted copies, evidence."""

from __future__ import annotations

import contextlib
import io
import os
import random
import shutil
import sqlite3
import zipfile
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pyrage  # type: ignore[import-untyped]
import pytest
from msgspec import field

from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.domain.refusal import Outcome, RefusalReason
from smartcity_desktop.merging import apply, scan, sources
from smartcity_desktop.merging.apply import apply_merge
from smartcity_desktop.merging.plan import StoredFacts, plan_merge
from smartcity_desktop.merging.scan import PanelReader, scan_panel_files
from smartcity_desktop.merging.sources import Source, SourceRefusedError, find_sources
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from smartcity_desktop.merging.apply import Applied
    from tests.merging.conftest import Made

R = RefusalReason


def told(made: Made | Workshop, *paths: Path, **how: object) -> list[str]:
    """Return the outcome of every file, the reason where it is refused."""
    shop = made if isinstance(made, Workshop) else made.shop
    merged = shop.merge(*paths, **how)  # type: ignore[arg-type]
    return [
        plan.refusal.reason.value if plan.refusal else plan.outcome.value
        for plan in merged.applied.plan.files
    ]


def test_a_folder_of_five_hundred_mixed_files(made: Made, tmp_path: Path) -> None:
    folder = tmp_path / "stick" / "masuk"
    folder.mkdir(parents=True)
    chance = random.Random(7)  # noqa: S311 - invented contents
    kinds = [
        b"%PDF-1.7\n",
        b"",
        b"PK\x03\x04",
        b"SQLite format 3\x00",
        b"\xff\xd8\xff",
        b"\x00" * 9,
    ]
    for number in range(499):
        content = kinds[number % 6] and kinds[number % 6] + chance.randbytes(number * 7)
        (folder / f"{number:03}.{('panel', 'pdf', 'db')[number % 3]}").write_bytes(content)
    shutil.copyfile(made.copy, folder / "300b tanpa nama")
    found = told(made, folder)
    assert len(found) == 500
    assert found.count("new") == 1
    assert set(found) <= {"new", "not_a_panel_file", "damaged", "unreadable"}
    with made.shop.assessment() as file:
        assert len(file.seals.merges()[-1].files) == 500


def test_links_in_a_folder_are_not_followed(made: Made, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "pautan.panel").symlink_to(made.copy)
    (folder / "salinan.panel").write_bytes(made.copy.read_bytes())
    assert told(made, folder) == ["new"]


def test_a_zip_archive_is_opened_and_each_of_its_files_named(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "kiriman.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(made.copy, "Juri 1/segel.panel")
        archive.writestr("catatan.txt", "selamat pagi")
    (plans) = made.shop.merge(path).applied.plan.files
    assert [p.outcome for p in plans] == [Outcome.NEW, Outcome.REFUSED]
    assert plans[0].source.label == f"{path}/Juri 1/segel.panel"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_in_an_archive_are_both_merged(tmp_path: Path) -> None:
    """As it comes about when somebody puts the file of another evening into the same archive."""
    shop = Workshop.open(tmp_path)
    path = tmp_path / "kiriman.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for judge in shop.judges:
            archive.write(shop.hand_in(judge), "segel.panel")
    assert told(shop, path) == ["new", "new"]
    with shop.assessment() as file:
        (merge,) = file.seals.merges()
        assert [each.name for each in merge.files] == [
            f"{path}/segel.panel", f"{path}/segel.panel (2)"
        ]  # fmt: skip


def test_a_panel_file_with_an_office_document_in_it_is_no_archive(tmp_path: Path) -> None:
    """Office documents are zip archives, and the last evidence lies at the end of the file."""
    shop = Workshop.open(tmp_path, judges=1)
    shop.enrol("j01-1")
    shop.score("j01-1", shop.invented("j01"))
    document = io.BytesIO()
    with zipfile.ZipFile(document, "w") as archive:
        archive.writestr("word/document.xml", "bukti" * 2000)
    with shop.desk("j01-1") as desk:
        desk.attach_evidence(shop.regions[0], "A1", "bukti.docx", document.getvalue())
    copy = shop.seal("j01-1")[1]
    merged = shop.merge(copy.parent)
    assert [plan.outcome for plan in merged.applied.plan.files if plan.last] == [Outcome.NEW]
    assert merged.lacking == ()
    assert told(shop, shop.panels["j01-1"]) == ["already_merged"]


def test_an_archive_inside_an_archive_is_not_opened(made: Made, tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner.zip", tmp_path / "outer.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.write(made.copy, "segel.panel")
    with zipfile.ZipFile(outer, "w") as archive:
        archive.write(inner, "inner.zip")
    assert told(made, outer) == ["not_a_panel_file"]


def test_a_zip_bomb_is_not_inflated(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "LARGEST_FILE", 1024 * 1024)
    path = tmp_path / "bom.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bom.panel", bytes(64 * 1024 * 1024))
    assert path.stat().st_size < 100_000
    assert told(made, path) == ["too_large"]


def test_an_encrypted_or_damaged_archive_is_unreadable(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "sandi.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(made.copy, "segel.panel")
    data = bytearray(path.read_bytes())
    damaged = bytearray(data)
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert told(made, path) == ["unreadable"]
    damaged[2000:2100] = bytes(byte ^ 0xFF for byte in damaged[2000:2100])
    path.write_bytes(damaged)
    assert told(made, path) == ["unreadable"]


def test_a_file_larger_than_any_panel_file(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "LARGEST_FILE", 10_000)
    path = tmp_path / "besar.panel"
    path.write_bytes(bytes(10_001))
    assert told(made, path) == ["too_large"]


def test_what_gives_more_than_it_said_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe says that it holds nothing, as does a file to which somebody is still writing."""
    path = tmp_path / "pipa"
    os.mkfifo(path)
    for length, limit in ((70_000, 100_000), (70_000, 70_000), (70_001, 70_000)):
        monkeypatch.setattr(sources, "LARGEST_FILE", limit)
        content = b"x" * length
        with ThreadPoolExecutor() as somebody:
            writing = somebody.submit(path.write_bytes, content)
            source = Source(str(path), path, named=True)
            if length <= limit:
                assert source.read() == content
            else:
                with pytest.raises(SourceRefusedError) as caught:
                    source.read()
                assert caught.value.refusal.reason is R.TOO_LARGE
            writing.result()


def test_a_file_in_the_middle_of_a_change_is_unreadable(made: Made) -> None:
    made.copy.with_name(made.copy.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9" * 9)
    assert told(made, made.copy) == ["unreadable"]


def test_the_judges_own_working_file_serves_as_well(made: Made) -> None:
    assert told(made, made.shop.panels["j01-1"]) == ["new"]
    assert told(made, made.copy) == ["already_merged"]


@pytest.fixture(scope="module")
def encrypting(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workshop, Path, str]:
    identity = pyrage.x25519.Identity.generate()
    shop = Workshop.open(tmp_path_factory.mktemp("sandi"), recipients=(str(identity.to_public()),))
    return shop, shop.hand_in("j01"), str(identity)


def test_an_encrypted_copy_needs_the_identity(encrypting: tuple[Workshop, Path, str]) -> None:
    shop, copy, identity = encrypting
    assert copy.name.endswith(".panel.age")
    assert told(shop, copy) == ["encrypted"]
    other = str(pyrage.x25519.Identity.generate())
    assert told(shop, copy, identities=[other]) == ["encrypted"]
    broken = copy.with_name("rusak.panel.age")
    broken.write_bytes(copy.read_bytes()[:-20])
    assert told(shop, broken, identities=[identity]) == ["encrypted"]
    assert told(shop, copy, identities=[other, identity]) == ["new"]


def change_between(made: Made, data: bytes | None) -> Applied:
    """Scan and plan, let somebody change the file, and only then apply."""
    shop = made.shop
    with shop.assessment() as file:
        reader = PanelReader(file.roster(), shop.instrument)
        scanned = scan_panel_files(find_sources([made.copy]), reader, lambda: None)
        facts = StoredFacts((), (), pytest.fail)
        plan = plan_merge(scanned, file.roster(), facts)
        assert [p.outcome for p in plan.files] == [Outcome.NEW]
        if data is None:
            made.copy.unlink()
        else:
            made.copy.write_bytes(data)
        applied = apply_merge(file, plan, reader, shop.clock)
        assert file.seals.all() == ()
        assert file.seals.sheets() == {}
        return applied


@pytest.mark.parametrize("data", [None, b"", b"lain"])
def test_a_file_that_changes_after_the_scan_is_refused(made: Made, data: bytes | None) -> None:
    (plan,) = change_between(made, data).plan.files
    assert plan.refusal is not None
    assert plan.refusal.reason is R.CHANGED_SINCE_SCAN
    assert plan.refusal.judge == "j01"


def test_a_file_exchanged_for_another_good_one_after_the_scan_is_refused(made: Made) -> None:
    """The judge seals once more onto the same stick while the coordinator looks at the plan."""
    made.shop.score("j01-1", {made.shop.regions[0]: (1, 1, 1)})
    other = made.shop.seal("j01-1")[1].read_bytes()
    (plan,) = change_between(made, other).plan.files
    assert plan.refusal is not None
    assert plan.refusal.reason is R.CHANGED_SINCE_SCAN


def test_a_file_of_which_one_bit_changes_after_the_scan_is_refused(made: Made) -> None:
    data = bytearray(made.copy.read_bytes())
    data[-1] ^= 1
    (plan,) = change_between(made, bytes(data)).plan.files
    assert plan.refusal is not None
    assert plan.refusal.reason is R.CHANGED_SINCE_SCAN


class SickStick(Source, frozen=True):
    """Gives the same bytes for a while, then other ones."""

    reads: list[int] = field(default_factory=list)

    def read(self) -> bytes:
        self.reads.append(1)
        data = Source.read(self)
        return data if len(self.reads) < 3 else data[:-1] + b"x"


def test_a_stick_that_gives_other_bytes_in_the_middle_merges_nothing(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan, "ROOM", 0)
    with made.shop.assessment() as file:
        reader = PanelReader(file.roster(), made.shop.instrument)
        stick = SickStick(str(made.copy), made.copy, named=True)
        scanned = scan_panel_files([stick], reader, lambda: None)
        plan = plan_merge(scanned, file.roster(), StoredFacts((), (), pytest.fail))
        before = (file.seals.merges(), file.acts.head())
        with pytest.raises(StoreError, match=r"changed while it was being merged.*Nothing"):
            apply_merge(file, plan, reader, made.shop.clock)
        assert (file.seals.merges(), file.acts.head()) == before
        assert file.seals.all() == ()
    assert not list(made.shop.path.parent.glob("*.bak"))


@pytest.mark.parametrize(("module", "bound"), [(scan, "ROOM"), (apply, "PORTION")])
def test_without_room_for_payloads_the_same_is_merged(
    made: Made, monkeypatch: pytest.MonkeyPatch, module: ModuleType, bound: str
) -> None:
    """Files are then proven once more when they are stored, or stored one by one."""
    monkeypatch.setattr(module, bound, 0)
    assert told(made, made.copy) == ["new"]
    with made.shop.assessment() as file, contextlib.closing(sqlite3.connect(made.copy)) as copy:
        handed_over = copy.execute("SELECT sha256, CAST(payload AS BLOB) FROM sealed_sheets")
        assert file.seals.sheets() == dict(handed_over)


PHOTO = b"\x89PNG\r\n" + bytes(range(256)) * 20


@pytest.fixture
def with_photo(made: Made) -> tuple[Made, Path, Path]:
    shop = made.shop
    with shop.desk("j01-1") as desk:
        desk.attach_evidence(shop.regions[0], "A1", "foto.png", PHOTO)
    copy = shop.seal("j01-1")[1]
    return made, copy, copy.with_suffix(".evidence")


def test_evidence_beside_the_copy_is_taken_in_once(with_photo: tuple[Made, Path, Path]) -> None:
    made, copy, evidence = with_photo
    alone = made.shop.merge(copy)
    assert [item.name for item in alone.lacking] == ["foto.png"]
    merged = made.shop.merge(copy.parent)
    assert [taken.items for taken in merged.evidence] == [1]
    assert merged.lacking == ()
    assert [p.outcome for p in merged.applied.plan.files] == [Outcome.ALREADY_MERGED]
    assert [taken.items for taken in made.shop.merge(evidence).evidence] == [0]


def test_encrypted_evidence_is_taken_in_with_the_identity(tmp_path: Path) -> None:
    key = pyrage.x25519.Identity.generate()
    shop = Workshop.open(tmp_path, recipients=(str(key.to_public()),))
    shop.hand_in("j01")
    with shop.desk("j01-1") as desk:
        desk.attach_evidence(shop.regions[0], "A1", "foto.png", PHOTO)
    copy = shop.seal("j01-1")[1]
    blind = shop.merge(copy.parent)
    (taken,) = blind.evidence
    assert taken.refusal is not None
    assert (taken.items, taken.refusal.reason) == (0, R.ENCRYPTED)
    assert blind.lacking == ()
    merged = shop.merge(copy.parent, identities=[str(key)])
    assert [taken.items for taken in merged.evidence] == [1]


@pytest.mark.parametrize("damage", ["empty", "cut", "other content", "trigger"])
def test_damaged_evidence_never_refuses_a_seal(
    with_photo: tuple[Made, Path, Path], damage: str
) -> None:
    made, copy, evidence = with_photo
    if damage == "empty":
        evidence.write_bytes(b"")
    elif damage == "cut":
        evidence.write_bytes(evidence.read_bytes()[:3000])
    else:
        sql = {
            "other content": "UPDATE sqlar SET data = zeroblob(sz)",
            "trigger": "CREATE TRIGGER t AFTER INSERT ON sqlar BEGIN SELECT 1; END",
        }[damage]
        with contextlib.closing(sqlite3.connect(evidence)) as connection:
            connection.execute(sql)
            connection.commit()
    merged = made.shop.merge(copy.parent)
    assert [p.outcome for p in merged.applied.plan.files] == [Outcome.NEW]
    assert [taken.items for taken in merged.evidence] == [0]
    assert [item.name for item in merged.lacking] == ["foto.png"]
