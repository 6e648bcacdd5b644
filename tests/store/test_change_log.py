"""Undo and redo walk the log back and forth, never beyond a seal, and lose nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartcity_desktop.store.panel_seals import StoredSeal

if TYPE_CHECKING:
    from smartcity_desktop.store.panel_file import PanelFile

AT = "2026-11-24T03:10:16Z"


def test_undo_and_redo_one_score(panel: PanelFile) -> None:
    panel.sheets.record("64.71", b"one", "score", AT)
    panel.sheets.record("64.71", b"two", "score", AT)
    assert panel.sheets.undo(AT) == ("64.71",)
    assert panel.sheets.payload("64.71") == b"one"
    assert panel.sheets.undo(AT) == ("64.71",)
    assert panel.sheets.payload("64.71") is None
    assert panel.sheets.undo(AT) == ()
    assert panel.sheets.redo(AT) == ("64.71",)
    assert panel.sheets.redo(AT) == ("64.71",)
    assert panel.sheets.redo(AT) == ()
    assert panel.sheets.payload("64.71") == b"two"
    kinds = [change.kind for change in panel.sheets.log.all()]
    assert kinds == ["score", "score", "undo", "undo", "redo", "redo"]


def test_swap_is_one_step(panel: PanelFile) -> None:
    panel.sheets.record("64.71", b"a", "score", AT)
    panel.sheets.record_together([("64.71", None), ("64.72", b"a'")], "move", AT)
    assert panel.sheets.payloads() == {"64.72": b"a'"}
    panel.sheets.undo(AT)
    assert panel.sheets.payloads() == {"64.71": b"a"}
    panel.sheets.redo(AT)
    assert panel.sheets.payloads() == {"64.72": b"a'"}


def test_undo_stops_at_a_seal(panel: PanelFile) -> None:
    panel.sheets.record("64.71", b"sealed", "score", AT)
    panel.seals.add(StoredSeal("d" * 64, 1, "j.w.s", AT), {"e" * 64: b"sealed"}, {})
    assert panel.sheets.undo(AT) == ()
    panel.sheets.record("64.71", b"later", "score", AT)
    panel.sheets.undo(AT)
    assert panel.sheets.undo(AT) == ()
    assert panel.sheets.payload("64.71") == b"sealed"


def test_new_change_ends_redo(panel: PanelFile) -> None:
    panel.sheets.record("64.71", b"one", "score", AT)
    panel.sheets.undo(AT)
    panel.sheets.record("64.72", b"other", "score", AT)
    assert panel.sheets.redo(AT) == ()
    assert panel.sheets.payloads() == {"64.72": b"other"}


ACTION = st.one_of(
    st.sampled_from(["undo", "redo"]),
    st.lists(
        st.tuples(
            st.sampled_from(["64.71", "64.72", "64.74"]),
            st.one_of(st.none(), st.binary(max_size=1).map(lambda b: b.hex().encode())),
        ),
        min_size=1,
        max_size=2,
    ),
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(ACTION, max_size=20))
def test_any_walk_equals_two_stacks(
    panel: PanelFile, actions: list[str | list[tuple[str, bytes | None]]]
) -> None:
    seals = len(panel.seals.all())
    panel.seals.add(StoredSeal(f"{seals}", seals + 1, "j.w.s", AT), {}, {})
    past: list[dict[str, bytes]] = []
    present = panel.sheets.payloads()
    future: list[dict[str, bytes]] = []
    for action in actions:
        if action == "undo":
            assert bool(panel.sheets.undo(AT)) == bool(past)
            if past:
                future.append(present)
                present = past.pop()
        elif action == "redo":
            assert bool(panel.sheets.redo(AT)) == bool(future)
            if future:
                past.append(present)
                present = future.pop()
        else:
            changes = [change for change in action if isinstance(change, tuple)]
            panel.sheets.record_together(changes, "score", AT)
            past.append(present)
            present = dict(present)
            for region, payload in changes:
                if payload is None:
                    present.pop(region, None)
                else:
                    present[region] = payload
            future.clear()
        assert panel.sheets.payloads() == present
    numbers = [change.number for change in panel.sheets.log.all()]
    assert numbers == list(range(1, len(numbers) + 1))
