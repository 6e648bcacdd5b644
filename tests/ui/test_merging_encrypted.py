"""Encrypted copies in the window: listed, opened with the identity file, merged with evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pyrage  # type: ignore[import-untyped]
import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from shiboken6 import isValid

from smartcity_desktop.domain.refusal import Outcome, RefusalReason
from smartcity_desktop.secretariat.steps import Step
from tests.ui.reading import texts
from tests.workshop import Workshop
from ui.coordinator.merging.run import MergeRun, Phase

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow
    from ui.pages.merging_page import MergingPage

LONG = 20_000
IDENTITIES = "identitas.txt"
PHOTO = b"\x89PNG\r\n" + bytes(range(256))


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """One judge whose copy and evidence are encrypted to the coordinator, identity beside it."""
    key = pyrage.x25519.Identity.generate()
    made = Workshop.open(
        tmp_path / "sandi", judges=1, regions=1, recipients=(str(key.to_public()),)
    )
    made.hand_in("j01")
    with made.desk("j01-1") as desk:
        desk.attach_evidence(made.regions[0], "A1", "foto.png", PHOTO)
    made.seal("j01-1")
    (tmp_path / IDENTITIES).write_text(f"# created: 2026\n{key}\n", encoding="utf-8")
    (tmp_path / "lain.txt").write_text(str(pyrage.x25519.Identity.generate()), encoding="utf-8")
    (tmp_path / "surat.txt").write_text("Bukan kunci.", encoding="utf-8")
    return made


def handed_over(shop: Workshop) -> list[Path]:
    """Return the encrypted files: the latest copy, and its evidence."""
    found = sorted(shop.folder.rglob("*.age"), key=lambda path: path.stat().st_mtime)
    copies = [path for path in found if path.name.endswith(".panel.age")]
    return [copies[-1], *(path for path in found if path.name.endswith(".evidence.age"))]


def planned(window: DeskWindow, paths: list[Path]) -> tuple[MergingPage, MergeRun]:
    window.office.go(Step.MERGING)
    run = MergeRun.of(window.office.state)
    run.take(paths)
    wait(window, run)
    return cast("MergingPage", window.page), run


def wait(window: DeskWindow, run: MergeRun) -> None:
    window.bot.waitUntil(lambda: run.phase is Phase.IDLE, timeout=LONG)


def choose_identity(window: DeskWindow, page: MergingPage, run: MergeRun, path: Path) -> None:
    """Press the button beside the refused copy, and choose a file."""
    before = (run.planned, run.error)
    window.find(QPushButton, "Pilih identitas age ...").click()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    window.bot.waitUntil(lambda: not isValid(dialog), timeout=LONG)
    window.bot.waitUntil(
        lambda: run.phase is Phase.IDLE and (run.planned, run.error) != before, timeout=LONG
    )


def wait_for_words(window: DeskWindow, page: MergingPage, said: str) -> None:
    window.bot.waitUntil(lambda: said in texts(page), timeout=LONG)


def test_an_encrypted_copy_is_opened_with_the_chosen_identity(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    window.open(shop.path)
    before = shop.path.read_bytes()
    page, run = planned(window, handed_over(shop))
    assert run.planned is not None
    (refused,) = run.planned.plan.files
    assert refused.refusal is not None
    assert refused.refusal.reason is RefusalReason.ENCRYPTED
    assert "tidak disimpan di mana pun" in texts(page.plan.details)
    for wrong, said in (("surat.txt", "AGE-SECRET-KEY-1"), ("lain.txt", "dienkripsi")):
        choose_identity(window, page, run, tmp_path / wrong)
        wait_for_words(window, page, said)
        assert run.planned.plan.count(Outcome.REFUSED) == 1
    choose_identity(window, page, run, tmp_path / IDENTITIES)
    assert page.sentence.text().startswith("1 berkas baru")
    assert shop.path.read_bytes() == before
    window.find(QPushButton, "Gabungkan 1 berkas").click()
    window.bot.waitUntil(lambda: run.merged is not None, timeout=LONG)
    wait(window, run)
    window.bot.waitUntil(lambda: "Bukti dukung yang diambil: 1." in texts(page), timeout=LONG)
    facts = window.office.state.facts
    assert len(facts.reckoning.sheets) == 1
    secret = (tmp_path / IDENTITIES).read_text("utf-8").splitlines()[1]
    assert secret.encode() not in shop.path.read_bytes()


def test_without_the_identity_nothing_is_merged(window: DeskWindow, shop: Workshop) -> None:
    window.open(shop.path)
    page, run = planned(window, handed_over(shop)[:1])
    assert not page.act_line.act.isEnabled()
    assert run.merged is None
    assert window.office.state.facts.reckoning.sheets == ()
