"""The issue document is one text for one issue, and nothing else reads as one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import FormerName, IssueKind
from smartcity_desktop.store.issue_document import read_issue_document, write_issue_document

if TYPE_CHECKING:
    from smartcity_desktop.domain.panel_issue import PanelIssue


def test_there_and_back(panel_issue: PanelIssue) -> None:
    data = write_issue_document(panel_issue)
    assert read_issue_document(data) == panel_issue
    assert data == write_issue_document(read_issue_document(data))
    assert "Ōtsu".encode() in data


def test_replacement_keeps_its_facts(panel_issue: PanelIssue) -> None:
    issue = replace(
        panel_issue.issue, kind=IssueKind.REPLACEMENT, replaces="j07-1", kept=("a",), typist=1
    )
    whole = replace(panel_issue, issue=issue)
    assert read_issue_document(write_issue_document(whole)) == whole


def test_former_names_are_written_where_there_are_any(panel_issue: PanelIssue) -> None:
    assert b"former_names" not in write_issue_document(panel_issue)
    whole = replace(panel_issue, former_names=(FormerName("64.72", "Kota Samarida"),))
    data = write_issue_document(whole)
    assert read_issue_document(data) == whole
    with pytest.raises(ValueError, match="canonically"):
        read_issue_document(write_issue_document(panel_issue)[:-1] + b',"former_names":[]}')


@pytest.mark.parametrize(
    ("part", "field", "value"),
    [
        ("issue", "typist", True),
        ("issue", "typist", "1"),
        ("issue", "kind", "stolen"),
        ("issue", "regions", "64.71"),
        ("issue", "kept", [1]),
        ("assessment", "mode", "official "),
        ("assessment", "title", 7),
        ("assessment", "extra", "x"),
        ("judge", "extra", "x"),
        ("judge", "name", None),
    ],
)
def test_anything_else_is_no_issue(
    panel_issue: PanelIssue, part: str, field: str, value: object
) -> None:
    record = json.loads(write_issue_document(panel_issue))
    record[part][field] = value
    data = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    with pytest.raises(ValueError):  # noqa: PT011 - any of several sentences for programmers
        read_issue_document(data)


def test_other_shapes_are_no_issue(panel_issue: PanelIssue) -> None:
    good = write_issue_document(panel_issue)
    record = json.loads(good)
    del record["conflicts"]
    for data in (
        b"",
        b"[]",
        b"{}",
        good + b"\n",
        good.replace(b'"typist":0', b'"typist":0.0'),
        good.replace(b'"typist":0', b'"typist":0,"typist":0'),
        good.replace(b'"typist":0', b'"typist":NaN'),
        json.dumps(record).encode(),
        good.replace(b'"Kota', b'"\xff'),
    ):
        with pytest.raises(ValueError):  # noqa: PT011 - any of several sentences for programmers
            read_issue_document(data)
