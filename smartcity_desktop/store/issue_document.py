"""The panel issue as it lies in a panel file: canonical JSON, there and back."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from smartcity_desktop.domain.assessment import (
    Assessment,
    Assignment,
    ConflictOfInterest,
    FormerName,
    Issue,
    IssueKind,
    Judge,
    Mode,
    Region,
)
from smartcity_desktop.domain.panel_issue import PanelIssue
from smartcity_desktop.store.compact_json import read_json, write_json

_Plain = TypeVar("_Plain", Assignment, ConflictOfInterest, FormerName, Judge, Region)
_KINDS = (
    PanelIssue, Assessment, Assignment, ConflictOfInterest, FormerName, Issue, Judge, Region,
)  # fmt: skip
_NAMES: dict[type, tuple[str, ...]] = {each: each.__struct_fields__ for each in _KINDS}
_PARTS = ("assessment", "assignments", "conflicts", "issue", "judge", "regions")
_FORMER = "former_names"
"""A further part, written only where a region's name was corrected before the issue."""


def write_issue_document(issue: PanelIssue) -> bytes:
    """Return the canonical JSON of a panel issue; the same issue gives the same bytes."""
    parts = {name: _written(getattr(issue, name)) for name in _NAMES[PanelIssue]}
    if not issue.former_names:
        del parts[_FORMER]
    return write_json(parts).encode()


def read_issue_document(data: bytes) -> PanelIssue:
    """Return the panel issue that the bytes describe.

    Raises:
        ValueError: they are not canonical JSON of a panel issue, to the last byte.
    """
    parts = _expect(dict, read_json(data))
    if tuple(sorted(parts.keys() - {_FORMER})) != _PARTS:
        raise ValueError("a panel issue has other parts")
    issue = PanelIssue(
        _read_assessment(parts["assessment"]),
        _read_plain(Judge, parts["judge"]),
        _read_issue(parts["issue"]),
        _read_all(Region, parts["regions"]),
        _read_all(Assignment, parts["assignments"]),
        _read_all(ConflictOfInterest, parts["conflicts"]),
        _read_all(FormerName, parts.get(_FORMER, [])),
    )
    if write_issue_document(issue) != data:
        raise ValueError("the panel issue is not written canonically")
    return issue


def _written(value: object) -> object:
    """Return records as objects and tuples as lists; hundreds of regions, so nothing is copied."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    names = _NAMES.get(type(value))
    return value if names is None else {name: _written(getattr(value, name)) for name in names}


def _read_assessment(value: object) -> Assessment:
    record = _fields(Assessment, value)
    recipients = _read_codes(record.pop("recipients"))
    mode = Mode(record.pop("mode"))
    return Assessment(**_texts(record), mode=mode, recipients=recipients)


def _read_issue(value: object) -> Issue:
    record = _fields(Issue, value)
    kind = IssueKind(record.pop("kind"))
    regions = _read_codes(record.pop("regions"))
    kept = _read_codes(record.pop("kept"))
    typist = _expect(int, record.pop("typist"))
    return Issue(**_texts(record), kind=kind, regions=regions, kept=kept, typist=typist)


def _read_all(of: type[_Plain], value: object) -> tuple[_Plain, ...]:
    return tuple(_read_plain(of, item) for item in _expect(list, value))


def _read_plain(of: type[_Plain], value: object) -> _Plain:
    return of(**_texts(_fields(of, value)))


def _fields(of: type[_Plain | Assessment | Issue], value: object) -> dict[str, object]:
    record = _expect(dict, value)
    if record.keys() != set(_NAMES[of]):
        raise ValueError("a part of the panel issue has other fields")
    return dict(record)


def _read_codes(value: object) -> tuple[str, ...]:
    return tuple(_expect(str, item) for item in _expect(list, value))


def _texts(record: dict[str, object]) -> dict[str, str]:
    return {name: _expect(str, value) for name, value in record.items()}


_Wanted = TypeVar("_Wanted", dict, list, str, int)  # type: ignore[type-arg]


def _expect(wanted: type[_Wanted], value: object) -> _Wanted:
    # bool is an int to isinstance, and a truth value is no number here.
    if type(value) is not wanted:
        raise ValueError(f"{wanted.__name__} expected")
    return value
