"""What every subcommand is handed: language, terminal, clock, randomness, questions to people."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from smartcity_desktop.cli.passphrase import Passphrases, read_passphrase_file
from smartcity_desktop.cli.progress import show_progress
from smartcity_desktop.cli.terminal import Column
from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.language.catalogue import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from smartcity_desktop.cli.terminal import Terminal
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.language.catalogue import Catalogue


class Answer(Struct, frozen=True):
    """What a subcommand answers.

    Attributes:
        values: the one JSON object of ``--json``. Messages and paths in it become text.
        done: False ends with exit code 1: not verified, something refused.
    """

    values: Mapping[str, object]
    done: bool = True


def read_hidden(prompt: str) -> str:
    """Return a line typed without showing it."""
    from getpass import getpass

    return getpass(prompt, sys.stderr)


def read_line(prompt: str) -> str:
    """Return a line typed after a question; empty at the end of input."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    return sys.stdin.readline()


class Session(Struct, frozen=True):
    """One run of the command line.

    Attributes:
        catalogue: the language of the screen. terminal: where words go.
        paper: the language of documents: Indonesian unless --lang names another.
        as_json: one JSON object on stdout, every message on stderr.
        clock: the present. random_bytes: unpredictable bytes, so many.
        program: how the program was started, for examples and hints.
        seated: whether somebody sits at a keyboard and can be asked.
    """

    catalogue: Catalogue
    terminal: Terminal
    as_json: bool
    clock: Clock
    random_bytes: Callable[[int], bytes]
    paper: Language = Language.INDONESIAN
    program: str = "main.py"
    seated: bool = False
    read_hidden: Callable[[str], str] = read_hidden
    read_line: Callable[[str], str] = read_line
    passphrases: Passphrases = field(default_factory=Passphrases)

    @property
    def language(self) -> Language:
        """The language of the screen."""
        return self.catalogue.language

    def translate(self, text: Message) -> str:
        """Return a message in the language of the screen."""
        return self.catalogue.translate(text)

    def on_paper(self) -> Catalogue:
        """Return the catalogue of the documents' language, which may not be the screen's."""
        return self.catalogue if self.paper is self.language else load_catalogue(self.paper)

    def say(self, text: Message) -> None:
        """Tell the person something: on stdout, or on stderr beside JSON."""
        self.terminal.write_lines(self.translate(text), aside=self.as_json)

    def warn(self, text: Message) -> None:
        """Tell the person something that scripts should not read: always on stderr."""
        self.terminal.write_lines(self.translate(text), aside=True)

    def show_table(
        self, titles: Sequence[Message], rows: Sequence[Sequence[str]], figures: Sequence[int] = ()
    ) -> None:
        """Show aligned columns on stdout; nothing beside JSON, which says the same.

        Args:
            titles: of the columns, from left to right.
            rows: cells as printed.
            figures: places (from 0) of columns that are set to the right.
        """
        if self.as_json:
            return
        columns = [
            Column(self.translate(title), place in figures) for place, title in enumerate(titles)
        ]
        self.terminal.write_table(columns, rows)

    def progress(self, text: Message, total: int) -> AbstractContextManager[Callable[[], None]]:
        """Show how far a long work of ``total`` steps has come.

        ``with session.progress(message("Reading files"), 21) as advance: ... advance()``
        """
        return show_progress(self.terminal, self.translate(text), total)

    def ask_passphrase(self, file: Path | None, prompt: Message, *, twice: bool = False) -> str:
        """Return the passphrase from the file, or ask for it where somebody sits.

        Args:
            file: what ``--passphrase-file`` named, if anything.
            prompt: what is asked for ("Passphrase of your key").
            twice: a new passphrase is typed twice.

        Raises:
            InputError: nobody can be asked, it is empty, or the two differ.
        """
        if file is not None:
            return self.passphrases.keep(read_passphrase_file(file))
        if not self.seated:
            raise InputError(
                message(
                    "{prompt}: nobody can be asked here. Give the option --passphrase-file.",
                    prompt=prompt,
                )
            )
        typed = self.read_hidden(f"{self.translate(prompt)}: ")
        if not typed:
            raise InputError(message("The passphrase is empty. Nothing was changed."))
        again = message("{prompt}, once more", prompt=prompt)
        if twice and self.read_hidden(f"{self.translate(again)}: ") != typed:
            raise InputError(message("The two passphrases differ. Nothing was changed."))
        return self.passphrases.keep(typed)

    def confirm(self, question: Message, *, otherwise: bool) -> bool:
        """Ask for a yes or no; anything but a clear yes is a no.

        Args:
            question: a whole sentence with its question mark.
            otherwise: the answer where nobody can be asked.
        """
        if not self.seated:
            return otherwise
        yes = self.translate(message("yes"))
        choices = self.translate(message("[yes/no]"))
        reply = self.read_line(f"{self.translate(question)} {choices} ").strip().casefold()
        return reply in (yes, yes[0])

    def answer(self, values: Mapping[str, object]) -> None:
        """Write the one JSON object of this run, where JSON was asked for."""
        if self.as_json:
            self.terminal.write_json(values, self._plain)

    def refuse(self, problems: Sequence[Problem]) -> None:
        """Name every problem: one line each on stderr, and as JSON where it was asked for."""
        named = [
            {
                "where": self.catalogue.place(problem),
                "what": " ".join(self.translate(problem.what).split()),
            }
            for problem in problems
        ]
        for problem in named:
            where, what = problem["where"], problem["what"]
            self.terminal.write_line(f"{where}: {what}" if where else what, aside=True)
        self.answer({"error": named})

    def _plain(self, value: object) -> object:
        if isinstance(value, Message):
            return self.translate(value)
        if isinstance(value, Path):
            return str(value)
        raise TypeError(f"{type(value).__name__} has no form in JSON")
