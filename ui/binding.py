"""Imports libraries without what they do at every start for people who explore them.

Two things of PySide6 cost more time than an empty window. Neither changes what our program does:

- PySide6 holds modules that describe signatures: for ``help()``, for stubs, and for the text of the
  error where a call has wrong arguments. It compiles and runs them from source at every start. Here
  each waits until a name of it is asked for; then it runs, whole and unchanged.
- It wraps Python's import and reads the source of every module that is imported, for
  ``from __feature__ import ...``, by which a module may ask for other names of Qt's methods. No
  module of ours does.

And msgspec asks for ``typing_extensions``, for what Python 3.11 has itself. What both import and do
not use comes late (``late_modules``); Qt's enumerations are made in one go (``enumerations``).
"""

from __future__ import annotations

import builtins
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from smartcity_desktop.domain.collector import without_cycle_search
from ui.enumerations import make_in_one_go
from ui.late_modules import coming_late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WAITING = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in (
        "errorhandler", "layout", "lib/enum_sig", "lib/pyi_generator", "lib/tool", "mapping",
        "parser",
    )
)  # fmt: skip
"""What PySide6 needs nothing of until a signature is asked for."""

SELDOM = (
    "bz2", "inspect", "lzma", "msgspec.inspect", "msgspec.toml", "msgspec.yaml", "platform",
    "shutil", "tempfile", "textwrap", "traceback",
)  # fmt: skip
"""What PySide6 and msgspec import, and use of at the start nothing."""

_running = threading.RLock()


def import_binding() -> None:
    """Import PySide6 this way; where it was imported before, only its import is taken back."""
    if "msgspec" not in sys.modules:
        with _hidden("typing_extensions"), coming_late(SELDOM):
            import msgspec  # noqa: F401 - what asks for it
    make_in_one_go()
    if "PySide6" not in sys.modules:
        with _put_off(WAITING), coming_late(SELDOM), without_cycle_search():
            import PySide6.QtCore  # noqa: F401 - what compiles
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


@contextmanager
def _hidden(module: str) -> Iterator[None]:
    """Let an import go without a module that it only asks for on an older Python."""
    there = sys.modules.get(module)
    sys.modules[module] = None  # type: ignore[assignment] # Python's way of saying: not there
    try:
        yield
    finally:
        del sys.modules[module]
        if there is not None:
            sys.modules[module] = there


@contextmanager
def _put_off(files: frozenset[str]) -> Iterator[None]:
    """Compile these files only when a name of their module is asked for."""
    compile_now = builtins.compile

    def compile_late(source: Any, filename: Any, *rest: Any, **named: Any) -> Any:  # noqa: ANN401 - as compile
        if filename not in files:
            return compile_now(source, filename, *rest, **named)
        _sources[filename] = source
        stand_in = f"""
from {__name__} import later as __later__
__getattr__ = __later__(globals(), __name__, {filename!r})
"""
        return compile_now(stand_in, filename, "exec")

    builtins.compile = compile_late
    try:
        yield
    finally:
        builtins.compile = compile_now


_sources: dict[str, Any] = {}


def later(names: dict[str, Any], module: str, filename: str) -> Callable[[str], object]:
    """Return what finds a name of a module that has not run yet, by running it.

    Args:
        names: the module's own.
        module: its name.
        filename: under which its source was put aside.
    """

    def find(name: str) -> object:
        with _running:
            source = _sources.pop(filename, None)
            # Python itself asks for such names, to find out what kind of module it is.
            if source is not None and name.startswith("__"):
                _sources[filename] = source
            elif source is not None:
                exec(compile(source, filename, "exec"), names)  # noqa: S102 - as PySide6 runs it
                names.pop("__getattr__", None)
        if name not in names:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        return names[name]

    return find
