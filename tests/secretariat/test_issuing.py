"""Issuing from the office: every file is read back, or nothing is issued at all."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.assessment import IssueKind
from smartcity_desktop.domain.errors import InputError, RuleError, StoreError
from smartcity_desktop.plenary.recording import Backing
from smartcity_desktop.secretariat import issuing
from smartcity_desktop.secretariat.office import open_office
from smartcity_desktop.secretariat.office_facts import read_office
from smartcity_desktop.store.panel_file import open_panel_file
from tests.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.secretariat.office import Office

BACKING = Backing("Ketua", "Laptop hilang")


@contextmanager
def office_of(shop: Workshop) -> Iterator[Office]:
    office = open_office(shop.path, shop.clock, shop.random_bytes)
    yield office
    office.close()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "flashdisk"
    folder.mkdir()
    return folder


def test_first_files_are_issued_once(tmp_path: Path, out: Path) -> None:
    shop = Workshop.open(tmp_path, judges=3, issue=False)
    with office_of(shop) as office:
        assert [j.id for j in issuing.judges_without(read_office(office))] == ["j01", "j02", "j03"]
        steps: list[int] = []
        given = issuing.issue_first(office, out, lambda: steps.append(1))
        assert [each.path.name for each in given] == ["j01-1.panel", "j02-1.panel", "j03-1.panel"]
        assert len(steps) == len(given)
        assert issuing.issue_first(office, out, lambda: None) == ()
        assert issuing.judges_without(read_office(office)) == ()


def test_cancelling_leaves_no_file_and_no_entry(tmp_path: Path, out: Path) -> None:
    shop = Workshop.open(tmp_path, judges=3, issue=False)
    before = shop.path.read_bytes()
    calls: list[int] = []

    def advance() -> None:
        calls.append(1)
        if len(calls) > 1:
            raise KeyboardInterrupt

    with office_of(shop) as office, pytest.raises(KeyboardInterrupt):
        issuing.issue_first(office, out, advance)
    assert list((out).iterdir()) == []
    assert shop.path.read_bytes() == before


def test_a_file_that_reads_back_differently_is_not_issued(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Workshop.open(tmp_path, judges=1, issue=False)
    real = open_panel_file

    def sick(path: Path, *args: object, **kwargs: object) -> object:
        path.write_bytes(path.read_bytes()[:4096])
        return real(path, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(issuing, "open_panel_file", sick)
    with office_of(shop) as office:
        with pytest.raises(Exception, match=r"damaged|copied"):
            issuing.issue_first(office, out, lambda: None)
        assert office.file.roster().issues == ()
    assert list((out).iterdir()) == []


def test_a_replacement_says_which_seals_stand(tmp_path: Path, out: Path) -> None:
    shop = Workshop.open(tmp_path, judges=2)
    shop.merge(shop.hand_in("j01"))
    with office_of(shop) as office:
        facts = read_office(office)
        (line,) = [each for each in issuing.list_issues(facts) if each.issue.judge == "j01"]
        assert (line.seals, line.replaced_by, issuing.can_be_replaced(line)) == (1, "", True)
        (seal,) = issuing.seals_of(facts, "j01-1")
        (given,) = issuing.issue_replacement(office, "j01-1", [seal.digest], BACKING, out)
        assert given.issue.kept == (seal.digest,)
        lines = issuing.list_issues(read_office(office))
        assert [each.replaced_by for each in lines if each.issue.id == "j01-1"] == ["j01-2"]


def test_a_replacement_without_a_reason_changes_nothing(tmp_path: Path, out: Path) -> None:
    shop = Workshop.open(tmp_path, judges=1)
    shop.merge(shop.hand_in("j01"))
    with office_of(shop) as office:
        with pytest.raises(InputError):
            issuing.issue_replacement(office, "j01-1", [], Backing("", ""), out)
        assert len(office.file.roster().issues) == 1
        assert office.file.decisions.all() == ()


def test_more_regions_and_paper(tmp_path: Path, out: Path) -> None:
    shop = Workshop.open(tmp_path, judges=2)
    with office_of(shop) as office:
        with pytest.raises(RuleError, match="already has"):
            issuing.issue_supplement(office, "j01", shop.regions[:1], "Tambahan", out)
        given = issuing.issue_paper(office, "j02", "Laptop rusak", out)
        assert [each.issue.kind for each in given] == [IssueKind.PAPER, IssueKind.PAPER]
        paper = [line for line in issuing.list_issues(read_office(office)) if line.issue.typist]
        assert not any(map(issuing.can_be_replaced, paper))


def test_a_folder_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path, judges=1, issue=False)
    before = shop.path.read_bytes()
    with office_of(shop) as office, pytest.raises(StoreError, match="Put the stick back in"):
        issuing.issue_first(office, tmp_path / "flashdisk", lambda: None)
    assert not (tmp_path / "flashdisk").exists()
    assert shop.path.read_bytes() == before
