"""Reading one part of a results document after another; each function takes the JSON it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import (
    Assessment,
    Assignment,
    ConflictOfInterest,
    Issue,
    IssueKind,
    Judge,
    Mode,
    Region,
    RegionStanding,
    RegionStatus,
    Roster,
)
from smartcity_desktop.domain.decision import Decision, DecisionKind
from smartcity_desktop.domain.region_names import with_corrected_names
from smartcity_desktop.domain.results import Lack, LackKind
from smartcity_desktop.results.anonymous import NAMES_NOBODY
from smartcity_desktop.results.facts import (
    CountedPayload,
    CountedSeal,
    RankedRow,
    ResultsFacts,
    UnrankedRow,
)
from smartcity_desktop.results.in_force import number_decisions, ruling_of

if TYPE_CHECKING:
    from fractions import Fraction

    from smartcity_desktop.results.facts import Pair
    from smartcity_desktop.results.strict_json import Node

PARTS = (
    "format", "assessment", "instrument_sha256", "regions", "judges", "issues", "assignments",
    "conflicts", "recusals", "absences", "seals", "sheets", "decisions", "waivers", "ranked",
    "not_ranked",
)  # fmt: skip

PUBLIC_PARTS = (
    "format", "assessment", "instrument_sha256", "regions", "panel_sha256", "seals", "decisions",
    "ranked", "not_ranked",
)  # fmt: skip
"""Of a document that names no judge."""


def read_parts(root: Node) -> ResultsFacts:
    """Return the facts in the outermost object.

    Raises:
        MisplacedError: something is missing, unknown, of another type or out of order.
    """
    parts = dict(zip(PARTS, root.fields(*PARTS), strict=True))
    decisions = parts["decisions"].ascending(_decision, ruling_of)
    waivers = parts["waivers"].ascending(_waiver, ruling_of)
    return ResultsFacts(
        roster=with_corrected_names(_roster(parts), decisions),
        recusals=parts["recusals"].ascending(_pair, lambda pair: pair),
        absences=parts["absences"].ascending(_pair, lambda pair: pair),
        seals=parts["seals"].ascending(_seal, lambda s: (s.digest, s.judge, s.issue)),
        sheets=parts["sheets"].ascending(_sheet, lambda s: (s.judge, s.region)),
        decisions=number_decisions([*decisions, *waivers]),
        ranked=parts["ranked"].ascending(_ranked, lambda row: (row.rank, row.code)),
        not_ranked=parts["not_ranked"].ascending(_unranked, lambda row: row.code),
    )


def read_public_parts(root: Node) -> ResultsFacts:
    """Return the facts in the outermost object of a document that names no judge.

    Raises:
        MisplacedError: something is missing, unknown, of another type or out of order.
    """
    parts = dict(zip(PUBLIC_PARTS, root.fields(*PUBLIC_PARTS), strict=True))
    digests = _sorted_texts(parts["seals"])
    decisions = parts["decisions"].ascending(_decision_about_regions, ruling_of)
    panel = parts["panel_sha256"]
    if not re.fullmatch("[0-9a-f]{64}", panel.text()):
        panel.refuse()
    regions = parts["regions"].ascending(_region, lambda pair: pair[0].code)
    roster = Roster(
        _assessment(parts),
        tuple(region for region, _ in regions),
        (),
        (),
        (),
        tuple(standing for _, standing in regions),
        (),
    )
    return ResultsFacts(
        roster=with_corrected_names(roster, decisions),
        recusals=(),
        absences=(),
        seals=tuple(CountedSeal(digest, "", "", "") for digest in digests),
        sheets=(),
        decisions=number_decisions(decisions),
        ranked=parts["ranked"].ascending(_ranked, lambda row: (row.rank, row.code)),
        not_ranked=parts["not_ranked"].ascending(_unranked, lambda row: row.code),
        panel_sha256=panel.text(),
    )  # fmt: skip


def _assessment(parts: dict[str, Node]) -> Assessment:
    identity, title, mode, public_key = parts["assessment"].fields(
        "id", "title", "mode", "public_key"
    )
    return Assessment(
        id=identity.text(),
        title=title.text(),
        mode=mode.choice(Mode),
        created_at="",
        instrument_sha256=parts["instrument_sha256"].text(),
        public_key=public_key.text(),
    )


def _roster(parts: dict[str, Node]) -> Roster:
    regions = parts["regions"].ascending(_region, lambda pair: pair[0].code)
    pairs = parts["assignments"].ascending(_pair, lambda pair: pair)
    return Roster(
        assessment=_assessment(parts),
        regions=tuple(region for region, _ in regions),
        judges=parts["judges"].ascending(_judge, lambda judge: judge.id),
        assignments=tuple(Assignment(*pair) for pair in pairs),
        conflicts=parts["conflicts"].ascending(_conflict, lambda c: (c.judge, c.region, c.source)),
        standings=tuple(standing for _, standing in regions),
        issues=parts["issues"].ascending(_issue, lambda issue: issue.id),
    )


def _region(node: Node) -> tuple[Region, RegionStanding]:
    code, name, province, status = node.fields("code", "name", "province", "status")
    region = Region(code.text(), name.text(), province.text())
    return region, RegionStanding(region.code, status.choice(RegionStatus), "")


def _judge(node: Node) -> Judge:
    identity, name, home, thumbprints = node.fields("id", "name", "home_region", "thumbprints")
    _sorted_texts(thumbprints)  # they follow from the seals; comparing the bytes proves them
    return Judge(identity.text(), name.text(), home_region=home.text())


def _issue(node: Node) -> Issue:
    identity, judge, kind, regions, public_key, replaces, kept, typist = node.fields(
        "id", "judge", "kind", "regions", "public_key", "replaces", "kept", "typist"
    )
    return Issue(
        id=identity.text(),
        judge=judge.text(),
        kind=kind.choice(IssueKind),
        regions=_sorted_texts(regions),
        public_key=public_key.text(),
        issued_at="",
        replaces=replaces.text(),
        kept=_sorted_texts(kept),
        typist=typist.count(),
    )


def _pair(node: Node) -> Pair:
    items = node.texts()
    if len(items) != 2:
        node.refuse()
    return items[0], items[1]


def _conflict(node: Node) -> ConflictOfInterest:
    items = node.texts()
    if len(items) != 3:
        node.refuse()
    return ConflictOfInterest(*items, reason="")


def _seal(node: Node) -> CountedSeal:
    return CountedSeal(*(n.text() for n in node.fields("digest", "judge", "issue", "thumbprint")))


def _sheet(node: Node) -> CountedPayload:
    return CountedPayload(*(n.text() for n in node.fields("judge", "region", "sha256", "seal")))


def _decision(node: Node) -> Decision:
    kind, subject, choice, basis = node.fields("kind", "subject", "choice", "basis")
    found = kind.choice(DecisionKind)
    if found is DecisionKind.WAIVE:
        kind.refuse()
    return Decision(0, found, subject.texts(), choice.text(), "", "", "", basis.text())


def _decision_about_regions(node: Node) -> Decision:
    decision = _decision(node)
    if decision.kind not in NAMES_NOBODY:
        node.refuse()
    return decision


def _waiver(node: Node) -> Decision:
    basis, pairs = node.fields("basis", "pairs")
    return Decision(0, DecisionKind.WAIVE, pairs.texts(), "", "", "", "", basis.text())


def _ranked(node: Node) -> RankedRow:
    rank, code, total, unrounded, printed, dimensions, judges, *rest = node.fields(
        "rank", "code", "total", "unrounded", "printed", "dimensions", "judges", "selection",
        "grade", "tied_with", "decided",
    )  # fmt: skip
    selection, grade, tied_with, decided = rest
    return RankedRow(
        rank=rank.count(),
        code=code.text(),
        total=total.ratio(),
        unrounded=unrounded.ratio(),
        printed=printed.text(),
        dimensions=tuple((n, _value(v)) for n, v in sorted(dimensions.entries().items())),
        judges=judges.count(),
        selection=selection.text(),
        grade=grade.text(),
        tied_with=_sorted_texts(tied_with),
        decided=decided.text(),
    )


def _value(node: Node) -> Fraction | None:
    return None if node.value == "" else node.ratio()


def _unranked(node: Node) -> UnrankedRow:
    code, reasons = node.fields("code", "reasons")
    return UnrankedRow(code.text(), tuple(_lack(item) for item in reasons.items()))


def _lack(node: Node) -> Lack:
    kind, unit, have, need = node.fields("kind", "unit", "have", "need")
    return Lack(kind.choice(LackKind), unit.text(), have.count(), need.count())


def _sorted_texts(node: Node) -> tuple[str, ...]:
    return node.ascending(lambda item: item.text(), lambda text: text)
