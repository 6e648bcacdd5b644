"""Makes Qt's enumerations in one go.

PySide6 makes an enumeration of Python of every enumeration of Qt that lies in a class, when the
class is first asked for; three thousand members on the way to the first score sheet. Python makes
them one by one: it changes the class for each, and forgets what it knew of the class. Here the
class is made like an empty one that Python made, then its members, then both are put together. The
outcome is the same, down to the last attribute. Whatever is out of the ordinary is left to Python.
"""

from __future__ import annotations

import sys
from enum import Enum, EnumType, Flag, IntEnum, IntFlag
from typing import Any, cast

Items = list[tuple[str, int]]

_by_python = EnumType._create_  # type: ignore[attr-defined] # what Python calls for `Enum("Name", items)`
_taken = {
    kind: frozenset(("", "mro")).union(*(vars(origin) for origin in kind.__mro__))
    for kind in (Enum, IntEnum, Flag, IntFlag)
}
"""Names that mean something to every enumeration of a kind already, and what Python forbids."""
_empty: dict[object, dict[str, Any]] = {}
"""What Python puts into an enumeration without members, by its kind."""


def make_in_one_go() -> None:
    """Let enumerations be made this way, where Python is the one that this was written for."""
    if sys.version_info[:2] == (3, 11):
        EnumType._create_ = make_enumeration  # type: ignore[attr-defined] # in place of Python's own


def make_enumeration(kind: type[Enum], name: str, items: object, **how: Any) -> type[Enum]:  # noqa: ANN401 - as Python's own
    """Return what ``kind(name, items)`` returns.

    Args:
        kind: what it becomes a kind of.
        name: of the new class.
        items: names and values of its members; or anything else that Python takes for them.
        how: what else Python takes.
    """
    if how.get("module") is None:
        # Python looks two steps back; from here that is where it would have looked.
        how["module"] = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001 - as Python's own
    plain = how.get("type") is how.get("qualname") is None
    if not plain or kind not in _taken or not _are_plain(items, _taken[kind]):
        left_to_python: type[Enum] = _by_python(kind, name, items, **how)
        return left_to_python
    made = _make_empty(kind, name, how["module"], how.get("boundary"))
    _fill(made, cast("Items", items))
    return made


def _are_plain(items: object, taken: frozenset[str]) -> bool:
    """Whether these are names that mean nothing else, each once, and whole numbers."""
    if not isinstance(items, list | tuple) or not all(
        type(item) is tuple and len(item) == 2 and type(item[1]) is int for item in items
    ):
        return False
    seen = {item[0] for item in items}
    return (
        len(seen) == len(items)
        and taken.isdisjoint(seen)
        and not any(name.startswith("_") for name in seen)
    )


def _make_empty(kind: type[Enum], name: str, module: str, boundary: object) -> type[Enum]:
    inside = _empty.get((kind, boundary))
    if inside is None:
        like = _by_python(kind, "Empty", (), module=__name__, boundary=boundary)
        inside = _empty[kind, boundary] = dict(vars(like))
        for own in ("__dict__", "__weakref__"):
            inside.pop(own, None)
    fresh = inside | {
        "__module__": module,
        "_member_names_": [],
        "_member_map_": {},
        "_value2member_map_": {},
        "_unhashable_values_": [],
    }
    # Put in later, as Python does; from the beginning it would become a static method.
    new = fresh.pop("__new__")
    made = cast("type[Enum]", type.__new__(EnumType, name, (kind,), fresh))
    type.__setattr__(made, "__new__", new)
    return made


def _fill(empty: type[Enum], items: Items) -> None:
    """Give an enumeration its members."""
    made: Any = empty
    new, is_flag = made._new_member_, issubclass(made, Flag)
    numbered = made._use_args_
    names, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    bits = 0
    for name, value in items:
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if numbered else new(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(names)
            by_value[value] = member
            bits |= value
            # As Python sees it, a flag of several bits, or of none, is another name for them.
            if not is_flag or (value and not value & (value - 1)):
                names.append(name)
        by_name[name] = member
    put = type.__setattr__
    for name, member in by_name.items():
        put(made, name, member)
    if is_flag and items:
        _describe_bits(made, bits)


def _describe_bits(made: Any, bits: int) -> None:  # noqa: ANN401 - an enumeration, with what Python keeps in it
    values = [made._member_map_[name]._value_ for name in made._member_names_]
    made._flag_mask_ = bits
    made._all_bits_ = 2 ** bits.bit_length() - 1
    if hasattr(made, "_singles_mask_"):
        made._singles_mask_ = sum(values)
    if values != sorted(values):
        made._iter_member_ = made._iter_member_by_def_
