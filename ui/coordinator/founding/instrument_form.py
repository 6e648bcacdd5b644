"""The instrument: one that ships or a file; viewed as judges will see it, its rules read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.draft import InstrumentDraft
from smartcity_desktop.founding.files import instrument_in
from smartcity_desktop.founding.reading_aloud import rules_aloud
from smartcity_desktop.instruments.shipped import shipped_instruments
from ui.coordinator.founding.fields import radio
from ui.coordinator.founding.instrument_view import InstrumentView
from ui.coordinator.founding.part_form import PartForm
from ui.theme import GAP_4, GAP_8
from ui.widgets.buttons import button
from ui.widgets.layouts import clear_layout, column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QRadioButton

    from smartcity_desktop.domain.instrument import Instrument
    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState

    Aloud = tuple[tuple[str, ...], tuple[str, ...]]


class InstrumentForm(PartForm):
    """Choosing, seeing, and hearing the rules.

    Attributes:
        offered: the answers, by name of the instrument's file.
    """

    def __init__(self, context: Context, state: FoundingState) -> None:
        """Show the chosen instrument."""
        super().__init__(context, state, message("By which instrument is it scored?"))
        self.offered: dict[str, QRadioButton] = {}
        self._shown: Instrument | None = None
        self._answers, answers = column(gap=GAP_4), QWidget()
        answers.setLayout(self._answers)
        own = button(self.say(message("Import an instrument (TOML)")), self._choose)
        self.body.addWidget(
            self.block(message("Choose an instrument"), [answers, row([own, None])])
        )
        self._about = column(gap=GAP_8)
        self.body.addLayout(self._about)
        for name, path in shipped_instruments().items():
            self._offer(name, path)
        self._name_shipped()
        chosen = state.draft.instrument.name
        if chosen and chosen not in self.offered:
            self._answers.addWidget(self._answer(chosen, lambda: None))
        self.refresh()

    def refresh(self) -> None:
        """Show what was chosen."""
        chosen = self.state.draft.instrument.name
        for name, answer in self.offered.items():
            answer.setChecked(name == chosen)
        instrument = self.state.reading.instrument
        if instrument is self._shown:
            return
        self._shown = instrument
        clear_layout(self._about)
        if instrument is not None:
            self._about.addWidget(self._facts(instrument))
            self._about.addWidget(InstrumentView(self.context, instrument))
            self._read_aloud(instrument)

    def import_file(self, path: Path) -> None:
        """Take an instrument over, or list everything that is wrong with it."""

        def taken(found: tuple[Instrument, bytes]) -> None:
            if path.name not in self.offered:
                self._answers.addWidget(self._answer(path.name, lambda: None))
            self.state.change(instrument=InstrumentDraft(path.name, found[1]))

        self.take_over(path, lambda: instrument_in(path), taken)

    def _choose(self) -> None:
        self.choose(message("Instruments"), "*.toml", self.import_file)

    def _offer(self, name: str, path: Path) -> None:
        self._answers.addWidget(self._answer(name, lambda: self._take_shipped(name, path)))

    def _name_shipped(self) -> None:
        """Put the titles of the instruments to their files, once they were read."""

        def read() -> dict[str, Instrument]:
            return {name: instrument_in(path)[0] for name, path in shipped_instruments().items()}

        def show(found: dict[str, Instrument]) -> None:
            if not isValid(self):
                return
            for name, instrument in found.items():
                title = self.context.words.text(instrument.title)
                self.offered[name].setText(f"{title} ({name})".replace("&", "&&"))
                self.offered[name].setAccessibleName(f"{title} ({name})")

        self.state.ask(lambda _: read(), show, lambda _: None)

    def _take_shipped(self, name: str, path: Path) -> None:
        def taken(found: tuple[Instrument, bytes]) -> None:
            self.state.change(instrument=InstrumentDraft(name, found[1]))
            self.show_no_trouble()

        self.take_over(path, lambda: instrument_in(path), taken, chosen=True)

    def _answer(self, name: str, chosen: Callable[[], object]) -> QRadioButton:
        self.offered[name] = radio(name, chosen, on=False)
        return self.offered[name]

    def _facts(self, instrument: Instrument) -> QWidget:
        words = self.context.words
        lines = [
            label(
                self.say(
                    message(
                        "Version {version}: {dimensions} dimensions, {indicators} indicators.",
                        version=instrument.version,
                        dimensions=len(instrument.dimensions),
                        indicators=len(instrument.indicators()),
                    )
                )
            )
        ]
        if words.text(instrument.notice):
            lines.append(label(words.text(instrument.notice), "quiet"))
        heading = label(words.text(instrument.title), "section")
        made = QWidget()
        made.setLayout(column([heading, *lines], gap=GAP_4))
        return made

    def _read_aloud(self, instrument: Instrument) -> None:
        words = self.context.words

        def read() -> Aloud:
            return rules_aloud(instrument, words.language, words.say)

        def show(aloud: Aloud) -> None:
            if isValid(self) and self._shown is instrument:
                rules, example = aloud
                for title, sentences in (
                    (message("The rules, read aloud"), rules),
                    (message("A worked example on invented numbers"), example),
                ):
                    self._about.addWidget(self.block(title, _numbered(sentences)))

        self.state.ask(lambda _: read(), show, lambda _: None)


def _numbered(sentences: tuple[str, ...]) -> list[QWidget]:
    return [label(f"{number}. {each}") for number, each in enumerate(sentences, start=1)]
