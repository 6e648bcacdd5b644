"""The same record gives the same bytes: another day, hash seed, folder, machine's settings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.reports.kinds import ReportKind

ROOT = Path(__file__).resolve().parents[2]

SCRIPT = """
import sys, time
from pathlib import Path
root, resources, day, plain = sys.argv[1:]
sys.path.insert(0, root)
if plain == "plain":
    sys.modules["_rl_accel"] = None
if day:
    time.time = lambda: float(day)
from tests.reports import conftest
conftest.RESOURCES = Path(resources)
from hashlib import sha256
from itertools import product
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.reports.kinds import ReportKind
from tests.reports.every_kind import Extent, print_kind
for kind, extent, language in product(ReportKind, Extent, Language):
    print(kind.value, sha256(print_kind(kind, extent, language)).hexdigest())
from reportlab.lib import rl_accel
print(type(rl_accel.fp_str).__name__, time.strftime("%Y"))
"""


def printed(
    folder: Path, resources: Path, day: str = "", accelerator: str = "", **settings: str
) -> tuple[list[str], str]:
    """Print every kind in a process of its own, and say which accelerator and which year it saw."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(ROOT), str(resources), day, accelerator],
        cwd=folder, capture_output=True, text=True, check=True, env={**os.environ, **settings},
    )  # fmt: skip
    *digests, seen = done.stdout.splitlines()
    return digests, seen


def test_the_bytes_depend_on_nothing_but_the_record(tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    shutil.copytree(ROOT / "resources", moved)
    once, fast = printed(tmp_path, ROOT / "resources", PYTHONHASHSEED="1")
    again, slow = printed(
        moved, moved, "4102444800", "plain", PYTHONHASHSEED="2", TZ="Asia/Jayapura", LC_ALL="C",
        SOURCE_DATE_EPOCH="1", RL_useA85="1", RL_pageCompression="0", RL_pdfComments="1",
        RL_ttfAsciiReadable="1",
    )  # fmt: skip
    assert fast.startswith("builtin_function_or_method ")
    assert slow.startswith("function ")
    assert once == again
    assert len(once) == len(set(once)) == len(ReportKind) * 2 * len(Language)
