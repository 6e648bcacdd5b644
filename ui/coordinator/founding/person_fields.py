"""One person who signs: name, role, office, rank or NIP, and the certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtWidgets import QLineEdit, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.certificate_file import certificate_fingerprint
from ui.coordinator.founding.fields import BothField, LineField
from ui.theme import GAP_4, GAP_8, GAP_12
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.founding.draft import PersonDraft
    from ui.coordinator.founding.paper_form import PaperForm

SHOWN = 16
"""Letters of a fingerprint that stand on the page."""


class PersonFields(QWidget):
    """Fields for one person; an empty name leaves a line to write on.

    Attributes:
        person: as typed. name: its first field.
    """

    def __init__(
        self,
        form: PaperForm,
        title: str,
        person: PersonDraft,
        changed: Callable[[PersonDraft], object],
    ) -> None:
        """Show a person; ``changed`` is told every letter."""
        super().__init__()
        self._form, self.person, self._changed = form, person, changed
        say = form.say
        self.setAccessibleName(title)
        self.name = LineField(
            f"{title}: {say(message('name'))}", person.name, lambda text: self._set(name=text)
        )
        self.role = BothField(
            form.context,
            say(message("Role below the name")),
            person.role,
            lambda text: self._set(role=text),
        )
        self.institution = LineField(
            say(message("Institution")),
            person.institution,
            lambda text: self._set(institution=text),
        )
        self.identity = LineField(
            say(message("Rank or NIP, printed as it is")),
            person.identity,
            lambda text: self._set(identity=text),
        )
        self._certificate = label("", "quiet")
        choose = button(say(message("Choose the certificate")), self._choose)
        choose.setAccessibleDescription(title)
        self._forget = button(say(message("Not known")), lambda: self._take_certificate(""), "link")
        self._forget.setAccessibleDescription(title)
        first = row([self.name, self.institution, self.identity], gap=GAP_12)
        for place, share in enumerate((4, 3, 3)):
            first.setStretch(place, share)
        last = column([self._certificate, flow([choose, self._forget], gap=GAP_8)], gap=GAP_4)
        self.setLayout(column([first, self.role, last], gap=GAP_8))
        for edit in self.findChildren(QLineEdit):
            edit.setAccessibleDescription(title)
        self._say_certificate()

    def _set(self, **parts: object) -> None:
        self.person = replace(self.person, **parts)
        self._changed(self.person)

    def _choose(self) -> None:
        self._form.choose(message("Certificates"), "*.pem *.crt *.cer *.der", self.take_certificate)

    def take_certificate(self, path: Path) -> None:
        """Expect the certificate in this file."""
        self._form.take_over(path, lambda: certificate_fingerprint(path), self._take_certificate)

    def _take_certificate(self, fingerprint: str) -> None:
        self._set(certificate_sha256=fingerprint)
        self._say_certificate()

    def _say_certificate(self) -> None:
        known = self.person.certificate_sha256
        text = message("Expected certificate: {start}…", start=known[:SHOWN])
        if not known:
            text = message("Which certificate this person signs with is not known beforehand.")
        self._certificate.setText(self._form.say(text))
        self._certificate.setToolTip(known)
        self._forget.setEnabled(bool(known))
