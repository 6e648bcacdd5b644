"""Scenes of sealing: what will be sealed, reading back, the receipt, what changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workshop import PHRASE

if TYPE_CHECKING:
    from tests.ui.stage import Stage


def sealing(stage: Stage) -> None:
    """What will be sealed."""
    stage.show_file("bawaan").show_sealing()


def sealing_empty(stage: Stage) -> None:
    """Nothing to seal yet."""
    stage.show_file("satu", regions=1, finished=0).show_sealing()


def reading_back(stage: Stage) -> None:
    """The sheets as they will be sealed."""
    stage.show_file("bawaan").show_sealing()
    stage.sealing_page()._read_back()


def sealing_refused(stage: Stage) -> None:
    """The passphrase is wrong."""
    stage.show_file("bawaan").show_sealing()
    _seal(stage, "bukan frasa sandi ini")


def receipt(stage: Stage) -> None:
    """Sealed and handed over."""
    stage.show_file("bawaan").show_sealing()
    _seal(stage, PHRASE)


def unchanged(stage: Stage) -> None:
    """Nothing changed since the seal."""
    receipt(stage)
    stage.sealing_page()._show_overview()


def changed(stage: Stage) -> None:
    """A sealed sheet was changed since."""
    state = stage.show_file("bawaan").state
    assert stage.front.journey is not None
    stage.front.journey.show_sealing()
    _seal(stage, PHRASE)
    first = next(iter(state.facts.seals[-1].sheets))
    indicators = state.facts.instrument.indicators()
    state.record_score(first, indicators[0].id, 1)
    state.record_score(first, indicators[1].id, 4)
    stage.wait(lambda: not state.has_waiting())
    stage.sealing_page()._show_overview()


def changed_sheet(stage: Stage) -> None:
    """The sheet itself says that it is sealed, and changed since."""
    changed(stage)
    assert stage.front.journey is not None
    sealed = stage.front.journey.state.facts.seals[-1]
    stage.front.journey.show_scoring(next(iter(sealed.sheets)))


def _seal(stage: Stage, passphrase: str) -> None:
    folder = stage.folder / "KINGSTON"
    folder.mkdir(exist_ok=True)
    page = stage.sealing_page()
    page.form.target.take(folder)
    page.form.passphrase.edit.setText(passphrase)
    page.form.act.click()
    stage.wait(lambda: not page.run.is_busy)


SCENES = {
    "menyegel": sealing,
    "menyegel-kosong": sealing_empty,
    "membaca-ulang": reading_back,
    "frasa-sandi-salah": sealing_refused,
    "tanda-terima": receipt,
    "segel-tidak-berubah": unchanged,
    "berubah-sejak-segel": changed,
    "lembar-berubah-sejak-segel": changed_sheet,
}
