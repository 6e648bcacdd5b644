from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.architecture.sizes import find_oversized

if TYPE_CHECKING:
    from pathlib import Path


def test_the_tree_is_made_of_small_parts(root: Path) -> None:
    assert find_oversized(root, "main.py", "smartcity_desktop", "ui") == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("x = 1\n" * 401, "part/big.py: 401 lines, at most 400"),
        (
            "def f():\n" + "    x = 1\n" * 50 + "class C:\n" + "    x = 1\n" * 50,
            "half of the files have more than 102 lines",
        ),
        ("def f():\n" + "    x = 1\n" * 50, "part/big.py: f has 51 lines, at most 50"),
        ("class C:\n" + "    x = 1\n" * 250, "part/big.py: C has 251 lines, at most 250"),
        (
            "class C:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(21)),
            "part/big.py: C has 21 public methods, at most 20",
        ),
    ],
)
def test_every_limit_can_be_broken(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "big.py").write_text(text)
    assert complaint in find_oversized(tmp_path, "part")


def test_what_stands_at_the_limit_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "data.py").write_text("x = 1\n" * 400)
    (tmp_path / "f.py").write_text("def f():\n" + "    x = 1\n" * 49)
    methods = "".join(f"    def m{n}(self): ...\n" for n in range(20))
    (tmp_path / "c.py").write_text("class C:\n" + methods + "    def _own(self): ...\n")
    assert find_oversized(tmp_path, "data.py", "f.py", "c.py") == []
