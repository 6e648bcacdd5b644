"""Nothing is declared from an assessment file that nobody could verify afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import RuleError
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.language.dates import Zone
from smartcity_desktop.plenary.declaring import reopen_results
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.secretariat.declaring import declare
from smartcity_desktop.secretariat.documents import Paper, print_kinds
from smartcity_desktop.secretariat.office import Office
from tests.cli.jury_room import JuryRoom
from tests.verifying.declared import Declared, run_sql
from tests.workshop import PHRASE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def opened(made: Declared) -> Declared:
    """The same assessment, reopened."""
    with made.shop.assessment() as file:
        reopen_results(file, "Ketua", "Sanggahan", made.shop.clock)
    return made


ALTERED = "UPDATE decisions SET subject = '[\"11.01\",\"11.02\"]' WHERE kind = 'tie'"
"""Somebody lets the other one of two tied regions win."""


def test_a_decision_changed_by_hand_is_not_declared(opened: Declared) -> None:
    run_sql(opened.shop.path, ALTERED)
    with opened.shop.assessment() as file:
        office = Office(file, opened.shop.instrument, opened.shop.clock, opened.shop.random_bytes)
        with pytest.raises(RuleError, match=r"Decision 3 is not what .* \(subject\)"):
            declare(office, "Ketua", PHRASE)
        assert file.declarations.standing() is None


def test_a_reason_changed_by_hand_is_not_printed(made: Declared) -> None:
    """The results are the same; what the minutes would say of a decision is not."""
    run_sql(made.shop.path, "UPDATE decisions SET reason = 'Lain' WHERE kind = 'tie'")
    zone = next(iter(Zone))
    with made.shop.assessment() as file:
        office = Office(file, made.shop.instrument, made.shop.clock, made.shop.random_bytes)
        with pytest.raises(RuleError, match=r"Decision 3 is not what .* \(reason\)"):
            print_kinds(
                office,
                [ReportKind.MINUTES],
                made.shop.folder / "lain",
                Paper(Language.INDONESIAN, str, zone),
                lambda: None,
            )
    assert not (made.shop.folder / "lain").exists()


def test_the_command_line_names_what_was_changed(
    opened: Declared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room = JuryRoom(tmp_path, capsys, opened.shop.clock, opened.shop.random_bytes)
    phrase = tmp_path / "sandi.txt"
    phrase.write_text(PHRASE)
    words = ("declare", str(opened.shop.path), "--by", "Ketua", "--passphrase-file", str(phrase))
    before = opened.shop.path.read_bytes()
    run_sql(opened.shop.path, ALTERED)
    ran = room.run(*words, "--lang", "en")
    assert ran.code == 1
    assert "changed with another program" in ran.err
    assert "Decision 3" in ran.err
    opened.shop.path.write_bytes(before)
    assert room.json(*words)["declaration"] == 2
