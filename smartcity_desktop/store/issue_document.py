"""The panel issue as it lies in a panel file: canonical JSON, there and back."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from msgspec import Raw
from msgspec.json import Decoder, Encoder

from smartcity_desktop.domain.assessment import (
    Assessment,
    Assignment,
    ConflictOfInterest,
    FormerName,
    Issue,
    Judge,
    Region,
)
from smartcity_desktop.domain.panel_issue import PanelIssue

_Part = TypeVar("_Part")
_PARTS = {"assessment", "assignments", "conflicts", "issue", "judge", "regions"}
_FORMER = "former_names"
"""A further part, written only where a region's name was corrected before the issue."""

_WRITER = Encoder(order="sorted")
"""Writes sorted keys and no blanks, and escapes no more of a text than JSON demands."""


def write_issue_document(issue: PanelIssue) -> bytes:
    """Return the canonical JSON of a panel issue; the same issue gives the same bytes."""
    parts = {name: getattr(issue, name) for name in issue.__struct_fields__}
    if not issue.former_names:
        del parts[_FORMER]
    return _WRITER.encode(parts)


def read_issue_document(data: bytes) -> PanelIssue:
    """Return the panel issue that the bytes describe.

    Raises:
        ValueError: they are not canonical JSON of a panel issue, to the last byte.
    """
    try:
        issue = _read_parts(_reader(dict[str, Raw]).decode(data))
    except RecursionError:
        raise ValueError("nested too deeply") from None
    # Whatever the readers let pass, keys given twice or not known, is not written again.
    if write_issue_document(issue) != data:
        raise ValueError("the panel issue is not written canonically")
    return issue


def _read_parts(parts: dict[str, Raw]) -> PanelIssue:
    if parts.keys() - {_FORMER} != _PARTS:
        raise ValueError("a panel issue has other parts")
    return PanelIssue(
        _reader(Assessment).decode(parts["assessment"]),
        _reader(Judge).decode(parts["judge"]),
        _reader(Issue).decode(parts["issue"]),
        _reader(tuple[Region, ...]).decode(parts["regions"]),
        _reader(tuple[Assignment, ...]).decode(parts["assignments"]),
        _reader(tuple[ConflictOfInterest, ...]).decode(parts["conflicts"]),
        _reader(tuple[FormerName, ...]).decode(parts.get(_FORMER, b"[]")),
    )


@cache
def _reader(of: type[_Part]) -> Decoder[_Part]:
    """Return what reads values of exactly this type; made when the first file is read."""
    return Decoder(of)
