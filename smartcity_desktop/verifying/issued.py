"""What a panel file was issued with, against what a result says of the same people and places.

No seal covers it, but it was in every judge's hands before anybody scored.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import FormerName
from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.message import message
from smartcity_desktop.store.issue_document import read_issue_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.panel_issue import PanelIssue

    Stated = tuple[str, str, str]
    """What a text is about, as issued, and as the result states it."""


def check_issued(file: str, document: bytes, roster: Roster) -> Iterator[Check]:
    """Yield a failed check for every name that is not what the panel file was issued with.

    A region's name may have been corrected since then; the result states every name before.
    """
    try:
        issue = read_issue_document(document)
    except ValueError:
        what = message("{file} does not say properly whose panel file it is.", file=file)
        yield Check("issued", ok=False, detail=what)
        return
    for about, issued, stated in _texts(issue, roster):
        if unicodedata.normalize("NFC", issued) != unicodedata.normalize("NFC", stated):
            what = message(
                "{file} was issued with {about} “{issued}”, and the result says “{stated}”.",
                file=file,
                about=about,
                issued=issued,
                stated=stated,
            )
            yield Check("issued", ok=False, detail=what)


def _texts(issue: PanelIssue, roster: Roster) -> Iterator[Stated]:
    yield issue.assessment.id, issue.assessment.title, roster.assessment.title
    for judge in roster.judges:
        if judge.id == issue.judge.id:
            yield judge.id, issue.judge.name, judge.name
            yield judge.id, issue.judge.home_region, judge.home_region
    regions = {region.code: region for region in roster.regions}
    for region in issue.regions:
        stated = regions.get(region.code)
        if stated is not None:
            former = FormerName(region.code, region.name) in roster.former_names
            yield region.code, region.name, region.name if former else stated.name
            yield region.code, region.province, stated.province
