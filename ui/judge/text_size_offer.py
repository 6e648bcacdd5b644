"""The size of text is offered once, when a file is opened for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def offer_text_size(window: MainWindow) -> None:
    """Offer it, and remember that it was offered."""
    memory = window.context.memory
    if memory.now.preferences.size_offered:
        return
    memory.prefer(replace(memory.now.preferences, size_offered=True))
    window.show_notice(
        message(
            "Can you read this text with ease? Make it larger or smaller now, or at any time with "
            "A- and A+ above."
        ),
        "plain",
        [
            (message("Larger text"), lambda: window.change_text(+1)),
            (message("Smaller text"), lambda: window.change_text(-1)),
        ],
    )
