"""How a subcommand says what it takes: arguments, options and help, each as a message.

Messages become words of the screen's language when a command is loaded (``speak``), so that one
definition serves every language.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeAlias, TypedDict, Unpack

import click
from msgspec import Struct

from smartcity_desktop.domain.message import Message, message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartcity_desktop.cli.session import Answer, Session
    from smartcity_desktop.language.catalogue import Catalogue

P = ParamSpec("P")
Decorator: TypeAlias = "Callable[[Callable[..., Any]], Callable[..., Any]]"

PATH = click.Path(path_type=Path)
"""A file or folder. Whether it exists is not grammar: the core says what is wrong with it."""

OPTIONS = message("[OPTIONS]")


class Example(Struct, frozen=True):
    """A command that works as it stands, and what it does."""

    arguments: str
    meaning: Message


class OptionTerms(TypedDict, total=False):
    """What else an option may say; each as ``click.Option`` takes it."""

    type: click.ParamType[Any]
    required: bool
    default: object
    show_default: bool
    multiple: bool
    nargs: int
    is_flag: bool
    envvar: str
    expose_value: bool


class ArgumentTerms(TypedDict, total=False):
    """What else an argument may say; each as ``click.Argument`` takes it."""

    type: click.ParamType[Any]
    required: bool
    default: object
    nargs: int


class SpokenOption(click.Option):
    """An option whose help and placeholder are messages."""

    def __init__(
        self,
        names: Sequence[str],
        *,
        meaning: Message,
        shown: Message | str | None = None,
        **terms: Unpack[OptionTerms],
    ) -> None:
        """Take what ``click.Option`` takes, with messages in place of its texts."""
        super().__init__(names, **terms)
        self.meaning = meaning
        self.shown = shown

    def speak(self, catalogue: Catalogue) -> None:
        """Put help and placeholder into the language."""
        self.help = catalogue.translate(self.meaning)
        self.metavar = _in_words(self.shown, catalogue)


class SpokenArgument(click.Argument):
    """An argument whose help and placeholder are messages."""

    def __init__(
        self,
        names: Sequence[str],
        *,
        meaning: Message,
        shown: Message | str,
        **terms: Unpack[ArgumentTerms],
    ) -> None:
        """Take what ``click.Argument`` takes, with messages in place of its texts."""
        super().__init__(names, **terms)
        self.meaning = meaning
        self.shown = shown

    def speak(self, catalogue: Catalogue) -> None:
        """Put help and placeholder into the language."""
        self.help = catalogue.translate(self.meaning)
        word = _in_words(self.shown, catalogue) or ""
        word = word if self.required else f"[{word}]"
        self.metavar = word if self.nargs == 1 else f"{word}..."


class Subcommand(click.Command):
    """A command that teaches: what it does, what it takes, examples that work."""

    def __init__(
        self,
        name: str | None,
        callback: Callable[..., Answer | None],
        params: Sequence[click.Parameter],
        help: str | None = None,  # noqa: A002  the name under which click hands the docstring over
        details: Sequence[Message] = (),
        examples: Sequence[Example] = (),
    ) -> None:
        """Take what ``click.command`` hands over, details and examples."""
        super().__init__(name, callback=callback, params=[*params, *common_options()], help=help)
        self.details = details
        self.examples = examples
        self._spoken_examples: list[tuple[str, str]] = []
        self._heading = ""

    def speak(self, catalogue: Catalogue, summary: Message) -> None:
        """Put every text of the command into the language.

        Args:
            catalogue: of the screen's language.
            summary: the sentence that stands in the table of commands; the help begins with it.
        """
        paragraphs = (summary, *self.details)
        self.help = "\n\n".join(catalogue.translate(text) for text in paragraphs)
        self.options_metavar = catalogue.translate(OPTIONS)
        for param in self.params:
            if isinstance(param, SpokenOption | SpokenArgument):
                param.speak(catalogue)
        self._heading = catalogue.translate(message("Examples"))
        self._spoken_examples = [
            (example.arguments, catalogue.translate(example.meaning)) for example in self.examples
        ]

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples after everything else, each on one line to copy."""
        if not self.examples:
            return
        program = ctx.find_root().info_name
        with formatter.section(self._heading):
            for arguments, meaning in self._spoken_examples:
                formatter.write_text(meaning)
                indent = " " * (formatter.current_indent + 2)
                formatter.write(f"{indent}python {program} {arguments}\n")


def subcommand(
    *details: Message, examples: Sequence[Example] = ()
) -> Callable[[Callable[Concatenate[Session, P], Answer | None]], click.Command]:
    """Make a subcommand of a function whose first argument is the session.

    Args:
        details: paragraphs of help after the summary, which stands in the table of commands.
        examples: what a person types, without the program's name.
    """

    def decorate(function: Callable[Concatenate[Session, P], Answer | None]) -> click.Command:
        make = click.command(cls=Subcommand, details=details, examples=examples)
        return make(click.pass_obj(function))

    return decorate


def option(
    *names: str, meaning: Message, shown: Message | str | None = None, **terms: Unpack[OptionTerms]
) -> Decorator:
    """Declare an option.

    Args:
        names: ``"--reason"``; more names and the Python name as ``click.option`` takes them.
        meaning: one sentence of help.
        shown: the placeholder in the help ("FILE", "JUDGE").
        terms: see ``OptionTerms``.
    """
    return click.option(*names, cls=SpokenOption, meaning=meaning, shown=shown, **terms)


def argument(
    name: str, *, meaning: Message, shown: Message | str, **terms: Unpack[ArgumentTerms]
) -> Decorator:
    """Declare a positional argument; see ``option``."""
    return click.argument(name, cls=SpokenArgument, meaning=meaning, shown=shown, **terms)


def passphrase_option(meaning: Message) -> Decorator:
    """Declare ``--passphrase-file``, handed over as ``passphrase_file: Path | None``."""
    return option("--passphrase-file", meaning=meaning, shown=message("FILE"), type=PATH)


def common_options() -> list[SpokenOption]:
    """Return what every command takes; the edge has read both before the command runs."""
    return [
        SpokenOption(
            ["--json"],
            meaning=message("Write one JSON object on stdout and every message on stderr."),
            is_flag=True,
            expose_value=False,
        ),
        SpokenOption(
            ["--lang"],
            meaning=message("Language of the screen; SMARTCITY_LANG sets it for good."),
            type=click.Choice(["id", "en"]),
            envvar="SMARTCITY_LANG",
            expose_value=False,
        ),
    ]


def _in_words(shown: Message | str | None, catalogue: Catalogue) -> str | None:
    return catalogue.translate(shown) if isinstance(shown, Message) else shown
