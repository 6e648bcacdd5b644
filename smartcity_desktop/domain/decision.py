"""Decisions of the plenary: a closed list; none alters a score or a total."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class DecisionKind(Enum):
    """What only people may decide, with the form of its subject.

    VOID: a seal digest, or seal digest and region code. TIE: codes, best first.
    KEY: judge id and thumbprint. RECUSE: judge and region. STATUS: region and status.
    NAME: region and the name it bore until then; the corrected one is the choice.
    REISSUE: old issue id and the seal digests that stand. WAIVE: missing pairs as
    ``judge:region``. ADMIT: the digest of a late seal. SELECT, LEAVE: region code and band name.
    """

    VOID = "void"
    TIE = "tie"
    KEY = "key"
    RECUSE = "recuse"
    STATUS = "status"
    NAME = "name"
    REISSUE = "reissue"
    WAIVE = "waive"
    ADMIT = "admit"
    SELECT = "select"
    LEAVE = "leave"


class Manner(Enum):
    """How the plenary decided."""

    CONSENSUS = "musyawarah"
    VOTE = "vote"


class Decision(Struct, frozen=True):
    """One recorded decision. Names digests, codes and thumbprints, never rows.

    Attributes:
        number: 1, 2, 3 ... in the order in which they were recorded.
        subject: see DecisionKind. choice: what was decided where the subject alone does not say
            it (a status, or a corrected name); may be empty.
        basis: digest of the facts decided on (codes and exact totals, missing pairs); empty for
            the kinds that do not lapse. When the facts change, the decision lapses.
    """

    number: int
    kind: DecisionKind
    subject: tuple[str, ...]
    choice: str
    by: str
    reason: str
    at: str
    basis: str = ""
    manner: Manner = Manner.CONSENSUS
    votes_for: int = 0
    votes_against: int = 0
