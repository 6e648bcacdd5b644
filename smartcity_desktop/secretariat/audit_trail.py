"""The audit log as people read it: every act in words, and whether its chain is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.decision import Manner
from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.audit_words import DETAILS, KINDS, VALUES
from smartcity_desktop.tables.writing import write_csv
from smartcity_desktop.verifying.acts import check_chain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from smartcity_desktop.domain.audit import Act
    from smartcity_desktop.domain.check import Check
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office import Office

NAMED = frozenset({"subject", "region", "judge"})
"""Details in which codes of regions and ids of judges stand."""


class Trail(Struct, frozen=True):
    """Every act, and the check of the chain that holds them together.

    Attributes:
        names: of regions by code and of judges by id, for whoever reads the acts.
    """

    acts: tuple[Act, ...]
    chain: Check
    names: Mapping[str, str]


class TrailLine(Struct, frozen=True):
    """One act in the language of the screen.

    Attributes:
        details: what the act was about, on one line.
    """

    number: int
    at: str
    kind: str
    details: str
    hash: str


def read_trail(office: Office) -> Trail:
    """Read every act and verify the chain from the first to the last."""
    acts, roster = office.file.acts.all(), office.file.rosters.read_without_assignments()
    names = {region.code: region.name for region in roster.regions}
    names |= {judge.id: judge.name for judge in roster.judges}
    return Trail(acts, check_chain(acts), names)


def check_trail(office: Office) -> Check:
    """Verify the chain alone, as whenever an assessment is opened."""
    return check_chain(office.file.acts.all())


def in_words(act: Act, names: Mapping[str, str], say: Callable[[Message], str]) -> TrailLine:
    """Return an act in words; what a newer program has recorded is shown as it stands.

    Args:
        act: as it stands in the log.
        names: of regions and judges, to stand behind codes and ids.
        say: translates.
    """
    kind = say(KINDS[act.kind]) if act.kind in KINDS else act.kind
    order = list(DETAILS)
    given = [(name, text) for name, text in act.details if text]
    given.sort(key=lambda pair: order.index(pair[0]) if pair[0] in DETAILS else len(order))
    voted = ("manner", Manner.VOTE.value) in given
    details = "; ".join(
        f"{say(DETAILS[name]) if name in DETAILS else name}: {_value(act, pair, names, say)}"
        for pair in given
        if (name := pair[0]) != "votes" or voted
    )
    return TrailLine(act.number, act.at, kind, details, act.hash)


def _value(
    act: Act, detail: tuple[str, str], names: Mapping[str, str], say: Callable[[Message], str]
) -> str:
    name, text = detail
    if name in NAMED:
        return " ".join(f"{w} ({names[w]})" if w in names else w for w in text.split(" "))
    if name == "votes":
        for_count, _, against_count = text.partition(" ")
        return say(message("{for_count} for, {against_count} against",
                           for_count=for_count, against_count=against_count))  # fmt: skip
    words = VALUES.get((act.kind, name), {})
    return say(words[text]) if text in words else text


def write_trail(lines: Sequence[TrailLine], say: Callable[[Message], str]) -> bytes:
    """Return the acts as CSV, the hash of each included."""
    titles = (
        message("Number"),
        message("Time (UTC)"),
        message("Act"),
        message("Details"),
        message("Hash"),
    )
    rows = ((line.number, line.at, line.kind, line.details, line.hash) for line in lines)
    return write_csv([[say(title) for title in titles], *rows])
