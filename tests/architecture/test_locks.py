from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

LINE = re.compile(
    r"(?P<name>[a-z0-9-]+)(\[[a-z,]+\])?==(?P<version>[0-9a-z.!+]+)( ; [A-Za-z0-9_'. =!<>-]+)? \\"
    r"|    --hash=sha256:[0-9a-f]{64}( \\)?"
)
LOCKS = ("requirements.lock", "requirements-dev.lock")


def find_foreign_lines(text: str) -> list[str]:
    """Lines that are neither a name with its version nor a hash."""
    return [line for line in text.splitlines() if not LINE.fullmatch(line)]


def read_versions(text: str) -> dict[str, str]:
    matches = (LINE.fullmatch(line) for line in text.splitlines())
    return {found["name"]: found["version"] for found in matches if found and found["name"]}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_names_versions_and_hashes_only(root: Path, lock: str) -> None:
    assert find_foreign_lines((root / lock).read_text()) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://example.invalid/simple",
        "--find-links /opt/wheels",
        "click @ file:///tmp/click.whl",
        "click==8.5.1",
        "# made here",
        "    --hash=md5:d41d8cd98f00b204e9800998ecf8427e",
    ],
)
def test_anything_else_is_found(line: str) -> None:
    assert find_foreign_lines(line) == [line]


def test_both_locks_agree_and_hold_what_the_project_asks_for(root: Path) -> None:
    small, large = (read_versions((root / lock).read_text()) for lock in LOCKS)
    assert small.items() <= large.items()
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    asked = {
        re.split(r"[\[<>=~!;]", need)[0].lower().replace("_", "-")
        for needs in (project["dependencies"], *project["optional-dependencies"].values())
        for need in needs
    }
    assert asked <= large.keys()
    assert {need for need in asked if need not in small} == {
        re.split(r"[\[<>=~!;]", need)[0] for need in project["optional-dependencies"]["dev"]
    }
