"""The arrows between packages: kept by the tree, and each contract able to fail."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from tests.architecture.source_tree import imported_names, read_sources

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = {c["id"]: c["name"] for c in SETTINGS["tool"]["importlinter"]["contracts"]}

IMPORTS = (ast.Import, ast.ImportFrom)

VIOLATIONS = [
    ("layers", "domain/a.py", "from smartcity_desktop.cli import b"),
    (
        "layers",
        "domain/a.py",
        (
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n"
            "    from smartcity_desktop.tables import b"
        ),
    ),
    ("layers", "results/a.py", "def f():\n    import smartcity_desktop.merging.b"),
    ("layers", "store/a.py", "import smartcity_desktop.sealing"),
    ("layers", "verifying/a.py", "import smartcity_desktop.demonstration"),
    ("layers", "unplanned/a.py", "import smartcity_desktop.domain"),
    ("windows", "cli/a.py", "def f():\n    from PySide6.QtWidgets import QLabel"),
    ("windows", "domain/a.py", "import ui.pages"),
    ("sql", "merging/a.py", "def f():\n    import sqlite3"),
    ("sql", "cli/a.py", "from sqlite_utils import Database"),
    ("paper", "signing/a.py", "import segno"),
    ("paper", "results/a.py", "from reportlab.pdfgen import canvas"),
    ("signatures", "reports/a.py", "from pyhanko.sign import signers"),
    ("spreadsheets", "scoring/a.py", "from openpyxl import load_workbook"),
    ("pictures", "verifying/a.py", "def f():\n    import zxingcpp"),
    ("words", "reports/a.py", "from babel.dates import format_date"),
    ("terminal", "demonstration/a.py", "import click"),
    ("exact", "results/a.py", "import numpy"),
    ("desk", "ui:judge/a.py", "import smartcity_desktop.store.b"),
    ("desk", "ui:a.py", "def f():\n    import sqlite3"),
    ("pages", "ui:pages/a.py", "from ui.pages import b"),
]

ALLOWED = [
    ("store", "import sqlite3"),
    ("reports", "import reportlab.pdfgen\nimport segno\nimport smartcity_desktop.language"),
    ("signing", "import reportlab\nfrom pyhanko.sign import signers"),
    ("tables", "import csv\nimport openpyxl"),
    ("pictures", "import PIL.Image\nimport pypdfium2\nimport zxingcpp"),
    ("language", "import babel.dates\nimport gettext"),
    ("cli", "import click\nimport smartcity_desktop.demonstration"),
    ("results", "import smartcity_desktop.store"),
]


def lint(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-logo", "--no-cache", "--config", ROOT / "pyproject.toml", *options],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def small_tree(tmp_path: Path) -> Path:
    """Every planned package, with imports that are allowed."""
    package = tmp_path / "smartcity_desktop"
    for name in chain.from_iterable(planned_packages()):
        (package / name).mkdir(parents=True)
        (package / name / "__init__.py").touch()
        (package / name / "b.py").touch()
    (package / "__init__.py").touch()
    for name, text in ALLOWED:
        (package / name / "c.py").write_text(text)
    for name in ("", "pages", "judge"):
        (tmp_path / "ui" / name).mkdir()
        (tmp_path / "ui" / name / "__init__.py").touch()
    (tmp_path / "ui" / "pages" / "b.py").write_text("import smartcity_desktop.scoring.b")
    return tmp_path


def test_every_contract_is_kept() -> None:
    found = lint(ROOT)
    assert found.returncode == 0, found.stdout
    assert f"{len(CONTRACTS)} kept, 0 broken" in found.stdout


def test_what_is_planned_is_allowed(small_tree: Path) -> None:
    found = lint(small_tree)
    assert found.returncode == 0, found.stdout


def planned_packages() -> list[list[str]]:
    """Every line of the layers, from the top."""
    contracts = SETTINGS["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    return [[name.strip(" ()") for name in layer.split("|")] for layer in layers]


def test_the_page_on_architecture_shows_the_same_arrows(root: Path) -> None:
    page = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    lines = page[page.index("\nmain.py\n") :].split("```")[0].strip().splitlines()[1:]
    drawn = [re.split(r"\s{3,}", line)[0].split() for line in lines]
    assert drawn == planned_packages()
    for names in drawn:
        assert all(f"`{name}`" in page for name in names)


def test_every_contract_has_a_violation() -> None:
    assert {contract for contract, _, _ in VIOLATIONS} == CONTRACTS.keys()


@pytest.mark.parametrize(("contract", "place", "text"), VIOLATIONS)
def test_a_violation_is_reported(small_tree: Path, contract: str, place: str, text: str) -> None:
    package, _, inside = place.rpartition(":")
    path = small_tree / (package or "smartcity_desktop") / inside
    if not path.parent.exists():
        path.parent.mkdir()
        (path.parent / "__init__.py").touch()
    path.write_text(text)
    found = lint(small_tree, "--contract", contract)
    assert found.returncode == 1
    assert f"{CONTRACTS[contract]} BROKEN" in found.stdout


def find_foreign_imports(root: Path, part: str, *own: str) -> list[str]:
    """Imports in a part that are neither the standard library's nor among its own."""
    return [
        f"{source.name}:{line}: {name}"
        for source in read_sources(root, part)
        for line, name in imported_names(source.tree)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not any(name == allowed or name.startswith(f"{allowed}.") for allowed in own)
    ]


def find_early_imports(root: Path, part: str) -> list[str]:
    """Imports of our own at the top of a file."""
    return [
        f"{source.name}:{line}: {name}"
        for source in read_sources(root, part)
        for line, name in imported_names(
            ast.Module([node for node in source.tree.body if isinstance(node, IMPORTS)], [])
        )
        if name.split(".")[0] not in sys.stdlib_module_names
    ]


def test_domain_needs_the_standard_library_and_its_records_only(root: Path) -> None:
    own = "smartcity_desktop.domain"
    assert find_foreign_imports(root, "smartcity_desktop/domain", own, "msgspec") == []


def test_main_knows_what_it_can_be_started_as_and_imports_it_late(root: Path) -> None:
    parts = ("smartcity_desktop.cli", "smartcity_desktop.merging.spare_service", "ui")
    assert find_foreign_imports(root, "main.py", *parts) == []
    assert find_early_imports(root, "main.py") == []


def test_a_foreign_and_an_early_import_are_found(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("import sys\nimport orjson\ndef f():\n    import click\n")
    assert find_foreign_imports(tmp_path, "main.py") == ["main.py:2: orjson", "main.py:4: click"]
    assert find_early_imports(tmp_path, "main.py") == ["main.py:2: orjson"]
