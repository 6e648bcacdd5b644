"""Importing a list: whole, or step by step through what is offered; nothing is half imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from shiboken6 import isValid

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.files import table_in
from smartcity_desktop.founding.list_import import attempt_list

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.founding.list_import import Attempt, ListKind
    from smartcity_desktop.tables.mending import Correction
    from smartcity_desktop.tables.table import Table
    from ui.coordinator.founding.part_form import PartForm

T = TypeVar("T")


class ListImport(Generic[T]):
    """One file on its way in; the draft does not change before the list is taken over whole."""

    def __init__(
        self, form: PartForm, path: Path, kind: ListKind[T], taken: Callable[[T], object]
    ) -> None:
        """Read a file beside the window; ``taken`` gets what it says."""
        self._form, self._path, self._kind, self._taken = form, path, kind, taken
        self._attempt: Attempt[T] | None = None
        # Two clicks may come before the first is read.
        self._accepted: tuple[Correction, ...] = ()
        form.state.ask(
            lambda _: attempt_list(kind.complete(table_in(path)), kind), self._read, self._fail
        )

    def accept(self, corrections: tuple[Correction, ...]) -> None:
        """Read again with these corrections as well."""
        if self._attempt is not None:
            self._try(self._attempt.table, (*self._accepted, *corrections))

    def forget(self) -> None:
        """Read again without any correction."""
        if self._attempt is not None:
            self._try(self._attempt.table, ())

    def take_over(self) -> None:
        """Take the list over with what was accepted."""
        if self._attempt is not None:
            self._take(self._attempt)

    def _try(self, table: Table, accepted: tuple[Correction, ...]) -> None:
        kind, self._accepted = self._kind, accepted
        self._form.state.ask(lambda _: attempt_list(table, kind, accepted), self._show, self._fail)

    def _read(self, attempt: Attempt[T]) -> None:
        """Take a list over at once with which nothing is wrong."""
        self._attempt = attempt
        if attempt.value is not None:
            self._take(attempt)
            return
        self._show(attempt)
        if isValid(self._form):
            self._form.refused_file.emit()

    def _take(self, attempt: Attempt[T]) -> None:
        value = attempt.value
        if value is None:
            return
        if isValid(self._form):
            what = _taken(self._path, attempt.passed_over)
            self._form.replace(what, lambda: self._taken(value))
        else:
            self._taken(value)

    def _show(self, attempt: Attempt[T]) -> None:
        self._attempt = attempt
        if not isValid(self._form):
            return
        form = self._form
        left = [t.problem for t in attempt.troubles if not t.corrections]
        if left:
            form.refused.show_problems(_refused(self._path), left)
        else:
            form.refused.show_nothing()
        form.offers.show_attempt(attempt)  # type: ignore[arg-type] # whatever the list says

    def _fail(self, error: ExpectedError) -> None:
        if isValid(self._form):
            self._form.offers.hide()
            self._form.refused.show_problems(_refused(self._path), error.problems)
            self._form.refused_file.emit()


def _taken(path: Path, passed_over: tuple[str, ...]) -> Message:
    if not passed_over:
        return message("{file} was taken over.", file=path.name)
    return message(
        "{file} was taken over. Columns that are not known here were passed over: {titles}.",
        file=path.name,
        titles=", ".join(passed_over),
    )


def _refused(path: Path) -> Message:
    return message(
        "{file} was not taken over, and nothing was changed. Correct these places in the file and "
        "import it again:",
        file=path.name,
    )
