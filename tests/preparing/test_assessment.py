"""Making an assessment: whole and checked, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import (
    Assignment,
    ConflictOfInterest,
    Mode,
    Region,
    RegionStatus,
)
from smartcity_desktop.domain.dossier import Answer, Dossier
from smartcity_desktop.domain.errors import InputError, StoreError
from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.rules import Band
from smartcity_desktop.preparing.assessment import Secrets, make_assessment
from smartcity_desktop.rosters.dossier_document import read_dossier
from smartcity_desktop.sealing.key_wrap import unlock_key
from tests.scoring.jury import CODES, INSTRUMENT, JUDGES, PASSPHRASE, REGIONS, TOML, Jury, wish

if TYPE_CHECKING:
    from pathlib import Path

CAPPED = replace(
    INSTRUMENT,
    rules=replace(INSTRUMENT.rules, bands=(Band(LocalText("Terpilih"), 2, province_cap=1),)),
)


def test_everything_that_is_fixed_lies_in_one_file(tmp_path: Path) -> None:
    jury = Jury(tmp_path)
    made = jury.make(title="  Asesmen\tCafe\u0301 ", judge_label="asesor", letterhead=b"kop = 1\n")
    assert (made.title, made.mode, made.judge_label) == (
        "Asesmen Caf\u00e9", Mode.REHEARSAL, "asesor"
    )  # fmt: skip
    assert made.instrument_sha256 == INSTRUMENT.sha256
    with jury.open() as file:
        roster = file.roster()
        assert roster.assessment == made
        assert (roster.regions, roster.judges) == (REGIONS, JUDGES)
        assert len(roster.assignments) == 6
        assert roster.conflicts == (
            ConflictOfInterest("j2", "64.74", "home_region", "daerah asal juri"),
        )
        assert {standing.status for standing in roster.standings} == {RegionStatus.INVITED}
        assert (file.instrument(), file.letterhead()) == (TOML, b"kop = 1\n")
        key = unlock_key(file.wrapped_key(), PASSPHRASE)
    assert key.public.jwk == made.public_key
    assert PASSPHRASE.encode() not in jury.path.read_bytes()
    assert b"PRIVATE KEY" not in jury.path.read_bytes()


def test_two_assessments_are_never_the_same(tmp_path: Path) -> None:
    jury = Jury(tmp_path)
    one = jury.make()
    jury.path.rename(tmp_path / "satu.assessment")
    two = jury.make()
    assert one.id != two.id
    assert one.public_key != two.public_key


def test_an_assessment_may_do_without_a_key(tmp_path: Path) -> None:
    jury = Jury(tmp_path)
    made = make_assessment(jury.path, wish(), Secrets("", jury.random_bytes), jury.clock)
    assert made.public_key == ""
    with jury.open() as file:
        assert file.wrapped_key() == b""


def test_dossiers_come_back_as_they_were_filed(tmp_path: Path) -> None:
    filed = Dossier(
        "64.72",
        (("penduduk", "834.824"),),
        (Answer("A2", "", 875), Answer("A1", "Sudah ada\nsejak 2021", None)),
    )
    jury = Jury(tmp_path)
    jury.make(dossiers={"64.72": filed})
    with jury.open() as file:
        assert read_dossier(file.dossiers()["64.72"]) == replace(
            filed, answers=tuple(reversed(filed.answers))
        )


def test_every_fault_is_named_and_no_file_is_made(tmp_path: Path) -> None:
    jury = Jury(tmp_path)
    with pytest.raises(InputError) as refused:
        jury.make(
            title=" ",
            instrument=CAPPED,
            regions=(*REGIONS, Region("X1", "Kota Baru")),
            assignments=(Assignment("j1", "64.71"),),
            recipients=("age1salah", "bukan"),
        )
    places = [problem.where for problem in refused.value.problems]
    assert places == ["--title", "--recipient", "--recipient", "--regions", "--assignments"]
    assert "X1" in str(refused.value)
    assert "Judge j2" in str(refused.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("title", ["x" * 201, "Asesmen\x1b[2J", "Asesmen \u202eterbalik"])
def test_a_title_is_what_it_looks_like(tmp_path: Path, title: str) -> None:
    with pytest.raises(InputError, match="1 to 200 letters"):
        Jury(tmp_path).make(title=title)


def test_a_cap_is_fine_where_provinces_are_known(tmp_path: Path) -> None:
    assert Jury(tmp_path).make(instrument=CAPPED).mode is Mode.REHEARSAL


def test_a_judge_with_nothing_but_conflicts_is_idle(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Judge j1 has no region to score"):
        Jury(tmp_path).make(
            conflicts=tuple(ConflictOfInterest("j1", code, "coordinator", "x") for code in CODES)
        )


def test_a_name_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    jury = Jury(tmp_path)
    jury.make()
    before = jury.path.read_bytes()
    with pytest.raises(StoreError, match="already a file"):
        jury.make()
    assert jury.path.read_bytes() == before
