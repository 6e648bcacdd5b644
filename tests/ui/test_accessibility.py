"""What a screen reader and the Tab key meet on every page: names, roles, states, order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias, cast

import pytest
from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.ui.scenes import SCENES
from tests.ui.stage import open_stage
from tests.ui.stage_context import stage_context
from ui.pages.scoring_page import ScoringPage
from ui.style import dress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.stage import Stage

Role: TypeAlias = QAccessible.Role
Text: TypeAlias = QAccessible.Text
ACTIVE = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.EditableText,
    Role.ComboBox, Role.SpinBox, Role.Slider, Role.List, Role.Table, Role.Tree, Role.Link,
}  # fmt: skip
WHOLES = {
    Role.List,
    Role.Table,
    Role.Tree,
    Role.ComboBox,
}
"""What is one stop; its items are asked of the model."""


@dataclass(frozen=True)
class Heard:
    """One node of the tree, as a screen reader gets it."""

    role: Role
    name: str
    value: str
    description: str
    box: QRect
    widget: QWidget | None
    focusable: bool
    checked: bool
    disabled: bool


@dataclass(frozen=True)
class Scene:
    """A page in the window, and all that is heard of it."""

    window: QWidget
    heard: tuple[Heard, ...]


def nodes(of: QAccessibleInterface) -> Iterator[Heard]:
    """Yield what is in sight, in reading order."""
    state = of.state()
    if state.invisible:
        return
    role, widget = Role(of.role()), of.object()
    yield Heard(
        role,
        of.text(Text.Name),
        of.text(Text.Value),
        of.text(Text.Description),
        of.rect(),
        widget if isinstance(widget, QWidget) else None,
        bool(state.focusable),
        bool(state.checked),
        bool(state.disabled),
    )
    if role not in WHOLES:
        for child in children(of):
            yield from nodes(child)


def children(of: QAccessibleInterface) -> list[QAccessibleInterface]:
    found = [cast("QAccessibleInterface | None", of.child(n)) for n in range(of.childCount())]
    return [each for each in found if each is not None and each.isValid()]


def tree(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("panggung")
    context = stage_context(folder / "laptop")
    dress(qapp, context.theme)
    made = open_stage(folder / "asal", folder, context)
    made.window.resize(QSize(1366, 768))
    made.window.show()
    yield made
    made.front.close()
    made.window.close()
    made.window.deleteLater()


PAGES = (
    "mulai", "bukan-berkas-juri", "pendaftaran", "pendaftaran-latihan", "menilai", "menilai-47",
    "menilai-0-100", "menilai-kosong", "berdampingan", "menyegel", "menyegel-kosong",
    "baru-name-penuh", "baru-paper-penuh", "baru-instrument-penuh", "baru-regions-keliru",
    "baru-judges-penuh", "baru-assignments-penuh", "baru-key-penuh",
)  # fmt: skip
"""Every page; dialogs and what unfolds inside a page are not among them."""


@pytest.fixture(scope="module", params=PAGES)
def scene(request: pytest.FixtureRequest, stage: Stage) -> Scene:
    SCENES[request.param](stage)
    stage.window.activateWindow()
    page = stage.window.page
    if isinstance(page, ScoringPage):
        page.sheet.rows.make_all()
    for _ in range(20):
        QCoreApplication.processEvents()
    return Scene(stage.window, tuple(nodes(tree(stage.window))))


def test_every_control_has_a_name_and_a_role(scene: Scene) -> None:
    for node in scene.heard:
        if node.focusable or node.role in ACTIVE:
            assert node.name.strip(), f"{node.role} {node.widget} {node.box}"
            assert node.role in ACTIVE, f"{node.role} {node.name}"
        if node.role is Role.ProgressBar:
            assert node.name
            assert node.value


def test_what_is_disabled_says_why(scene: Scene) -> None:
    for node in scene.heard:
        if node.disabled and node.role is Role.Button and node.widget is not None:
            primary = node.widget.property("kind") == "primary"
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
    assert list(out_of_order(tree(scene.window))) == []


def out_of_order(of: QAccessibleInterface) -> Iterator[str]:
    """Yield what is read after something that stands below it, or right of it."""
    if of.state().invisible or Role(of.role()) in WHOLES:
        return
    seen = [each for each in children(of) if not each.state().invisible]
    seen = [each for each in seen if each.rect().isValid()]
    for one, other in pairwise(seen):
        a, b = one.rect(), other.rect()
        above = b.bottom() < a.top()
        beside = b.right() < a.left() and b.top() <= a.bottom()
        if above or beside:
            yield f"{_say(one)} before {_say(other)}"
    for each in seen:
        yield from out_of_order(each)


def _say(of: QAccessibleInterface) -> str:
    return f"{Role(of.role()).name} {of.text(Text.Name)!r} {of.rect().getRect()}"


def test_the_tab_key_goes_in_the_order_of_reading(scene: Scene) -> None:
    read = [
        node.widget for node in scene.heard if node.widget is not None and takes_tab(node.widget)
    ]
    start = read[0]
    met: list[QWidget] = [start]
    at: QWidget | None = start.nextInFocusChain()
    while at is not None and at is not start:
        if takes_tab(at) and at.isVisibleTo(scene.window):
            met.append(at)
        at = at.nextInFocusChain()
    met = [each for each in met if each in read]
    order = [told(each) for each in met], [told(each) for each in read]
    assert order[0] == order[1], "\n".join(f"{a} | {b}" for a, b in zip(*order, strict=False))


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()} {widget.accessibleDescription()}"


@pytest.fixture(scope="module")
def scoring(stage: Stage) -> tuple[Heard, ...]:
    SCENES["menilai"](stage)
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
