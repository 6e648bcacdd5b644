"""Qt's enumerations are those that Python would have made of them."""

from __future__ import annotations

import enum
import sys
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import Qt

from ui import enumerations
from ui.enumerations import make_enumeration

Enumeration = type[enum.Enum]
OUT_OF_THE_ORDINARY: tuple[tuple[Enumeration, object], ...] = (
    (enum.Enum, "ONE TWO"),
    (enum.Enum, {"ONE": 1}),
    (enum.Enum, [("ONE", "one"), ("TWO", (1, 2))]),
    (enum.IntEnum, [("real", 1)]),
    (enum.IntEnum, [("_private", 1)]),
    (enum.Flag, [("ONE", True)]),
    (enum.IntEnum, ()),
)


@pytest.fixture(scope="module")
def found() -> tuple[Enumeration, ...]:
    """Every enumeration in classes of the parts of Qt that the window lives in."""
    seen: dict[type, None] = {}

    def look(owner: object) -> None:
        for name in dir(owner):
            inside = getattr(owner, name, None)
            if isinstance(inside, type) and inside not in seen:
                seen[inside] = None
                look(inside)

    for module in (QtCore, QtGui, QtWidgets):
        look(module)
    return tuple(each for each in seen if issubclass(each, enum.Enum) and each.__members__)


def test_they_are_the_same_down_to_the_last_attribute(found: tuple[Enumeration, ...]) -> None:
    assert len(found) > 500
    for each in found:
        kind, items = each.__mro__[1], [(n, m.value) for n, m in each.__members__.items()]
        how = {"boundary": vars(each)["_boundary_"]} if issubclass(each, enum.Flag) else {}
        assert _inside(make_enumeration(kind, "Same", items, module="m", **how)) == _inside(
            enumerations._by_python(kind, "Same", items, module="m", **how)
        )


@pytest.mark.parametrize(("kind", "items"), OUT_OF_THE_ORDINARY)
def test_so_is_whatever_is_out_of_the_ordinary(kind: Enumeration, items: object) -> None:
    made = make_enumeration(kind, "Same", items, module="m")
    assert _inside(made) == _inside(enumerations._by_python(kind, "Same", items, module="m"))


def test_what_python_refuses_is_refused() -> None:
    for items in ([("ONE", 1), ("ONE", 2)], [("mro", 1)], [("", 1)]):
        with pytest.raises((TypeError, ValueError)):
            make_enumeration(enum.Enum, "Refused", items, module="m")


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="written for this Python")
def test_pyside_makes_them_this_way() -> None:
    assert enum.EnumType._create_ is make_enumeration  # type: ignore[attr-defined]
    assert enum.IntEnum("Here", [("ONE", 1)]).__module__ == __name__
    assert Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop == Qt.AlignmentFlag(0x21)
    assert repr(Qt.Key.Key_A) == "<Key.Key_A: 65>"
    assert Qt.Key(65) is Qt.Key.Key_A


def _inside(made: Any) -> dict[str, object]:  # noqa: ANN401 - an enumeration, with what Python keeps in it
    """Return everything in an enumeration, its members by what is in them."""

    def plain(value: Any) -> object:  # noqa: ANN401 - whatever lies in it
        if isinstance(value, made):
            inside = {name: plain(each) for name, each in vars(value).items()}
            return int(value) if isinstance(value, int) else None, inside
        if isinstance(value, dict):
            return [(key, plain(each)) for key, each in value.items()]
        return "itself" if value is made else getattr(value, "__func__", value)

    slots = ("__dict__", "__weakref__")
    own = {name: plain(value) for name, value in vars(made).items() if name not in slots}
    return own | {
        "in turn": [member.name for member in made], "origin": made.__mro__[1:], "all": dir(made),
    }  # fmt: skip
