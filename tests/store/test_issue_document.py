"""The issue document is one text for one issue, and nothing else reads as one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import to_builtins
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import FormerName, IssueKind, Judge
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


def test_every_text_and_number_is_written_as_sorted_json_without_blanks(
    panel_issue: PanelIssue,
) -> None:
    @given(st.text(), st.integers())
    def check(text: str, number: int) -> None:
        issue = replace(panel_issue.issue, reason=text, kept=(text,), typist=number)
        judge = Judge(text, text, text, text, text, text)
        former = (FormerName(text, text),)
        whole = replace(panel_issue, judge=judge, issue=issue, former_names=former)
        data = write_issue_document(whole)
        plain = json.dumps(
            to_builtins(whole), sort_keys=True, separators=(",", ":"), ensure_ascii=False
        )
        assert data == plain.encode()
        assert read_issue_document(data) == whole

    check()


def test_no_text_is_written_in_two_ways(panel_issue: PanelIssue) -> None:
    good = write_issue_document(panel_issue)
    for data in (
        good.replace(b'"Kota', b'"\\u004bota'),
        good.replace(b'"Kota', b'"\\u004Bota'),
        good.replace(b'"Kota', b'"\\ud800'),
        good.replace(b'"Kota', b'"\\/'),
        good.replace(b'"Kota', b'"\x00'),
        good.replace(b'"typist":0', b'"typist":-0'),
        good.replace(b'"typist":0', b'"typist":1e0'),
        good.replace(b'"typist":0', b'"typist":1' + 5000 * b"0"),
        good.replace(b'"typist":0', b'"typist":' + 5000 * b"[" + 5000 * b"]"),
        b"\xef\xbb\xbf" + good,
    ):
        assert data != good
        with pytest.raises(ValueError):  # noqa: PT011 - any of several sentences for programmers
            read_issue_document(data)
