from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.architecture.exactness import find_approximations

if TYPE_CHECKING:
    from pathlib import Path

EXACT_PARTS = tuple(
    f"smartcity_desktop/{name}"
    for name in (
        "domain",
        "store",
        "sealing",
        "merging",
        "results",
        "agreement",
        "scoring",
        "preparing",
        "plenary",
        "verifying",
    )
)


def test_no_approximation_touches_what_decides_a_result(root: Path) -> None:
    assert find_approximations(root, *EXACT_PARTS) == []


@pytest.mark.parametrize(
    "text",
    [
        "share = 0.2",
        "share = 1e-9",
        "turn = 2j",
        "value = float(text)",
        "def f(value: float): ...",
        "import math",
        "from random import choice",
        "import numpy as np",
        "from numpy.linalg import norm",
        "from statistics import fmean",
        "def f():\n    from decimal import Decimal",
        "import json\nvalue = json.loads(text)",
        "import json\nvalue = json.load(file, object_pairs_hook=dict)",
        "mean = total / count",
        "mean = sum(values) / len(values)",
        "def f(total: int, count: int):\n    return total / count",
        "total = 3\ntotal /= 2",
        "from fractions import Fraction\nhalf = Fraction(1, 2).numerator / 2",
        "from fractions import Fraction\ndef f(x: Fraction): ...\ndef g(x: int):\n    return x / 2",
    ],
)
def test_every_way_in_is_found(tmp_path: Path, text: str) -> None:
    (tmp_path / "part.py").write_text(text)
    assert len(find_approximations(tmp_path, "part.py")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "from fractions import Fraction\nhalf = Fraction(1) / 2",
        "def f(x: Fraction, count: int):\n    return x / count",
        "def f(x: Fraction | None):\n    y = 3 * x\n    return y / 2",
        "class C:\n    weight: Fraction\ndef f(c: C):\n    return c.weight / 100",
        "def f(folder: Path):\n    return folder / name",
        "place = Path(__file__).parent / name",
        "import json\nvalue = json.loads(text, parse_float=refuse)",
        "whole = total // count",
    ],
)
def test_exact_arithmetic_and_paths_are_allowed(tmp_path: Path, text: str) -> None:
    (tmp_path / "part.py").write_text(text)
    assert find_approximations(tmp_path, "part.py") == []
