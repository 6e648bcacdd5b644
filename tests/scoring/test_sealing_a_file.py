"""A seal freezes what is finished, again and again, and loses nothing on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.scoring.relocating import move_sheet
from smartcity_desktop.scoring.seal import seal_panel_file
from smartcity_desktop.sealing.proof import open_seal
from tests.scoring.jury import JUDGES, score_all

if TYPE_CHECKING:
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.scoring.seal import Sealed
    from smartcity_desktop.sealing.manifest import Manifest
    from smartcity_desktop.sealing.signer import Signer
    from tests.scoring.jury import Jury


def last_manifest(desk: Desk) -> Manifest:
    last = desk.panel.seals.last()
    assert last is not None
    return open_seal(last.jws)[2]


def seal(desk: Desk, signer: Signer, jury: Jury, reason: str = "") -> Sealed:
    return seal_panel_file(desk, signer, reason, jury.clock)


def test_only_finished_sheets_are_sealed(desk: Desk, signer: Signer, jury: Jury) -> None:
    score_all(desk, "64.71")
    desk.record_score("64.72", "A1", 4)
    sealed = seal(desk, signer, jury)
    assert (sealed.number, sealed.fresh) == (1, True)
    assert (sealed.sealed, sealed.open) == (("64.71",), ("64.72", "64.74"))
    manifest = last_manifest(desk)
    assert [region for region, _ in manifest.sheets] == ["64.71"]
    assert (manifest.open, manifest.earlier, manifest.reason) == (("64.72", "64.74"), (), "")
    assert manifest.judge == JUDGES[0].id
    assert manifest.log.count == 1
    assert [act.kind for act in desk.panel.acts.all()] == ["enrol", "seal"]


def test_nothing_finished_is_nothing_sealed(desk: Desk, signer: Signer, jury: Jury) -> None:
    desk.record_score("64.71", "A1", 4)
    with pytest.raises(RuleError, match="No score sheet is finished"):
        seal(desk, signer, jury)
    assert desk.panel.seals.last() is None


def test_every_seal_is_a_whole_and_names_all_before_it(
    desk: Desk, signer: Signer, jury: Jury
) -> None:
    digests = []
    for code in ("64.71", "64.72", "64.74"):
        desk.report_absent(code, "tidak hadir")
        digests.append(seal(desk, signer, jury).digest)
    manifest = last_manifest(desk)
    assert manifest.number == 3
    assert manifest.earlier == tuple(sorted(digests[:2]))
    assert [region for region, _ in manifest.sheets] == ["64.71", "64.72", "64.74"]
    assert manifest.open == ()
    assert len(desk.panel.seals.sheets()) == 3


def test_sealing_without_a_change_is_the_same_seal(desk: Desk, signer: Signer, jury: Jury) -> None:
    score_all(desk, "64.71")
    first = seal(desk, signer, jury)
    desk.record_score("64.72", "A1", 4)
    again = seal(desk, signer, jury, "tidak perlu")
    assert not again.fresh
    assert (again.digest, again.receipt) == (first.digest, first.receipt)
    assert (again.sealed, again.open) == (first.sealed, first.open)
    assert len(desk.panel.seals.all()) == 1


def test_a_changed_sheet_needs_a_reason(desk: Desk, signer: Signer, jury: Jury) -> None:
    score_all(desk, "64.71")
    score_all(desk, "64.72")
    seal(desk, signer, jury)
    before = dict(last_manifest(desk).sheets)
    desk.record_score("64.71", "A1", 1)
    with pytest.raises(RuleError, match=r"have changed \(64\.71\)"):
        seal(desk, signer, jury, "  ")
    assert len(desk.panel.seals.all()) == 1
    with pytest.raises(InputError, match="500"):
        seal(desk, signer, jury, "x" * 501)
    seal(desk, signer, jury, " salah\tketik ")
    manifest = last_manifest(desk)
    assert manifest.reason == "salah ketik"
    assert dict(manifest.sheets)["64.72"] == before["64.72"]
    assert dict(manifest.sheets)["64.71"] != before["64.71"]
    assert before["64.71"] in desk.panel.seals.sheets()


@pytest.mark.parametrize("how", ["cleared", "moved"])
def test_a_withdrawn_sheet_needs_a_reason(desk: Desk, signer: Signer, jury: Jury, how: str) -> None:
    score_all(desk, "64.71")
    seal(desk, signer, jury)
    if how == "cleared":
        desk.clear_score("64.71", "A1")
    else:
        move_sheet(desk, "64.71", "64.72", "salah daerah")
    with pytest.raises(RuleError, match=r"64\.71"):
        seal(desk, signer, jury)
    sealed = seal(desk, signer, jury, "ditarik")
    assert sealed.sealed == (() if how == "cleared" else ("64.72",))
    assert "64.71" in last_manifest(desk).open


def test_undo_stops_at_the_seal(desk: Desk, signer: Signer, jury: Jury) -> None:
    score_all(desk, "64.71")
    seal(desk, signer, jury)
    frozen = desk.sheets()
    assert desk.undo() == ()
    assert desk.redo() == ()
    desk.record_score("64.71", "A1", 1)
    assert desk.undo() == ("64.71",)
    assert desk.undo() == ()
    assert desk.sheets() == frozen


def test_nobody_seals_before_enrolment(fresh: Desk, jury: Jury) -> None:
    other = jury.sit("j2-1")
    with other.panel:
        key = jury.enrol(other)
    with pytest.raises(RuleError, match="not confirmed"):
        seal(fresh, key, jury)
