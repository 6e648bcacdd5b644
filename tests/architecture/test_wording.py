from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EMPTY_NAMES = {
    "util",
    "utils",
    "helper",
    "helpers",
    "manager",
    "managers",
    "common",
    "base",
    "misc",
}
UNFINISHED = re.compile(
    r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "HA" + "CK", "X" * 3)) + r")\b"
)
TEXTS = {".py", ".toml", ".md", ".po", ".pot", ".csv", ".json", ".txt", ".lock", ""}
PARTS = ("main.py", "smartcity_desktop", "ui", "tests", "resources", "docs", ".ci", "Makefile")


def find_empty_names(root: Path, *parts: str) -> list[str]:
    return [
        path.relative_to(root).as_posix()
        for part in parts
        for path in sorted((root / part).rglob("*.py"))
        if EMPTY_NAMES & {word for step in path.relative_to(root).parts for word in _words(step)}
    ]


def find_unfinished(root: Path, *parts: str) -> list[str]:
    return [
        f"{path.relative_to(root).as_posix()}:{number}"
        for part in parts
        for path in _files(root / part)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if UNFINISHED.search(line)
    ]


def _words(step: str) -> list[str]:
    return step.removesuffix(".py").split("_")


def _files(start: Path) -> Iterator[Path]:
    for path in [start, *sorted(start.rglob("*"))]:
        if path.is_file() and path.suffix in TEXTS and "__pycache__" not in path.parts:
            yield path


def test_modules_are_named_for_what_they_do(root: Path) -> None:
    assert find_empty_names(root, "smartcity_desktop", "ui", "tests") == []


@pytest.mark.parametrize("name", sorted(EMPTY_NAMES))
def test_an_empty_name_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "part" / name).mkdir(parents=True)
    (tmp_path / "part" / name / "x.py").touch()
    (tmp_path / "part" / f"pdf_{name}.py").touch()
    (tmp_path / "part" / f"{name}ment.py").touch()
    assert set(find_empty_names(tmp_path, "part")) == {
        f"part/{name}/x.py",
        f"part/pdf_{name}.py",
    }


def test_no_file_is_marked_as_unfinished(root: Path) -> None:
    assert find_unfinished(root, *PARTS) == []


def test_a_mark_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n# " + "TO" + "DO later\n")
    assert find_unfinished(tmp_path, "a.py") == ["a.py:2"]
