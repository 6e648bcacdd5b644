"""Modules of Python that a library imports for what it hardly ever does."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_taking = threading.Lock()
"""Whoever asks first, in whichever thread, takes the late module away, and never the real one."""


class LateModule(ModuleType):
    """Stands for a module that is imported when a name of it is asked for."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever lies in the module
        """Return what the module has under this name."""
        if name == "__path__":
            # What Python asks for before it takes names out of a module; these are no packages.
            raise AttributeError(name)
        _take_away(self)
        return getattr(import_module(self.__name__), name)


@contextmanager
def coming_late(names: Iterable[str]) -> Iterator[None]:
    """Hand these modules out as late ones; who imports them afterwards gets them at once.

    Three names are asked for even so: uuid finds out the system, PySide6 which modules use it, and
    it keeps ``dedent`` for a warning. None needs all that its module brings.
    """
    late = {name: LateModule(name) for name in names if name not in sys.modules}
    if "platform" in late and hasattr(os, "uname"):
        vars(late["platform"])["system"] = lambda: os.uname().sysname
    if "textwrap" in late:
        vars(late["textwrap"])["dedent"] = _dedent
    if "inspect" in late:
        vars(late["inspect"])["getsource"] = _read_source
    for name, module in late.items():
        sys.modules.setdefault(name, module)
    try:
        yield
    finally:
        for module in late.values():
            _take_away(module)


def _take_away(module: LateModule) -> None:
    with _taking:
        if sys.modules.get(module.__name__) is module:
            del sys.modules[module.__name__]


def _dedent(text: str) -> str:
    from textwrap import dedent

    return dedent(text)


def _read_source(module: ModuleType) -> str:
    if not getattr(module, "__file__", None):
        raise TypeError(f"{module!r} is a built-in module")
    return Path(str(module.__file__)).read_text("utf-8", "replace")
