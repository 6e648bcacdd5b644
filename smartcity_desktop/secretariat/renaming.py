"""Correcting the name of a region: what it will be called, and recording it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.plenary.decisions import rule_name
from smartcity_desktop.plenary.recording import record_name

if TYPE_CHECKING:
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.plenary.recording import Backing
    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.office_facts import OfficeFacts


def name_to_be(facts: OfficeFacts, code: str, typed: str) -> str:
    """Return how a region would be called; nothing is recorded.

    Raises:
        InputError: why it cannot be called so.
    """
    return rule_name(code, typed, facts.roster).choice


def rename_region(office: Office, code: str, typed: str, backing: Backing) -> Decision:
    """Record the corrected name of a region; its code stays.

    Raises:
        RuleError: the results are declared. InputError: a name that cannot be, or no reason.
    """
    return record_name(office.file, code, typed, backing, office.clock)
