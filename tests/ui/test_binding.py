"""PySide6 is imported without what nobody needs, and lacks nothing when somebody does."""

from __future__ import annotations

from tests.ui.own_process import run_program

NO_SOURCE = """
import inspect
looked_at = []
inspect.getsource = lambda module: looked_at.append(module.__name__) or ""
import ui.front
from PySide6.QtWidgets import QApplication, QLabel
QApplication(["x", "-platform", "offscreen"])
QLabel("x").setText("y")
ours = [name for name in looked_at if name.startswith(("ui.", "smartcity_desktop"))]
print(ours, QLabel.setText.__name__)
"""
EXPLORED = """
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel
QApplication(["x", "-platform", "offscreen"])
try:
    QLabel("x").setText(1, 2)
except TypeError as wrong:
    print(wrong)
from PySide6.support.signature import get_signature, mapping
print(get_signature(QPoint.dotProduct), get_signature(QLabel.setText), get_signature(QPoint))
print(mapping.type_map["double"], mapping.namespace is vars(mapping))
"""
PUT_OFF = """
import sys
import ui
from PySide6.QtWidgets import QApplication, QLabel
QApplication(["x", "-platform", "offscreen"])
QLabel("x").setText("y")
parts = ("mapping", "parser", "layout", "errorhandler", "lib.pyi_generator")
modules = [sys.modules[f"shibokensupport.signature.{part}"] for part in parts]
print([len([name for name in vars(module) if not name.startswith("__")]) for module in modules])
print("argparse" in sys.modules, "typing_extensions" in sys.modules)
"""
AT_ONCE = """
import threading
import ui
from PySide6.support.signature import parser
together, said = threading.Barrier(4), []
def explore():
    together.wait()
    said.append(parser.pyside_type_init)
threads = [threading.Thread(target=explore) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(said), len(set(said)))
"""


def test_no_source_is_read() -> None:
    assert run_program(NO_SOURCE) == "[] setText\n"


def test_errors_and_signatures_are_what_they_are_without_us() -> None:
    plain = run_program(EXPLORED)
    assert "QLabel" in plain
    assert "setText" in plain
    assert run_program("import ui\n" + EXPLORED) == plain


def test_nothing_runs_until_somebody_asks() -> None:
    first, second = run_program(PUT_OFF).splitlines()
    assert first == "[0, 0, 0, 0, 0]"
    assert second == "False False"


def test_several_threads_may_ask_at_once() -> None:
    assert run_program(AT_ONCE) == "4 1\n"
