"""Drafts on the disk: nothing typed is lost, nothing else is taken for one."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.founding.draft import AssessmentDraft, Division, PersonDraft
from smartcity_desktop.founding.draft_file import (
    assessment_file_name,
    delete_draft,
    list_drafts,
    new_draft_path,
    read_draft,
    save_draft,
)
from tests.ui.founding_files import empty_draft, faulty_draft, full_draft

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("make", [AssessmentDraft, empty_draft, full_draft, faulty_draft])
def test_what_was_saved_is_read_again(tmp_path: Path, make: Callable[[], AssessmentDraft]) -> None:
    path = tmp_path / "baru" / "asesmen.rancangan"
    draft = make()
    save_draft(path, draft)
    assert read_draft(path) == draft


def test_the_half_typed_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.rancangan"
    witness = PersonDraft(name="Bu ")
    draft = replace(
        empty_draft(), first_day="3", division=Division.BY_HAND, regions=(("", "Kota", ""),),
        paper=replace(empty_draft().paper, witnesses=(witness,)),
    )  # fmt: skip
    save_draft(path, draft)
    assert read_draft(path) == draft


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{",
        b'{"format": 1}',
        b'{"format": 1, "draft": {"title": 7}}',
        b'{"format": 1, "draft": {"unknown": ""}}',
        b'{"format": 1, "draft": {"regions": [["a", 1]]}}',
        b'{"format": 1, "draft": {"division": "dadu"}}',
        b'{"format": 1, "draft": {"instrument": {"name": "", "data": "%"}}}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_draft_is_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.rancangan"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"no draft|newer"):
        read_draft(path)
    with pytest.raises(InputError):
        read_draft(tmp_path / "tidak ada.rancangan")


def test_a_draft_of_a_newer_program_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.rancangan"
    save_draft(path, empty_draft())
    record = json.loads(path.read_bytes()) | {"format": 2}
    path.write_text(json.dumps(record))
    with pytest.raises(InputError, match="newer program"):
        read_draft(path)


def test_drafts_are_listed_and_the_damaged_passed_over(tmp_path: Path) -> None:
    save_draft(tmp_path / "a.rancangan", full_draft())
    (tmp_path / "b.rancangan").write_bytes(b"rusak")
    (tmp_path / "c.panel").write_bytes(b"{}")
    assert [(line.path.name, line.title) for line in list_drafts(tmp_path)] == [
        ("a.rancangan", "Asesmen 100 Smart City 2017")
    ]
    assert list_drafts(tmp_path / "tidak ada") == ()


def test_a_new_draft_takes_no_name_that_is_there(tmp_path: Path) -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    first = new_draft_path(tmp_path, moment)
    save_draft(first, empty_draft())
    assert new_draft_path(tmp_path, moment) not in (first, None)
    assert first.name == "asesmen-20260102-030405.rancangan"


def test_file_names_are_plain() -> None:
    assert (
        assessment_file_name("Asesmen 100 / Kota: «Cerdas»") == "asesmen-100-kota-cerdas.assessment"
    )
    assert assessment_file_name("???") == "asesmen.assessment"


@pytest.mark.parametrize(("title", "name"), [("CON", "asesmen-con"), ("Contoh", "contoh")])
def test_no_assessment_is_called_like_a_device_of_windows(title: str, name: str) -> None:
    assert assessment_file_name(title) == f"{name}.assessment"


def test_a_draft_that_is_held_stays_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.rancangan"
    save_draft(path, AssessmentDraft())
    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", lambda *_, **__: refuse())
        delete_draft(path)
    assert path.exists()
    delete_draft(path)
    assert not path.exists()
    delete_draft(path)


def refuse() -> None:
    raise PermissionError(13, "The process cannot access the file")
