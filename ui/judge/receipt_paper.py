"""The receipt on a small page: to print, or as a file that any printer takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.message import message
from ui.theme import BODY, FIGURE, GAP_8, SECONDARY, SECTION

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.scoring.desk_facts import DeskFacts
    from ui.context import Context
    from ui.words import Words


def ask_and_print(
    parent: QWidget, context: Context, facts: DeskFacts, printed: Callable[[str], object]
) -> None:
    """Ask for a printer and print; ``printed`` is then told its name.

    The window goes on while the question stands: an idle window still locks itself.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    from ui.dialogs.printer_dialog import PrinterDialog

    words = context.words
    name = words.say(message("the receipt of seal {number}", number=facts.seals[-1].number))
    printers = sorted(QPrinterInfo.availablePrinterNames())
    dialog = PrinterDialog(context, parent, name, printers, NO_PRINTER)

    def go_on() -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(dialog.printer())
        print_receipt(printer, facts, words)
        printed(dialog.printer())

    dialog.accepted.connect(go_on)
    dialog.open()


def print_receipt(device: QPagedPaintDevice, facts: DeskFacts, words: Words) -> None:
    """Print the receipt of the last seal."""
    document = QTextDocument()
    cursor = QTextCursor(document)
    for at, (text, size, bold) in enumerate(_lines(facts, words)):
        block = QTextBlockFormat()
        block.setBottomMargin(GAP_8)
        look = QTextCharFormat()
        look.setFontPointSize(size)
        if bold:
            look.setFontWeight(QFont.Weight.Bold)
        if at == 0:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(text, look)
    document.print_(device)


def _lines(facts: DeskFacts, words: Words) -> list[tuple[str, float, bool]]:
    last, issue = facts.seals[-1], facts.issue
    official = issue.assessment.mode is Mode.OFFICIAL
    mode = message("OFFICIAL") if official else message("REHEARSAL")
    codes = ", ".join(sorted(last.sheets))
    small: list[Message] = [
        message("Seal {number}, {moment}", number=last.number, moment=words.moment(last.at)),
        message("Sealed score sheets: {count} ({regions})", count=len(last.sheets), regions=codes),
        message("Panel file {issue}, key fingerprint {thumbprint}", issue=issue.issue.id,
                thumbprint=facts.seals[-1].thumbprint),
    ]  # fmt: skip
    return [
        (f"{words.say(mode)} · {issue.assessment.title}", SECTION, True),
        (f"{issue.judge.id} · {issue.judge.name}", BODY, False),
        (words.say(message("Receipt of seal {number}", number=last.number)), BODY, False),
        (last.receipt, FIGURE, True),
        *((words.say(line), SECONDARY, False) for line in small),
        (words.say(COMPARE), BODY, False),
    ]


NO_PRINTER = message(
    "This laptop knows no printer. Copy the receipt or write it down, or add a printer in the "
    "system's settings."
)
COMPARE = message(
    "Keep the receipt and compare it with the printed report: the same 16 letters and digits show "
    "that exactly these sheets were counted."
)
