"""The table of subcommands, and the group that imports one only when it is called.

How to write a subcommand. Its line in ``ENTRIES`` below names the module, the function and the
summary. The module lies beside this one, and nothing imports it but that line::

    '''Sets the status of a region.'''

    from __future__ import annotations

    from typing import TYPE_CHECKING

    from smartcity_desktop.cli.grammar import PATH, Example, argument, option, subcommand
    from smartcity_desktop.cli.session import Answer, Session
    from smartcity_desktop.domain.message import message

    if TYPE_CHECKING:
        from pathlib import Path


    @subcommand(
        message("The reason is printed in the minutes."),
        examples=(
            Example(
                'status kota.assessment 64.72 absent --reason "Tidak hadir tanpa kabar"',
                message("A region that was invited and did not come:"),
            ),
        ),
    )
    @argument("assessment", meaning=message("The assessment."), shown=message("FILE"), type=PATH)
    @argument("code", meaning=message("Code of the region."), shown=message("CODE"))
    @option("--reason", meaning=message("Why."), shown=message("REASON"), required=True)
    def status(session: Session, assessment: Path, code: str, reason: str) -> Answer:
        '''Set the status of a region.'''
        from smartcity_desktop.preparing.status import set_status

        change = set_status(assessment, code, reason, session.clock)
        session.say(message("{code} is now {status}.", code=code, status=change.status))
        return Answer({"code": code, "status": change.status.value})

* ``--json``, ``--lang`` and ``--help`` come by themselves. The ``Answer`` is the one JSON object;
  ``done=False`` in it ends with exit code 1. Words for people go through ``session.say``, tables
  through ``session.show_table``, files on stdout through ``session.terminal.write_bytes``.
* What goes wrong is raised: ``ExpectedError`` names every problem, one line each, exit code 1.
  An ``OSError`` becomes a sentence too. Anything else is a fault of the program: a report is
  written, exit code 70. A command catches none of them.
* What contradicts itself in the arguments is raised as ``click.UsageError``: exit code 2.
* Passphrases: ``@passphrase_option(message(...))`` and ``session.ask_passphrase(file, prompt)``.
  Long work: ``session.progress``. A question: ``session.confirm``. Time and chance come from
  ``session.clock`` and ``session.random_bytes``.
* Everything heavy is imported inside the function. Every text is a ``message`` with a literal
  template, help included; examples stay as they are in every language.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from smartcity_desktop.cli.grammar import OPTIONS, Subcommand, common_options
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.language.catalogue import Catalogue


class Entry(Struct, frozen=True):
    """One line of the table.

    Attributes:
        target: ``module:function`` inside the package; empty where there are ``parts``.
        summary: one sentence; the list of commands and the command's own help begin with it.
        parts: subcommands of the subcommand.
    """

    name: str
    target: str
    summary: Message
    parts: tuple[Entry, ...] = ()
    package: str = "smartcity_desktop.cli"


SUMMARY = message(
    "Scoring by a jury, offline, exact and provable. A coordinator issues panel files, judges "
    "score and seal them, the coordinator merges them, declares the results and prints signed "
    "reports that anybody can verify."
)
"""What the program is, above the list of commands."""

ENTRIES = (
    Entry("demo", "demo:demo", message("Carry out a whole rehearsal on the real list of regions.")),
    Entry(
        "instrument",
        "",
        message("Work on instruments: what is scored, and by which rules."),
        parts=(
            Entry(
                "check",
                "instrument:check",
                message("Check an instrument and name every fault in it with its place."),
            ),
        ),
    ),
    Entry("new", "new:new", message("Make an assessment from instrument, regions and judges.")),
    Entry("issue", "issue:issue", message("Issue each judge one panel file.")),
    Entry("status", "status:status", message("Set the status of a region, with the reason.")),
    Entry("rename", "rename:rename", message("Correct the name of a region, with the reason.")),
    Entry("enrol", "enrol:enrol", message("Confirm the judge of a panel file and make the key.")),
    Entry("enter", "enter:enter", message("Enter scores from a table into a panel file.")),
    Entry("seal", "seal:seal", message("Seal finished score sheets and hand over a copy.")),
    Entry("merge", "merge:merge", message("Merge panel files into the assessment.")),
    Entry("decide", "decide:decide", message("Record what only the plenary can decide.")),
    Entry("results", "results:results", message("Compute and show the results.")),
    Entry("declare", "declare:declare", message("Declare the results, so that they are printed.")),
    Entry("object", "objections:record", message("Record an objection to declared results.")),
    Entry("answer", "objections:answer", message("Record the answer to an objection.")),
    Entry("reopen", "declare:reopen", message("Reopen declared results, with the reason.")),
    Entry("report", "report:report", message("Print documents as PDF.")),
    Entry("sign", "sign:sign", message("Sign a PDF with a certificate (.p12).")),
    Entry("verify", "verify:verify", message("Verify reports, panel files and assessments.")),
)
"""In the order of the work."""


class CommandGroup(click.Group):
    """A group that knows its commands from the table and imports one only to run it."""

    def __init__(
        self,
        name: str | None,
        entries: Sequence[Entry],
        catalogue: Catalogue,
        help: str,  # noqa: A002  the name click gives it
    ) -> None:
        """Make the group in the language of the screen."""
        options = common_options()
        super().__init__(
            name,
            params=list(options),
            help=help,
            invoke_without_command=True,
            callback=_show_help,
            options_metavar=catalogue.translate(OPTIONS),
            subcommand_metavar=catalogue.translate(message("COMMAND ...")),
        )
        self._entries = {entry.name: entry for entry in entries}
        self._catalogue = catalogue
        for param in options:
            param.speak(catalogue)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        del ctx
        return list(self._entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command; None where the table has no such name."""
        del ctx
        entry = self._entries.get(cmd_name)
        return None if entry is None else load_command(entry, self._catalogue)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, and name similar ones where there is none."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(
                error.command_name, possibilities=self._entries, ctx=ctx
            ) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List every command with its summary, without importing any."""
        del ctx
        heading = self._catalogue.translate(message("Commands"))
        with formatter.section(heading):
            formatter.write_dl(
                [
                    (entry.name, self._catalogue.translate(entry.summary))
                    for entry in self._entries.values()
                ]
            )


def load_command(entry: Entry, catalogue: Catalogue) -> click.Command:
    """Return the command of an entry, in the language of the screen."""
    if entry.parts:
        return CommandGroup(entry.name, entry.parts, catalogue, catalogue.translate(entry.summary))
    module, _, name = entry.target.partition(":")
    command: Subcommand = getattr(import_module(f"{entry.package}.{module}"), name)
    command.name = entry.name
    command.speak(catalogue, entry.summary)
    return command


def open_commands(catalogue: Catalogue, entries: Sequence[Entry] = ENTRIES) -> CommandGroup:
    """Return the whole command line in the language of the screen."""
    return CommandGroup(None, entries, catalogue, catalogue.translate(SUMMARY))


@click.pass_context
def _show_help(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        raise click.exceptions.NoArgsIsHelpError(ctx)
