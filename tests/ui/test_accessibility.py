"""What a screen reader and the Tab key meet on every page and dialog, and in what unfolds there.

Whether its words have room and stand out is looked at here as well, for the scenes are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from tests.ui.hearing import ACTIVE, Heard, Role, nodes, out_of_order, takes_tab, told, tree
from tests.ui.legible import SMALLEST, USUAL, front_of, illegible
from tests.ui.scenes import SCENES
from tests.ui.stage import open_stage
from tests.ui.stage_context import stage_context
from ui.style import dress
from ui.widgets.tab_order import stops

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.stage import Stage

PLACES = dict.fromkeys(SCENES, USUAL) | {"laci": SMALLEST}
"""Every scene, and the size of its window: drawers are there in a small one only."""


class Scene(Struct, frozen=True):
    """What can be reached in the window, or in the dialog in front of it; all that is heard."""

    front: QWidget
    heard: tuple[Heard, ...]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("panggung")
    context = stage_context(folder / "laptop")
    dress(qapp, context.theme)
    made = open_stage(folder / "asal", folder, context)
    made.window.resize(USUAL)
    made.window.show()
    yield made
    made.end()


@pytest.fixture(scope="module", params=PLACES)
def scene(request: pytest.FixtureRequest, stage: Stage) -> Scene:
    stage.window.resize(PLACES[request.param])
    SCENES[request.param](stage)
    stage.settle()
    front = front_of(stage.window)
    front.activateWindow()
    for _ in range(20):
        QCoreApplication.processEvents()
    return Scene(front, tuple(nodes(tree(front))))


def test_every_control_has_a_name_and_a_role(scene: Scene) -> None:
    for node in scene.heard:
        if node.focusable or node.role in ACTIVE:
            assert node.name.strip(), f"{node.role} {node.widget} {node.box}"
            assert node.role in ACTIVE or is_text(node.widget), f"{node.role} {node.name}"
        if node.role is Role.ProgressBar:
            assert node.name
            assert node.value


def is_text(widget: QWidget | None) -> bool:
    """Say whether it takes the focus only so that its text can be selected with the mouse."""
    return isinstance(widget, QLabel) and not takes_tab(widget)


def test_a_dialog_is_a_dialog_with_a_name_and_has_the_focus(scene: Scene) -> None:
    if isinstance(scene.front, QDialog):
        first = scene.heard[0]
        assert first.role is QAccessible.Role.Dialog
        assert first.name == scene.front.windowTitle() != ""
        focused = scene.front.focusWidget()
        assert focused is not None
        assert takes_tab(focused)
        assert focused.isVisible()


def test_what_is_disabled_says_why(scene: Scene) -> None:
    for node in scene.heard:
        if node.disabled and node.role is Role.Button and node.widget is not None:
            primary = node.widget.objectName() == "primary"
            assert node.description or not primary, node.name


def test_states_are_those_on_screen(scene: Scene) -> None:
    for node in scene.heard:
        if isinstance(node.widget, QAbstractButton):
            assert node.checked is node.widget.isChecked()
            assert node.disabled is not node.widget.isEnabled()


def test_no_two_controls_sound_the_same(scene: Scene) -> None:
    """A name that comes twice is told apart by what it belongs to."""
    heard = [
        (node.name, node.description, node.role) for node in scene.heard if node.role in ACTIVE
    ]
    twice = {each for each in heard if heard.count(each) > 1}
    assert not twice


def test_reading_goes_down_the_page_and_from_left_to_right(scene: Scene) -> None:
    assert list(out_of_order(tree(scene.front))) == []


def test_the_tab_key_goes_in_the_order_of_reading(scene: Scene) -> None:
    met = list(stops(scene.front))
    read = [node.widget for node in scene.heard if node.widget in met]
    differ = [f"{told(a)} | {told(b)}" for a, b in zip(met, read, strict=False) if a is not b]
    assert differ[:1] == []
    assert len(met) == len(read)


def test_the_tab_key_reaches_every_control(scene: Scene) -> None:
    met = set(stops(scene.front))
    missed = [
        told(node.widget)
        for node in scene.heard
        if node.role in ACTIVE and node.widget is not None and node.widget not in met
        if takes_tab(node.widget) and node.role is not Role.RadioButton
    ]
    assert missed == []


def test_every_word_has_room_and_is_shown_clearly(scene: Scene, stage: Stage) -> None:
    """Comes last for every scene: what is there in a small window only is gone then."""
    assert scene.front is front_of(stage.window)
    assert illegible(stage, (SMALLEST, USUAL), drawn=True) == {}


@pytest.fixture(scope="module")
def scoring(stage: Stage) -> tuple[Heard, ...]:
    stage.window.resize(USUAL)
    SCENES["menilai"](stage)
    stage.settle()
    return tuple(nodes(tree(stage.window)))


def test_a_level_is_a_radio_button_and_says_whether_it_is_chosen(
    scoring: tuple[Heard, ...],
) -> None:
    levels = [
        node
        for node in scoring
        if node.role is Role.RadioButton and node.name.startswith(("1:", "2:", "3:", "4:"))
    ]
    assert len(levels) >= 16
    assert {node.checked for node in levels} == {True, False}
    assert all(node.description for node in levels)


def test_progress_is_heard_as_words_and_as_a_figure(scoring: tuple[Heard, ...]) -> None:
    bars = [node for node in scoring if node.role is Role.ProgressBar]
    assert [(bar.name, bar.value) for bar in bars] == [("6 dari 11 selesai", "6")]
