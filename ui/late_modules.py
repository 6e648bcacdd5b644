"""Modules of Python that a library imports for what it hardly ever does."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class LateModule(ModuleType):
    """Stands for a module that is imported when a name of it is asked for."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever lies in the module
        """Return what the module has under this name."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


@contextmanager
def coming_late(names: Iterable[str]) -> Iterator[None]:
    """Hand these modules out as late ones; who imports them afterwards gets them at once."""
    late = {name: LateModule(name) for name in names if name not in sys.modules}
    if "platform" in late and hasattr(os, "uname"):
        # The one name that is asked for at once, by uuid, and without what platform is for.
        late["platform"].system = lambda: os.uname().sysname  # type: ignore[attr-defined] # a module's own name
    sys.modules.update(late)
    try:
        yield
    finally:
        for name, module in late.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
